//! The system's keychain: Keychain on macOS, Credential Manager on Windows, Secret Service elsewhere.

use keyring::{Entry, Error};
use wire::Secret;

use super::{Vault, VaultError};

/// The name under which the keychain lists our secrets.
const SERVICE: &str = "Reelwright";

/// The system's keychain.
#[derive(Clone, Copy, Debug, Default)]
pub struct KeychainVault;

impl KeychainVault {
    fn entry(name: &str) -> Result<Entry, VaultError> {
        Entry::new(SERVICE, name).map_err(|error| refused(&error))
    }
}

impl Vault for KeychainVault {
    fn get(&self, name: &str) -> Result<Option<Secret>, VaultError> {
        match Self::entry(name)?.get_password() {
            Ok(secret) => Ok(Some(Secret::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(refused(&error)),
        }
    }

    fn put(&self, name: &str, secret: &Secret) -> Result<(), VaultError> {
        Self::entry(name)?
            .set_password(secret.expose())
            .map_err(|error| refused(&error))
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        match Self::entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(refused(&error)),
        }
    }
}

/// The kind of failure alone: some of the library's errors carry the bytes that they failed on.
fn refused(error: &Error) -> VaultError {
    let kind = match error {
        Error::NoStorageAccess(_) => "the keychain is locked or refused",
        Error::NoDefaultStore => "there is no keychain",
        Error::PlatformFailure(_) => "the keychain failed",
        Error::BadEncoding(_) => "the kept secret is not text",
        Error::TooLong(..) => "the secret is too long for the keychain",
        _ => "the keychain could not be used",
    };
    VaultError(kind.to_owned())
}
