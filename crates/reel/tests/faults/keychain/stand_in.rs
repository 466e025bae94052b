//! A keychain that does what a try wants.

use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use studio::vault::{MemoryVault, Secret, Vault, VaultError};

/// How long a call is waited for: a hang is as good a hang however short.
const PATIENCE: Duration = Duration::from_millis(150);

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is none.
    Absent,
    /// It is locked, and nobody unlocks it.
    Locked,
    /// It never answers.
    Hangs,
}

/// A keychain of a try's own. Clones are one.
#[derive(Clone)]
pub struct StandIn(Arc<Kept>);

struct Kept {
    secrets: MemoryVault,
    trouble: Mutex<Option<Trouble>>,
    changed: Condvar,
}

impl StandIn {
    /// One that works.
    pub fn sound() -> Self {
        Self(Arc::new(Kept {
            secrets: MemoryVault::default(),
            trouble: Mutex::new(None),
            changed: Condvar::new(),
        }))
    }

    /// One that is in trouble.
    pub fn in_trouble(trouble: Trouble) -> Self {
        let keychain = Self::sound();
        keychain.becomes(trouble);
        keychain
    }

    /// From now on it is in trouble.
    pub fn becomes(&self, trouble: Trouble) {
        *self.0.trouble.lock().unwrap() = Some(trouble);
    }

    /// It works again, and whoever hangs goes on.
    pub fn recovers(&self) {
        *self.0.trouble.lock().unwrap() = None;
        self.0.changed.notify_all();
    }

    fn opened(&self) -> Result<&MemoryVault, VaultError> {
        let trouble = self.0.trouble.lock().unwrap();
        let hangs = |trouble: &mut Option<Trouble>| *trouble == Some(Trouble::Hangs);
        let trouble = self.0.changed.wait_while(trouble, hangs).unwrap();
        match *trouble {
            None => Ok(&self.0.secrets),
            Some(Trouble::Absent) => Err(VaultError("there is no keychain".to_owned())),
            Some(_) => Err(VaultError("the keychain is locked".to_owned())),
        }
    }
}

impl Vault for StandIn {
    fn get(&self, name: &str) -> Result<Option<Secret>, VaultError> {
        self.opened()?.get(name)
    }

    fn put(&self, name: &str, secret: &Secret) -> Result<(), VaultError> {
        self.opened()?.put(name, secret)
    }

    fn delete(&self, name: &str) -> Result<(), VaultError> {
        self.opened()?.delete(name)
    }

    fn patience(&self) -> Duration {
        PATIENCE
    }
}
