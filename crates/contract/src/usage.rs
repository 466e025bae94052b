//! Balance and use, in seconds of video. Credits and money have no field here.

use serde::{Deserialize, Serialize};

use crate::Millis;

/// The periods that use is summed over (`GET /api/usage/summary`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UsagePeriod {
    /// Since midnight, as the service counts it.
    Today,
    /// Seven days.
    #[default]
    Week,
    /// Thirty days.
    Month,
    /// Ninety days.
    Quarter,
}

/// What is left and what was used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UsageView {
    /// Seconds that can be ordered now.
    pub left_seconds: Option<f64>,
    /// Seconds held by what is being made.
    pub held_seconds: Option<f64>,
    /// Seconds not spent yet, the held ones included.
    pub remaining_seconds: Option<f64>,
    /// Where they come from, the first to expire first.
    pub batches: Vec<BalanceBatch>,
    /// The own daily allowance.
    pub allowance: Option<Allowance>,
    /// The plan, where the service told one.
    pub plan: Option<PlanStanding>,
    /// The period that [`Self::period_seconds`] and [`Self::days`] are of.
    pub period: UsagePeriod,
    /// Seconds used in the period.
    pub period_seconds: Option<f64>,
    /// Use by day, oldest first, with a day of 0 for each without use.
    pub days: Vec<DayOfUse>,
    /// Whether the balance is a team owner's, shared by its members.
    pub is_shared: bool,
    /// What could not be read; the rest is shown all the same.
    pub missing: Vec<UsagePart>,
    /// When it was read.
    pub read_at: Millis,
}

/// The parts that are read one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UsagePart {
    /// What is left.
    Balance,
    /// The daily allowance.
    Allowance,
    /// The plan and its rate.
    Plan,
    /// The sum of the period.
    Summary,
    /// The days.
    History,
}

/// A batch of the balance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BalanceBatch {
    /// The service's word for its kind.
    pub kind: String,
    /// Seconds left in it.
    pub remaining_seconds: f64,
    /// Seconds of it that are held.
    pub held_seconds: f64,
    /// When it expires.
    pub expires_at: Option<Millis>,
}

/// What one may use a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Allowance {
    /// Whether something may be ordered now.
    pub allowed: bool,
    /// Seconds used today.
    pub spent_seconds: f64,
    /// Seconds a day; `None` for no limit.
    pub limit_seconds: Option<f64>,
    /// Seconds left of it today; `None` for no limit.
    pub remaining_seconds: Option<f64>,
}

/// The plan that is subscribed to.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlanStanding {
    /// Its name; `None` without a subscription.
    pub name: Option<String>,
    /// The service's word for how it stands.
    pub status: Option<String>,
    /// The plan that follows it.
    pub scheduled: Option<String>,
    /// Whether it ends with the period.
    pub ends_with_period: bool,
    /// Beginning of the period.
    pub period_start: Option<Millis>,
    /// End of the period. What is left then does not roll over.
    pub period_end: Option<Millis>,
    /// Whether the service can take payments at all.
    pub can_be_bought: bool,
}

/// A day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DayOfUse {
    /// `YYYY-MM-DD`, as the service counts days.
    pub date: String,
    /// Seconds.
    pub seconds: f64,
    /// Whose, where the service told it.
    pub email: Option<String>,
}

/// A plan that can be had (`GET /api/billing/plans`). It is bought on the service's own pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanOffer {
    /// The service's id.
    pub plan_id: String,
    /// Its name.
    pub name: String,
    /// Seconds of video in a period.
    pub seconds: Option<f64>,
    /// Videos of the usual length in a period.
    pub videos: Option<f64>,
    /// Whether it can be bought now.
    pub purchasable: bool,
    /// Whether it is the own one.
    pub is_current: bool,
}

/// A team (`GET /api/scopes/{id}/members`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TeamView {
    /// Its members; one in a scope of one's own.
    pub members: Vec<MemberView>,
    /// Whether there is anybody but oneself.
    pub is_team: bool,
    /// The own daily allowance.
    pub allowance: Option<Allowance>,
    /// The owner's balance, in seconds.
    pub left_seconds: Option<f64>,
}

/// A member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberView {
    /// The user's id, for the tasks' filter.
    pub user_id: String,
    /// The e-mail, or the id where there is none.
    pub email: String,
    /// `owner`, `admin`, `member`, or what else the service wrote.
    pub role: String,
    /// Seconds a day; `None` for no limit or where it is unknown.
    pub limit_seconds: Option<f64>,
    /// When they joined.
    pub joined_at: Option<Millis>,
    /// Whether it is the signed-in person.
    pub is_me: bool,
    /// How many riffs they submitted, once counted.
    pub submitted: Option<u64>,
}
