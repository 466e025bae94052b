//! AI assists: a free daily quota of helper calls, apart from credits.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wire::Failure;
use wire::upload::Hooks;

use crate::{Api, Extra, Session};

/// The quota.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Assists {
    /// Used today.
    #[serde(default, deserialize_with = "lenient::count")]
    pub used: u32,
    /// Free ones in a day.
    #[serde(default, deserialize_with = "lenient::count")]
    pub limit: u32,
    /// Bought ones.
    #[serde(default, deserialize_with = "lenient::count")]
    pub bonus: u32,
    /// Left.
    #[serde(deserialize_with = "lenient::count")]
    pub remaining: u32,
    /// When the free ones are there again.
    #[serde(default, deserialize_with = "lenient::time")]
    pub resets_at: Option<Timestamp>,
    /// Credits for more.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub unlock_cost: Option<u64>,
    /// How many more those are.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub unlock_batch_size: Option<u64>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Api {
    /// `GET /api/ai-assists`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn assists(&self, session: &Session) -> Result<Assists, Failure> {
        self.get("/api/ai-assists").by(session).answer().await
    }

    /// `POST /api/ai-assists/unlock`: **a paying call**, a purchase each time. It takes no
    /// idempotency key: a key used again would silently skip the purchase for a day (contract, "AI
    /// assists").
    ///
    /// `hooks` is asked before anything leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been bought all the same.
    ///
    /// # Errors
    /// See [`Failure`]; a 402 is [`crate::Problem::CreditsInsufficient`].
    pub async fn unlock_assists(
        &self,
        session: &Session,
        hooks: Hooks,
    ) -> Result<Assists, Failure> {
        self.post("/api/ai-assists/unlock")
            .by(session)
            .order(hooks)
            .await
    }
}
