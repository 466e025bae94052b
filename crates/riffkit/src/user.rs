//! Who is signed in, and what a deployment offers.

use jiff::Timestamp;
use serde::Deserialize;
use wire::Failure;

use crate::lenient::{self, Lossy};
use crate::{Api, Session};

/// The signed-in person (contract, `UserOut`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct User {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Email, which is the identity: there is no other name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub email: Option<String>,
    /// `owner`, `admin`, `member`, or whatever comes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub role: Option<String>,
    /// The scope that owns what is made.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub scope_id: Option<String>,
    /// Daily cap in credits, 0 for none.
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    pub daily_credits_limit: f64,
    /// Since when.
    #[serde(default, deserialize_with = "lenient::time")]
    pub created_at: Option<Timestamp>,
}

/// A language that a video can be made in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct VideoLanguage {
    /// BCP-47 code, as `language` of a riff takes it.
    pub code: String,
    /// The language's own name. The code where the service gives none.
    #[serde(default)]
    pub name: String,
}

/// What a deployment says about itself (field notes; older ones have no such page).
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Settings {
    /// Longest source and longest video, in seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub max_render_duration: Option<f64>,
}

impl Api {
    /// `GET /api/auth/me`.
    ///
    /// # Errors
    /// See [`Failure`]; 401 when the session has ended.
    pub async fn me(&self, session: &Session) -> Result<User, Failure> {
        self.get("/api/auth/me", &[], Some(session)).await
    }

    /// `GET /api/languages`: what `language` of a riff may be.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn languages(&self, session: &Session) -> Result<Vec<VideoLanguage>, Failure> {
        let mut list: Lossy<VideoLanguage> = self.get("/api/languages", &[], Some(session)).await?;
        for language in list
            .entries
            .iter_mut()
            .filter(|language| language.name.is_empty())
        {
            language.name.clone_from(&language.code);
        }
        Ok(list.entries)
    }

    /// `GET /api/settings`. Not in the contract: 404 in older deployments.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn settings(&self, session: &Session) -> Result<Settings, Failure> {
        self.get("/api/settings", &[], Some(session)).await
    }
}
