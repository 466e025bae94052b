//! One process per data folder, and how a second one finds the first.

use std::{
    fmt,
    fs::{File, TryLockError},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use url::Url;

use crate::{
    server::Sandbox,
    setup::{Setup, StartError},
};

const LOCK: &str = "sandbox.lock";
const NOTE: &str = "running.json";

/// Where a running sandbox listens. On disk it is readable for its owner only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Running {
    /// The base address of its Riffkit.
    pub riffkit: Url,
    /// The base address of its Hubfluencer.
    pub hubfluencer: Url,
    /// The full-access token of its Hubfluencer that is there from the start.
    pub hubfluencer_token: String,
}

impl fmt::Debug for Running {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Running")
            .field("riffkit", &self.riffkit)
            .field("hubfluencer", &self.hubfluencer)
            .finish_non_exhaustive()
    }
}

/// The hold on a data folder; given back when it is dropped, also by a kill.
#[derive(Debug)]
pub(crate) struct Hold {
    folder: PathBuf,
    lock: File,
}

impl Hold {
    /// Takes the folder.
    ///
    /// # Errors
    /// [`StartError::Busy`] where another process has it.
    pub(crate) fn take(folder: &Path) -> Result<Self, StartError> {
        let path = folder.join(LOCK);
        let refused = |source: io::Error| StartError::Folder {
            path: path.clone(),
            source,
        };
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(refused)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(StartError::Busy(folder.to_owned())),
            Err(TryLockError::Error(source)) => return Err(refused(source)),
        }
        let hold = Self {
            folder: folder.to_owned(),
            lock,
        };
        // A note left by a killed process names addresses that nobody listens on.
        hold.withdraw();
        Ok(hold)
    }

    /// Leaves a note where this process listens.
    ///
    /// # Errors
    /// Where it can't be written.
    pub(crate) fn announce(&self, running: &Running) -> Result<(), StartError> {
        let path = self.folder.join(NOTE);
        let write = || -> io::Result<()> {
            // Made readable for its owner only: there is a token in it.
            let file = tempfile::NamedTempFile::new_in(&self.folder)?;
            serde_json::to_writer(&file, running)?;
            file.persist(&path).map_err(|failed| failed.error)?;
            Ok(())
        };
        write().map_err(|source| StartError::Folder {
            path: path.clone(),
            source,
        })
    }

    /// Takes the note away.
    pub(crate) fn withdraw(&self) {
        let _ = std::fs::remove_file(self.folder.join(NOTE));
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        // Closing alone isn't enough: a program that is just being started (ffmpeg) shares the
        // open file for a moment, and with it the lock.
        let _ = self.lock.unlock();
    }
}

/// A sandbox to use: this process's own, or another's that serves the same folder.
#[derive(Debug)]
pub enum Attachment {
    /// Started here; it lives as long as this does.
    Own(Sandbox),
    /// Served by another process.
    Other(Running),
}

impl Attachment {
    /// The base address of its Riffkit.
    #[must_use]
    pub fn riffkit_url(&self) -> Url {
        match self {
            Self::Own(sandbox) => sandbox.riffkit_url(),
            Self::Other(running) => running.riffkit.clone(),
        }
    }

    /// The base address of its Hubfluencer.
    #[must_use]
    pub fn hubfluencer_url(&self) -> Url {
        match self {
            Self::Own(sandbox) => sandbox.hubfluencer_url(),
            Self::Other(running) => running.hubfluencer.clone(),
        }
    }

    /// The full-access token of its Hubfluencer that is there from the start.
    #[must_use]
    pub fn hubfluencer_token(&self) -> String {
        match self {
            Self::Own(sandbox) => sandbox.hubfluencer_token(),
            Self::Other(running) => running.hubfluencer_token.clone(),
        }
    }

    /// Stops it, if it is this process's own.
    pub async fn stop(self) {
        if let Self::Own(sandbox) = self {
            sandbox.stop().await;
        }
    }
}

impl Sandbox {
    /// Starts a sandbox, or finds the one that another process runs on the same data folder.
    ///
    /// # Errors
    /// As [`Sandbox::start`]; [`StartError::Silent`] where the other process doesn't say within
    /// five seconds where it listens.
    pub async fn attach_or_start(setup: Setup) -> Result<Attachment, StartError> {
        const LOOKS: u32 = 50;
        let note = setup.data.join(NOTE);
        for _ in 0..LOOKS {
            match Self::start(setup.clone()).await {
                Ok(sandbox) => return Ok(Attachment::Own(sandbox)),
                Err(StartError::Busy(_)) => {}
                Err(error) => return Err(error),
            }
            // Absent for the moment in which the other is starting or stopping.
            let found = std::fs::read(&note)
                .ok()
                .and_then(|bytes| serde_json::from_slice(&bytes).ok());
            if let Some(running) = found {
                return Ok(Attachment::Other(running));
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(StartError::Silent(setup.data))
    }
}
