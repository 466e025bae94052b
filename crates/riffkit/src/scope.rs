//! The team: `GET /api/scopes/{scope_id}/members`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use wire::Failure;

use crate::user::Role;
use crate::{Api, Session, written};
use lenient::{self, Lossy};

/// A member of a scope.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Member {
    /// Id of the membership.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub id: Option<String>,
    /// The scope.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub scope_id: Option<String>,
    /// The person, as `submitted_by_user_id` of a task names them.
    #[serde(deserialize_with = "lenient::id")]
    pub user_id: String,
    /// Their role.
    #[serde(default)]
    pub role: Role,
    /// Their daily cap in credits, 0 for none.
    #[serde(default, deserialize_with = "lenient::number_or_zero")]
    pub daily_credits_limit: f64,
    /// Since when.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub joined_at: Option<Timestamp>,
    /// Their email.
    #[serde(default, deserialize_with = "lenient::text")]
    pub user_email: Option<String>,
}

impl Api {
    /// `GET /api/scopes/{scope_id}/members`.
    ///
    /// # Errors
    /// See [`Failure`]; 403 for who is no member.
    pub async fn members(&self, session: &Session, scope_id: &str) -> Result<Vec<Member>, Failure> {
        let list: Lossy<Member> = self
            .get("/api/scopes/{scope_id}/members")
            .by(session)
            .id("scope_id", scope_id)
            .may_answer(&[403])
            .read()
            .await?
            .value;
        Ok(list.entries)
    }
}
