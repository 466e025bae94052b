//! Who is signed in, and what a deployment offers.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wire::Failure;

use crate::{Api, Session, written};
use lenient::{self, Lossy, open_words};

open_words! {
    /// A person's role within a scope.
    Role {
        /// Whose the scope and its balance is.
        Owner => "owner",
        /// May manage it.
        Admin => "admin",
        /// May use it.
        Member => "member",
    }
}

/// The signed-in person (contract, `UserOut`).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct User {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// Email, which is the identity: there is no other name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub email: Option<String>,
    /// Role within the scope.
    #[serde(default)]
    pub role: Role,
    /// Whether the account is in use.
    #[serde(default, deserialize_with = "lenient::answer")]
    pub is_active: Option<bool>,
    /// Whether the person works for the service. Changes nothing here: what is for staff is never
    /// called.
    #[serde(default, deserialize_with = "lenient::yes")]
    pub is_staff: bool,
    /// The scope that owns what is made.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub scope_id: Option<String>,
    /// Daily cap in credits, 0 for none.
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    pub daily_credits_limit: f64,
    /// Since when.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub created_at: Option<Timestamp>,
    /// When they last signed in.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub last_login_at: Option<Timestamp>,
}

/// A language that a video can be made in.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct VideoLanguage {
    /// BCP-47 code, as `language` of a riff takes it.
    pub code: String,
    /// The language's own name. The code where the service gives none.
    #[serde(default, deserialize_with = "lenient::words")]
    pub name: String,
}

/// What a deployment says about itself (field notes; older ones have no such page).
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
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
        Ok(self.get("/api/auth/me").by(session).read().await?.value)
    }

    /// `GET /api/languages`: what `language` of a riff may be.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn languages(&self, session: &Session) -> Result<Vec<VideoLanguage>, Failure> {
        let mut list: Lossy<VideoLanguage> =
            self.get("/api/languages").by(session).read().await?.value;
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
        let answer = self.get("/api/settings").by(session).may_answer(&[404]);
        Ok(answer.read().await?.value)
    }
}
