//! What the service did that its contract does not say, and what it published of the contract.

use contract::{ActivityEntry, Anomaly, ContractVersion, Millis, Refusal};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Journal, OrderPhase, to_json};

/// Most entries that are kept of a server.
const KEPT: u32 = 500;
/// The same again within this time is counted up in its entry; after it, a new one begins.
const COUNTED_WITHIN: Millis = 24 * 60 * 60 * 1000;
/// The longest that a retried task takes to be charged: its generation (3 to 8 minutes by contract),
/// and as long again in the queue.
const RETRY_WITHIN: Millis = 20 * 60 * 1000;

/// The tables of this file.
pub(super) const TABLES: &str = "
    CREATE TABLE activity (
        number   INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
        server   TEXT NOT NULL,
        sameness TEXT NOT NULL,  -- kind and place: what is the same again
        began_at INTEGER NOT NULL,
        at       INTEGER NOT NULL,
        times    INTEGER NOT NULL,
        anomaly  TEXT NOT NULL   -- JSON, as last seen
    ) STRICT;
    CREATE INDEX activity_by_sameness ON activity (server, sameness);
    CREATE TABLE contract_versions (
        server    TEXT PRIMARY KEY,
        asked_at  INTEGER NOT NULL, -- the last time that it was asked for, answered or not
        published TEXT,             -- as last read
        read_at   INTEGER
    ) STRICT;";

impl Journal {
    /// Keeps an anomaly: as a new entry, or counted up in that of the same kind and place.
    pub(crate) async fn note_activity(
        &self,
        server: &str,
        sameness: String,
        anomaly: Anomaly,
        at: Millis,
    ) -> Result<ActivityEntry, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let turn = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let since = at - COUNTED_WITHIN;
            let known: Option<(i64, u32)> = turn
                .query_row(
                    "SELECT number, times FROM activity
                     WHERE server = ?1 AND sameness = ?2 AND began_at > ?3
                     ORDER BY number DESC LIMIT 1",
                    params![server, sameness, since],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?;
            let json = to_json(&anomaly);
            let (number, times) = match known {
                Some((number, times)) => {
                    let times = times.saturating_add(1);
                    turn.execute(
                        "UPDATE activity SET at = ?2, times = ?3, anomaly = ?4 WHERE number = ?1",
                        params![number, at, times, json],
                    )?;
                    (number, times)
                }
                None => {
                    turn.execute(
                        "INSERT INTO activity (server, sameness, began_at, at, times, anomaly)
                         VALUES (?1, ?2, ?3, ?3, 1, ?4)",
                        params![server, sameness, at, json],
                    )?;
                    (turn.last_insert_rowid(), 1)
                }
            };
            turn.execute(
                "DELETE FROM activity WHERE server = ?1 AND number NOT IN
                 (SELECT number FROM activity WHERE server = ?1 ORDER BY number DESC LIMIT ?2)",
                params![server, KEPT],
            )?;
            turn.commit()?;
            Ok(ActivityEntry {
                number,
                at,
                times,
                anomaly,
            })
        })
        .await
    }

    /// The entries of a server, newest first.
    pub(crate) async fn activity(&self, server: &str) -> Result<Vec<ActivityEntry>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            db.prepare(
                "SELECT number, at, times, anomaly FROM activity
                 WHERE server = ?1 ORDER BY number DESC",
            )?
            .query_map([server], |row| {
                let anomaly: String = row.get(3)?;
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, anomaly))
            })?
            .filter_map(|row| match row {
                // A kind that another version wrote is passed over.
                Ok((number, at, times, anomaly)) => {
                    let anomaly = serde_json::from_str(&anomaly).ok()?;
                    Some(Ok(ActivityEntry {
                        number,
                        at,
                        times,
                        anomaly,
                    }))
                }
                Err(error) => Some(Err(error)),
            })
            .collect()
        })
        .await
    }

    /// Forgets the entries of a server.
    pub(crate) async fn clear_activity(&self, server: &str) -> Result<(), Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            db.execute("DELETE FROM activity WHERE server = ?1", [server])?;
            Ok(())
        })
        .await
    }

    /// The published version as last read, and when; nothing of this build's.
    pub(crate) async fn published_version(&self, server: &str) -> Result<ContractVersion, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let known = db
                .query_row(
                    "SELECT published, read_at FROM contract_versions WHERE server = ?1",
                    [server],
                    |row| {
                        Ok(ContractVersion {
                            built_for: String::new(),
                            published: row.get(0)?,
                            checked_at: row.get(1)?,
                        })
                    },
                )
                .optional()?;
            Ok(known.unwrap_or_default())
        })
        .await
    }

    /// Takes the turn to ask for the published version, if nobody on this machine took one within
    /// `pause` before `now`. It counts from here on, whatever comes of it.
    pub(crate) async fn claim_version_turn(
        &self,
        server: &str,
        now: Millis,
        pause: Millis,
    ) -> Result<bool, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            // A moment in the future is of a clock that was set back since: it binds nobody.
            let changed = db.execute(
                "INSERT INTO contract_versions (server, asked_at) VALUES (?1, ?2)
                 ON CONFLICT (server) DO UPDATE SET asked_at = ?2
                 WHERE asked_at <= ?2 - ?3 OR asked_at > ?2",
                params![server, now, pause],
            )?;
            Ok(changed > 0)
        })
        .await
    }

    /// Keeps the published version.
    pub(crate) async fn keep_published_version(
        &self,
        server: &str,
        published: &str,
        now: Millis,
    ) -> Result<(), Refusal> {
        let row = (server.to_owned(), published.to_owned(), now);
        self.with(move |db| {
            db.execute(
                "UPDATE contract_versions SET published = ?2, read_at = ?3 WHERE server = ?1",
                row,
            )?;
            Ok(())
        })
        .await
    }

    /// Whether something that costs was ordered from this machine since `at`, ended since then, or
    /// is under way.
    pub(crate) async fn may_have_cost(&self, server: &str, at: Millis) -> Result<bool, Refusal> {
        let server = server.to_owned();
        self.with(move |db| Ok(any_order(db, &server, at)? || any_retry(db, &server, at)?))
            .await
    }
}

fn any_order(db: &Connection, server: &str, at: Millis) -> rusqlite::Result<bool> {
    let mut query = db.prepare(
        "SELECT phase, created_at, ended_at FROM orders
         WHERE server = ?1 AND (ended_at IS NULL OR ended_at >= ?2)",
    )?;
    let rows = query.query_map(params![server, at], |row| {
        let (phase, created): (String, Millis) = (row.get(0)?, row.get(1)?);
        let ended: Option<Millis> = row.get(2)?;
        // What a newer version calls a phase may be one that costs.
        let is_open = OrderPhase::parse(&phase).is_none_or(|phase| !phase.is_last());
        Ok(is_open || created >= at || ended.is_some_and(|ended| ended >= at))
    })?;
    for costs in rows {
        if costs? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A retry's call ends at once and its task later: for as long as that may take, it counts.
fn any_retry(db: &Connection, server: &str, at: Millis) -> rusqlite::Result<bool> {
    db.query_row(
        "SELECT EXISTS (SELECT 1 FROM retries WHERE server = ?1 AND created_at > ?2)",
        params![server, at - RETRY_WITHIN],
        |row| row.get(0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Millis = COUNTED_WITHIN;

    async fn journal() -> (tempfile::TempDir, Journal) {
        let folder = tempfile::tempdir().expect("folder");
        let opened = Journal::open(&folder.path().join("journal.db")).await;
        (folder, opened.expect("opened").journal)
    }

    fn status(status: u16) -> Anomaly {
        Anomaly::UndocumentedStatus {
            endpoint: "GET /api/tasks".to_owned(),
            status,
            word: None,
        }
    }

    #[tokio::test]
    async fn the_same_within_a_day_is_counted_and_another_is_an_entry() {
        let (_folder, journal) = journal().await;
        let note = |key: &str, anomaly, at| {
            let key = key.to_owned();
            let journal = journal.clone();
            async move { journal.note_activity("here", key, anomaly, at).await }
        };
        let first = note("a", status(418), 0).await.expect("noted");
        let again = note("a", status(418), DAY - 1).await.expect("noted");
        assert_eq!((again.number, again.times), (first.number, 2));
        assert_eq!(again.at, DAY - 1);
        let other = note("b", status(499), DAY - 1).await.expect("noted");
        assert!(other.number > first.number);
        let next_day = note("a", status(418), DAY).await.expect("noted");
        assert_eq!(next_day.times, 1, "a day after it began");
        let kept = journal.activity("here").await.expect("read");
        assert_eq!(kept, [next_day.clone(), other, again]);
        assert_eq!(journal.activity("elsewhere").await, Ok(Vec::new()));
        journal.clear_activity("here").await.expect("cleared");
        assert_eq!(journal.activity("here").await, Ok(Vec::new()));
        let later = note("a", status(418), DAY + 1).await.expect("noted");
        assert!(later.number > next_day.number, "a number is used once");
    }

    #[tokio::test]
    async fn the_oldest_give_way() {
        let (_folder, journal) = journal().await;
        for n in 0..KEPT + 3 {
            let noted = journal.note_activity("here", n.to_string(), status(418), 0);
            noted.await.expect("noted");
        }
        let kept = journal.activity("here").await.expect("read");
        assert_eq!(kept.len(), KEPT as usize);
        assert_eq!(kept.last().map(|entry| entry.number), Some(4));
    }

    #[tokio::test]
    async fn one_turn_a_day_for_the_version() {
        let (_folder, journal) = journal().await;
        let claim = |now| {
            let journal = journal.clone();
            async move { journal.claim_version_turn("here", now, DAY).await }
        };
        assert_eq!(claim(1_000).await, Ok(true));
        assert_eq!(claim(1_000 + DAY - 1).await, Ok(false));
        assert_eq!(claim(1_000 + DAY).await, Ok(true));
        assert_eq!(claim(500).await, Ok(true), "the clock was set back");
        let none = journal.published_version("here").await.expect("read");
        assert_eq!(none, ContractVersion::default());
        let kept = journal.keep_published_version("here", "1.2.0", 2_000);
        kept.await.expect("kept");
        let read = journal.published_version("here").await.expect("read");
        assert_eq!(read.published.as_deref(), Some("1.2.0"));
        assert_eq!(read.checked_at, Some(2_000));
    }
}
