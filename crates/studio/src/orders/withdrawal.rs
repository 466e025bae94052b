//! Orders that end before they begin to leave: the person's Cancel, a product that was given up, a
//! sign-in after which there is no place.

use crate::Studio;
use crate::journal::OrderPhase;
use contract::{Code, Event, OrderId, Refusal};

impl Studio {
    /// Takes an order that waits in `from` to "not sent". Whether it is not sent now: one that went
    /// on meanwhile may be leaving, and is left to whoever sends it.
    ///
    /// # Errors
    /// Those of the journal: it waits as before.
    pub(super) async fn withdraw(
        &self,
        order_id: &OrderId,
        from: OrderPhase,
        refusal: Refusal,
    ) -> Result<bool, Refusal> {
        let core = &self.core;
        let now = core.now();
        let withdrawn = core.journal.withdraw(order_id, from, &refusal, now).await?;
        if withdrawn {
            self.change_order(order_id, |entry| {
                entry.rest(OrderPhase::NotSent, Some(refusal), None, now);
            });
        }
        Ok(withdrawn)
    }

    /// [`Studio::withdraw`] where nobody waits for the answer: a failure is told as trouble.
    pub(super) async fn note_withdrawal(
        &self,
        order_id: &OrderId,
        from: OrderPhase,
        refusal: Refusal,
    ) {
        if let Err(refusal) = self.withdraw(order_id, from, refusal).await {
            self.core.tell(Event::Trouble(refusal));
        }
    }

    /// The person's Cancel of an order that waits in `from`. Where it went on at that very moment,
    /// its sending is stopped instead, unless its last byte may have left.
    pub(super) async fn withdraw_or_stop(&self, order_id: &OrderId, from: OrderPhase) {
        match self.withdraw(order_id, from, Code::Cancelled.into()).await {
            Ok(true) => {}
            Ok(false) => self.stop_once_it_sends(order_id, from).await,
            Err(refusal) => self.core.tell(Event::Trouble(refusal)),
        }
    }

    /// The journal has let it go on; its sender here is about to show that, with a stop of its own.
    async fn stop_once_it_sends(&self, order_id: &OrderId, from: OrderPhase) {
        let mut changes = self.core.desk.changes();
        loop {
            changes.mark_unchanged();
            let shown = self.core.desk.read(order_id, |entry| {
                // Only what was confirmed here is sent from here.
                let phase = entry.reviewed.is_some().then_some(entry.record.phase);
                (phase, entry.stop.clone())
            });
            match shown {
                Some((Some(phase), _)) if phase == from => {}
                Some((Some(OrderPhase::Sending), Some(stop))) => return stop.cancel(),
                _ => return,
            }
            if changes.changed().await.is_err() {
                return;
            }
        }
    }
}
