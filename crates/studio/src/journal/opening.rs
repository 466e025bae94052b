//! Opening the file: found whole, of a version that is known, or set aside.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use contract::{Code, Refusal};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use rusqlite_migration::Migrations;

use super::{MIGRATIONS, failed};

/// Longest wait for another front that writes.
const BUSY: Duration = Duration::from_secs(10);
/// What every SQLite database begins with.
const MARK: &[u8] = b"SQLite format 3\0";

/// Opens the journal at `path`, making it or bringing its schema up to date; the second is the file's name where a
/// damaged one was set aside for it.
///
/// # Errors
/// [`Code::JournalTooNew`] where a newer version of this program wrote it: nothing in it is touched then.
/// [`Code::JournalFailed`].
pub(super) fn open(path: &Path) -> Result<(Connection, Option<String>), Refusal> {
    // One opens at a time: two would make the same tables, or set aside what the other has just begun. Released when
    // it is dropped.
    let _turn = turn(path).map_err(|error| failed(&error))?;
    match connect(path) {
        Ok(connection) => Ok((connection, None)),
        Err(Unopened::TooNew) => Err(Code::JournalTooNew.into()),
        Err(error) if error.is_damage() => {
            tracing::error!(%error, "the journal is damaged; it is set aside");
            let aside = set_aside(path).map_err(|error| failed(&error))?;
            let connection = connect(path).map_err(|error| failed(&error))?;
            let name = aside.file_name().unwrap_or_default().to_string_lossy();
            Ok((connection, Some(name.into_owned())))
        }
        Err(error) => Err(failed(&error)),
    }
}

/// Waits until nobody else opens the journal.
fn turn(path: &Path) -> io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let turn = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path.with_extension("lock"))?;
    turn.lock()?;
    Ok(turn)
}

fn connect(path: &Path) -> Result<Connection, Unopened> {
    if !begins_as_a_database(path)? {
        return Err(Unopened::Damaged("not a database".to_owned()));
    }
    let mut connection = Connection::open(path)?;
    connection.busy_timeout(BUSY)?;
    // Before anything is written, and before what a newer version may have meant by its pages is judged.
    if is_newer(&connection)? {
        return Err(Unopened::TooNew);
    }
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // A page that is damaged would show only when somebody asks for what is on it: perhaps never, perhaps in the
    // middle of an order. All of them are looked at now, at about a millisecond a megabyte.
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(Unopened::Damaged(found));
    }
    Migrations::from_slice(MIGRATIONS).to_latest(&mut connection)?;
    if let Some(column) = missing(&connection)? {
        return Err(Unopened::Damaged(format!("no {column}")));
    }
    mend_words(&mut connection)?;
    Ok(connection)
}

/// Whether a newer version of this program has taken the journal over.
///
/// # Errors
/// SQLite's.
pub(super) fn is_newer(connection: &Connection) -> rusqlite::Result<bool> {
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    Ok(usize::try_from(version).is_ok_and(|version| version > MIGRATIONS.len()))
}

/// Whether the file is a database by its first bytes, or is not there yet. Looked at before SQLite does: of a file that
/// is none it may throw away the lines that were written last.
fn begins_as_a_database(path: &Path) -> io::Result<bool> {
    let mut head = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(MARK.len() as u64).read_to_end(&mut head)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(error),
    };
    Ok(head.is_empty() || head == MARK)
}

/// Puts a replacement character where a text has bytes that are none, as a disk's fault leaves behind: one such letter
/// in one row would keep every row of its table from being read. Each table is gone through once.
fn mend_words(connection: &mut Connection) -> rusqlite::Result<()> {
    for (table, columns) in texts(connection)? {
        let mut broken: Vec<(i64, usize, String)> = Vec::new();
        let list: Vec<String> = columns.iter().map(|name| format!("\"{name}\"")).collect();
        let query = format!("SELECT rowid, {} FROM \"{table}\"", list.join(", "));
        let mut statement = connection.prepare(&query)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for at in 0..columns.len() {
                if let ValueRef::Text(bytes) = row.get_ref(at + 1)?
                    && std::str::from_utf8(bytes).is_err()
                {
                    let words = String::from_utf8_lossy(bytes).into_owned();
                    broken.push((row.get(0)?, at, words));
                }
            }
        }
        drop(rows);
        drop(statement);
        for (row, at, words) in broken {
            let column = &columns[at];
            tracing::error!(table, column, "a text of the journal was damaged");
            let mend =
                format!("UPDATE OR IGNORE \"{table}\" SET \"{column}\" = ?2 WHERE rowid = ?1");
            connection.execute(&mend, (row, words))?;
        }
    }
    Ok(())
}

/// The columns with texts of each table whose rows have numbers.
fn texts(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Vec<String>>> {
    let query = "SELECT tables.name, columns.name
                 FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
                 WHERE tables.type = 'table' AND columns.type = 'TEXT'
                   AND EXISTS (SELECT 1 FROM pragma_table_list(tables.name) WHERE wr = 0)";
    let mut statement = connection.prepare(query)?;
    let mut rows = statement.query([])?;
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        texts.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(texts)
}

/// A column that the journal should have by now and has not: its schema is damaged where its pages are whole. What it
/// has beyond that does no harm.
fn missing(connection: &Connection) -> rusqlite::Result<Option<String>> {
    let mut fresh = Connection::open_in_memory()?;
    if Migrations::from_slice(MIGRATIONS)
        .to_latest(&mut fresh)
        .is_err()
    {
        // A mistake in the steps, which a test finds; no word on this file.
        return Ok(None);
    }
    let here = columns(connection)?;
    Ok(columns(&fresh)?
        .into_iter()
        .find(|column| !here.contains(column)))
}

/// Every column, as `table.column`.
fn columns(connection: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let query = "SELECT tables.name || '.' || columns.name
                 FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
                 WHERE tables.type = 'table'";
    let mut statement = connection.prepare(query)?;
    let columns = statement.query_map([], |row| row.get(0))?;
    columns.collect()
}

/// Why a file is not opened.
#[derive(Debug, thiserror::Error)]
enum Unopened {
    /// A newer version of this program wrote it.
    #[error("written by a newer version")]
    TooNew,
    /// What the check of its pages found first.
    #[error("damaged: {0}")]
    Damaged(String),
    #[error(transparent)]
    Read(#[from] io::Error),
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    #[error(transparent)]
    Migration(#[from] rusqlite_migration::Error),
}

impl Unopened {
    fn is_damage(&self) -> bool {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        let sql = match self {
            Self::Damaged(_) => return true,
            Self::Sql(error) => error,
            Self::Migration(rusqlite_migration::Error::RusqliteError { err, .. }) => err,
            Self::TooNew | Self::Read(_) | Self::Migration(_) => return false,
        };
        matches!(
            sql.sqlite_error_code(),
            Some(DatabaseCorrupt | NotADatabase)
        )
    }
}

/// Gives the file another name, and what was written last with it: a journal's newest lines stand in a file of their
/// own until they are taken over.
fn set_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = (1_u32..)
        .map(|attempt| path.with_extension(format!("damaged-{attempt}")))
        .find(|aside| !aside.exists() && !beside(aside, "-wal").exists())
        .ok_or(io::ErrorKind::AlreadyExists)?;
    // First, so that no new journal ever finds the lines of the old one, or their index, beside it.
    for suffix in ["-wal", "-shm"] {
        match fs::rename(beside(path, suffix), beside(&aside, suffix)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// The file of the same name with `suffix` behind it, as SQLite names what belongs to a database.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
