//! The spend guard.

use contract::{OverLimit, Refusal, Service, SpendLimits, SpendReview, SpendingView};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn spending(&self) -> Result<SpendingView, Refusal> {
        Ok(self.shell.studio.spending().await)
    }

    pub(super) async fn set_spend_limits(
        &self,
        service: Service,
        limits: SpendLimits,
    ) -> Result<SpendingView, Refusal> {
        self.shell.studio.set_spend_limits(service, limits).await
    }

    pub(super) fn allow_over_limit(
        &self,
        review: &SpendReview,
        over: &[OverLimit],
    ) -> Result<(), Refusal> {
        self.shell.studio.allow_over_limit(review, over)
    }
}
