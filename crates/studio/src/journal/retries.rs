//! Retries in the journal: what was confirmed to be made again, and what came of it.

use contract::{Millis, OverLimit, Refusal, RetryId, TaskId};
use rusqlite::{OptionalExtension as _, Row, Transaction, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use super::spending::{Kind, Spend, bind};
use super::steps::advance;
use super::{Journal, RetryPhase, json, to_json};
use crate::spending::Bond;

/// The schema's step.
pub(super) const TABLES: &str = "CREATE TABLE retries (
        retry_id    TEXT PRIMARY KEY,
        server      TEXT NOT NULL,
        sender      TEXT NOT NULL,       -- the process that sends or sent it
        phase       TEXT NOT NULL,
        sealed      INTEGER NOT NULL DEFAULT 0, -- it may have left
        task_id     TEXT NOT NULL,
        root_id     TEXT NOT NULL,       -- the first of the tasks that were made again from it
        before      TEXT NOT NULL,       -- JSON: the task and its batch as they were
        made_id     TEXT,                -- the task that goes on
        top_up_link TEXT,                -- as the service gave it
        told        INTEGER NOT NULL DEFAULT 0, -- that it failed all the same
        created_at  INTEGER NOT NULL,
        ended_at    INTEGER
    ) STRICT;
    CREATE INDEX retries_by_root ON retries (server, root_id);
    CREATE INDEX retries_by_made ON retries (server, made_id);";

/// A task and its batch as they were before a retry, so that it can be seen whether it was taken.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Before {
    /// Its batch.
    #[serde(default)]
    pub(crate) batch_id: Option<String>,
    /// What it does, in the service's word.
    #[serde(default)]
    pub(crate) kind: String,
    /// Who acts in it.
    #[serde(default)]
    pub(crate) character_id: Option<String>,
    /// When it had ended.
    #[serde(default)]
    pub(crate) finished_at: Option<Millis>,
    /// The tasks of its batch.
    #[serde(default)]
    pub(crate) task_ids: Vec<String>,
}

/// A retry as the journal keeps it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RetryRecord {
    pub(crate) retry_id: RetryId,
    pub(crate) sender: String,
    pub(crate) phase: RetryPhase,
    pub(crate) task_id: TaskId,
    pub(crate) before: Before,
    pub(crate) created_at: Millis,
}

/// What became of the intent of a retry.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RetryIntent {
    /// It is on disk.
    Written,
    /// Another one of the same task has not come to its end. Nothing was written.
    UnderWay,
    /// It goes over these limits without the person's extra yes. Nothing was written.
    Over(Vec<OverLimit>),
}

impl Journal {
    /// Writes the intent of a retry, and binds what it may cost. On disk when this returns.
    pub(crate) async fn intend_retry(
        &self,
        server: &str,
        retry: RetryRecord,
        bond: Bond,
    ) -> Result<RetryIntent, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let root = root_of(&tx, &server, &retry.task_id.0)?;
            let open: bool = tx.query_row(
                "SELECT EXISTS (SELECT 1 FROM retries WHERE server = ?1 AND root_id = ?2
                   AND phase IN ('sending', 'in_doubt'))",
                [&server, &root],
                |row| row.get(0),
            )?;
            if open {
                return Ok(RetryIntent::UnderWay);
            }
            let spend = Spend {
                kind: Kind::Retry,
                id: &retry.retry_id.0,
                server: &server,
                at: retry.created_at,
            };
            if let Err(over) = bind(&tx, spend, &bond)? {
                return Ok(RetryIntent::Over(over));
            }
            tx.execute(
                "INSERT INTO retries (retry_id, server, sender, phase, task_id, root_id, before, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                params![
                    retry.retry_id.0,
                    server,
                    retry.sender,
                    retry.phase.as_str(),
                    retry.task_id.0,
                    root,
                    to_json(&retry.before),
                    retry.created_at,
                ],
            )?;
            tx.commit()?;
            Ok(RetryIntent::Written)
        })
        .await
    }

    /// Notes that a retry is about to leave: from here on it may be taken. Fails unless it is still
    /// being sent by what is on disk.
    pub(crate) async fn seal_retry(&self, retry_id: &RetryId) -> Result<(), Refusal> {
        let id = retry_id.0.clone();
        self.with(move |db| {
            let sealed = db.execute(
                "UPDATE retries SET sealed = 1 WHERE retry_id = ?1 AND phase = ?2",
                [id.as_str(), RetryPhase::Sending.as_str()],
            )?;
            match sealed {
                1 => Ok(()),
                rows => Err(rusqlite::Error::StatementChangedRows(rows)),
            }
        })
        .await
    }

    /// Takes a retry a step on, with the task that goes on or the link that came with the refusal.
    /// Where another process was first it stays as that one left it, and the answer is `false`.
    pub(crate) async fn settle_retry(
        &self,
        retry_id: &RetryId,
        phase: RetryPhase,
        made_id: Option<String>,
        top_up_link: Option<String>,
        now: Millis,
    ) -> Result<bool, Refusal> {
        let id = retry_id.0.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if !settle(
                &tx,
                &id,
                phase,
                made_id.as_deref(),
                top_up_link.as_deref(),
                now,
            )? {
                return Ok(false);
            }
            tx.commit()?;
            Ok(true)
        })
        .await
    }

    /// Settles a retry whose sender `dead` has died: what had not left was not sent, what had is in
    /// doubt. From here on it is `sender`'s to look up, unless another process was first. The retry
    /// as it then stands.
    pub(crate) async fn settle_left_retry(
        &self,
        retry_id: &RetryId,
        dead: &str,
        sender: &str,
        now: Millis,
    ) -> Result<RetryRecord, Refusal> {
        let id = retry_id.0.clone();
        let (dead, sender) = (dead.to_owned(), sender.to_owned());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let (word, sealed): (String, bool) = tx.query_row(
                "SELECT phase, sealed FROM retries WHERE retry_id = ?1",
                [&id],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            if RetryPhase::parse(&word) == RetryPhase::Sending {
                let left = match sealed {
                    true => RetryPhase::InDoubt,
                    false => RetryPhase::NotSent,
                };
                advance(&tx, &id, left)?;
                tx.execute(
                    "UPDATE retries SET ended_at = ?2 WHERE retry_id = ?1",
                    params![id, (!sealed).then_some(now)],
                )?;
            }
            tx.execute(
                "UPDATE retries SET sender = ?3 WHERE retry_id = ?1 AND sender = ?2",
                [&id, &dead, &sender],
            )?;
            let query = "SELECT * FROM retries WHERE retry_id = ?1";
            let record = tx.query_row(query, [id], read)?;
            tx.commit()?;
            Ok(record)
        })
        .await
    }

    /// The retries of a server that have not come to their end.
    pub(crate) async fn open_retries(&self, server: &str) -> Result<Vec<RetryRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT * FROM retries WHERE server = ?1 AND phase IN ('sending', 'in_doubt')
                 ORDER BY created_at",
            )?;
            query.query_map([server], read)?.collect()
        })
        .await
    }

    /// How often a task was made again, and whether a retry of it has not come to its end.
    pub(crate) async fn retries_of(
        &self,
        server: &str,
        task_id: &TaskId,
    ) -> Result<(u32, bool), Refusal> {
        let (server, task_id) = (server.to_owned(), task_id.0.clone());
        self.with(move |db| {
            let tx = db.transaction()?;
            let root = root_of(&tx, &server, &task_id)?;
            tx.query_row(
                "SELECT count(*) FILTER (WHERE phase = 'taken'),
                        count(*) FILTER (WHERE phase IN ('sending', 'in_doubt')) > 0
                 FROM retries WHERE server = ?1 AND root_id = ?2",
                [server, root],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
        })
        .await
    }

    /// The link that came with the refusal of a retry, exactly as it came.
    pub(crate) async fn retry_top_up_link(
        &self,
        retry_id: &RetryId,
    ) -> Result<Option<String>, Refusal> {
        let id = retry_id.0.clone();
        self.with(move |db| {
            let query = "SELECT top_up_link FROM retries WHERE retry_id = ?1";
            let link = db.query_row(query, [id], |row| row.get(0)).optional()?;
            Ok(link.flatten())
        })
        .await
    }
}

/// The first of the tasks that this one was made again from: itself where it was not.
pub(super) fn root_of(
    tx: &Transaction<'_>,
    server: &str,
    task_id: &str,
) -> rusqlite::Result<String> {
    let root = tx
        .query_row(
            "SELECT root_id FROM retries WHERE server = ?1 AND made_id = ?2 LIMIT 1",
            [server, task_id],
            |row| row.get(0),
        )
        .optional()?;
    Ok(root.unwrap_or_else(|| task_id.to_owned()))
}

/// Takes a retry a step on. `false` where somebody else was first: nothing is changed then.
pub(super) fn settle(
    tx: &Transaction<'_>,
    id: &str,
    phase: RetryPhase,
    made_id: Option<&str>,
    top_up_link: Option<&str>,
    now: Millis,
) -> rusqlite::Result<bool> {
    if !advance(tx, id, phase)? {
        return Ok(false);
    }
    let ended = (phase != RetryPhase::InDoubt).then_some(now);
    tx.execute(
        "UPDATE retries SET made_id = ?2, top_up_link = ?3, ended_at = ?4
         WHERE retry_id = ?1",
        params![id, made_id, top_up_link, ended],
    )?;
    Ok(true)
}

fn read(row: &Row<'_>) -> rusqlite::Result<RetryRecord> {
    Ok(RetryRecord {
        retry_id: RetryId(row.get("retry_id")?),
        sender: row.get("sender")?,
        phase: RetryPhase::parse(&row.get::<_, String>("phase")?),
        task_id: TaskId(row.get("task_id")?),
        before: json(&row.get::<_, String>("before")?),
        created_at: row.get("created_at")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn journal(folder: &std::path::Path) -> Journal {
        let opened = Journal::open(&folder.join("journal.db")).await;
        opened.expect("a journal").journal
    }

    fn retry(number: Millis, task_id: &str) -> RetryRecord {
        RetryRecord {
            retry_id: RetryId(number.to_string()),
            sender: "killed".to_owned(),
            phase: RetryPhase::Sending,
            task_id: task_id.into(),
            before: Before {
                finished_at: Some(number),
                ..Before::default()
            },
            created_at: number,
        }
    }

    #[tokio::test]
    async fn a_second_retry_waits_for_the_end_of_the_first() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = journal(folder.path()).await;
        let intend = |number| journal.intend_retry("s", retry(number, "t"), Bond::default());
        assert_eq!(intend(1).await, Ok(RetryIntent::Written));
        assert_eq!(intend(2).await, Ok(RetryIntent::UnderWay));
        assert_eq!(journal.retries_of("s", &"t".into()).await, Ok((0, true)));
        let id = RetryId::from("1");
        let doubt = journal.settle_retry(&id, RetryPhase::InDoubt, None, None, 3);
        assert!(doubt.await.expect("written"));
        assert_eq!(intend(2).await, Ok(RetryIntent::UnderWay));
        assert!(journal.seal_retry(&"1".into()).await.is_err());
        let open = journal.open_retries("s").await.expect("readable");
        assert_eq!(open[0].phase, RetryPhase::InDoubt);
        let end = |phase| journal.settle_retry(&id, phase, None, None, 4);
        assert!(end(RetryPhase::NotSent).await.expect("written"));
        assert!(!end(RetryPhase::Taken).await.expect("somebody was first"));
        assert_eq!(intend(2).await, Ok(RetryIntent::Written));
    }

    #[tokio::test]
    async fn what_a_dead_process_left_was_not_sent_or_is_in_doubt() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = journal(folder.path()).await;
        for (task, sealed, expected) in [
            ("t", false, RetryPhase::NotSent),
            ("u", true, RetryPhase::InDoubt),
        ] {
            let retry = RetryRecord {
                retry_id: task.into(),
                ..retry(1, task)
            };
            let id = retry.retry_id.clone();
            let intended = journal.intend_retry("s", retry, Bond::default());
            assert_eq!(intended.await, Ok(RetryIntent::Written));
            if sealed {
                journal.seal_retry(&id).await.expect("sealed");
            }
            let settle = |sender| journal.settle_left_retry(&id, "killed", sender, 2);
            let left = settle("next").await.expect("settled");
            assert_eq!((left.phase, &*left.sender), (expected, "next"));
            let later = settle("later").await.expect("settled");
            assert_eq!(later.sender, "next", "one process looks it up");
            assert!(
                journal.seal_retry(&id).await.is_err(),
                "it never leaves now"
            );
        }
    }
}
