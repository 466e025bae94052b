//! Personal access tokens: `/api/tokens`. Managing them needs `account:admin`.

use std::fmt;

use jiff::Timestamp;
use lenient::{Lossy, open_words};
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize};
use wire::{Failure, Secret};

use crate::call::Fields;
use crate::{Api, Extra, Id, Session};

open_words! {
    /// What a token may do.
    Scope {
        /// Everything that generates, uploads or spends.
        VideoGenerate => "video:generate",
        /// Reads.
        VideoRead => "video:read",
        /// Tokens, too.
        AccountAdmin => "account:admin",
        /// Everything there is.
        Full => "*",
    }
}

/// A token that is to be created.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TokenRequest {
    /// What it is called; unnamed when empty.
    pub name: Option<String>,
    /// What it may do; `video:generate` and `video:read` where nothing is said.
    pub scopes: Option<Vec<Scope>>,
}

/// A token in the list, without itself.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Token {
    /// Id, for [`Api::revoke_token`].
    pub id: Id,
    /// What it is called.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: Option<String>,
    /// What it may do.
    #[serde(default, deserialize_with = "lenient::list")]
    pub scopes: Vec<Scope>,
    /// When it was last used.
    #[serde(default, deserialize_with = "lenient::time")]
    pub last_used_at: Option<Timestamp>,
    /// When it was created.
    #[serde(default, deserialize_with = "lenient::time")]
    pub inserted_at: Option<Timestamp>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A token that was created. The service says its text this once.
#[derive(Clone, Deserialize)]
pub struct CreatedToken {
    /// The token itself.
    #[serde(deserialize_with = "secret")]
    pub token: Secret,
    /// What the list will have of it.
    #[serde(flatten)]
    pub listed: Token,
}

impl fmt::Debug for CreatedToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreatedToken")
            .field("id", &self.listed.id)
            .field("token", &self.token)
            .finish_non_exhaustive()
    }
}

fn secret<'de, D: Deserializer<'de>>(input: D) -> Result<Secret, D::Error> {
    lenient::text(input)?
        .map(Secret::new)
        .ok_or_else(|| D::Error::custom("no token"))
}

impl Api {
    /// `POST /api/tokens`.
    ///
    /// # Errors
    /// See [`Failure`]; a 403 is [`crate::Problem::InsufficientScope`].
    pub async fn create_token(
        &self,
        session: &Session,
        request: &TokenRequest,
    ) -> Result<CreatedToken, Failure> {
        let fields = Fields::default()
            .maybe("name", &request.name)
            .maybe("scopes", &request.scopes);
        self.post("/api/tokens")
            .by(session)
            .body(fields)
            .answer()
            .await
    }

    /// `GET /api/tokens`.
    ///
    /// # Errors
    /// See [`Failure`]; a 403 is [`crate::Problem::InsufficientScope`].
    pub async fn tokens(&self, session: &Session) -> Result<Vec<Token>, Failure> {
        let list: Lossy<Token> = self.get("/api/tokens").by(session).answer().await?;
        Ok(list.entries)
    }

    /// `DELETE /api/tokens/:id`. Its sessions end at once.
    ///
    /// # Errors
    /// See [`Failure`]; a 403 is [`crate::Problem::InsufficientScope`].
    pub async fn revoke_token(&self, session: &Session, id: &Id) -> Result<(), Failure> {
        self.delete("/api/tokens/{id}")
            .by(session)
            .id("id", id)
            .done()
            .await
    }
}
