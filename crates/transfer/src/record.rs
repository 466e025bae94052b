//! What outlives the program of a download: what its part is made of, and what of it is whole.

use std::time::Duration;

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};

use crate::ranges::Ranges;

/// What a `.part` has in it. Only what was synced to the disk is in here, so that after any end,
/// however sudden, the download goes on from the part and its record.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Bytes of the whole object.
    pub total: Option<u64>,
    /// Its strong ETag, with quotes. Without one nothing can go on where it stopped.
    pub etag: Option<String>,
    /// The bytes that are in the part.
    #[serde(default)]
    pub finished: Ranges,
}

/// How far a download is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes that are written. It goes back where the object has changed and begins anew.
    pub bytes: u64,
    /// Bytes of the whole object.
    pub total: Option<u64>,
    /// Set while nothing can move.
    pub pause: Option<Pause>,
}

/// Why nothing moves at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pause {
    /// There is no network. The next look at it comes after this long, or when it is hurried.
    Offline(Duration),
    /// The connection broke off. The next try comes after this long, or when it is hurried.
    Cut(Duration),
    /// The service failed or asked for patience. The next try comes after this long.
    Backoff(Duration),
}

impl Pause {
    /// How long it is until the next try.
    pub fn length(self) -> Duration {
        match self {
            Self::Offline(length) | Self::Cut(length) | Self::Backoff(length) => length,
        }
    }
}

/// A record could not be kept: the one before it still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the record can't be kept")]
pub struct NotKept;

/// The caller's side of a running download: it keeps the record and hears how far it is.
pub trait Ledger: Send + Sync + 'static {
    /// Keeps this record in place of the one before. What it vouches for is on the disk.
    ///
    /// # Errors
    /// The one before is still kept. That costs nothing but bytes that are fetched once more, unless
    /// they are about to be given up: then the download stops, and they stay.
    fn keep(&self, record: Record) -> BoxFuture<'_, Result<(), NotKept>>;

    /// Forgets the record: the part is gone, or holds nothing.
    fn forget(&self) -> BoxFuture<'_, ()>;

    /// Hears how far it is, many times a second. Must not block.
    fn progress(&self, progress: Progress);
}
