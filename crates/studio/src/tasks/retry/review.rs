//! What a retry means, before the yes. There is no other way to the paying call.

use std::sync::Arc;

use contract::{Code, OverLimit, Refusal, RetryId, RetryReview, Service, SpendLimits, TaskId};
use riffkit::{Task, TaskKind};

use crate::Studio;
use crate::lock::held;
use crate::spending::{Bond, Calendar, Overrun};
use crate::tasks::{can_retry, view};

/// Retries after which the next one is advised against.
const ADVISED_AFTER: u32 = 2;

/// A task that was shown, ready to be made again as it was shown. Made here alone.
#[derive(Debug)]
pub(super) struct ReviewedRetry {
    pub(super) retry_id: RetryId,
    pub(super) task: Task,
    at_most: f64,
    videos: u32,
    overrun: Overrun,
}

impl ReviewedRetry {
    pub(super) fn task_id(&self) -> TaskId {
        TaskId(self.task.id.clone())
    }

    /// Whether the task is still where it was when it was shown.
    pub(super) fn still_holds(&self, now: &Task) -> bool {
        now.status == self.task.status && now.finished_at == self.task.finished_at
    }

    /// What it may cost.
    pub(super) fn bond(&self, calendar: Calendar) -> Bond {
        Bond {
            at_most: self.at_most,
            videos: self.videos,
            allowed: self.overrun.allowed(),
            calendar,
        }
    }
}

impl Studio {
    /// Says what a retry of a task means: what it can cost at most, what is left, and what can be
    /// mended first. Makes every earlier review of a retry void.
    ///
    /// # Errors
    /// [`Code::CannotRetry`] for a task that did not fail, or longer than a day ago;
    /// [`Code::InDoubt`] while nobody knows whether the service took an earlier retry of it; those
    /// of the read; that of the balance where a limit is set, and nothing else bounds what it can cost.
    pub async fn review_retry(&self, task_id: &TaskId) -> Result<RetryReview, Refusal> {
        let core = &self.core;
        *held(&core.retries.review) = None;
        let task = self.read_task(task_id).await?;
        if !can_retry(&view(&task), core.now()) {
            return Err(Code::CannotRetry.into());
        }
        let (mut retries, mut is_open) =
            core.journal.retries_of(&core.server_name, task_id).await?;
        if is_open {
            // Whoever sent it may have died since this run began.
            self.recover_retries().await?;
            (retries, is_open) = core.journal.retries_of(&core.server_name, task_id).await?;
        }
        if is_open {
            return Err(Code::InDoubt.into());
        }
        let (left, causes, limits) = futures_util::join!(
            self.seconds_left(),
            self.fixable_causes(&task, retries >= ADVISED_AFTER),
            self.service_facts(),
        );
        if let Err(refusal) = limits {
            tracing::info!(%refusal, "the deployment's caps could not be read");
        }
        let longest = core.facts().longest_video();
        let retry_id = RetryId(uuid::Uuid::now_v7().to_string());
        let videos = self.videos_of(&task);
        let at_most_seconds = videos.map(|videos| f64::from(videos) * longest);
        let at_most = match (at_most_seconds, &left) {
            (Some(seconds), _) => seconds,
            // Where nobody can say how many videos it makes, no more can be spent than there is.
            (None, Ok(left)) => left.max(longest),
            // Nor how much that is: a limit could not be kept.
            (None, Err(refusal)) => {
                let limits = core.journal.spend_limits(Service::Riffkit).await?;
                if limits != SpendLimits::default() {
                    return Err(refusal.clone());
                }
                longest
            }
        };
        let over_limits = self.over_limits(Service::Riffkit, at_most).await?;
        let review = RetryReview {
            retry_id: retry_id.clone(),
            task_id: task_id.clone(),
            at_most_seconds,
            left_seconds: left.ok(),
            over_limits: over_limits.clone(),
            causes,
        };
        *held(&core.retries.review) = Some(Arc::new(ReviewedRetry {
            retry_id,
            task,
            at_most,
            videos: videos.unwrap_or(1),
            overrun: Overrun::shown(over_limits),
        }));
        Ok(review)
    }

    /// What is left, in seconds of video: one of the few times that the balance is asked for.
    ///
    /// # Errors
    /// Those of the read.
    async fn seconds_left(&self) -> Result<f64, Refusal> {
        let (credits, rate) = futures_util::join!(self.read_credits(), self.rate());
        let left = credits.map(|credits| rate.seconds(credits.available));
        if let Err(refusal) = &left {
            tracing::info!(%refusal, "the balance could not be read");
        }
        left
    }

    /// How many videos may come of a task, each of them as long as the deployment's cap at most:
    /// neither the number of segments nor the source's length bounds it more narrowly (contract,
    /// "General constraints"). An analysis is free, but the service chains a video to it for each
    /// character of its order; of an order made elsewhere that number is not known here. One without
    /// a batch is a template's new analysis, to which nothing is chained.
    fn videos_of(&self, task: &Task) -> Option<u32> {
        if task.kind == TaskKind::Pipeline {
            return Some(1);
        }
        let Some(batch_id) = &task.batch_id else {
            return (task.kind == TaskKind::Analyze).then_some(0);
        };
        let order_id = self.core.desk.batches().remove(batch_id)?;
        let characters = self.order(&order_id)?.characters.len().max(1);
        u32::try_from(characters).ok()
    }

    /// Takes the one review that may be sent, if it is this one.
    pub(super) fn take_retry_review(
        &self,
        retry_id: &RetryId,
    ) -> Result<Arc<ReviewedRetry>, Refusal> {
        let mut place = held(&self.core.retries.review);
        match place.as_ref() {
            Some(reviewed) if reviewed.retry_id == *retry_id => {
                place.take().ok_or_else(|| Refusal::new(Code::RetryVoid))
            }
            _ => Err(Code::RetryVoid.into()),
        }
    }

    /// The extra yes to the one review that may be sent, if it is this one and showed this.
    pub(crate) fn allow_retry(&self, id: &RetryId, over: &[OverLimit]) -> Result<(), Refusal> {
        match held(&self.core.retries.review).as_ref() {
            Some(reviewed) if reviewed.retry_id == *id && reviewed.overrun.agree(over) => Ok(()),
            _ => Err(Code::RetryVoid.into()),
        }
    }

    /// Puts a review back whose retry could not be begun, so that the same yes can be given again.
    pub(super) fn put_retry_review_back(&self, reviewed: Arc<ReviewedRetry>) {
        held(&self.core.retries.review).get_or_insert(reviewed);
    }
}
