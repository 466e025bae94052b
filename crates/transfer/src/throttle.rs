//! A speed limit that all transfers of one direction share: a token bucket, filled by the clock.

use std::fmt;
use std::num::NonZeroU64;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::watch;

use crate::ports::Clock;

/// Bytes that are taken at once. Who takes more comes back to the end of the row for the rest, so
/// that all takers are served equally many bytes, whatever the size of their pieces.
const QUANTUM: u64 = 32 * 1024;
/// How much of a second's bytes the bucket holds for those who were idle: one part in so many.
const BURST_PER_SECOND: u64 = 5;

/// Bytes a second, for all takers together. Cheap to clone; all clones are the same limit.
///
/// Takers are served in the order in which they came. Where there is no limit, taking costs a look
/// at one number.
#[derive(Clone)]
pub struct Throttle {
    shared: Arc<Shared>,
}

struct Shared {
    clock: Arc<dyn Clock>,
    /// None: no limit.
    rate: watch::Sender<Option<NonZeroU64>>,
    /// Whose turn it is. Fair: first come, first served.
    turn: tokio::sync::Mutex<()>,
    bucket: Mutex<Bucket>,
}

#[derive(Debug)]
struct Bucket {
    /// Below zero where the last taker took more than there was.
    bytes: f64,
    /// When it was last looked at.
    at: Timestamp,
}

impl Throttle {
    /// No limit yet.
    pub fn unlimited(clock: Arc<dyn Clock>) -> Self {
        let at = clock.now();
        Self {
            shared: Arc::new(Shared {
                clock,
                rate: watch::Sender::new(None),
                turn: tokio::sync::Mutex::new(()),
                bucket: Mutex::new(Bucket { bytes: 0.0, at }),
            }),
        }
    }

    /// Bytes a second; None where there is no limit.
    pub fn limit(&self) -> Option<NonZeroU64> {
        *self.shared.rate.borrow()
    }

    /// Sets the limit, also for those who wait right now.
    pub fn set_limit(&self, bytes_per_second: Option<NonZeroU64>) {
        let mut bucket = self.bucket();
        bucket.bytes = bucket.bytes.min(0.0);
        if bytes_per_second.is_none() || self.limit().is_none() {
            bucket.bytes = 0.0;
            bucket.at = self.shared.clock.now();
        }
        drop(bucket);
        self.shared.rate.send_if_modified(|rate| {
            let changes = *rate != bytes_per_second;
            *rate = bytes_per_second;
            changes
        });
    }

    /// Waits until so many bytes may move. Cancel-safe: who gives up has taken no more than the
    /// quanta that were already granted.
    pub async fn take(&self, bytes: u64) {
        let mut left = bytes;
        while left > 0 && self.limit().is_some() {
            let quantum = left.min(QUANTUM);
            self.take_quantum(quantum).await;
            left -= quantum;
        }
    }

    /// The same, for a body that is sent: see [`wire::upload::Hooks::paced`].
    pub fn pace(&self) -> impl FnMut(u64) -> BoxFuture<'static, ()> + Send + use<> {
        let throttle = self.clone();
        move |bytes| {
            let throttle = throttle.clone();
            Box::pin(async move { throttle.take(bytes).await })
        }
    }

    async fn take_quantum(&self, bytes: u64) {
        let _turn = self.shared.turn.lock().await;
        let mut rates = self.shared.rate.subscribe();
        loop {
            let Some(rate) = *rates.borrow_and_update() else {
                return;
            };
            let Some(wait) = self.bucket().take(bytes, rate, self.shared.clock.now()) else {
                return;
            };
            tokio::select! {
                () = self.shared.clock.sleep(wait) => {}
                // The sender is in `self`, so it is there.
                _ = rates.changed() => {}
            }
        }
    }

    fn bucket(&self) -> std::sync::MutexGuard<'_, Bucket> {
        self.shared
            .bucket
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Bucket {
    /// Takes bytes if there are any; else how long it is until there are.
    ///
    /// The taker may leave a debt, which the next one waits out: pieces larger than the bucket go
    /// through, and the mean rate holds.
    fn take(&mut self, bytes: u64, rate: NonZeroU64, now: Timestamp) -> Option<Duration> {
        let per_second = rate.get() as f64;
        // Nothing for a clock that was set back.
        let passed = now.duration_since(self.at).as_secs_f64().max(0.0);
        let burst = per_second / BURST_PER_SECOND as f64;
        self.bytes = (self.bytes + passed * per_second).min(burst);
        self.at = now;
        if self.bytes >= 0.0 {
            self.bytes -= bytes as f64;
            return None;
        }
        // Not less than a clock can measure, or the loop would spin.
        let seconds = (-self.bytes / per_second).max(0.001);
        Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX))
    }
}

impl fmt::Debug for Throttle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Throttle")
            .field("limit", &self.limit())
            .finish_non_exhaustive()
    }
}
