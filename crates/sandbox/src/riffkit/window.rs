//! Spans of time that end now, as the contract names them (`created_window`).

use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    moment::{DAY, Millis},
    state::first_of_day,
};

/// A span of time that ends now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) enum Window {
    /// Since midnight UTC.
    #[serde(rename = "today")]
    Today,
    /// Seven days.
    #[serde(rename = "7d")]
    Week,
    /// Thirty days.
    #[serde(rename = "30d")]
    Month,
    /// Ninety days.
    #[serde(rename = "90d")]
    Quarter,
}

impl Window {
    /// The words for them.
    pub(crate) const WORDS: [(&'static str, Self); 4] = [
        ("today", Self::Today),
        ("7d", Self::Week),
        ("30d", Self::Month),
        ("90d", Self::Quarter),
    ];

    /// Its first moment.
    pub(crate) fn since(self, now: Millis) -> Millis {
        match self {
            Self::Today => first_of_day(now),
            Self::Week => now - 7 * DAY,
            Self::Month => now - 30 * DAY,
            Self::Quarter => now - 90 * DAY,
        }
    }
}
