//! A retry that left and was not answered: looked up at the service until it is known whether it was
//! taken, and never sent again.

use std::time::Duration;

use crate::Studio;
use crate::journal::{Before, RetryPhase, RetryRecord};
use crate::tasks::view;
use contract::{Code, Event, Millis, Refusal, TaskId};
use riffkit::{BatchStatus, Task};

/// A retry that is not seen at the service for so long after it left was not taken.
const SEEN_WITHIN: Millis = 10 * 60 * 1000;
/// At a sandbox on this machine, which does the work before it answers.
const SEEN_WITHIN_BY_SANDBOX: Millis = 15 * 1000;
/// Whether retries have come to their end is looked up this often.
const GLANCE: Duration = Duration::from_secs(1);
/// A task is made again within a day of its end, or not at all (contract,
/// `POST /api/tasks/{task_id}/retry`): one that is not known for so long is looked for no more.
const RETRIED_WITHIN: Millis = 24 * 60 * 60 * 1000;
/// The longest pause between two looks.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

impl Studio {
    /// Goes on with what a dead process left: what had left is in doubt, what had not was not sent.
    pub(crate) async fn recover_retries(&self) -> Result<(), Refusal> {
        let core = &self.core;
        for record in core.journal.open_retries(&core.server_name).await? {
            if !core.sender.has_died(&record.sender) {
                continue;
            }
            // Judged anew from the disk: its sender may have got further before it died.
            let (dead, now) = (&record.sender, core.now());
            let id = &record.retry_id;
            let left = core
                .journal
                .settle_left_retry(id, dead, core.sender.id(), now);
            let left = left.await?;
            tracing::info!(retry_id = %left.retry_id, phase = left.phase.as_str(), "an earlier run left this retry");
            if left.phase == RetryPhase::InDoubt && left.sender == core.sender.id() {
                self.follow_doubt(left);
            }
        }
        Ok(())
    }

    /// Waits until every retry of this machine is known to have been taken or not, or nobody is signed
    /// in to look. An order of which a task was made again is watched again by then.
    ///
    /// # Errors
    /// [`Code::JournalFailed`].
    pub async fn retries_settled(&self) -> Result<(), Refusal> {
        let core = &self.core;
        loop {
            let open = {
                let _adopted = core.retries.adopting.lock().await;
                core.journal.open_retries(&core.server_name).await?
            };
            if open.is_empty() || !core.sessions.is_signed_in() {
                return Ok(());
            }
            core.ports.clock.sleep(GLANCE).await;
        }
    }

    /// Looks a retry up in the background until it is known what became of it.
    pub(super) fn follow_doubt(&self, record: RetryRecord) {
        let studio = self.clone();
        self.core.spawn(async move {
            let core = &studio.core;
            let mut pause = core.server.pace(core.preferences().poll_seconds);
            let patience = if core.server.is_sandbox() {
                SEEN_WITHIN_BY_SANDBOX
            } else {
                SEEN_WITHIN
            };
            loop {
                core.ports.clock.sleep(pause).await;
                pause = pause.saturating_mul(2).min(LONGEST_PAUSE);
                // What is not there when a look ends may have come while it was made.
                let waited = core.now() - record.created_at;
                match studio.look_for_retry(&record).await {
                    Ok(Seen::Made(made)) => {
                        if let Err(refusal) = studio.adopt_retry(&record, made, None).await {
                            tracing::info!(%refusal, "a retry was taken; its task could not be read");
                        }
                        return;
                    }
                    Ok(Seen::AsBefore) if waited > patience => {
                        studio.note_retry(&record, RetryPhase::NotSent, None).await;
                        core.tell(Event::Trouble(Code::NotSent.into()));
                        return;
                    }
                    Ok(Seen::Nothing) if waited > RETRIED_WITHIN => {
                        if studio.is_of_another(&record).await {
                            continue;
                        }
                        studio.note_retry(&record, RetryPhase::NotSent, None).await;
                        return;
                    }
                    Ok(Seen::AsBefore | Seen::Nothing) => {}
                    Err(refusal) => tracing::info!(%refusal, "a look for a retry failed"),
                }
            }
        });
    }

    /// Whether its order is another account's than the one that is signed in, which is told nothing of it.
    async fn is_of_another(&self, record: &RetryRecord) -> bool {
        let batch_id = record.before.batch_id.as_deref();
        let order_id = batch_id.and_then(|id| self.core.desk.batches().remove(id));
        match order_id {
            Some(order_id) => self.another_that_ordered(&order_id).await.is_some(),
            None => false,
        }
    }

    /// Whether the service has taken a retry: the task that goes on, if it shows.
    pub(super) async fn look_for_retry(&self, record: &RetryRecord) -> Result<Seen, Refusal> {
        let task = known(self.read_task(&record.task_id).await)?;
        let is_known = task.is_some();
        if let Some(task) = task.filter(|task| has_moved(&record.before, task)) {
            return Ok(Seen::Made(TaskId(task.id)));
        }
        let api = &self.core.api;
        let batch = match record.before.batch_id.as_deref() {
            None => None,
            Some(batch_id) => known(
                self.read(|session| async move { api.batch(&session, batch_id).await })
                    .await,
            )?,
        };
        let made = batch.and_then(|batch| new_task(&record.before, &batch));
        Ok(match made {
            Some(made) => Seen::Made(made),
            None if is_known => Seen::AsBefore,
            // Another account's session, or a service that has forgotten it: neither says anything.
            None => Seen::Nothing,
        })
    }
}

/// What a look for a retry found.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// It was taken: the task that goes on.
    Made(TaskId),
    /// The task as it was before: not taken, so far.
    AsBefore,
    /// The task is not known there.
    Nothing,
}

/// What was read, unless it is not there.
fn known<T>(read: Result<T, Refusal>) -> Result<Option<T>, Refusal> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(refusal) if refusal.code == Code::NotFound => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// Whether a task is no longer the failure that it was.
fn has_moved(before: &Before, task: &Task) -> bool {
    let view = view(task);
    let is_open = !view.status.has_ended();
    is_open || view.finished_at != before.finished_at
}

/// The task that the batch has got since, of the same kind, and not with somebody else in it: that one
/// was made by the retry of another task of the batch.
fn new_task(before: &Before, batch: &BatchStatus) -> Option<TaskId> {
    let is_anothers = |task: &Task| {
        let both = before.character_id.as_ref().zip(task.character_id.as_ref());
        both.is_some_and(|(ours, theirs)| ours != theirs)
    };
    let is_new = |task: &&Task| {
        !before.task_ids.contains(&task.id)
            && task.kind.as_str() == before.kind
            && !is_anothers(task)
    };
    let mut tasks = batch.tasks.iter();
    tasks.find(is_new).map(|task| TaskId(task.id.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before() -> Before {
        Before {
            batch_id: Some("b".to_owned()),
            kind: "pipeline".to_owned(),
            character_id: Some("caden".to_owned()),
            finished_at: Some(1_000),
            task_ids: vec!["a".to_owned(), "t".to_owned()],
        }
    }

    fn task(json: serde_json::Value) -> Task {
        serde_json::from_value(json).expect("a task")
    }

    #[test]
    fn a_task_that_waits_runs_or_ended_anew_was_taken() {
        for (status, finished_at, expected) in [
            ("failed", "1970-01-01T00:00:01", false),
            ("queued", "", true),
            ("running", "", true),
            ("failed", "1970-01-01T00:00:09", true),
            ("completed", "1970-01-01T00:00:09", true),
        ] {
            let json = serde_json::json!({"id": "t", "status": status, "finished_at": finished_at});
            assert_eq!(has_moved(&before(), &task(json)), expected, "{status}");
        }
    }

    #[test]
    fn a_new_task_of_the_same_kind_was_made_by_the_retry() {
        let batch = |kind: &str, id: &str| BatchStatus {
            tasks: vec![
                task(serde_json::json!({"id": "t", "type": "pipeline", "status": "failed"})),
                task(serde_json::json!({"id": id, "type": kind, "status": "queued"})),
            ],
            ..BatchStatus::default()
        };
        assert_eq!(
            new_task(&before(), &batch("pipeline", "u")),
            Some("u".into())
        );
        assert_eq!(new_task(&before(), &batch("analyze", "u")), None);
        assert_eq!(new_task(&before(), &batch("pipeline", "a")), None);
    }

    #[test]
    fn what_was_made_again_of_another_task_is_no_answer_to_ours() {
        let batch = |character: &str| BatchStatus {
            tasks: vec![task(serde_json::json!({
                "id": "u", "type": "pipeline", "status": "queued", "character_id": character
            }))],
            ..BatchStatus::default()
        };
        assert_eq!(new_task(&before(), &batch("caden")), Some("u".into()));
        assert_eq!(new_task(&before(), &batch("chloe")), None);
    }
}
