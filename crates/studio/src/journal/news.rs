//! Whether another process has written to the journal.

use contract::Refusal;

use super::Journal;

impl Journal {
    /// A number that is another one after each write of another process, and never after one of this
    /// one (SQLite, `PRAGMA data_version`). Costs no read of the file where nothing was written.
    pub(crate) async fn others_version(&self) -> Result<i64, Refusal> {
        self.with(|db| db.query_row("PRAGMA data_version", [], |row| row.get(0)))
            .await
    }
}
