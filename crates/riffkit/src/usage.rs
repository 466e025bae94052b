//! What was used: `GET /api/usage/daily-budget`, `/summary` and `/history`.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use wire::Failure;

use crate::call::Pairs;
use crate::{Api, Session, written};

/// What a day allows, in credits. Shown to people in seconds only.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct DailyBudget {
    /// Whether a new order may be made today, where the service says so.
    #[serde(default, deserialize_with = "lenient::answer")]
    pub allowed: Option<bool>,
    /// Spent today.
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    pub spent_credits: f64,
    /// Most for a day, 0 for no limit.
    #[serde(deserialize_with = "lenient::number_or_zero")]
    pub limit_credits: f64,
    /// Left for today; nothing where there is no limit.
    #[serde(default, deserialize_with = "lenient::number")]
    pub remaining_credits: Option<f64>,
}

/// What was used in a period.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct UsageSummary {
    /// The period, when the service repeats it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub period: Option<String>,
    /// Credits used. Shown to people in seconds only.
    #[serde(deserialize_with = "lenient::number_or_zero")]
    pub total_credits: f64,
    /// What that was worth to the service, in US dollars. Never shown to people.
    #[serde(default, deserialize_with = "lenient::number")]
    pub total_cost_usd: Option<f64>,
    /// Whether there were groups, which customers are not to see. They are not kept.
    #[serde(
        default,
        rename = "groups",
        deserialize_with = "lenient::present",
        serialize_with = "written::empty_list"
    )]
    pub has_internal: bool,
}

/// What one person used on one day.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UsageDay {
    /// The day, in UTC.
    pub date: Option<Date>,
    /// Who; nothing where the service doesn't say.
    pub user_email: Option<String>,
    /// Credits used. Shown to people in seconds only.
    #[serde(rename = "total_credits")]
    pub credits: f64,
}

impl<'de> Deserialize<'de> for UsageDay {
    /// The contract names `user_email` only: the others are looked for under the names that its
    /// neighbours have.
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let row = Value::deserialize(input)?;
        let first = |names: &[&str]| names.iter().find_map(|name| row.get(name));
        Ok(Self {
            date: first(&["date", "day", "usage_date"])
                .and_then(Value::as_str)
                .and_then(|text| text.get(..10)?.parse().ok()),
            user_email: row.get("user_email").and_then(lenient::text_of),
            credits: first(&["total_credits", "credits", "spent_credits", "credits_used"])
                .and_then(lenient::number_of)
                .unwrap_or_default(),
        })
    }
}

/// The history: a list, or one under a name.
#[derive(Deserialize)]
#[serde(transparent)]
struct History(#[serde(deserialize_with = "days")] Vec<UsageDay>);

fn days<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<UsageDay>, D::Error> {
    use serde::de::Error as _;
    let whole = Value::deserialize(input)?;
    let list = ["items", "history", "days"]
        .iter()
        .find_map(|name| whole.get(name))
        .unwrap_or(&whole);
    let rows = list
        .as_array()
        .ok_or_else(|| D::Error::custom("not a list"))?;
    Ok(rows
        .iter()
        .filter(|row| row.is_object())
        .filter_map(|row| UsageDay::deserialize(row).ok())
        .collect())
}

impl Api {
    /// `GET /api/usage/daily-budget`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn daily_budget(&self, session: &Session) -> Result<DailyBudget, Failure> {
        let answer = self.get("/api/usage/daily-budget").by(session).read();
        Ok(answer.await?.value)
    }

    /// `GET /api/usage/summary`. Of periods the contract names `today`; without one the service
    /// chooses.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn usage_summary(
        &self,
        session: &Session,
        period: Option<&str>,
    ) -> Result<UsageSummary, Failure> {
        let answer = self
            .get("/api/usage/summary")
            .by(session)
            .query(Pairs::default().with("period", period))
            .read_inspected()
            .await?;
        Ok(answer.value.value)
    }

    /// `GET /api/usage/history`: what was used, by day. Who is no admin sees only their own.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn usage_history(&self, session: &Session) -> Result<Vec<UsageDay>, Failure> {
        let history: History = self
            .get("/api/usage/history")
            .by(session)
            .read()
            .await?
            .value;
        Ok(history.0)
    }
}
