//! How far a saving is, told not too often.

use std::collections::VecDeque;

use contract::{Millis, TransferState};

/// At most ten progress events a second.
const PROGRESS_EVERY: Millis = 100;
/// The speed is that of the last few seconds.
const SPEED_WINDOW: Millis = 4_000;

/// How much is there, and how fast it comes.
pub(super) struct Progress {
    pub(super) received: u64,
    pub(super) total: Option<u64>,
    told: Millis,
    seen: VecDeque<(Millis, u64)>,
}

impl Progress {
    pub(super) fn new(total: Option<u64>) -> Self {
        Self {
            received: 0,
            total,
            told: Millis::MIN,
            seen: VecDeque::new(),
        }
    }

    /// Adds bytes. Whether it is time to tell.
    pub(super) fn add(&mut self, bytes: u64, now: Millis) -> bool {
        self.received += bytes;
        if now.saturating_sub(self.told) < PROGRESS_EVERY {
            return false;
        }
        self.told = now;
        self.seen.push_back((now, self.received));
        while self
            .seen
            .front()
            .is_some_and(|(at, _)| now - at > SPEED_WINDOW)
        {
            self.seen.pop_front();
        }
        true
    }

    /// Some of it is to come once more: what is there is only so much.
    pub(super) fn back_to(&mut self, received: u64) {
        self.received = received;
        self.seen.clear();
    }

    fn speed(&self) -> u64 {
        let (Some((first, had)), Some((last, has))) = (self.seen.front(), self.seen.back()) else {
            return 0;
        };
        let millis = (last - first).unsigned_abs();
        (has - had)
            .saturating_mul(1000)
            .checked_div(millis)
            .unwrap_or_default()
    }

    pub(super) fn state(&self) -> TransferState {
        TransferState::Running {
            received: self.received,
            total: self.total,
            bytes_per_second: self.speed(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speed_is_that_of_the_last_seconds_and_events_are_few() {
        let mut progress = Progress::new(Some(1_000_000));
        let told = (0..1_000).filter(|at| progress.add(100, *at)).count();
        assert_eq!(told, 10, "ten a second");
        assert_eq!(progress.speed(), 100_000);
        assert!(matches!(
            progress.state(),
            TransferState::Running {
                received: 100_000,
                ..
            }
        ));
    }
}
