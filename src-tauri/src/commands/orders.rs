//! Ordering and the queue.

use contract::{Code, OrderId, Plan, Refusal, Review, ReviewId};
use studio::ports::Browser as _;

use super::Desk;
use crate::internal;
use crate::ports::browser::SystemBrowser;

impl Desk<'_> {
    pub(super) async fn review(&self, plan: Plan) -> Result<Review, Refusal> {
        self.shell.studio.review(plan).await
    }

    pub(super) async fn submit(&self, review: ReviewId) -> Result<OrderId, Refusal> {
        self.shell.studio.submit(review).await
    }

    pub(super) async fn cancel_sending(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.cancel_sending(order).await
    }

    pub(super) async fn give_up(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.give_up(order).await
    }

    pub(super) async fn look_now(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.look_now(order).await
    }

    pub(super) async fn hide_order(&self, order: &OrderId) -> Result<(), Refusal> {
        self.shell.studio.hide_order(order).await
    }

    pub(super) async fn open_top_up(&self, order: &OrderId) -> Result<(), Refusal> {
        let link = self.shell.studio.top_up_link(order).ok_or(Code::Unknown)?;
        SystemBrowser(self.app.clone()).open(&link).map_err(internal)
    }
}
