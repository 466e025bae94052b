//! Time as a port: the sandbox never asks the operating system directly.

use std::{sync::Arc, time::Duration};

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};

use crate::faults::{Fault, Faults};

/// Where the sandbox gets its time from.
///
/// Everything that the contract times (flows, sessions, rate windows, tasks, signed links) is
/// reckoned with [`Clock::now`]; a test that moves its clock moves the service.
pub trait Clock: Send + Sync + 'static {
    /// The moment it is now, in UTC.
    fn now(&self) -> Timestamp;
    /// Completes once `length` has passed on this clock.
    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()>;
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(length))
    }
}

/// A clock that [`Fault::ClockSkew`] can set wrong.
pub(crate) struct Skewed {
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) faults: Faults,
}

impl Clock for Skewed {
    fn now(&self) -> Timestamp {
        let skew = self.faults.seen(|fault| match fault {
            Fault::ClockSkew(seconds) => Some(*seconds),
            _ => None,
        });
        let now = self.clock.now();
        let skewed = now.checked_add(SignedDuration::from_secs(skew.unwrap_or_default()));
        skewed.unwrap_or(now)
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        self.clock.sleep(length)
    }
}
