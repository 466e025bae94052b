//! Waiting for what another process does, and looking at what it left on disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::bench::Bench;

/// Longest that anything may take: a hung test ends.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// Another process's doings are looked for this often.
const GLANCE: Duration = Duration::from_millis(5);

/// Waits until `look` finds what it looks for.
pub async fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let looking = async {
        loop {
            if let Some(found) = look() {
                return found;
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::time::timeout(PATIENCE, looking)
        .await
        .unwrap_or_else(|_| panic!("it never came to this: {what}"))
}

/// An order as it stands in the journal.
#[derive(Debug, PartialEq, Eq)]
pub struct Intent {
    pub phase: String,
    /// Whether the last byte may have left.
    pub sealed: bool,
}

impl Bench {
    /// The orders in the journal, oldest first; none while there is no journal. Read-only.
    pub fn intents(&self) -> Vec<Intent> {
        self.read_intents().unwrap_or_default()
    }

    fn read_intents(&self) -> rusqlite::Result<Vec<Intent>> {
        let path = self.home().join("journal.db");
        let journal = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let mut query = journal.prepare("SELECT phase, sealed FROM orders ORDER BY created_at")?;
        query
            .query_map([], |row| {
                Ok(Intent {
                    phase: row.get(0)?,
                    sealed: row.get(1)?,
                })
            })?
            .collect()
    }

    /// How many orders and paid steps may have left this machine, by the journal. Read-only.
    pub fn sealed(&self) -> u32 {
        let path = self.home().join("journal.db");
        let journal = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY);
        let count = "SELECT (SELECT count(*) FROM orders WHERE sealed)
            + (SELECT count(*) FROM hub_steps WHERE sealed)";
        let sealed = journal.and_then(|journal| journal.query_row(count, [], |row| row.get(0)));
        sealed.expect("a journal")
    }

    /// The lock files of the processes that use this home.
    pub fn senders(&self) -> Vec<PathBuf> {
        files(&self.home().join("senders"))
    }

    /// The reel as the sandbox made it.
    pub fn original(&self, asset_id: &str) -> Vec<u8> {
        let reels = self.folder.path().join("sandbox/reels");
        std::fs::read(reels.join(format!("{asset_id}.mp4"))).expect("the sandbox's reel")
    }
}

/// The files in a folder with this extension.
pub fn with_extension(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = files(folder);
    found.retain(|path| path.extension().is_some_and(|is| is == extension));
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("readable").path())
        .collect();
    paths.sort();
    paths
}
