//! The confirm for what costs credits, from the price to the one yes. Nothing here asks twice and
//! nothing is sent twice: while a yes is under way, every further one is ignored.

use contract::{
    Code, PurchaseId, PurchaseState, PurchaseView, Refusal, SpendReview, Step, StepCaution,
    StepReview, hub_ask,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::Store;
use crate::backend;
use crate::components::ExtraYes;

/// How far the yes is.
#[derive(Clone, Debug, PartialEq)]
pub enum StepStage {
    /// The price is being asked for.
    Pricing,
    /// Not given.
    Open,
    /// Given; the core is being told.
    Taking,
    /// Given; the service is being told.
    Sent(PurchaseId),
    /// There is no price, or the yes was refused.
    Refused(Refusal),
}

/// The confirm. Copy; one for the whole window, in `store().hub.steps`.
#[derive(Clone, Copy)]
pub struct StepDesk {
    /// What is asked about. The sheet is open while it is there.
    pub asked: RwSignal<Option<Step>>,
    /// The step restated, once the core has.
    pub review: RwSignal<Option<StepReview>>,
    /// How far the yes is.
    pub stage: RwSignal<StepStage>,
    /// The extra yes, where it would go over a limit.
    pub extra: ExtraYes,
    /// What was asked about before, where another step came between: buying assists, for one.
    turn: RwSignal<u32>,
}

impl StepDesk {
    /// Nothing asked.
    pub fn new() -> Self {
        Self {
            asked: RwSignal::new(None),
            review: RwSignal::new(None),
            stage: RwSignal::new(StepStage::Open),
            extra: ExtraYes::new(),
            turn: RwSignal::new(0),
        }
    }

    /// Asks what a step would cost, and opens the sheet with it. While a yes is on its way, nothing
    /// else is asked.
    pub fn open(self, step: Step) {
        if self.is_taking() {
            return;
        }
        self.asked.set(Some(step));
        self.again();
    }

    /// Asks for the price of the same step anew.
    pub fn again(self) {
        let Some(step) = self.asked.get_untracked() else {
            return;
        };
        if self.is_taking() {
            return;
        }
        let turn = self.turn.get_untracked().wrapping_add(1);
        self.turn.set(turn);
        self.review.set(None);
        self.stage.set(StepStage::Pricing);
        spawn_local(async move {
            let answer = backend::ask(hub_ask::ReviewStep { step }).await;
            if self.turn.get_untracked() != turn {
                return;
            }
            match answer {
                Ok(review) => {
                    self.extra.ask_for(review.over_limits.clone());
                    self.review.set(Some(review));
                    self.stage.set(StepStage::Open);
                }
                Err(refusal) => self.stage.set(StepStage::Refused(refusal)),
            }
        });
    }

    /// Closes the sheet. What was already given to the core goes on.
    pub fn back(self) {
        if self.stage.get_untracked() == StepStage::Taking {
            return;
        }
        self.turn.update(|turn| *turn = turn.wrapping_add(1));
        self.asked.set(None);
        self.review.set(None);
        self.stage.set(StepStage::Open);
    }

    /// Whether the yes can be given now. Reactive.
    pub fn can_take(self) -> bool {
        self.stage.with(|stage| *stage == StepStage::Open)
            && self.extra.is_given()
            && self
                .review
                .with(|review| review.as_ref().is_some_and(is_affordable))
    }

    /// The one yes.
    pub fn take(self) {
        if !untrack(|| self.can_take()) {
            return;
        }
        let Some(review) = self.review.get_untracked() else {
            return;
        };
        self.stage.set(StepStage::Taking);
        spawn_local(async move {
            let step_review_id = review.step_review_id;
            let allowed = self
                .extra
                .tell(SpendReview::Step(step_review_id.clone()))
                .await;
            let answer = match allowed {
                Ok(()) => backend::ask(hub_ask::TakeStep { step_review_id }).await,
                Err(refusal) => Err(refusal),
            };
            match answer {
                Ok(purchase_id) => self.stage.set(StepStage::Sent(purchase_id)),
                // Something else was spent meanwhile: the sheet shows what it comes to now.
                Err(refusal) if refusal.code == Code::OverLimit => {
                    self.stage.set(StepStage::Open);
                    self.again();
                }
                Err(refusal) => self.stage.set(StepStage::Refused(refusal)),
            }
        });
    }

    /// Follows the purchase after the yes: taken, the sheet closes; refused, it says why.
    pub fn follow(self, store: Store) {
        Effect::new(move |_| {
            let StepStage::Sent(purchase_id) = self.stage.get() else {
                return;
            };
            let purchase = store.hub.purchases.with(|all| {
                all.iter()
                    .find(|purchase| purchase.purchase_id == purchase_id)
                    .cloned()
            });
            match purchase.as_ref().and_then(outcome) {
                None => {}
                Some(Outcome::Closes) => self.back(),
                Some(Outcome::Refused(refusal)) => {
                    // It is said here: the page need not say it again.
                    store.hub.hide_purchase(store, purchase_id);
                    self.stage.set(StepStage::Refused(refusal));
                }
            }
        });
    }

    fn is_taking(self) -> bool {
        self.stage
            .with_untracked(|stage| matches!(stage, StepStage::Taking | StepStage::Sent(_)))
            && self.asked.with_untracked(Option::is_some)
    }
}

/// What a purchase means for the sheet.
#[derive(Clone, Debug, PartialEq)]
enum Outcome {
    /// The page says the rest.
    Closes,
    /// The sheet says why.
    Refused(Refusal),
}

fn outcome(purchase: &PurchaseView) -> Option<Outcome> {
    match &purchase.state {
        PurchaseState::Sending => None,
        PurchaseState::Refused { refusal } => Some(Outcome::Refused(refusal.clone())),
        PurchaseState::NotSent => Some(Outcome::Refused(
            Refusal::from(contract::Code::NotSent).of_hubfluencer(),
        )),
        PurchaseState::AskingAgain { .. }
        | PurchaseState::Taken
        | PurchaseState::InDoubt
        | PurchaseState::GivenUp => Some(Outcome::Closes),
    }
}

/// Whether the balance reaches, as far as it is known.
pub fn is_affordable(review: &StepReview) -> bool {
    !review
        .cautions
        .iter()
        .any(|caution| matches!(caution, StepCaution::NotEnough { .. }))
}

#[cfg(test)]
mod tests {
    use contract::{OverLimit, SpendPeriod, StepReviewId, StepScope};

    use super::*;

    fn review(cautions: Vec<StepCaution>) -> StepReview {
        StepReview {
            step_review_id: StepReviewId::from("r"),
            step: Step::UnlockAssists,
            scope: StepScope::default(),
            credits: 15,
            available: Some(20),
            over_limits: Vec::new(),
            cautions,
        }
    }

    fn purchase(state: PurchaseState) -> PurchaseView {
        PurchaseView {
            purchase_id: PurchaseId::from("p"),
            step: Step::UnlockAssists,
            credits: 1,
            state,
            created_at: 0,
            ended_at: None,
        }
    }

    #[test]
    fn what_the_balance_does_not_reach_takes_no_yes() {
        assert!(is_affordable(&review(vec![StepCaution::Replaces])));
        let missing = StepCaution::NotEnough { missing: 3 };
        assert!(!is_affordable(&review(vec![missing])));
    }

    #[test]
    fn the_yes_counts_once_and_only_with_a_price() {
        let owner = Owner::new();
        owner.with(|| {
            let desk = StepDesk::new();
            assert!(!desk.can_take());
            desk.asked.set(Some(Step::UnlockAssists));
            desk.review.set(Some(review(Vec::new())));
            assert!(desk.can_take());
            desk.stage.set(StepStage::Taking);
            assert!(!desk.can_take());
            // Neither another step nor Esc comes between.
            desk.open(Step::GenerateShort {
                slug: "other".to_owned(),
            });
            desk.back();
            assert_eq!(desk.asked.get_untracked(), Some(Step::UnlockAssists));
        });
    }

    #[test]
    fn a_step_over_a_limit_waits_for_the_extra_yes() {
        let owner = Owner::new();
        owner.with(|| {
            let desk = StepDesk::new();
            desk.asked.set(Some(Step::UnlockAssists));
            desk.review.set(Some(review(Vec::new())));
            desk.extra.ask_for(vec![OverLimit {
                period: SpendPeriod::Day,
                limit: 10,
                would_be: 15.0,
            }]);
            assert!(!desk.can_take());
        });
    }

    #[test]
    fn a_lost_answer_is_the_pages_to_tell_and_a_refusal_the_sheets() {
        assert_eq!(outcome(&purchase(PurchaseState::Sending)), None);
        let doubt = purchase(PurchaseState::InDoubt);
        assert_eq!(outcome(&doubt), Some(Outcome::Closes));
        let refusal = Refusal::from(Code::NotEnoughCredits);
        let refused = purchase(PurchaseState::Refused {
            refusal: refusal.clone(),
        });
        assert_eq!(outcome(&refused), Some(Outcome::Refused(refusal)));
    }
}
