//! How transfers go about it.

use std::time::Duration;

use crate::backoff::Backoff;

/// How transfers go about it. The defaults are what was measured to be good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Most connections of one download, and most parts of one upload at once.
    pub connections: usize,
    /// Bytes from which on an object is fetched over several connections.
    pub parallel_from: u64,
    /// Bytes that a connection of its own is worth at least.
    pub smallest_range: u64,
    /// How failures are waited out.
    pub backoff: Backoff,
    /// How an absent network is waited for.
    pub offline: Backoff,
    /// Most new links in a row that bring nothing.
    pub max_renewals: u32,
    /// Most times that everything begins anew because the object is another one.
    pub max_restarts: u32,
    /// When the record is kept.
    pub checkpoint: Checkpoint,
    /// Bytes that stay free on the disk.
    pub reserve: u64,
}

/// When a part is synced and its record kept, while bytes come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Not more often than this.
    pub soonest: Duration,
    /// Within that, after so many bytes.
    pub bytes: u64,
    /// At the latest after this, however few they are.
    pub latest: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        const MIB: u64 = 1024 * 1024;
        Self {
            connections: 4,
            parallel_from: 32 * MIB,
            smallest_range: 4 * MIB,
            backoff: Backoff::default(),
            offline: Backoff::offline(),
            max_renewals: 3,
            max_restarts: 3,
            checkpoint: Checkpoint {
                soonest: Duration::from_secs(1),
                bytes: 16 * MIB,
                latest: Duration::from_secs(5),
            },
            reserve: 8 * MIB,
        }
    }
}
