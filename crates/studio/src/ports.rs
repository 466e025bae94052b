//! What the core asks of the world, passed in so that a test can stand in for it.

use std::path::PathBuf;
use std::sync::Arc;

use contract::{Event, Preferences, Refusal};
pub use transfer::{Clock, Disk, SystemClock, SystemDisk};

use crate::vault::{KeychainVault, Vault};

/// The person's browser.
pub trait Browser: Send + Sync + 'static {
    /// Opens a link that the core has vouched for (https, or http on loopback).
    ///
    /// # Errors
    /// [`BrowserFailed`] where none could be started; the front then shows the link to copy.
    fn open(&self, link: &str) -> Result<(), BrowserFailed>;
}

/// No browser could be started.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("no browser could be started")]
pub struct BrowserFailed;

/// Where the core's news goes: a window, a terminal, a recording.
pub trait EventSink: Send + Sync + 'static {
    /// Takes one event. Must not block.
    fn send(&self, event: Event);
}

impl<F: Fn(Event) + Send + Sync + 'static> EventSink for F {
    fn send(&self, event: Event) {
        self(event);
    }
}

/// Where preferences are kept.
pub trait PreferenceStore: Send + Sync + 'static {
    /// What was saved last; the defaults where nothing was or it could not be read.
    fn load(&self) -> Preferences;
    /// Saves.
    ///
    /// # Errors
    /// [`contract::Code::FolderUnwritable`] where the file can't be written.
    fn save(&self, preferences: &Preferences) -> Result<(), Refusal>;
}

/// The system's trash.
pub trait Trash: Send + Sync + 'static {
    /// Moves files there, where the person can get them back. Blocks.
    ///
    /// # Errors
    /// Where one of them could not be moved; those before it may be there.
    fn put(&self, files: &[PathBuf]) -> Result<(), TrashFailed>;
}

/// The system's trash took a file not.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct TrashFailed(pub String);

/// The trash of this system: the desktop's on Linux, Finder's on macOS, the recycle bin on Windows.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemTrash;

impl Trash for SystemTrash {
    fn put(&self, files: &[PathBuf]) -> Result<(), TrashFailed> {
        trash::delete_all(files).map_err(|error| TrashFailed(error.to_string()))
    }
}

/// Every port. Whether the keychain is used at all is the vault's policy.
#[derive(Clone)]
pub struct Ports {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// The person's browser.
    pub browser: Arc<dyn Browser>,
    /// The disk's room.
    pub disk: Arc<dyn Disk>,
    /// The system's trash.
    pub trash: Arc<dyn Trash>,
    /// Where news goes.
    pub sink: Arc<dyn EventSink>,
    /// The system's keychain.
    pub keychain: Arc<dyn Vault>,
}

impl Ports {
    /// The system's own clock and disk, with the front's browser and sink.
    pub fn system(browser: impl Browser, sink: impl EventSink) -> Self {
        Self {
            clock: Arc::new(SystemClock),
            browser: Arc::new(browser),
            disk: Arc::new(SystemDisk),
            trash: Arc::new(SystemTrash),
            sink: Arc::new(sink),
            keychain: Arc::new(KeychainVault),
        }
    }
}
