//! Tasks that fail although they were made again.

use contract::{Millis, Refusal, TaskId};
use rusqlite::{OptionalExtension as _, TransactionBehavior};

use super::retries::{Before, root_of};
use super::{Journal, json};

/// A failed task as it was seen.
#[derive(Clone, Debug)]
pub(crate) struct Failed {
    pub(crate) task_id: TaskId,
    pub(crate) finished_at: Option<Millis>,
}

/// Retries after which another failure is worth a word (contract, "Proactively flag anomalies").
const FLAGGED_AFTER: u32 = 2;

impl Journal {
    /// Of these failed tasks, those that were made again twice and more and failed once more since;
    /// each is named once for each of its failures.
    pub(crate) async fn failed_again(
        &self,
        server: &str,
        failed: Vec<Failed>,
    ) -> Result<Vec<TaskId>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let mut again = Vec::new();
            for seen in failed {
                let root = root_of(&tx, &server, &seen.task_id.0)?;
                let last = tx
                    .query_row(
                        "SELECT retry_id, before, coalesce(made_id, task_id), told, count(*) OVER ()
                         FROM retries WHERE server = ?1 AND root_id = ?2 AND phase = 'taken'
                         ORDER BY created_at DESC, retry_id DESC LIMIT 1",
                        [&server, &root],
                        |row| {
                            let before: Before = json(&row.get::<_, String>(1)?);
                            Ok((
                                row.get::<_, String>(0)?,
                                before.finished_at,
                                row.get::<_, String>(2)?,
                                row.get::<_, bool>(3)?,
                                row.get::<_, u32>(4)?,
                            ))
                        },
                    )
                    .optional()?;
                let Some((retry_id, finished_before, goes_on, told, times)) = last else {
                    continue;
                };
                // What was read before the last retry is that retry's reason, not its end.
                let is_its_end = goes_on == seen.task_id.0 && seen.finished_at != finished_before;
                if !told && times >= FLAGGED_AFTER && is_its_end {
                    tx.execute(
                        "UPDATE retries SET told = 1 WHERE retry_id = ?1",
                        [retry_id],
                    )?;
                    again.push(seen.task_id);
                }
            }
            tx.commit()?;
            Ok(again)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use contract::RetryId;

    use super::super::{RetryIntent, RetryRecord};
    use super::*;
    use crate::journal::RetryPhase;
    use crate::spending::Bond;

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

    async fn taken(journal: &Journal, retry: RetryRecord, made: &str) {
        let id = retry.retry_id.clone();
        let intended = journal.intend_retry("s", retry, Bond::default());
        assert_eq!(intended.await, Ok(RetryIntent::Written));
        journal.seal_retry(&id).await.expect("sealed");
        let made = Some(made.to_owned());
        let settled = journal.settle_retry(&id, RetryPhase::Taken, made, None, 9);
        assert!(settled.await.expect("written"));
    }

    #[tokio::test]
    async fn the_failure_after_the_second_retry_is_named_once() {
        let folder = tempfile::tempdir().expect("folder");
        let journal = journal(folder.path()).await;
        let failed = |task_id: &str, finished_at| {
            vec![Failed {
                task_id: task_id.into(),
                finished_at: Some(finished_at),
            }]
        };
        taken(&journal, retry(1, "t"), "t").await;
        let again = journal.failed_again("s", failed("t", 2)).await;
        assert_eq!(again, Ok(Vec::new()), "only once so far");
        // The service may go on with a new task.
        taken(&journal, retry(2, "t"), "u").await;
        let again = journal.failed_again("s", failed("t", 2)).await;
        assert_eq!(again, Ok(Vec::new()), "the old one says nothing new");
        assert_eq!(journal.retries_of("s", &"u".into()).await, Ok((2, false)));
        let again = journal.failed_again("s", failed("u", 5)).await;
        assert_eq!(again, Ok(vec!["u".into()]));
        let again = journal.failed_again("s", failed("u", 5)).await;
        assert_eq!(again, Ok(Vec::new()), "told already");
        taken(&journal, retry(5, "u"), "u").await;
        let again = journal.failed_again("s", failed("u", 5)).await;
        assert_eq!(again, Ok(Vec::new()), "read before it was made again");
        let again = journal.failed_again("s", failed("u", 6)).await;
        assert_eq!(again, Ok(vec!["u".into()]), "a third time");
    }
}
