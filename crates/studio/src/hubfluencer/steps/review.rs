//! What a paid step means, before the yes. There is no other way to a paying call.

use std::sync::Arc;

use contract::{Code, OverLimit, Refusal, Service, Step, StepReview, StepReviewId};
use hubfluencer::Session;

use super::price::Price;
use crate::Studio;
use crate::lock::held;
use crate::spending::{Bond, Calendar, Overrun};

/// A step that was shown, ready to be taken as it was shown. Made here alone.
pub(super) struct ReviewedStep {
    pub(super) step_review_id: StepReviewId,
    pub(super) step: Step,
    pub(super) credits: u32,
    overrun: Overrun,
    /// Who was shown it: a yes is of that account only.
    session: Arc<Session>,
}

impl ReviewedStep {
    /// Whether it is still the same account that said yes.
    pub(super) fn is_of(&self, session: &Arc<Session>) -> bool {
        is_same_token(&self.session, session)
    }

    /// What it costs.
    pub(super) fn bond(&self, calendar: Calendar) -> Bond {
        Bond {
            at_most: f64::from(self.credits),
            videos: 0,
            allowed: self.overrun.allowed(),
            calendar,
        }
    }
}

/// Whether both are of the same token, which stands for an account.
pub(super) fn is_same_token(one: &Session, other: &Session) -> bool {
    one.token().expose() == other.token().expose()
}

impl Studio {
    /// Restates a step that costs credits, with its price. Makes every earlier review void.
    ///
    /// # Errors
    /// [`Code::TokenNeeded`]; [`Code::StepUnderWay`] while the same step has not come to its end;
    /// those of the price.
    pub async fn review_step(&self, step: Step) -> Result<StepReview, Refusal> {
        let core = &self.core;
        *held(&core.hub.steps.review) = None;
        let session = core.hub.sessions.current();
        let session = session.ok_or_else(|| Refusal::new(Code::TokenNeeded))?;
        self.expect_none_open(&step).await?;
        let Price {
            credits,
            available,
            scope,
            cautions,
        } = self.price(&step).await?;
        let over_limits = self
            .over_limits(Service::Hubfluencer, f64::from(credits))
            .await?;
        let step_review_id = StepReviewId(uuid::Uuid::now_v7().to_string());
        *held(&core.hub.steps.review) = Some(ReviewedStep {
            step_review_id: step_review_id.clone(),
            step: step.clone(),
            credits,
            overrun: Overrun::shown(over_limits.clone()),
            session,
        });
        Ok(StepReview {
            step_review_id,
            step,
            scope,
            credits,
            available,
            over_limits,
            cautions,
        })
    }

    /// Takes the one review that may be taken, if it is this one.
    pub(super) fn take_step_review(&self, id: &StepReviewId) -> Result<ReviewedStep, Refusal> {
        let mut place = held(&self.core.hub.steps.review);
        match place.take() {
            Some(reviewed) if reviewed.step_review_id == *id => Ok(reviewed),
            other => {
                *place = other;
                Err(Code::StepVoid.into())
            }
        }
    }

    /// The extra yes to the one review that may be taken, if it is this one and showed this.
    pub(crate) fn allow_step(&self, id: &StepReviewId, over: &[OverLimit]) -> Result<(), Refusal> {
        match held(&self.core.hub.steps.review).as_ref() {
            Some(reviewed) if reviewed.step_review_id == *id && reviewed.overrun.agree(over) => {
                Ok(())
            }
            _ => Err(Code::StepVoid.into()),
        }
    }

    /// Puts a review back whose step could not be begun, so that the same yes can be given again.
    pub(super) fn put_step_review_back(&self, reviewed: ReviewedStep) {
        held(&self.core.hub.steps.review).get_or_insert(reviewed);
    }
}
