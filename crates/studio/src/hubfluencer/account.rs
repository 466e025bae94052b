//! The account's credits and assists, as last heard.

use std::sync::Mutex;

use contract::{AssistsView, CreditsView, HubEvent, Refusal};
use hubfluencer::Assists;

use crate::Studio;
use crate::lock::held;

/// What was heard of the account.
#[derive(Default)]
pub(crate) struct Account {
    pub(super) credits: Mutex<Option<CreditsView>>,
    pub(super) assists: Mutex<Option<AssistsView>>,
}

impl Studio {
    /// The balance, fresh.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn credits(&self) -> Result<CreditsView, Refusal> {
        let credits = self
            .hub_read(|api, session| async move { api.studio_credits(&session).await })
            .await?;
        Ok(self.hear_credits(credits.credits.into()))
    }

    /// The assists, fresh.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn assists(&self) -> Result<AssistsView, Refusal> {
        let assists = self
            .hub_read(|api, session| async move { api.assists(&session).await })
            .await?;
        Ok(self.hear_assists(&assists))
    }

    /// Asks for both behind what is done now; a failure shows where they are needed.
    pub(crate) fn refresh_account(&self) {
        let studio = self.clone();
        self.core.spawn(async move {
            let (credits, assists) = futures_util::join!(studio.credits(), studio.assists());
            let refusals = [credits.err(), assists.err()];
            for refusal in refusals.into_iter().flatten() {
                tracing::info!(%refusal, "of the account");
            }
        });
    }

    pub(crate) fn hear_credits(&self, credits: i64) -> CreditsView {
        let view = CreditsView {
            credits,
            heard_at: self.core.now(),
        };
        *held(&self.core.hub.account.credits) = Some(view);
        self.core.tell_hub(HubEvent::Credits(view));
        view
    }

    pub(crate) fn hear_assists(&self, assists: &Assists) -> AssistsView {
        let view = AssistsView {
            used: assists.used,
            limit: assists.limit,
            bonus: assists.bonus,
            remaining: assists.remaining,
            resets_at: assists.resets_at.map(|at| at.as_millisecond()),
            unlock_cost: small(assists.unlock_cost, UNLOCK_COST),
            unlock_batch_size: small(assists.unlock_batch_size, UNLOCK_BATCH),
            heard_at: self.core.now(),
        };
        *held(&self.core.hub.account.assists) = Some(view);
        self.core.tell_hub(HubEvent::Assists(view));
        view
    }

    pub(crate) fn forget_account(&self) {
        *held(&self.core.hub.account.credits) = None;
        *held(&self.core.hub.account.assists) = None;
    }
}

/// What a batch of assists costs and has where the service does not say it (contract, "AI assists").
const UNLOCK_COST: u32 = 1;
const UNLOCK_BATCH: u32 = 10;

fn small(number: Option<u64>, usual: u32) -> u32 {
    number
        .and_then(|number| u32::try_from(number).ok())
        .unwrap_or(usual)
}
