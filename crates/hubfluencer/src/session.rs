//! Who asks.

use wire::{Credential, Origin, Secret, UnusableSecret};

/// A token at one deployment (contract, "Auth"). It is opaque: nothing is ever read from it. Prints
/// as `[redacted]`.
#[derive(Clone, Debug)]
pub struct Session(Credential);

impl Session {
    /// The session that this token stands for, at its own origin.
    ///
    /// # Errors
    /// When the token can't stand in a header.
    pub fn new(origin: Origin, token: Secret) -> Result<Self, UnusableSecret> {
        Credential::bearer(origin, token).map(Self)
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
