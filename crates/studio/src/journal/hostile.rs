//! Journals that were damaged, written by another version, or filled by somebody else.

use std::path::{Path, PathBuf};

use contract::Code;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::Journal;

const SERVER: &str = "s";

/// A folder with a journal in it that holds `rows` orders and reels, closed.
fn kept(rows: usize) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("journal.db");
    runtime().block_on(async {
        drop(Journal::open(&path).await.expect("a new one"));
    });
    let connection = Connection::open(&path).expect("a file");
    for n in 0..rows {
        connection
            .execute(
                "INSERT INTO orders (order_id, server, phase, sender, source, language, direction, hint, created_at)
                 VALUES (?1, 's', 'in_doubt', 'x', '{}', 'en', ?2, '', ?3)",
                (format!("order-{n}"), "word ".repeat(40), i64::try_from(n).expect("few")),
            )
            .expect("an order");
        connection
            .execute(
                "INSERT INTO reels (asset_id, server, asset, created_at) VALUES (?1, 's', '{}', 1)",
                [format!("reel-{n}")],
            )
            .expect("a reel");
    }
    drop(connection);
    (folder, path)
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime")
}

/// Everything that is read at a start and to draw the pages. The number of orders and of reels.
async fn read_all(journal: &Journal) -> Result<(usize, u64), contract::Refusal> {
    let orders = journal.orders(SERVER).await?;
    let (_, reels) = journal
        .reel_page(&[SERVER], super::ReelPick::default())
        .await?;
    journal.open_transfers(SERVER).await?;
    journal.open_retries(SERVER).await?;
    journal.open_works(SERVER).await?;
    journal.activity(SERVER).await?;
    journal.published_version(SERVER).await?;
    journal.hub_projects(SERVER).await?;
    journal.watched_projects(SERVER).await?;
    journal.recent_steps(SERVER, 50).await?;
    journal.footage_of_server(SERVER).await?;
    journal.due_reels(SERVER).await?;
    for order in &orders {
        journal.parts_of(&order.order_id.0.as_str().into()).await?;
    }
    for service in [contract::Service::Riffkit, contract::Service::Hubfluencer] {
        journal.spend_limits(service).await?;
    }
    Ok((orders.len(), reels))
}

/// Files beside the journal whose names begin so, with what is in them.
fn beside(folder: &Path, start: &str) -> Vec<Vec<u8>> {
    std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(start))
        })
        .map(|path| std::fs::read(path).expect("readable"))
        .collect()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        // The same cases on each run, so that a red test is red for everybody.
        rng_seed: RngSeed::Fixed(0x5EED),
        // Each is a file on disk that is synced.
        max_shrink_iters: 30,
        ..ProptestConfig::with_cases(cases)
    }
}

#[tokio::test]
async fn a_damaged_file_is_set_aside_and_kept() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("journal.db");
    std::fs::write(&path, "this is no database, but somebody's words").expect("write");
    let opened = Journal::open(&path).await.expect("opened");
    assert_eq!(opened.set_aside.as_deref(), Some("journal.damaged-1"));
    let kept = beside(folder.path(), "journal.damaged-1");
    assert!(kept[0].starts_with(b"this is no database, but somebody's words"));
    let again = Journal::open(&path).await.expect("opened again");
    assert_eq!(again.set_aside, None);
}

#[tokio::test]
async fn what_was_written_last_is_set_aside_with_the_rest() {
    let folder = tempfile::tempdir().expect("folder");
    let path = folder.path().join("journal.db");
    std::fs::write(&path, "no database").expect("write");
    // The lines of a journal that was not closed stand in a file beside it.
    let lines = folder.path().join("journal.db-wal");
    std::fs::write(&lines, "the newest lines").expect("write");
    let opened = Journal::open(&path).await.expect("opened");
    assert!(opened.set_aside.is_some());
    let wal = std::fs::read(folder.path().join("journal.damaged-1-wal")).expect("kept");
    assert_eq!(wal, b"the newest lines");
    assert_eq!(read_all(&opened.journal).await, Ok((0, 0)));
}

#[test]
fn a_journal_of_a_newer_version_is_refused_by_that_name_and_left_as_it_is() {
    let (folder, path) = kept(3);
    let newer = Connection::open(&path).expect("a file");
    newer
        .execute_batch(
            "ALTER TABLE orders ADD COLUMN of_tomorrow TEXT;
             CREATE TABLE tomorrows (x TEXT) STRICT;
             PRAGMA user_version = 900;",
        )
        .expect("a newer version's doing");
    drop(newer);
    let was = std::fs::read(&path).expect("readable");
    let refusal = runtime()
        .block_on(Journal::open(&path))
        .err()
        .expect("refused");
    assert_eq!(refusal.code, Code::JournalTooNew);
    assert!(
        std::fs::read(&path).expect("readable") == was,
        "it was changed"
    );
    assert!(beside(folder.path(), "journal.damaged").is_empty());
    let rows = Connection::open(&path).expect("a file");
    let orders: i64 = rows
        .query_row("SELECT count(*) FROM orders", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(orders, 3);
}

#[test]
fn a_journal_without_one_of_its_columns_is_damaged_however_whole_its_pages_are() {
    for damage in [
        "ALTER TABLE orders RENAME COLUMN phase TO phrase",
        "DROP TABLE transfers",
        "PRAGMA user_version = 2",
    ] {
        let (folder, path) = kept(2);
        let connection = Connection::open(&path).expect("a file");
        connection.execute_batch(damage).expect("damaged");
        drop(connection);
        let opened = runtime().block_on(Journal::open(&path));
        match opened {
            Ok(opened) => {
                assert!(opened.set_aside.is_some(), "{damage}");
                assert_eq!(runtime().block_on(read_all(&opened.journal)), Ok((0, 0)));
                assert_eq!(beside(folder.path(), "journal.damaged-1").len(), 1);
            }
            // Its steps can't be gone again: refused, and nothing lost.
            Err(refusal) => assert_eq!(refusal.code, Code::JournalFailed, "{damage}"),
        }
    }
}

#[test]
fn a_text_with_broken_letters_keeps_no_row_from_being_read() {
    let (_folder, path) = kept(3);
    let connection = Connection::open(&path).expect("a file");
    for (table, column) in [
        ("orders", "direction"),
        ("orders", "phase"),
        ("reels", "asset"),
    ] {
        let broken =
            format!("UPDATE {table} SET {column} = CAST(x'66FF6F' AS TEXT) WHERE rowid = 2");
        connection.execute(&broken, []).expect("broken");
    }
    drop(connection);
    let opened = runtime().block_on(Journal::open(&path)).expect("opened");
    assert_eq!(opened.set_aside, None);
    let orders = runtime()
        .block_on(opened.journal.orders(SERVER))
        .expect("read");
    assert_eq!(orders.len(), 3);
    assert!(orders.iter().any(|order| order.direction == "f\u{FFFD}o"));
    assert_eq!(runtime().block_on(read_all(&opened.journal)), Ok((3, 3)));
}

/// One damage to a file.
#[derive(Clone, Debug)]
enum Damage {
    Flip(Index, u8),
    Cut(Index),
    Blank(Index, usize),
    Insert(Index, Vec<u8>),
    Move(Index, Index, usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        4 => (any::<Index>(), 1..=255_u8).prop_map(|(at, mask)| Damage::Flip(at, mask)),
        1 => any::<Index>().prop_map(Damage::Cut),
        1 => (any::<Index>(), 1..9000_usize).prop_map(|(at, length)| Damage::Blank(at, length)),
        1 => (any::<Index>(), vec(any::<u8>(), 1..40)).prop_map(|(at, new)| Damage::Insert(at, new)),
        1 => (any::<Index>(), any::<Index>(), 1..5000_usize)
            .prop_map(|(from, to, length)| Damage::Move(from, to, length)),
    ]
}

impl Damage {
    fn make(&self, file: &mut Vec<u8>) {
        if file.is_empty() {
            return;
        }
        match self {
            Self::Flip(at, mask) => *at.get_mut(file) ^= mask,
            Self::Cut(at) => file.truncate(at.index(file.len())),
            Self::Blank(at, length) => {
                let at = at.index(file.len());
                file.iter_mut()
                    .skip(at)
                    .take(*length)
                    .for_each(|byte| *byte = 0);
            }
            Self::Insert(at, new) => {
                let at = at.index(file.len());
                file.splice(at..at, new.iter().copied());
            }
            Self::Move(from, to, length) => {
                let (from, to) = (from.index(file.len()), to.index(file.len()));
                let length = (*length).min(file.len() - from.max(to));
                file.copy_within(from..from + length, to);
            }
        }
    }
}

#[test]
fn a_journal_damaged_anyhow_is_read_set_aside_or_refused_and_never_lost() {
    let (_folder, path) = kept(60);
    let whole = std::fs::read(path).expect("readable");
    let runtime = runtime();
    proptest!(config(40), |(damages in vec(damage(), 1..4))| {
        let mut file = whole.clone();
        for damage in &damages {
            damage.make(&mut file);
        }
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("journal.db");
        std::fs::write(&path, &file).expect("written");
        match runtime.block_on(Journal::open(&path)) {
            Ok(opened) if opened.set_aside.is_some() => {
                prop_assert_eq!(runtime.block_on(read_all(&opened.journal)), Ok((0, 0)));
                let kept = beside(folder.path(), "journal.damaged-1");
                prop_assert!(kept.contains(&file), "it is not what it was");
            }
            Ok(opened) => {
                // A number that can't be one is refused where it is read; the file stays as it is.
                if let Err(refusal) = runtime.block_on(read_all(&opened.journal)) {
                    prop_assert_eq!(refusal.code, Code::JournalFailed);
                }
            }
            Err(refusal) => {
                let known = [Code::JournalTooNew, Code::JournalFailed];
                prop_assert!(known.contains(&refusal.code), "{}", refusal);
            }
        }
    });
}

/// What somebody else may have written where words are.
const WORDS: &[&str] = &[
    "",
    " ",
    "x",
    "null",
    "[]",
    "{}",
    "{",
    "\"",
    "0",
    "-1",
    "1e999",
    "[[[[",
    "{\"path\":7}",
    "[null,1,{}]",
    "sending",
    "of_tomorrow",
    "\u{0}",
    "\u{FFFD}",
    "99999999999999999999999999",
    "{\"code\":\"of-tomorrow\"}",
    "[{\"status\":{\"a\":1}}]",
    "../../etc/passwd",
    "s",
];
/// And where numbers are.
const NUMBERS: &[i64] = &[0, 1, 2, 7, 1_000_000_000];

/// Writes one row into each table, its values chosen by `choose`. Those that the table's own rules refuse are not there.
fn fill(path: &Path, mut choose: impl FnMut() -> usize) {
    let connection = Connection::open(path).expect("a file");
    connection
        .pragma_update(None, "foreign_keys", "OFF")
        .expect("set");
    let columns = "SELECT tables.name, columns.name, columns.type
                   FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
                   WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%' ORDER BY 1, columns.cid";
    let mut statement = connection.prepare(columns).expect("a query");
    let columns: Vec<(String, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .expect("columns")
        .collect::<Result<_, _>>()
        .expect("columns");
    for table in columns.chunk_by(|one, next| one.0 == next.0) {
        let values = table
            .iter()
            .map(|(_, name, kind)| match (name.as_str(), kind.as_str()) {
                ("server", _) => Value::Text(SERVER.to_owned()),
                (_, "INTEGER") => Value::Integer(NUMBERS[choose() % NUMBERS.len()]),
                (_, "REAL") => Value::Real(NUMBERS[choose() % NUMBERS.len()] as f64),
                (_, "BLOB") => Value::Blob(vec![0xFF; choose() % 9]),
                _ => Value::Text(WORDS[choose() % WORDS.len()].to_owned()),
            });
        let values: Vec<Value> = values.collect();
        let names: Vec<&str> = table.iter().map(|(_, name, _)| name.as_str()).collect();
        let marks = vec!["?"; names.len()].join(", ");
        let row = format!(
            "INSERT OR IGNORE INTO {} ({}) VALUES ({marks})",
            table[0].0,
            names.join(", ")
        );
        let _ = connection.execute(&row, rusqlite::params_from_iter(values));
    }
}

#[test]
fn rows_that_somebody_else_wrote_are_read_with_the_rest() {
    let runtime = runtime();
    let (_folder, path) = kept(2);
    let good = std::fs::read(path).expect("readable");
    proptest!(config(30), |(choices in vec(any::<usize>(), 150))| {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("journal.db");
        std::fs::write(&path, &good).expect("written");
        let mut choices = choices.iter().copied().cycle();
        for _ in 0..3 {
            fill(&path, || choices.next().unwrap_or_default());
        }
        let opened = runtime.block_on(Journal::open(&path)).expect("opened");
        prop_assert_eq!(&opened.set_aside, &None);
        let read = runtime.block_on(read_all(&opened.journal));
        // The two of ours are among them, whatever else there is.
        prop_assert!(matches!(read, Ok((orders, reels)) if orders >= 2 && reels >= 2), "{:?}", read);
    });
}

/// A newer version beside this one has brought the journal to its own schema while it was open here.
#[test]
fn a_journal_that_a_newer_version_takes_over_meanwhile_is_said_to_be_too_new() {
    let (_folder, path) = kept(1);
    runtime().block_on(async {
        let journal = Journal::open(&path).await.expect("opened").journal;
        let newer = Connection::open(&path).expect("a file");
        let migrated = "ALTER TABLE orders DROP COLUMN service_ahead; PRAGMA user_version = 9999;";
        newer.execute_batch(migrated).expect("a newer schema");
        let refused = journal.orders(SERVER).await.expect_err("no such column");
        assert_eq!(refused.code, Code::JournalTooNew);
    });
}
