//! Watching what was ordered: one poll per batch however many views look, at the service's pace,
//! asleep when nothing runs.

mod vanished;

use std::time::Duration;

use contract::{Code, Millis, OrderId, OrderNote, Refusal, TaskView};

use riffkit::Task;

use crate::Studio;
use crate::batch::{Ending, ending, is_queued};
use crate::failure::refusal_of;
use crate::journal::{OrderEnd, OrderPhase};
use crate::library::Collected;
use crate::orders::Entry;
use crate::tasks;
use crate::turns::{Turns, pause_asked};

/// Queued for longer: the service is at its limit of 10 at once (contract, "Flow").
const BUSY_AFTER: Millis = 2 * 60 * 1000;
/// Longer than any riff should take (3 to 8 minutes by contract): looked at less often.
const LONG_AFTER: Millis = 15 * 60 * 1000;
const LONG_PACE: Duration = Duration::from_secs(60);
/// How long a reel may take to be listed once its task has ended.
const LISTED_WITHIN: Millis = 10 * 60 * 1000;

/// How long what the journal has of a batch stands for what was heard of it since, unchanged.
const KEPT_FOR: Millis = 5 * 60 * 1000;

/// When each open batch is looked at next.
pub(crate) type Watch = Turns<OrderId>;

impl Studio {
    /// Looks at an order's batch now instead of at its turn. One in doubt is looked for, and one that
    /// ended because nothing more was heard of it is watched again.
    pub fn look_now(&self, order_id: &OrderId) {
        self.core.watch.look_now(order_id);
        self.core.doubts.look_now(order_id);
        self.look_again(order_id);
    }

    /// The one watcher of this process. Ends when the studio is closed.
    pub(crate) async fn watch_forever(self) {
        let clock = self.core.ports.clock.as_ref();
        let open = async || self.open_batches();
        let look = async |order_id: OrderId| self.look(&order_id).await;
        self.core.watch.keep_looking(clock, open, look).await;
    }

    /// The orders whose batches are watched. None while nobody is signed in.
    fn open_batches(&self) -> Vec<OrderId> {
        let open = self.core.desk.in_phase(OrderPhase::Acknowledged);
        if self.core.sessions.is_signed_in() {
            return open;
        }
        for order_id in &open {
            self.change_order(order_id, |entry| entry.note = Some(OrderNote::SignInNeeded));
        }
        Vec::new()
    }

    async fn look(&self, order_id: &OrderId) {
        let watched = self.core.desk.read(order_id, |entry| {
            let batch_id = entry.record.batch_id.clone();
            batch_id.filter(|_| entry.record.phase == OrderPhase::Acknowledged)
        });
        let Some(batch_id) = watched.flatten() else {
            // It has come to its end.
            self.core.watch.forget(order_id);
            return;
        };
        let Some(session) = self.core.sessions.current() else {
            // Signed out since: it is said of all, and nothing is looked at.
            self.core.watch.wake();
            return;
        };
        let looked_at = self.core.now();
        match self.core.api.batch(&session, &batch_id).await {
            Ok(batch) => {
                let was_gone = |entry: &Entry| entry.vanished.is_some();
                if self.core.desk.read(order_id, was_gone) == Some(true) {
                    self.change_order(order_id, |entry| entry.vanished = None);
                }
                self.hear_batch(order_id, &batch.tasks, looked_at).await;
            }
            Err(failure) => {
                let status = failure.status();
                if matches!(status, Some(403 | 404))
                    && let Some(account) = self.another_that_ordered(order_id).await
                {
                    return self.miss_of_another(order_id, account);
                }
                if status == Some(404) {
                    return self.miss_batch(order_id, &batch_id, looked_at).await;
                }
                if status == Some(401) {
                    self.lose_session(&session).await;
                }
                self.miss(order_id, &refusal_of(&failure), pause_asked(&failure));
            }
        }
    }

    /// The batch's tasks were heard, of itself or of the list of all tasks.
    async fn hear_batch(&self, order_id: &OrderId, tasks: &[Task], looked_at: Millis) {
        let views: Vec<TaskView> = tasks.iter().map(tasks::view).collect();
        let top_up = tasks::top_up_link(tasks);
        if let Err(refusal) = self.hear(order_id, views, top_up, looked_at).await {
            self.miss(order_id, &refusal, None);
        }
    }

    /// The batch was heard: what it says is kept, and its end is followed up.
    async fn hear(
        &self,
        order_id: &OrderId,
        tasks: Vec<TaskView>,
        top_up_link: Option<String>,
        looked_at: Millis,
    ) -> Result<(), Refusal> {
        let now = self.core.now();
        let is_kept = self.is_worth_keeping(order_id, &tasks, now);
        if is_kept {
            self.core.journal.heard(order_id, &tasks, now).await?;
        }
        self.notice_failures(tasks.iter()).await;
        let ended = ending(&tasks);
        let has_rest = tasks.iter().all(|task| task.status.has_ended());
        let rests = if has_rest { tasks.clone() } else { Vec::new() };
        self.change_order(order_id, |entry| {
            if is_kept {
                entry.kept_at = Some(now);
            }
            entry.hear(tasks, now);
        });
        let age = self
            .core
            .desk
            .read(order_id, |entry| now - entry.record.created_at);
        let pace = if age.unwrap_or_default() > LONG_AFTER {
            LONG_PACE
        } else {
            self.core.server.pace(self.core.preferences().poll_seconds)
        };
        self.core.watch.heard(order_id, pace, now);
        let Some(ended) = ended else {
            return self.end_stalled(order_id, &rests, looked_at).await;
        };
        match ended {
            // The order stays open until its reels are known: they are what was paid for. But not
            // for ever: somebody may have deleted one.
            Ending::Reels => {
                let Collected { reels, whole } = self.collect_reels(order_id).await?;
                let since = self.core.desk.ended_since(order_id, now);
                if !whole && now - since < LISTED_WITHIN {
                    return Err(Code::BadAnswer.into());
                }
                if reels.is_empty() {
                    // Deleted there before we saw them.
                    let refusal = Some(Code::NotFound.into());
                    let end = end_of(OrderPhase::Failed, refusal, None);
                    return self.end(order_id, end, looked_at).await.map(drop);
                }
                self.want_delivered(order_id, &reels).await;
                let end = end_of(OrderPhase::Ready, None, None);
                if self.end(order_id, end, looked_at).await? {
                    self.deliver(order_id, reels).await;
                }
            }
            Ending::Failed => {
                let refusal = self.why_failed(order_id);
                let end = end_of(OrderPhase::Failed, refusal, top_up_link);
                self.end(order_id, end, looked_at).await?;
            }
            Ending::Cancelled => {
                let end = end_of(OrderPhase::Cancelled, None, None);
                self.end(order_id, end, looked_at).await?;
            }
        }
        Ok(())
    }

    /// Whether what was heard of a batch goes to disk: where it says something new, and now and then
    /// to say that it was heard of at all.
    fn is_worth_keeping(&self, order_id: &OrderId, tasks: &[TaskView], now: Millis) -> bool {
        let is_known = self.core.desk.read(order_id, |entry| {
            let is_fresh = entry.kept_at.is_some_and(|at| now - at < KEPT_FOR);
            is_fresh && entry.record.tasks == tasks
        });
        is_known != Some(true)
    }

    /// Takes a watched order to its end, unless a task of it was made again after `looked_at`: then
    /// what was seen was no end, and the batch is looked at again. Whether it has ended.
    async fn end(
        &self,
        order_id: &OrderId,
        end: OrderEnd,
        looked_at: Millis,
    ) -> Result<bool, Refusal> {
        let core = &self.core;
        let now = core.now();
        let ended = core.journal.end(order_id, end.clone(), looked_at, now);
        if !ended.await? {
            self.look_now(order_id);
            return Ok(false);
        }
        self.change_order(order_id, |entry| {
            entry.rest(end.phase, end.refusal, end.top_up_link, now);
        });
        Ok(true)
    }

    fn why_failed(&self, order_id: &OrderId) -> Option<Refusal> {
        let refusal = |entry: &Entry| {
            entry
                .record
                .tasks
                .iter()
                .find_map(|task| task.refusal.clone())
        };
        self.core.desk.read(order_id, refusal).flatten()
    }

    /// The look failed: the next comes later, and the card says so.
    fn miss(&self, order_id: &OrderId, refusal: &Refusal, asked: Option<Duration>) {
        tracing::info!(%order_id, %refusal, "a look at a batch failed");
        let pace = self.core.server.pace(self.core.preferences().poll_seconds);
        let now = self.core.now();
        let retry_at = self.core.watch.missed(order_id, pace, asked, now);
        let note = if refusal.code == Code::NotSignedIn {
            OrderNote::SignInNeeded
        } else {
            OrderNote::Unreachable { retry_at }
        };
        self.change_order(order_id, |entry| entry.note = Some(note));
    }
}

impl Entry {
    /// What was heard of the batch, and the quiet word that follows from it.
    fn hear(&mut self, tasks: Vec<TaskView>, now: Millis) {
        let queued = is_queued(&tasks);
        self.queued_since = match (queued, self.queued_since) {
            (true, Some(since)) => Some(since),
            (true, None) => Some(now),
            (false, _) => None,
        };
        if ending(&tasks).is_none() {
            // A task of it was made again before it had come to rest.
            self.ended_since = None;
        }
        self.record.tasks = tasks;
        self.record.heard_at = Some(now);
        self.note = if self
            .queued_since
            .is_some_and(|since| now - since > BUSY_AFTER)
        {
            Some(OrderNote::ServiceBusy)
        } else if now - self.record.created_at > LONG_AFTER {
            Some(OrderNote::TakingLong)
        } else {
            None
        };
    }
}

fn end_of(phase: OrderPhase, refusal: Option<Refusal>, top_up_link: Option<String>) -> OrderEnd {
    OrderEnd {
        phase,
        refusal,
        top_up_link,
    }
}
