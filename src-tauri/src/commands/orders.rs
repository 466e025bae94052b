//! Ordering and the queue.

use contract::{OrderId, Plan, Refusal, Review, ReviewId};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn review(&self, plan: Plan) -> Result<Review, Refusal> {
        self.shell.studio.review(plan).await
    }

    pub(super) async fn submit(&self, review: ReviewId) -> Result<OrderId, Refusal> {
        self.shell.studio.submit(&review).await
    }

    pub(super) async fn cancel_sending(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.cancel_sending(order).await;
        Ok(())
    }

    pub(super) async fn give_up(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.give_up(order).await
    }

    pub(super) async fn adopt_batch(&self, order: &OrderId, batch: &str) -> Result<(), Refusal> {
        self.shell.studio.adopt_batch(order, batch).await
    }

    pub(super) async fn plan_of_order(&self, order: &OrderId) -> Result<Plan, Refusal> {
        self.shell.studio.plan_of_order(order).await
    }

    pub(super) fn look_now(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.look_now(order);
        Ok(())
    }

    pub(super) async fn resume_order(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.resume_order(order).await
    }

    pub(super) async fn hide_order(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.hide_order(order).await
    }

    pub(super) fn open_top_up(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.open_top_up(order)
    }
}
