//! Personal access tokens: what is remembered of them.

mod endpoints;

use serde::{Deserialize, Serialize};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{auth::ALL, service::HubService};
use crate::{
    moment::Millis,
    signature::{NoRandomness, digest, secret},
};

/// A token's last use is noted this often at most, in milliseconds.
const USE_NOTED: Millis = 60_000;

/// All the tokens of the account.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Tokens {
    tokens: Vec<Token>,
    next_id: u64,
    /// The token that is there from the start, whole: nobody was shown it.
    ready: Option<String>,
}

/// A token. Only a digest of it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Token {
    pub(crate) id: u64,
    pub(crate) name: Option<String>,
    pub(crate) scopes: Vec<String>,
    digest: String,
    pub(crate) last_used: Option<Millis>,
    pub(crate) inserted: Millis,
}

impl Tokens {
    /// The scopes of the token with this digest, which was used now; none where there is none.
    pub(crate) fn used(&mut self, digest: &str, now: Millis) -> Option<Vec<String>> {
        let mut all = self.tokens.iter_mut();
        let token = all.find(|token| token.digest == digest)?;
        if token.last_used.is_none_or(|last| now - last >= USE_NOTED) {
            token.last_used = Some(now);
        }
        Some(token.scopes.clone())
    }

    /// The tokens, oldest first.
    pub(crate) fn all(&self) -> &[Token] {
        &self.tokens
    }

    /// Makes a token, and gives what is kept of it and the token itself.
    ///
    /// # Errors
    /// Where the system gives no random bytes.
    pub(crate) fn create(
        &mut self,
        name: Option<String>,
        scopes: Vec<String>,
        now: Millis,
    ) -> Result<(Token, String), NoRandomness> {
        let whole = format!("hf_pat_{}", &secret()?[..40]);
        self.next_id += 1;
        let token = Token {
            id: self.next_id,
            name,
            scopes,
            digest: digest(&whole),
            last_used: None,
            inserted: now,
        };
        self.tokens.push(token.clone());
        Ok((token, whole))
    }

    /// Takes a token away; false where there is none.
    pub(crate) fn revoke(&mut self, id: u64) -> bool {
        let before = self.tokens.len();
        self.tokens.retain(|token| token.id != id);
        self.tokens.len() < before
    }

    /// The full-access token that is there from the start; a new one where it was revoked.
    ///
    /// # Errors
    /// Where the system gives no random bytes.
    pub(crate) fn ready(&mut self, now: Millis) -> Result<String, NoRandomness> {
        if let Some(whole) = &self.ready {
            let known = digest(whole);
            if self.tokens.iter().any(|token| token.digest == known) {
                return Ok(whole.clone());
            }
        }
        let name = Some("Sandbox".to_owned());
        let (_, whole) = self.create(name, vec![ALL.to_owned()], now)?;
        self.ready = Some(whole.clone());
        Ok(whole)
    }
}

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<std::sync::Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(endpoints::list, endpoints::create))
        .routes(routes!(endpoints::revoke))
}
