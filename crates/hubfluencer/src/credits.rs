//! What is left, and what a step costs. Both are whole credits.

use serde::{Deserialize, Serialize};
use wire::Failure;

use crate::{Api, Extra, Session};

/// The balance.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Credits {
    /// Credits left.
    #[serde(deserialize_with = "lenient::count")]
    pub credits: u32,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a generation costs before it is ordered (`…/cost`).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Cost {
    /// Credits that it takes.
    #[serde(deserialize_with = "lenient::count")]
    pub total: u32,
    /// Credits that are there, where the service says so.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub available_credits: Option<u64>,
    /// What the total is made of, and what else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Api {
    /// `GET /api/studio/credits`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn studio_credits(&self, session: &Session) -> Result<Credits, Failure> {
        self.get("/api/studio/credits").by(session).answer().await
    }
}
