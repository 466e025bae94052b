//! A disk whose room and haste a try sets.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use studio::ports::Disk;

/// Room on a disk that has enough, in bytes.
const ENOUGH: u64 = 1 << 40;

/// A disk of a try's own.
#[derive(Clone)]
pub struct StandIn {
    free: Arc<AtomicU64>,
    answers_after: Duration,
}

impl StandIn {
    /// One with room.
    pub fn roomy() -> Self {
        Self {
            free: Arc::new(AtomicU64::new(ENOUGH)),
            answers_after: Duration::ZERO,
        }
    }

    /// One that takes its time.
    pub fn slow(answers_after: Duration) -> Self {
        Self {
            answers_after,
            ..Self::roomy()
        }
    }

    /// From now on it has no room.
    pub fn fill(&self) {
        self.free.store(0, Ordering::SeqCst);
    }

    /// From now on it has room.
    pub fn clear(&self) {
        self.free.store(ENOUGH, Ordering::SeqCst);
    }
}

impl Disk for StandIn {
    fn free_bytes(&self, _: &Path) -> std::io::Result<u64> {
        std::thread::sleep(self.answers_after);
        Ok(self.free.load(Ordering::SeqCst))
    }
}
