//! What a transfer asks of the world, passed in so that a test can stand in for it.

use std::path::Path;
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;

/// Time. Nothing here reads another clock or sleeps by another.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;
    /// Resolves when `duration` has gone by.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()>;
}

/// The system's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// The disk's room.
pub trait Disk: Send + Sync + 'static {
    /// Bytes that this user may still write below `folder`.
    ///
    /// # Errors
    /// Those of the system's call.
    fn free_bytes(&self, folder: &Path) -> std::io::Result<u64>;
}

/// The system's disks.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn free_bytes(&self, folder: &Path) -> std::io::Result<u64> {
        fs4::available_space(folder)
    }
}

/// Longest sleep in one go. A machine that was asleep wakes into the middle of one, and its timers
/// may not have counted the time: so the clock is looked at this often.
const SLICE: Duration = Duration::from_secs(5);

/// Sleeps until a moment of the clock, which is over at once when the clock has jumped past it.
pub(crate) async fn sleep_until(clock: &dyn Clock, due: Timestamp) {
    loop {
        let left = Duration::try_from(due.duration_since(clock.now())).unwrap_or_default();
        if left.is_zero() {
            return;
        }
        clock.sleep(left.min(SLICE)).await;
    }
}

/// The moment so long after now.
pub(crate) fn after(clock: &dyn Clock, duration: Duration) -> Timestamp {
    clock.now().checked_add(duration).unwrap_or(Timestamp::MAX)
}
