//! Batches of which nothing more is heard: the service says that it does not know one, or its analysis
//! ended and no video was begun. Neither is watched for ever, and neither ends an order by mistake.

use contract::{
    Code, Millis, NextStep, OrderId, OrderNote, Refusal, TaskKind, TaskStatus, TaskView,
};

use super::end_of;
use crate::Studio;
use crate::journal::{OrderPhase, OrderRecord};
use crate::library::Collected;
use crate::orders::Vanished;

const MINUTE: Millis = 60 * 1000;
/// A 404 may be one server of many that is behind: so many in a row, over so long, are told, and the
/// list of tasks is asked.
const TOLD_AFTER_LOOKS: u32 = 3;
const TOLD_AFTER: Millis = MINUTE;
/// Unknown in every list for so long: it is watched no more.
const GIVEN_UP_AFTER: Millis = 60 * MINUTE;
const GIVEN_UP_AFTER_LOOKS: u32 = 10;
/// The service chains the generation to the analysis, in the same batch (contract, `RiffOut`); it is
/// listed at once, queued or not. So long after an analysis has ended, none comes.
const BEGINS_WITHIN: Millis = 15 * MINUTE;
/// Tasks are made again within a day of their end: the list is asked for so long after the order.
const LISTED_FOR: Millis = 3 * 24 * 60 * MINUTE;

impl Studio {
    /// The service tells nothing of an order to another account than its own, which says nothing of it: it
    /// is heard of after its own sign-in.
    pub(super) fn miss_of_another(&self, order_id: &OrderId, account: String) {
        self.miss(order_id, &Code::NotFound.into(), None);
        self.change_order(order_id, |entry| {
            entry.vanished = None;
            entry.note = Some(OrderNote::OtherAccount { account });
        });
    }

    /// The service does not know the batch of a watched order.
    pub(super) async fn miss_batch(&self, order_id: &OrderId, batch_id: &str, looked_at: Millis) {
        let mut vanished = Vanished {
            since: looked_at,
            looks: 0,
        };
        self.change_order(order_id, |entry| {
            let known = entry.vanished.get_or_insert(vanished);
            known.looks = known.looks.saturating_add(1);
            vanished = *known;
        });
        let gone_for = looked_at - vanished.since;
        if vanished.looks < TOLD_AFTER_LOOKS || gone_for < TOLD_AFTER {
            return self.miss(order_id, &Code::NotFound.into(), None);
        }
        match self.ask_lists(order_id, batch_id).await {
            Ok(tasks) if !tasks.is_empty() => self.hear_batch(order_id, &tasks, looked_at).await,
            Ok(_) if vanished.looks >= GIVEN_UP_AFTER_LOOKS && gone_for >= GIVEN_UP_AFTER => {
                if let Err(refusal) = self.end_vanished(order_id, looked_at).await {
                    self.miss(order_id, &refusal, None);
                }
            }
            Ok(_) => {
                self.miss(order_id, &Code::NotFound.into(), None);
                let until = vanished.since + GIVEN_UP_AFTER;
                self.change_order(order_id, |entry| {
                    entry.note = Some(OrderNote::Vanished { until });
                });
            }
            Err(refusal) => self.miss(order_id, &refusal, None),
        }
    }

    /// The tasks of a batch by the list of all tasks.
    async fn ask_lists(
        &self,
        order_id: &OrderId,
        batch_id: &str,
    ) -> Result<Vec<riffkit::Task>, Refusal> {
        let core = &self.core;
        let ahead = core.service_clock.ahead().unwrap_or_default();
        let began = |record: &OrderRecord| record.sent_at.unwrap_or(record.created_at);
        let began = core.desk.read(order_id, |entry| began(&entry.record));
        let from = began.unwrap_or_else(|| core.now()) + ahead - 5 * MINUTE;
        self.tasks_listed_of(batch_id, from, from + LISTED_FOR)
            .await
    }

    /// In no list for an hour: what came of it is delivered where its reels are listed, else it ends.
    async fn end_vanished(&self, order_id: &OrderId, looked_at: Millis) -> Result<(), Refusal> {
        let Collected { reels, .. } = self.collect_reels(order_id).await?;
        if reels.is_empty() {
            let refusal = Some(Code::OrderVanished.into());
            let end = end_of(OrderPhase::Failed, refusal, None);
            return self.end(order_id, end, looked_at).await.map(drop);
        }
        self.want_delivered(order_id, &reels).await;
        if self
            .end(order_id, end_of(OrderPhase::Ready, None, None), looked_at)
            .await?
        {
            self.deliver(order_id, reels).await;
        }
        Ok(())
    }

    /// Ends an order whose analysis has been done for long, and nothing was begun after it.
    pub(super) async fn end_stalled(
        &self,
        order_id: &OrderId,
        tasks: &[TaskView],
        looked_at: Millis,
    ) -> Result<(), Refusal> {
        let Some(ended_at) = stalled(tasks) else {
            self.change_order(order_id, |entry| entry.stalled_since = None);
            return Ok(());
        };
        // By the service's word where its clock is known, else since this run saw it.
        let ahead = self.core.service_clock.ahead();
        let said = ended_at
            .zip(ahead)
            .map(|(ended_at, ahead)| ended_at - ahead);
        let mut since = looked_at;
        self.change_order(order_id, |entry| {
            since = *entry
                .stalled_since
                .get_or_insert(said.unwrap_or(looked_at).min(looked_at));
        });
        if looked_at - since < BEGINS_WITHIN {
            return Ok(());
        }
        let refusal = Refusal::new(Code::AutoGenerateFailed).then(NextStep::LookNow);
        let end = end_of(OrderPhase::Failed, Some(refusal), None);
        self.end(order_id, end, looked_at).await.map(drop)
    }

    /// Watches an order again that ended because nothing more was heard of it.
    pub(super) fn look_again(&self, order_id: &OrderId) {
        let batch_id = self.core.desk.read(order_id, |entry| {
            let refusal = entry.record.refusal.as_ref()?;
            let is_silent = entry.record.phase == OrderPhase::Failed
                && (refusal.code == Code::OrderVanished || refusal.next == NextStep::LookNow);
            entry.record.batch_id.clone().filter(|_| is_silent)
        });
        let Some(batch_id) = batch_id.flatten() else {
            return;
        };
        let studio = self.clone();
        self.core.spawn(async move {
            if let Err(refusal) = studio.reopen_order(&batch_id).await {
                studio.core.tell(contract::Event::Trouble(refusal));
            }
        });
    }
}

/// Whether an analysis has ended well, nothing was begun after it, and the service gives no reason;
/// and when it ended, where that is known.
fn stalled(tasks: &[TaskView]) -> Option<Option<Millis>> {
    let is_analysis = |task: &TaskView| task.kind == TaskKind::Analyze && task.status.has_ended();
    let is_silent =
        |task: &TaskView| task.status == TaskStatus::Completed && task.refusal.is_none();
    if !tasks.iter().all(is_analysis) || !tasks.iter().any(is_silent) {
        return None;
    }
    Some(tasks.iter().filter_map(|task| task.finished_at).max())
}
