//! How many PUTs are under way at the same time.

use std::sync::atomic::{AtomicUsize, Ordering};

/// The PUTs that are under way, and the most there were in this run.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    now: AtomicUsize,
    most: AtomicUsize,
}

impl InFlight {
    /// One more begins.
    pub(super) fn begin(&self) {
        let now = self.now.fetch_add(1, Ordering::Relaxed) + 1;
        self.most.fetch_max(now, Ordering::Relaxed);
    }

    /// One has ended.
    pub(super) fn end(&self) {
        self.now.fetch_sub(1, Ordering::Relaxed);
    }

    /// The most there were at the same time.
    pub(super) fn most(&self) -> usize {
        self.most.load(Ordering::Relaxed)
    }
}
