//! Who is signed in to Hubfluencer, and its personal access tokens.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Millis, Refusal};

/// A secret that a person types or has to see once: on its way between the page and the core, and
/// nowhere else. It prints as `[redacted]`.
///
/// This is the one field in which a secret can travel here: a token is pasted into the page, and a
/// new one is shown there once, so both have to cross.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SecretText(String);

impl SecretText {
    /// Wraps what was typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The secret itself: for the one place that uses it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for SecretText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// Where the token of this run came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenSource {
    /// The person gave it; the vault keeps it.
    Vault,
    /// `HUBFLUENCER_API_TOKEN`: it is kept nowhere, and signing out here is not possible.
    Environment,
    /// The sandbox that this program carries gave its own.
    Sandbox,
}

/// Where sign-in to Hubfluencer stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "session", rename_all = "snake_case")]
pub enum HubSession {
    /// The vault is being read.
    Starting,
    /// Nobody.
    SignedOut {
        /// Why the last token is no longer good, or the last try failed.
        refusal: Option<Refusal>,
    },
    /// A token is being tried by one read.
    Checking,
    /// A token is at hand.
    SignedIn {
        /// Where it came from.
        source: TokenSource,
        /// Scopes that the service said it lacks, in this run.
        lacks: Vec<String>,
    },
}

/// A personal access token as the service lists it: without its secret.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HubToken {
    /// The service's id, in its JSON form.
    pub token_id: String,
    /// Its name. Empty: none was given.
    pub name: String,
    /// What it may do; `*` is everything.
    pub scopes: Vec<String>,
    /// When it was used last.
    pub last_used_at: Option<Millis>,
    /// When it was made.
    pub inserted_at: Option<Millis>,
}

/// A token to make.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NewToken {
    /// Its name. Empty: none.
    #[serde(default)]
    pub name: String,
    /// What it may do. Empty: the service's default (`video:generate`, `video:read`).
    #[serde(default)]
    pub scopes: Vec<String>,
}

/// A token that was just made: the service shows its secret this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TokenMade {
    /// As it is listed from now on.
    pub token: HubToken,
    /// The secret. Not kept anywhere.
    pub secret: SecretText,
}
