//! Balance and use, plans, the team, what the service did, and its contract's version.

use contract::{
    ActivityEntry, ContractVersion, PlanOffer, Refusal, TeamView, UsagePeriod, UsageView,
};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn usage(&self, period: UsagePeriod) -> Result<UsageView, Refusal> {
        self.shell.studio.usage(period).await
    }

    pub(super) async fn plans(&self) -> Result<Vec<PlanOffer>, Refusal> {
        self.shell.studio.plans().await
    }

    pub(super) async fn team(&self) -> Result<TeamView, Refusal> {
        self.shell.studio.team().await
    }

    pub(super) async fn activity(&self) -> Result<Vec<ActivityEntry>, Refusal> {
        self.shell.studio.activity().await
    }

    pub(super) async fn clear_activity(&self) -> Result<(), Refusal> {
        self.shell.studio.clear_activity().await
    }

    pub(super) async fn contract_version(&self) -> Result<ContractVersion, Refusal> {
        self.shell.studio.contract_version().await
    }

    pub(super) async fn open_service(&self) -> Result<(), Refusal> {
        self.shell.studio.open_service().await
    }
}
