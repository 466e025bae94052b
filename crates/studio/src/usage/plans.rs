//! Plans: the catalogue, and the one that is subscribed to. They are bought on the service's pages.

use contract::{Code, PlanOffer, PlanStanding, Refusal};
use riffkit::{Plan, Subscription};

use super::rate::Rate;
use crate::Studio;

impl Studio {
    /// The plans that can be had (`GET /api/billing/plans`), in seconds of video.
    ///
    /// # Errors
    /// Those of the read of the catalogue. Without the subscription no plan is marked as the own.
    pub async fn plans(&self) -> Result<Vec<PlanOffer>, Refusal> {
        let (plans, own) = futures_util::join!(self.ask_plans(), self.read_plan());
        let rate = self.rate_after(own.as_ref().ok());
        let own_id = own.ok().and_then(|own| own.plan_id);
        Ok(plans?
            .iter()
            .map(|plan| offer(plan, own_id.as_deref(), rate))
            .collect())
    }

    /// The catalogue.
    pub(crate) async fn ask_plans(&self) -> Result<Vec<Plan>, Refusal> {
        let api = &self.core.api;
        self.read(|session| async move { api.plans(&session).await })
            .await
    }

    /// Opens the service's own site in the person's browser: plans are bought and changed there.
    ///
    /// # Errors
    /// [`Code::Internal`] where no browser could be started.
    pub async fn open_service(&self) -> Result<(), Refusal> {
        if self.open_link(self.core.server.base().as_str()) {
            Ok(())
        } else {
            Err(Refusal::new(Code::Internal).with("detail", "no browser could be started"))
        }
    }
}

fn offer(plan: &Plan, own_id: Option<&str>, rate: Rate) -> PlanOffer {
    PlanOffer {
        plan_id: plan.id.clone(),
        name: if plan.name.is_empty() {
            plan.id.clone()
        } else {
            plan.name.clone()
        },
        seconds: plan
            .seconds
            .or_else(|| plan.credits.map(|credits| rate.seconds(credits))),
        videos: plan.videos,
        // Only a plain "no" means that it can't be bought.
        purchasable: plan.purchasable != Some(false),
        is_current: own_id == Some(plan.id.as_str()),
    }
}

/// The subscription as a front shows it. Without a plan it has no name.
pub(super) fn standing(own: &Subscription) -> PlanStanding {
    let has_plan = own.plan_id.is_some() || own.plan_name.is_some();
    PlanStanding {
        name: own.plan_name.clone().or_else(|| own.plan_id.clone()),
        status: own.status.clone().filter(|_| has_plan),
        scheduled: own.scheduled_plan_id.clone(),
        ends_with_period: own.cancel_at_period_end,
        period_start: own.current_period_start.map(|at| at.as_millisecond()),
        period_end: own.current_period_end.map(|at| at.as_millisecond()),
        can_be_bought: own.stripe_enabled != Some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offer_is_in_seconds_even_where_the_service_tells_credits_alone() {
        let plan = Plan {
            id: "daily".to_owned(),
            credits: Some(15_000.0),
            ..Plan::default()
        };
        let rate = Rate::told(Some(100.0));
        let mine = offer(&plan, Some("daily"), rate);
        assert_eq!(mine.seconds, Some(150.0));
        assert_eq!(mine.name, "daily");
        assert!(mine.is_current && mine.purchasable);
        let told = Plan {
            seconds: Some(140.0),
            purchasable: Some(false),
            ..plan
        };
        let other = offer(&told, None, rate);
        assert_eq!(other.seconds, Some(140.0), "the service's own number first");
        assert!(!other.is_current && !other.purchasable);
    }

    #[test]
    fn without_a_plan_there_is_no_name() {
        let none = standing(&Subscription {
            status: Some("none".to_owned()),
            ..Subscription::default()
        });
        assert_eq!((none.name, none.status), (None, None));
    }
}
