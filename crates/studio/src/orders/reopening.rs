//! An order that had ended goes on: one of its tasks was made again.

use contract::{Event, Refusal};

use super::Entry;
use crate::Studio;
use crate::journal::{OrderPhase, OrderRecord};

impl Studio {
    /// Watches the order of a batch again, if it is one of ours, since a task of it was made again.
    /// One that was taken off the queue comes back.
    pub(crate) async fn reopen_order(&self, batch_id: &str) -> Result<(), Refusal> {
        let core = &self.core;
        let reopened = core.journal.reopen(&core.server_name, batch_id, core.now());
        self.show_reopened(batch_id, reopened.await?).await
    }

    /// The same of an order that is open on disk already, where it was not before.
    pub(crate) async fn show_reopened(
        &self,
        batch_id: &str,
        reopened: Option<OrderRecord>,
    ) -> Result<(), Refusal> {
        let core = &self.core;
        if let Some(record) = reopened {
            let order_id = record.order_id.clone();
            if core.desk.read(&order_id, |_| ()).is_some() {
                self.change_order(&order_id, |entry| entry.reopen(record));
            } else {
                self.show_recorded(record).await?;
                self.change_order(&order_id, |entry| entry.delivered.clone_from(&entry.reels));
                if let Some(view) = core.desk.view(&order_id) {
                    core.tell(Event::Order(view));
                }
            }
        }
        if let Some(order_id) = core.desk.batches().get(batch_id) {
            self.look_now(order_id);
        }
        Ok(())
    }
}

impl Entry {
    /// It is open once more, as `record` says. What was delivered is not delivered again.
    fn reopen(&mut self, record: OrderRecord) {
        debug_assert_eq!(record.phase, OrderPhase::Acknowledged);
        self.record = record;
        self.delivered.clone_from(&self.reels);
        self.sending = None;
        self.note = None;
        self.queued_since = None;
        self.ended_since = None;
        self.vanished = None;
        self.stalled_since = None;
    }
}
