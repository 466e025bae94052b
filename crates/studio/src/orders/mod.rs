//! Orders: from the plan that was shown to what came of it.
//!
//! [`OrderPhase`] says which step may follow which, [`review`] makes the one confirmation and
//! [`choices`] checks what it restates, [`preparing`] has a staged product written first, [`sending`] is
//! the only place that makes a paying call ([`call`] is what it makes), [`withdrawal`] ends what has not
//! begun to leave, [`doubt`] looks for what was never answered, and [`again`] opens what came to nothing
//! once more.

mod again;
mod call;
mod choices;
mod desk;
mod doubt;
mod preparing;
mod recovery;
mod reopening;
mod review;
mod sending;
mod withdrawal;

use contract::{Code, NextStep, OrderId, OrderView, Refusal};

pub(crate) use desk::{Desk, Entry, Stop, Vanished};
pub(crate) use doubt::Doubts;

use crate::journal::OrderPhase;
use crate::{Studio, links};

impl Studio {
    /// Every order that is not hidden, newest first.
    pub fn orders(&self) -> Vec<OrderView> {
        self.core.desk.views()
    }

    /// One order.
    pub fn order(&self, order_id: &OrderId) -> Option<OrderView> {
        self.core.desk.view(order_id)
    }

    /// Waits until an order is at rest, in doubt, or held up by its product: nothing more happens to it
    /// by itself.
    ///
    /// # Errors
    /// [`Code::Unknown`] for an order that is not known here.
    pub async fn order_ended(&self, order_id: &OrderId) -> Result<OrderView, Refusal> {
        let mut changes = self.core.desk.changes();
        loop {
            changes.mark_unchanged();
            let view = self
                .order(order_id)
                .ok_or_else(|| Refusal::new(Code::Unknown))?;
            let waits_for_the_person = match view.state {
                contract::OrderState::InDoubt { .. } => true,
                contract::OrderState::Preparing { .. } => view.refusal.is_some(),
                _ => false,
            };
            if waits_for_the_person || !view.state.is_open() {
                return Ok(view);
            }
            if changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }

    /// What another account's lists said nothing of may be in those of who is signed in now.
    pub(crate) fn look_with_new_eyes(&self) {
        let core = &self.core;
        core.doubts.wake();
        for order_id in core.desk.in_phase(OrderPhase::InDoubt) {
            core.doubts.look_now(&order_id);
        }
        for order_id in core.desk.in_phase(OrderPhase::Acknowledged) {
            let waits = |entry: &Entry| entry.is_of_another_account();
            if core.desk.read(&order_id, waits) == Some(true) {
                core.watch.look_now(&order_id);
            }
        }
    }

    /// The person says that an order in doubt was not taken.
    ///
    /// # Errors
    /// [`Code::Unknown`] unless the order is in doubt.
    pub async fn give_up(&self, order_id: &OrderId) -> Result<(), Refusal> {
        self.expect_phase(order_id, &[OrderPhase::InDoubt])?;
        self.rest(order_id, OrderPhase::GivenUp, None, None).await
    }

    /// Takes an ended order off the queue. Reels stay.
    ///
    /// # Errors
    /// [`Code::Unknown`] while it is open.
    pub async fn hide_order(&self, order_id: &OrderId) -> Result<(), Refusal> {
        let view = self
            .order(order_id)
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        if view.state.is_open() {
            return Err(Code::Unknown.into());
        }
        self.core.journal.hide(order_id).await?;
        self.core.desk.forget(order_id);
        Ok(())
    }

    /// Stops an order that has not left: one that is being uploaded, waits for a sign-in, or for its
    /// product (what was written of it stays). Once
    /// its last byte may have left it is too late, and the order goes on.
    pub async fn cancel_sending(&self, order_id: &OrderId) {
        if self
            .expect_phase(order_id, &[OrderPhase::AwaitingSignIn])
            .is_ok()
        {
            self.withdraw_or_stop(order_id, OrderPhase::AwaitingSignIn)
                .await;
        } else if self
            .expect_phase(order_id, &[OrderPhase::Preparing])
            .is_ok()
        {
            self.cancel_preparing(order_id).await;
        } else if let Some(stop) = self.core.desk.stop_of(order_id) {
            stop.cancel();
        }
    }

    /// The service's own top-up link of a refusal, exactly as it came.
    pub fn top_up_link(&self, order_id: &OrderId) -> Option<String> {
        self.core
            .desk
            .read(order_id, |entry| entry.record.top_up_link.clone())
            .flatten()
    }

    /// Opens the service's top-up link, unaltered.
    ///
    /// # Errors
    /// [`Code::Unknown`] where there is none, or none that may be opened.
    pub fn open_top_up(&self, order_id: &OrderId) -> Result<(), Refusal> {
        let link = self
            .top_up_link(order_id)
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        let shown = self.core.desk.read(order_id, |entry| {
            let of_tasks = entry.record.tasks.iter();
            let of_tasks = of_tasks.filter_map(|task| task.refusal.as_ref());
            links::shown_host(entry.record.refusal.iter().chain(of_tasks))
        });
        if self.open_shown_link(&link, shown.flatten().as_deref()) {
            Ok(())
        } else {
            Err(Refusal::new(Code::Unknown).then(NextStep::None))
        }
    }

    /// Takes an order to a phase in which it rests: on disk first, then for all to see.
    pub(crate) async fn rest(
        &self,
        order_id: &OrderId,
        phase: OrderPhase,
        refusal: Option<Refusal>,
        top_up_link: Option<String>,
    ) -> Result<(), Refusal> {
        let now = self.core.now();
        self.core
            .journal
            .rest(order_id, phase, refusal.clone(), top_up_link.clone(), now)
            .await?;
        self.change_order(order_id, |entry| {
            entry.rest(phase, refusal, top_up_link, now);
        });
        if phase == OrderPhase::InDoubt {
            self.core.doubts.wake();
        }
        Ok(())
    }

    /// Changes what is shown of an order, and tells it if that made a difference.
    pub(crate) fn change_order(&self, order_id: &OrderId, change: impl FnOnce(&mut Entry)) {
        if let Some(view) = self.core.desk.change(order_id, change) {
            self.core.tell(contract::Event::Order(view));
        }
    }

    fn expect_phase(&self, order_id: &OrderId, phases: &[OrderPhase]) -> Result<(), Refusal> {
        match self.core.desk.read(order_id, |entry| entry.record.phase) {
            Some(phase) if phases.contains(&phase) => Ok(()),
            _ => Err(Code::Unknown.into()),
        }
    }
}
