//! The orders as this run shows them: the journal's records with what only lives in memory.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use contract::{
    AssetId, ClipId, DoubtSearch, Millis, OrderId, OrderNote, OrderState, OrderView, Refusal,
};
use tokio::sync::{Notify, watch};

use super::review::Reviewed;
use crate::batch;
use crate::journal::{OrderPhase, OrderRecord, Payer};
use crate::lock::held;

/// A batch that the service says it does not know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vanished {
    pub(crate) since: Millis,
    pub(crate) looks: u32,
}

/// An order of this run's view.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) record: OrderRecord,
    /// Bytes that left and bytes of the whole, while it is on its way from this process.
    pub(crate) sending: Option<(u64, Option<u64>)>,
    pub(crate) note: Option<OrderNote>,
    pub(crate) reels: Vec<AssetId>,
    /// Reels that were told of and saved before a task of it was made again.
    pub(crate) delivered: Vec<AssetId>,
    /// Since when every task that has not ended has been queued.
    pub(crate) queued_since: Option<Millis>,
    /// When its tasks were first seen to have ended, while its reels are not all listed yet.
    pub(crate) ended_since: Option<Millis>,
    /// What looking for it has brought, while it is in doubt, and how often it was looked for.
    pub(crate) doubt: DoubtSearch,
    pub(crate) doubt_looks: u32,
    /// When what was heard of its batch went to disk last, from this process.
    pub(crate) kept_at: Option<Millis>,
    /// Since when, and how often, the service has said that it does not know its batch.
    pub(crate) vanished: Option<Vanished>,
    /// Since when its analysis has ended without a video and without a word.
    pub(crate) stalled_since: Option<Millis>,
    /// For the picture in the queue.
    pub(crate) clip_id: Option<ClipId>,
    /// Who was signed in when it was confirmed.
    pub(super) payer: Payer,
    /// What was confirmed, for the one who sends it: an order of this run that waits for a sign-in.
    pub(crate) reviewed: Option<Arc<Reviewed>>,
    pub(crate) stop: Option<Arc<Stop>>,
    /// Whether this process follows the writing of its product now.
    pub(crate) is_followed: bool,
}

impl Entry {
    pub(crate) fn new(record: OrderRecord) -> Self {
        Self {
            record,
            sending: None,
            note: None,
            reels: Vec::new(),
            delivered: Vec::new(),
            queued_since: None,
            ended_since: None,
            doubt: DoubtSearch::default(),
            doubt_looks: 0,
            kept_at: None,
            vanished: None,
            stalled_since: None,
            clip_id: None,
            payer: Payer::default(),
            reviewed: None,
            stop: None,
            is_followed: false,
        }
    }

    /// Whether it waits for another account's sign-in to be heard of.
    pub(crate) fn is_of_another_account(&self) -> bool {
        matches!(self.note, Some(OrderNote::OtherAccount { .. }))
    }

    /// It came to rest, as the journal has it.
    pub(crate) fn rest(
        &mut self,
        phase: OrderPhase,
        refusal: Option<Refusal>,
        top_up_link: Option<String>,
        now: Millis,
    ) {
        self.record.phase = phase;
        self.record.refusal = refusal;
        self.record.top_up_link = top_up_link.or(self.record.top_up_link.take());
        self.record.ended_at =
            (!matches!(phase, OrderPhase::InDoubt | OrderPhase::AwaitingSignIn)).then_some(now);
        self.sending = None;
        self.note = None;
        self.doubt = DoubtSearch::default();
        self.doubt_looks = 0;
    }

    fn view(&self) -> OrderView {
        let record = &self.record;
        let refusal = record
            .refusal
            .clone()
            .or_else(|| record.tasks.iter().find_map(|task| task.refusal.clone()));
        OrderView {
            order_id: record.order_id.clone(),
            batch_id: record.batch_id.clone(),
            source: record.source.view(self.clip_id.clone()),
            language: record.language.clone(),
            direction: record.direction.clone(),
            hint: record.hint.clone(),
            characters: record.brief.characters.clone(),
            product: record.brief.product.clone(),
            state: self.state(),
            note: self.note.clone(),
            refusal,
            can_top_up: record.top_up_link.is_some(),
            tasks: record.tasks.clone(),
            reels: self.reels.clone(),
            created_at: record.created_at,
            heard_at: record.heard_at,
            ended_at: record.ended_at,
        }
    }

    fn state(&self) -> OrderState {
        match self.record.phase {
            OrderPhase::Preparing => OrderState::Preparing {
                work_id: self
                    .record
                    .brief
                    .work_id
                    .clone()
                    .unwrap_or_else(|| "".into()),
            },
            OrderPhase::Sending => {
                let (sent, total) = self.sending.unwrap_or_default();
                OrderState::Sending { sent, total }
            }
            OrderPhase::AwaitingSignIn => OrderState::AwaitingSignIn,
            OrderPhase::Acknowledged => OrderState::Working {
                stage: batch::stage(&self.record.tasks),
            },
            OrderPhase::Ready => OrderState::Ready,
            OrderPhase::Failed => OrderState::Failed,
            OrderPhase::Cancelled => OrderState::Cancelled,
            OrderPhase::Refused => OrderState::Refused,
            OrderPhase::NotSent => OrderState::NotSent,
            OrderPhase::InDoubt => OrderState::InDoubt {
                search: self.doubt.clone(),
            },
            OrderPhase::GivenUp => OrderState::GivenUp,
        }
    }
}

/// The orders of this run's view. Ids are time-ordered, so the map is too.
pub(crate) struct Desk {
    entries: Mutex<BTreeMap<OrderId, Entry>>,
    changed: watch::Sender<()>,
    /// How many orders in doubt were found in this run: what was judged before the last is old.
    adoptions: AtomicU64,
    /// The one review that may be submitted: a newer one makes it void.
    pub(super) review: Mutex<Option<Arc<Reviewed>>>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            entries: Mutex::default(),
            changed: watch::Sender::new(()),
            adoptions: AtomicU64::new(0),
            review: Mutex::default(),
        }
    }
}

impl Desk {
    pub(crate) fn put(&self, entry: Entry) -> OrderView {
        let view = entry.view();
        held(&self.entries).insert(view.order_id.clone(), entry);
        self.changed.send_replace(());
        view
    }

    /// Changes an entry. The new view, if it differs from the old.
    pub(crate) fn change(
        &self,
        order_id: &OrderId,
        change: impl FnOnce(&mut Entry),
    ) -> Option<OrderView> {
        let view = {
            let mut entries = held(&self.entries);
            let entry = entries.get_mut(order_id)?;
            let before = entry.view();
            change(entry);
            Some(entry.view()).filter(|after| *after != before)
        };
        self.changed.send_replace(());
        view
    }

    pub(crate) fn read<T>(&self, order_id: &OrderId, read: impl FnOnce(&Entry) -> T) -> Option<T> {
        held(&self.entries).get(order_id).map(read)
    }

    /// When the order's tasks were first seen to have ended: now, if never before.
    pub(crate) fn ended_since(&self, order_id: &OrderId, now: Millis) -> Millis {
        held(&self.entries)
            .get_mut(order_id)
            .map_or(now, |entry| *entry.ended_since.get_or_insert(now))
    }

    /// How many orders in doubt were found in this run.
    pub(super) fn adoptions(&self) -> u64 {
        self.adoptions.load(Ordering::SeqCst)
    }

    /// An order in doubt was found.
    pub(super) fn note_adoption(&self) {
        self.adoptions.fetch_add(1, Ordering::SeqCst);
    }

    pub(crate) fn forget(&self, order_id: &OrderId) {
        held(&self.entries).remove(order_id);
        self.changed.send_replace(());
    }

    pub(crate) fn views(&self) -> Vec<OrderView> {
        held(&self.entries)
            .values()
            .rev()
            .map(Entry::view)
            .collect()
    }

    pub(crate) fn view(&self, order_id: &OrderId) -> Option<OrderView> {
        self.read(order_id, Entry::view)
    }

    /// The orders by their batches.
    pub(crate) fn batches(&self) -> HashMap<String, OrderId> {
        held(&self.entries)
            .values()
            .filter_map(|entry| {
                let batch_id = entry.record.batch_id.clone()?;
                Some((batch_id, entry.record.order_id.clone()))
            })
            .collect()
    }

    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    pub(super) fn stop_of(&self, order_id: &OrderId) -> Option<Arc<Stop>> {
        self.read(order_id, |entry| entry.stop.clone()).flatten()
    }

    /// The orders in a phase, oldest first.
    pub(crate) fn in_phase(&self, phase: OrderPhase) -> Vec<OrderId> {
        held(&self.entries)
            .values()
            .filter(|entry| entry.record.phase == phase)
            .map(|entry| entry.record.order_id.clone())
            .collect()
    }

    /// Whether an order left whole from this process and its answer is still awaited.
    pub(crate) fn awaits_answer(&self) -> bool {
        held(&self.entries).values().any(|entry| {
            entry.record.phase == OrderPhase::Sending
                && entry.stop.as_ref().is_some_and(|stop| stop.is_sealed())
        })
    }

    /// How many orders are in which phase, for the diagnostics.
    pub(crate) fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for entry in held(&self.entries).values() {
            *counts.entry(entry.record.phase.as_str()).or_default() += 1;
        }
        counts
    }
}

/// Whether an upload may still be stopped. The person's Cancel and the last byte's gate race for
/// one word: whoever writes it first has decided, and both know it.
#[derive(Debug, Default)]
pub(crate) struct Stop {
    decided: AtomicU8,
    cancelled: Notify,
}

const OPEN: u8 = 0;
const CANCELLED: u8 = 1;
const SEALED: u8 = 2;

impl Stop {
    /// Cancels, unless the last byte may have left.
    pub(crate) fn cancel(&self) {
        if self.decide(CANCELLED) {
            self.cancelled.notify_one();
        }
    }

    /// Lets the last byte leave, unless it was cancelled.
    pub(crate) fn seal(&self) -> bool {
        self.decide(SEALED)
    }

    /// Whether the last byte may have left.
    fn is_sealed(&self) -> bool {
        self.decided.load(Ordering::SeqCst) == SEALED
    }

    /// Resolves once cancelled; never after it was sealed.
    pub(crate) async fn cancelled(&self) {
        self.cancelled.notified().await;
    }

    fn decide(&self, word: u8) -> bool {
        self.decided
            .compare_exchange(OPEN, word, Ordering::SeqCst, Ordering::SeqCst)
            .is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancel_and_seal_exclude_each_other() {
        let stop = Stop::default();
        assert!(stop.seal());
        stop.cancel();
        assert!(!stop.seal(), "decided once");
        let stop = Stop::default();
        stop.cancel();
        assert!(!stop.seal());
    }
}
