//! What can be bought, and what is: `GET /api/billing/plans`, `/subscription`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wire::Failure;

use crate::{Api, Session, written};
use lenient::{self, Lossy};

/// A plan of the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Plan {
    /// Id (`starter`, `daily`, `pro`, or whatever comes).
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Name; empty where the service gave none.
    #[serde(default, deserialize_with = "lenient::words")]
    pub name: String,
    /// Price of a period, in US dollars.
    #[serde(default, deserialize_with = "lenient::number")]
    pub price_usd: Option<f64>,
    /// Credits of a period.
    #[serde(default, deserialize_with = "lenient::number")]
    pub credits: Option<f64>,
    /// Seconds of video of a period.
    #[serde(default, deserialize_with = "lenient::number")]
    pub seconds: Option<f64>,
    /// Videos of a period, of the usual length.
    #[serde(default, deserialize_with = "lenient::number")]
    pub videos: Option<f64>,
    /// Price of one of them, in US dollars.
    #[serde(default, deserialize_with = "lenient::number")]
    pub unit_price_usd: Option<f64>,
    /// Whether it can be bought here. Only a plain "no" means that it can't.
    #[serde(default, deserialize_with = "lenient::answer")]
    pub purchasable: Option<bool>,
}

/// The current plan.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Subscription {
    /// Its id; nothing when there is no plan.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub plan_id: Option<String>,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub plan_name: Option<String>,
    /// Its status.
    #[serde(default, deserialize_with = "lenient::text")]
    pub status: Option<String>,
    /// The plan that follows it.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub scheduled_plan_id: Option<String>,
    /// Whether it ends with what was paid for.
    #[serde(default, deserialize_with = "lenient::yes")]
    pub cancel_at_period_end: bool,
    /// Beginning of what was paid for.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub current_period_start: Option<Timestamp>,
    /// End of what was paid for.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub current_period_end: Option<Timestamp>,
    /// Whether payments are set up at this deployment, where it says so.
    #[serde(default, deserialize_with = "lenient::answer")]
    pub stripe_enabled: Option<bool>,
    /// What one second of video costs here, in credits. Differs by deployment.
    #[serde(default, deserialize_with = "lenient::number")]
    pub video_credits_per_second: Option<f64>,
}

impl Api {
    /// `GET /api/billing/plans`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn plans(&self, session: &Session) -> Result<Vec<Plan>, Failure> {
        let list: Lossy<Plan> = self
            .get("/api/billing/plans")
            .by(session)
            .read()
            .await?
            .value;
        Ok(list.entries)
    }

    /// `GET /api/billing/subscription`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn subscription(&self, session: &Session) -> Result<Subscription, Failure> {
        let answer = self.get("/api/billing/subscription").by(session).read();
        Ok(answer.await?.value)
    }
}
