//! Balance, use, plans and the team. Credits are the service's unit; people are shown seconds of
//! video, by the rate that the service tells.

mod days;
mod fall;
mod period;
mod plans;
mod rate;
mod shortfall;
mod team;

use std::sync::Mutex;

use contract::{Allowance, BalanceBatch, Code, Refusal, UsagePart, UsagePeriod, UsageView};
use riffkit::{Credits, DailyBudget, UsageDay, UsageSummary, User};

use crate::Studio;
use rate::{KnownRate, Rate};

/// What is remembered of the balance between two questions. Nothing here asks by itself.
#[derive(Default)]
pub(crate) struct Meter {
    rate: Mutex<Option<KnownRate>>,
    last: Mutex<Option<fall::Reading>>,
}

impl Studio {
    /// What is left and what was used (`GET /api/usage/credits`, `/daily-budget`, `/summary`,
    /// `/history`, and the plan), in seconds of video.
    ///
    /// The parts are read one by one: what fails is named in [`UsageView::missing`], and the rest is
    /// shown all the same.
    ///
    /// # Errors
    /// Where no part could be read: the refusal of the balance. [`Code::NotSignedIn`] as soon as one
    /// part says so.
    pub async fn usage(&self, period: UsagePeriod) -> Result<UsageView, Refusal> {
        let (plan, credits, budget, summary, history, me) = futures_util::join!(
            self.read_plan(),
            self.read_credits(),
            self.read_budget(),
            self.read_summary(period),
            self.read_history(),
            self.read_me(),
        );
        let rate = self.rate_after(plan.as_ref().ok());
        let mut parts = Parts::default();
        let plan = parts.take(UsagePart::Plan, plan);
        let credits = parts.take(UsagePart::Balance, credits);
        let budget = parts.take(UsagePart::Allowance, budget);
        let history = parts.take(UsagePart::History, history);
        let today = self.core.ports.clock.now();
        let days = history
            .as_ref()
            .map(|history| days::filled(history, period::dates(period, today), rate))
            .unwrap_or_default();
        let summary = match summary {
            // A deployment that doesn't know this period: the days say the same.
            Err(refusal) if refusal.code == Code::ServiceRefused && history.is_some() => {
                Some(days.iter().map(|day| day.seconds).sum())
            }
            summary => parts
                .take(UsagePart::Summary, summary)
                .map(|summary| rate.seconds(summary.total_credits)),
        };
        parts.judge()?;
        let allowance = budget.as_ref().map(|budget| allowance(budget, rate));
        Ok(UsageView {
            left_seconds: credits.as_ref().map(|all| rate.seconds(all.available)),
            held_seconds: credits.as_ref().map(|all| rate.seconds(all.held)),
            remaining_seconds: credits
                .as_ref()
                .map(|all| rate.seconds(all.total_remaining)),
            batches: credits.map(|all| batches(&all, rate)).unwrap_or_default(),
            allowance,
            plan: plan.map(|plan| plans::standing(&plan)),
            period,
            period_seconds: summary,
            days,
            is_shared: me.is_ok_and(|me| me.role != riffkit::Role::Owner && me.scope_id.is_some()),
            missing: parts.missing,
            read_at: self.core.now(),
        })
    }

    /// What is left, as the service counts it. Every reading of the balance comes by here, so that a
    /// fall without a reason is noticed.
    pub(crate) async fn read_credits(&self) -> Result<Credits, Refusal> {
        let api = &self.core.api;
        let credits = self
            .read(|session| async move { api.credits(&session).await })
            .await?;
        self.balance_read(credits.available).await;
        Ok(credits)
    }

    /// What the day allows.
    pub(crate) async fn read_budget(&self) -> Result<DailyBudget, Refusal> {
        let api = &self.core.api;
        self.read(|session| async move { api.daily_budget(&session).await })
            .await
    }

    /// What was used in a period.
    pub(crate) async fn read_summary(&self, period: UsagePeriod) -> Result<UsageSummary, Refusal> {
        let api = &self.core.api;
        let word = period::word(period);
        self.read(|session| async move { api.usage_summary(&session, Some(word)).await })
            .await
    }

    /// What was used by day, as far back as the service tells it.
    pub(crate) async fn read_history(&self) -> Result<Vec<UsageDay>, Refusal> {
        let api = &self.core.api;
        self.read(|session| async move { api.usage_history(&session).await })
            .await
    }

    /// Who is signed in.
    async fn read_me(&self) -> Result<User, Refusal> {
        let api = &self.core.api;
        self.read(|session| async move { api.me(&session).await })
            .await
    }
}

/// What came of the parts.
#[derive(Default)]
struct Parts {
    missing: Vec<UsagePart>,
    came: usize,
    refusals: Vec<Refusal>,
}

impl Parts {
    fn take<T>(&mut self, part: UsagePart, answer: Result<T, Refusal>) -> Option<T> {
        match answer {
            Ok(value) => {
                self.came += 1;
                Some(value)
            }
            Err(refusal) => {
                tracing::info!(?part, %refusal, "a part of the use could not be read");
                self.missing.push(part);
                self.refusals.push(refusal);
                None
            }
        }
    }

    /// Nothing to show is a refusal, and so is a session that has ended.
    fn judge(&mut self) -> Result<(), Refusal> {
        let ended = |refusal: &Refusal| refusal.code == Code::NotSignedIn;
        if self.came > 0 && !self.refusals.iter().any(ended) {
            return Ok(());
        }
        let first = self.refusals.iter().position(ended).unwrap_or_default();
        if self.refusals.is_empty() {
            return Ok(());
        }
        Err(self.refusals.swap_remove(first))
    }
}

/// What one may use a day, in seconds.
fn allowance(budget: &DailyBudget, rate: Rate) -> Allowance {
    let limit = Some(budget.limit_credits).filter(|limit| *limit > 0.0);
    let left = |limit: f64| {
        let left = budget.remaining_credits;
        left.unwrap_or(limit - budget.spent_credits).max(0.0)
    };
    Allowance {
        // Where the service doesn't say it, what is left says it.
        allowed: budget
            .allowed
            .unwrap_or_else(|| limit.is_none_or(|limit| left(limit) > 0.0)),
        spent_seconds: rate.seconds(budget.spent_credits),
        limit_seconds: limit.map(|limit| rate.seconds(limit)),
        remaining_seconds: limit.map(|limit| rate.seconds(left(limit))),
    }
}

/// Where the balance comes from, the first to expire first, what never expires last.
fn batches(credits: &Credits, rate: Rate) -> Vec<BalanceBatch> {
    let mut batches: Vec<BalanceBatch> = credits
        .ledgers
        .iter()
        .map(|ledger| BalanceBatch {
            kind: ledger.kind.clone().unwrap_or_default(),
            remaining_seconds: rate.seconds(ledger.remaining),
            held_seconds: rate.seconds(ledger.held),
            expires_at: ledger.expires_at.map(|at| at.as_millisecond()),
        })
        .collect();
    batches.sort_by_key(|batch| (batch.expires_at.is_none(), batch.expires_at));
    batches
}

#[cfg(test)]
mod tests {
    use riffkit::Ledger;

    use super::*;

    fn at(rate: f64) -> Rate {
        Rate::told(Some(rate))
    }

    #[test]
    fn a_limit_of_zero_is_none_and_what_is_not_said_is_worked_out() {
        let free = allowance(
            &DailyBudget {
                spent_credits: 30_000.0,
                ..DailyBudget::default()
            },
            at(10_000.0),
        );
        assert!(free.allowed);
        assert_eq!(free.spent_seconds, 3.0);
        assert_eq!((free.limit_seconds, free.remaining_seconds), (None, None));
        let used_up = allowance(
            &DailyBudget {
                spent_credits: 6_500.0,
                limit_credits: 6_000.0,
                ..DailyBudget::default()
            },
            at(100.0),
        );
        assert!(!used_up.allowed);
        assert_eq!(used_up.limit_seconds, Some(60.0));
        assert_eq!(used_up.remaining_seconds, Some(0.0), "never below nothing");
        let said = allowance(
            &DailyBudget {
                allowed: Some(false),
                limit_credits: 6_000.0,
                remaining_credits: Some(500.0),
                ..DailyBudget::default()
            },
            at(100.0),
        );
        assert!(!said.allowed, "the service's word counts");
        assert_eq!(said.remaining_seconds, Some(5.0));
    }

    #[test]
    fn the_first_to_expire_comes_first() {
        let ledger = |kind: &str, expires_at: Option<&str>| Ledger {
            kind: Some(kind.to_owned()),
            remaining: 1_000.0,
            held: 100.0,
            expires_at: expires_at.map(|at| at.parse().expect("a time")),
        };
        let credits = Credits {
            ledgers: vec![
                ledger("gift", None),
                ledger("plan", Some("2026-07-01T00:00:00Z")),
                ledger("trial", Some("2026-06-21T00:00:00Z")),
            ],
            ..Credits::default()
        };
        let batches = batches(&credits, at(100.0));
        let kinds: Vec<&str> = batches.iter().map(|batch| batch.kind.as_str()).collect();
        assert_eq!(kinds, ["trial", "plan", "gift"]);
        assert_eq!(batches[0].remaining_seconds, 10.0);
        assert_eq!(batches[0].held_seconds, 1.0);
    }

    #[test]
    fn some_parts_are_shown_and_none_are_a_refusal() {
        let mut parts = Parts::default();
        assert_eq!(parts.take(UsagePart::Plan, Ok(1)), Some(1));
        parts.take::<()>(UsagePart::Balance, Err(Code::ServiceFailed.into()));
        assert_eq!(parts.judge(), Ok(()));
        assert_eq!(parts.missing, [UsagePart::Balance]);
        parts.take::<()>(UsagePart::History, Err(Code::NotSignedIn.into()));
        let ended = parts.judge().expect_err("a session that has ended");
        assert_eq!(ended.code, Code::NotSignedIn);
        let mut parts = Parts::default();
        parts.take::<()>(UsagePart::Plan, Err(Code::Offline.into()));
        let refusal = parts.judge().expect_err("nothing to show");
        assert_eq!(refusal.code, Code::Offline);
    }
}
