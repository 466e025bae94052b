//! Secrets in memory only: gone when the program closes.

use std::collections::HashMap;
use std::sync::Mutex;

use wire::Secret;

use super::{Vault, VaultError};
use crate::lock::held;

/// Secrets in memory only.
#[derive(Debug, Default)]
pub struct MemoryVault {
    secrets: Mutex<HashMap<String, Secret>>,
}

impl MemoryVault {
    fn open(&self) -> std::sync::MutexGuard<'_, HashMap<String, Secret>> {
        held(&self.secrets)
    }
}

impl Vault for MemoryVault {
    fn get(&self, name: &str) -> Result<Option<Secret>, VaultError> {
        Ok(self.open().get(name).cloned())
    }

    fn put(&self, name: &str, secret: &Secret) -> Result<(), VaultError> {
        self.open().insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        self.open().remove(name);
        Ok(())
    }
}
