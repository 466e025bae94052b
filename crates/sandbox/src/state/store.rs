//! Records on disk: one JSON file for each kind, replaced whole.

use std::{
    io::{self, Write},
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::{Serialize, de::DeserializeOwned};

use super::Records;
use crate::setup::StartError;

/// The records could not be written. The change stands in memory.
#[derive(Debug, thiserror::Error)]
#[error("the sandbox's records could not be written: {0}")]
pub(crate) struct StoreError(#[from] io::Error);

impl From<StoreError> for io::Error {
    fn from(error: StoreError) -> Self {
        error.0
    }
}

/// The records of one service, in memory and on disk.
pub(crate) struct Store<R = Records> {
    path: PathBuf,
    inner: Mutex<Inner<R>>,
}

struct Inner<R> {
    records: R,
    written: Vec<u8>,
}

impl<R: Serialize + DeserializeOwned> Store<R> {
    /// Reads the records in `path`, or begins with `fresh`.
    ///
    /// # Errors
    /// Where the file can't be read, or is not what this version writes.
    pub(crate) fn open(path: PathBuf, fresh: R) -> Result<Self, StartError> {
        let (records, written) = match std::fs::read(&path) {
            Ok(bytes) => {
                let records =
                    serde_json::from_slice(&bytes).map_err(|source| StartError::Unreadable {
                        path: path.clone(),
                        source,
                    })?;
                (records, bytes)
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => (fresh, Vec::new()),
            Err(source) => return Err(StartError::Folder { path, source }),
        };
        Ok(Self {
            path,
            inner: Mutex::new(Inner { records, written }),
        })
    }

    /// Looks at the records.
    pub(crate) fn read<T>(&self, look: impl FnOnce(&R) -> T) -> T {
        look(&self.lock().records)
    }

    /// Changes the records and has them on disk before it returns.
    ///
    /// # Errors
    /// [`StoreError`] where the file could not be replaced.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut R) -> T) -> Result<T, StoreError> {
        let mut inner = self.lock();
        let outcome = change(&mut inner.records);
        let bytes = serde_json::to_vec(&inner.records).map_err(io::Error::from)?;
        if bytes != inner.written {
            self.replace(&bytes)?;
            inner.written = bytes;
        }
        Ok(outcome)
    }

    /// A rename, so that a kill at any point leaves the old file or the new one. It isn't synced:
    /// these are a sandbox's books, and a power cut may cost their last moment.
    fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(&self.path);
        // Readable for its owner only: the records hold secrets.
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.persist(&self.path).map_err(|failed| failed.error)?;
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, Inner<R>> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
