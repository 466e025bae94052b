//! The one place that makes the paying call of a retry, and what its answer means.

use std::sync::Arc;

use super::doubt::Seen;
use super::review::ReviewedRetry;
use crate::Studio;
use crate::failure::refusal_of;
use crate::journal::{Before, RetryIntent, RetryPhase, RetryRecord};
use crate::spending;
use crate::tasks::{can_retry, view};
use contract::{Code, Event, NextStep, Refusal, RetryId, Service, TaskDetail, TaskId, TaskStatus};
use riffkit::{Session, Task};
use tokio::sync::oneshot;
use wire::Failure;
use wire::upload::{Aborted, Hooks};

impl Studio {
    /// The yes to a retry: makes exactly the reviewed task again, once, and waits for the answer. An
    /// order of ours that it belongs to is watched again.
    ///
    /// # Errors
    /// [`Code::RetryVoid`] where the review is unknown, was used, or the task has moved since;
    /// [`Code::OverLimit`] without the extra yes;
    /// [`Code::NotEnoughSeconds`] (the link is [`Studio::retry_top_up_link`]); [`Code::CannotRetry`]
    /// in the service's words; [`Code::InDoubt`] where no answer came: what became of it is looked up
    /// until it is known, and it is never sent again.
    pub async fn retry_task(&self, retry_id: &RetryId) -> Result<TaskDetail, Refusal> {
        let reviewed = self.take_retry_review(retry_id)?;
        let (answer, heard) = oneshot::channel();
        let studio = self.clone();
        // In a task of its own: a front that no longer waits must not cut a paying call off.
        self.core.spawn(async move {
            let made = studio.make_again(reviewed).await;
            // Nobody may be waiting any more.
            let _ = answer.send(made);
        });
        // Closed in the middle: what the journal says of it is found by the next run.
        heard.await.unwrap_or(Err(Code::InDoubt.into()))
    }

    async fn make_again(&self, reviewed: Arc<ReviewedRetry>) -> Result<TaskDetail, Refusal> {
        let core = &self.core;
        let _turn = core.retries.turn.lock().await;
        let (session, record) = match self.begin_retry(&reviewed).await {
            Ok(begun) => begun,
            Err(refusal) => {
                if !matches!(refusal.code, Code::RetryVoid | Code::InDoubt) {
                    self.put_retry_review_back(reviewed);
                }
                return Err(refusal);
            }
        };
        let hooks = Hooks::none().before_last({
            let (studio, retry_id) = (self.clone(), record.retry_id.clone());
            move || {
                Box::pin(async move {
                    let sealed = studio.core.journal.seal_retry(&retry_id).await;
                    sealed.map_err(|_| Aborted)?;
                    studio.core.retries.awaited.send_replace(true);
                    Ok(())
                })
            }
        });
        let answer = core.api.retry(&session, &record.task_id.0, hooks).await;
        let made = match answer {
            Ok(answer) => {
                let made = answer.task_id.map_or(record.task_id.clone(), TaskId);
                self.adopt_retry(&record, made, Some(&reviewed.task)).await
            }
            Err(failure) => self.retry_failed(&session, &record, &failure).await,
        };
        core.retries.awaited.send_replace(false);
        made
    }

    /// Looks whether the task is still where it was, and writes the intent.
    async fn begin_retry(
        &self,
        reviewed: &ReviewedRetry,
    ) -> Result<(Arc<Session>, RetryRecord), Refusal> {
        let core = &self.core;
        let task = self.read_task(&reviewed.task_id()).await?;
        if !reviewed.still_holds(&task) {
            return Err(Code::RetryVoid.into());
        }
        if !can_retry(&view(&task), core.now()) {
            // Its day has ended between the question and the yes.
            return Err(Code::CannotRetry.into());
        }
        let before = self.before_retry(&task).await?;
        let session = core.sessions.current();
        let session = session.ok_or_else(|| Refusal::new(Code::NotSignedIn))?;
        let record = RetryRecord {
            retry_id: reviewed.retry_id.clone(),
            sender: core.sender.id().to_owned(),
            phase: RetryPhase::Sending,
            task_id: reviewed.task_id(),
            before,
            created_at: core.now(),
        };
        let bond = reviewed.bond(self.calendar());
        let intended = core
            .journal
            .intend_retry(&core.server_name, record.clone(), bond);
        match intended.await? {
            RetryIntent::Written => {
                core.spending.moved();
                Ok((session, record))
            }
            RetryIntent::UnderWay => Err(Code::InDoubt.into()),
            RetryIntent::Over(over) => Err(spending::refusal(Service::Riffkit, &over)),
        }
    }

    /// The task and its batch as they are before it is made again.
    async fn before_retry(&self, task: &Task) -> Result<Before, Refusal> {
        let task_ids = match task.batch_id.as_deref() {
            Some(batch_id) => self.batch_task_ids(batch_id).await?,
            None => Vec::new(),
        };
        Ok(Before {
            batch_id: task.batch_id.clone(),
            kind: task.kind.as_str().to_owned(),
            character_id: task.character_id.clone(),
            finished_at: task.finished_at.map(|at| at.as_millisecond()),
            task_ids,
        })
    }

    async fn batch_task_ids(&self, batch_id: &str) -> Result<Vec<String>, Refusal> {
        let api = &self.core.api;
        let batch = self
            .read(|session| async move { api.batch(&session, batch_id).await })
            .await?;
        Ok(batch.tasks.into_iter().map(|task| task.id).collect())
    }

    async fn retry_failed(
        &self,
        session: &Arc<Session>,
        record: &RetryRecord,
        failure: &Failure,
    ) -> Result<TaskDetail, Refusal> {
        tracing::warn!(retry_id = %record.retry_id, %failure, "a retry was not answered with a task");
        if failure.may_have_been_taken() {
            self.note_retry(record, RetryPhase::InDoubt, None).await;
            if let Ok(Seen::Made(made)) = self.look_for_retry(record).await {
                return self.adopt_retry(record, made, None).await;
            }
            self.follow_doubt(record.clone());
            return Err(Code::InDoubt.into());
        }
        if let Some(insufficient) = riffkit::insufficient(failure) {
            let link = insufficient.topup_url.clone();
            self.note_retry(record, RetryPhase::Refused, link).await;
            return Err(self.shortfall(&insufficient).await);
        }
        if failure.status() == Some(401) {
            self.lose_session(session).await;
        }
        let phase = match failure {
            Failure::Status { .. } | Failure::NotTheService { .. } => RetryPhase::Refused,
            _ => RetryPhase::NotSent,
        };
        self.note_retry(record, phase, None).await;
        Err(refused(failure))
    }

    /// The service has taken a retry: `made` is the task that goes on.
    pub(super) async fn adopt_retry(
        &self,
        record: &RetryRecord,
        made: TaskId,
        known: Option<&Task>,
    ) -> Result<TaskDetail, Refusal> {
        let core = &self.core;
        if let Err(refusal) = self.go_on(record, &made).await {
            // It was taken all the same; a later run finds it in doubt and sees it at the service.
            core.tell(Event::Trouble(refusal));
        }
        core.spending.moved();
        match (self.task(&made).await, known) {
            (Ok(detail), _) => Ok(detail),
            (Err(_), Some(task)) => {
                let mut detail = self.detail_of(task).await;
                detail.task.task_id = made;
                detail.task.status = TaskStatus::Queued;
                detail.task.error = None;
                detail.task.refusal = None;
                detail.task.finished_at = None;
                (detail.can_cancel, detail.can_retry) = (true, false);
                Ok(detail)
            }
            (Err(refusal), None) => Err(refusal),
        }
    }

    /// Settles a retry as taken, and watches its order again.
    async fn go_on(&self, record: &RetryRecord, made: &TaskId) -> Result<(), Refusal> {
        let core = &self.core;
        let _adopting = core.retries.adopting.lock().await;
        let (id, batch_id) = (&record.retry_id, record.before.batch_id.as_deref());
        let taken = core
            .journal
            .take_retry(&core.server_name, id, &made.0, batch_id, core.now());
        match (batch_id, taken.await?) {
            (Some(batch_id), reopened) => self.show_reopened(batch_id, reopened).await,
            (None, _) => Ok(()),
        }
    }

    /// Notes what came of a retry. Where that can't be written, a later run finds it in doubt.
    pub(super) async fn note_retry(
        &self,
        record: &RetryRecord,
        phase: RetryPhase,
        top_up_link: Option<String>,
    ) {
        let core = &self.core;
        let settled =
            core.journal
                .settle_retry(&record.retry_id, phase, None, top_up_link, core.now());
        if let Err(refusal) = settled.await {
            core.tell(Event::Trouble(refusal));
        }
        core.spending.moved();
    }
}

/// A refusal of a retry of which the service took nothing.
fn refused(failure: &Failure) -> Refusal {
    match failure {
        Failure::Status {
            status: 400 | 409 | 410,
            detail,
            ..
        } => {
            let refusal = Refusal::new(Code::CannotRetry);
            match detail.text() {
                Some(text) => refusal.with("detail", text),
                None => refusal,
            }
        }
        // The gate said no: that it leaves could not be written down.
        Failure::Withheld => Code::JournalFailed.into(),
        _ => {
            let refusal = refusal_of(failure);
            match refusal.code {
                Code::Offline => refusal.then(NextStep::ReviewAgain),
                _ => refusal,
            }
        }
    }
}
