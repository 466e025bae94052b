//! What differs from world to world.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use contract::Preferences;
use sandbox::{Ffmpeg, Pace, Team};
use studio::AutoSave;
use studio::ports::{Disk, SystemDisk, Trash, TrashFailed};
use studio::vault::{KeychainVault, Vault, VaultPolicy};

/// What the person's machine has beside a screen.
#[derive(Clone)]
pub struct Machine {
    pub disk: Arc<dyn Disk>,
    pub trash: Arc<dyn Trash>,
    pub vault: VaultPolicy,
    pub keychain: Arc<dyn Vault>,
}

impl Default for Machine {
    fn default() -> Self {
        Self {
            disk: Arc::new(SystemDisk),
            trash: Arc::new(Bin::default()),
            vault: VaultPolicy::File,
            keychain: Arc::new(KeychainVault),
        }
    }
}

/// A trash of the test's own, which knows what was put there.
#[derive(Default)]
pub struct Bin(pub Mutex<Vec<PathBuf>>);

impl Trash for Bin {
    fn put(&self, files: &[PathBuf]) -> Result<(), TrashFailed> {
        for file in files {
            std::fs::remove_file(file).map_err(|error| TrashFailed(error.to_string()))?;
            self.0.lock().unwrap().push(file.clone());
        }
        Ok(())
    }
}

/// What differs from the usual world.
pub struct Options {
    pub pace: Pace,
    pub balance_seconds: f64,
    /// Credits of Hubfluencer's account.
    pub hub_credits: u32,
    pub ffmpeg: Ffmpeg,
    pub auto_save: AutoSave,
    pub preferences: Preferences,
    /// Templates, reels and days of work that are there from the start, and who shares the account.
    pub templates: usize,
    pub reels: usize,
    pub past_days: u32,
    pub team: Team,
    /// The contract version that the service publishes.
    pub skill_version: &'static str,
    /// Bytes of clips that Hubfluencer keeps.
    pub upload_quota: u64,
    /// What is wrong with the service from the start.
    pub faults: sandbox::Faults,
    pub machine: Machine,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            pace: Pace::Seconds(20.0),
            balance_seconds: 600.0,
            hub_credits: 200,
            // The carried reel: rendering has tests of its own.
            ffmpeg: Ffmpeg::Absent,
            auto_save: AutoSave::Never,
            preferences: Preferences::default(),
            templates: 0,
            reels: 0,
            past_days: 0,
            team: Team::Solo,
            skill_version: "1.1.0",
            upload_quota: 5_000_000_000,
            faults: sandbox::Faults::none(),
            machine: Machine::default(),
        }
    }
}
