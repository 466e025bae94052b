//! A signed-in session.

use wire::{Credential, Origin, Secret, UnusableSecret};

/// Name of the session's cookie (contract, "Authentication").
pub const SESSION_COOKIE: &str = "vee_session";

/// Proof of who asks, for one deployment. Prints as `[redacted]`.
#[derive(Clone, Debug)]
pub struct Session(Credential);

impl Session {
    /// The session that this token stands for, at its own origin.
    ///
    /// # Errors
    /// When the token can't stand in a cookie.
    pub fn new(origin: Origin, token: Secret) -> Result<Self, UnusableSecret> {
        Credential::cookie(origin, SESSION_COOKIE, token).map(Self)
    }

    /// The token, for the vault.
    pub fn token(&self) -> &Secret {
        self.0.secret()
    }

    /// The only place it is sent to.
    pub fn origin(&self) -> &Origin {
        self.0.origin()
    }

    pub(crate) fn credential(&self) -> &Credential {
        &self.0
    }
}
