//! What is left, what it buys, and what was missing (contract, "Billing & balance").

use jiff::Timestamp;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;
use wire::{Detail, Failure};

use crate::{Api, Session, written};

/// The balance, in credits. Shown to people in seconds only.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Credits {
    /// What a new order may use.
    pub available: f64,
    /// Held by what is being made.
    pub held: f64,
    /// Unspent, held ones included.
    pub total_remaining: f64,
    /// Spent today.
    pub daily_spent: f64,
    /// Most for a day, 0 for no limit.
    pub daily_limit: f64,
    /// The single portions.
    pub ledgers: Vec<Ledger>,
}

/// A portion of the balance.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
pub struct Ledger {
    /// Where it came from.
    #[serde(default, rename = "type", deserialize_with = "lenient::text")]
    pub kind: Option<String>,
    /// Credits left.
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    pub remaining: f64,
    /// Credits held.
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    pub held: f64,
    /// Until when.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub expires_at: Option<Timestamp>,
}

#[derive(Deserialize)]
struct CreditsOut {
    #[serde(deserialize_with = "lenient::number_or_zero")]
    available: f64,
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    held: f64,
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    total_remaining: f64,
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    daily_spent: f64,
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    daily_limit: f64,
    #[serde(default, deserialize_with = "lenient::list")]
    ledgers: Vec<Ledger>,
}

/// What was missing for an order (the 402 payload).
#[derive(Clone, PartialEq)]
pub struct Insufficient {
    /// Credits that the order needs.
    pub required_credits: Option<f64>,
    /// Credits that are there.
    pub available_credits: Option<f64>,
    /// The page to top up at, exactly as the service wrote it.
    pub topup_url: Option<String>,
}

impl std::fmt::Debug for Insufficient {
    /// Without the link: it may carry a session of the payment page.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Insufficient")
            .field("required_credits", &self.required_credits)
            .field("available_credits", &self.available_credits)
            .finish_non_exhaustive()
    }
}

impl Insufficient {
    pub(crate) fn of(value: &Value) -> Option<Self> {
        let object = value.as_object()?;
        Some(Self {
            required_credits: object.get("required_credits").and_then(lenient::number_of),
            available_credits: object.get("available_credits").and_then(lenient::number_of),
            topup_url: object.get("topup_url").and_then(lenient::text_of),
        })
    }
}

/// What was missing, when the failure is a 402. Its fields are empty where the service gave no
/// numbers.
pub fn insufficient(failure: &Failure) -> Option<Insufficient> {
    let Failure::Status {
        status: 402,
        detail,
        ..
    } = failure
    else {
        return None;
    };
    let nothing = Insufficient {
        required_credits: None,
        available_credits: None,
        topup_url: None,
    };
    match detail {
        Detail::Object(object) => Insufficient::of(object).or(Some(nothing)),
        _ => Some(nothing),
    }
}

impl Api {
    /// `GET /api/usage/credits`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn credits(&self, session: &Session) -> Result<Credits, Failure> {
        let credits: CreditsOut = self
            .get("/api/usage/credits")
            .by(session)
            .read()
            .await?
            .value;
        Ok(Credits {
            available: credits.available,
            held: credits.held,
            total_remaining: credits.total_remaining,
            daily_spent: credits.daily_spent,
            daily_limit: credits.daily_limit,
            ledgers: credits.ledgers,
        })
    }
}

impl Serialize for Insufficient {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        let mut map = output.serialize_map(Some(4))?;
        map.serialize_entry("error", "insufficient_credits")?;
        map.serialize_entry("required_credits", &self.required_credits)?;
        map.serialize_entry("available_credits", &self.available_credits)?;
        map.serialize_entry("topup_url", &self.topup_url)?;
        map.end()
    }
}
