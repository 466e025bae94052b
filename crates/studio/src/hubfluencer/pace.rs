//! How often the service may be asked, by its contract: kept here so that it never has to say no.

use std::collections::{HashMap, VecDeque};
use std::sync::Mutex;
use std::time::Duration;

use contract::Millis;

use crate::lock::held;
use crate::ports::Clock;

/// The window that the contract counts in.
const WINDOW: Millis = 60_000;

/// What is counted together (contract, "Rate limits").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Bucket {
    /// Presign, confirm, init, complete and abort: 30 a minute.
    Upload,
    /// Signing a part: 300 a minute.
    SignPart,
    /// Generating: 10 a minute.
    Generate,
    /// Restyling a carousel: 20 a minute.
    Restyle,
    /// Changing a slide's words: 20 a minute.
    SlideEdit,
}

impl Bucket {
    const fn most(self) -> usize {
        match self {
            Self::Upload => 30,
            Self::SignPart => 300,
            Self::Generate => 10,
            Self::Restyle | Self::SlideEdit => 20,
        }
    }
}

/// When the last calls were made.
#[derive(Default)]
pub(crate) struct Pace {
    calls: Mutex<HashMap<Bucket, VecDeque<Millis>>>,
}

impl Pace {
    /// Waits until one more call of this kind may be made, and counts it.
    pub(crate) async fn turn(&self, clock: &dyn Clock, bucket: Bucket) {
        loop {
            let now = clock.now().as_millisecond();
            let Some(wait) = self.take(bucket, now) else {
                return;
            };
            clock
                .sleep(Duration::from_millis(wait.unsigned_abs()))
                .await;
        }
    }

    /// Counts a call, or says how long to wait for it.
    fn take(&self, bucket: Bucket, now: Millis) -> Option<Millis> {
        let mut calls = held(&self.calls);
        let calls = calls.entry(bucket).or_default();
        while calls.front().is_some_and(|at| now - at >= WINDOW) {
            calls.pop_front();
        }
        match calls.front() {
            Some(first) if calls.len() >= bucket.most() => Some((first + WINDOW - now).max(1)),
            _ => {
                calls.push_back(now);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_in_a_minute_waits_for_the_first_to_be_a_minute_old() {
        let pace = Pace::default();
        for at in 0..10 {
            assert_eq!(pace.take(Bucket::Generate, at * 1_000), None);
        }
        assert_eq!(pace.take(Bucket::Generate, 10_000), Some(50_000));
        assert_eq!(pace.take(Bucket::Restyle, 10_000), None, "counted apart");
        assert_eq!(pace.take(Bucket::Generate, 60_000), None);
        assert_eq!(pace.take(Bucket::Generate, 60_000), Some(1_000));
    }
}
