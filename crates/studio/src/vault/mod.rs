//! Where secrets are kept: the system's keychain, a file of this user alone, or memory.

mod file;
mod keychain;
mod memory;

use std::sync::Arc;
use std::time::Duration;

use contract::{Code, Refusal, VaultChoice, VaultState};

/// What a vault keeps.
pub use wire::Secret;

pub use file::FileVault;
pub use keychain::KeychainVault;
pub use memory::MemoryVault;

/// How long a call may take where the vault says nothing else.
const PATIENCE: Duration = Duration::from_secs(4);

/// Keeps secrets by name. Calls may block.
pub trait Vault: Send + Sync + 'static {
    /// The secret of that name, if there is one.
    ///
    /// # Errors
    /// [`VaultError`] where the vault can't be asked.
    fn get(&self, name: &str) -> Result<Option<Secret>, VaultError>;
    /// Keeps a secret under a name, replacing what was there.
    ///
    /// # Errors
    /// [`VaultError`] where it could not be kept.
    fn put(&self, name: &str, secret: &Secret) -> Result<(), VaultError>;
    /// Forgets the secret of that name. None there is no error.
    ///
    /// # Errors
    /// [`VaultError`] where the vault can't be asked.
    fn delete(&self, name: &str) -> Result<(), VaultError>;
    /// How long a call is waited for. A keychain may hang where there is no desktop session: longer
    /// than this is "not there".
    fn patience(&self) -> Duration {
        PATIENCE
    }
}

/// The vault could not be used. The text never holds a secret.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the vault could not be used: {0}")]
pub struct VaultError(pub String);

impl From<VaultError> for Refusal {
    fn from(error: VaultError) -> Self {
        Self::new(Code::VaultFailed).with("detail", error.0)
    }
}

/// How the vault is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VaultPolicy {
    /// The keychain; where there is none, what the person said, or else they are asked.
    #[default]
    Ask,
    /// The keychain and nothing else.
    Keychain,
    /// A file of mode 0600.
    File,
    /// Memory only.
    Memory,
}

impl VaultPolicy {
    /// The variable that answers without asking.
    pub const VARIABLE: &str = "REELWRIGHT_VAULT";

    /// What the environment says. An unknown word is as good as none: the person is asked.
    pub fn from_environment() -> Self {
        match std::env::var(Self::VARIABLE).as_deref() {
            Ok("keychain") => Self::Keychain,
            Ok("file") => Self::File,
            Ok("memory") => Self::Memory,
            _ => Self::Ask,
        }
    }
}

/// The vault of this run, and which it is.
#[derive(Clone)]
pub(crate) struct ChosenVault {
    pub(crate) state: VaultState,
    vault: Arc<dyn Vault>,
}

impl ChosenVault {
    /// Chooses by policy. The file is at `path`; `keychain` is the system's.
    pub(crate) async fn choose(
        policy: VaultPolicy,
        said: Option<VaultChoice>,
        path: std::path::PathBuf,
        keychain: &Arc<dyn Vault>,
    ) -> Self {
        match policy {
            VaultPolicy::File => Self::file(path),
            VaultPolicy::Memory => Self::memory(VaultState::Memory),
            VaultPolicy::Keychain => Self::keychain(keychain),
            VaultPolicy::Ask => {
                let keychain = Self::keychain(keychain);
                if keychain.get("probe".to_owned()).await.is_ok() {
                    return keychain;
                }
                match said {
                    Some(choice) => Self::said(choice, path),
                    None => Self::memory(VaultState::Undecided),
                }
            }
        }
    }

    /// The vault that the person chose where there is no keychain.
    pub(crate) fn said(choice: VaultChoice, path: std::path::PathBuf) -> Self {
        match choice {
            VaultChoice::File => Self::file(path),
            VaultChoice::Memory => Self::memory(VaultState::Memory),
        }
    }

    fn file(path: std::path::PathBuf) -> Self {
        Self {
            state: VaultState::File,
            vault: Arc::new(FileVault::new(path)),
        }
    }

    fn memory(state: VaultState) -> Self {
        Self {
            state,
            vault: Arc::new(MemoryVault::default()),
        }
    }

    fn keychain(keychain: &Arc<dyn Vault>) -> Self {
        Self {
            state: VaultState::Keychain,
            vault: Arc::clone(keychain),
        }
    }

    pub(crate) async fn get(&self, name: String) -> Result<Option<Secret>, VaultError> {
        self.patiently(move |vault| vault.get(&name)).await
    }

    pub(crate) async fn put(&self, name: String, secret: Secret) -> Result<(), VaultError> {
        self.patiently(move |vault| vault.put(&name, &secret)).await
    }

    pub(crate) async fn delete(&self, name: String) -> Result<(), VaultError> {
        self.patiently(move |vault| vault.delete(&name)).await
    }

    /// Off the event loop and within the vault's patience. The real clock on purpose: the limit guards
    /// against a call into the system that never comes back.
    async fn patiently<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Vault) -> Result<T, VaultError> + Send + 'static,
    ) -> Result<T, VaultError> {
        let vault = Arc::clone(&self.vault);
        let patience = vault.patience();
        let work = tokio::task::spawn_blocking(move || call(vault.as_ref()));
        match tokio::time::timeout(patience, work).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(VaultError("the vault's call broke off".to_owned())),
            Err(_) => Err(VaultError("no answer from the keychain".to_owned())),
        }
    }
}
