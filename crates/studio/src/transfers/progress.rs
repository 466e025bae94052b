//! How far a saving is, told not too often.

use contract::{Millis, TransferState};

use crate::speed::Speed;

/// How much is there, and how fast it comes.
pub(super) struct Progress {
    pub(super) received: u64,
    pub(super) total: Option<u64>,
    speed: Speed,
}

impl Progress {
    pub(super) fn new(total: Option<u64>) -> Self {
        Self {
            received: 0,
            total,
            speed: Speed::default(),
        }
    }

    /// Adds bytes. Whether it is time to tell.
    pub(super) fn add(&mut self, bytes: u64, now: Millis) -> bool {
        self.received += bytes;
        self.speed.look(self.received, now)
    }

    /// Some of it is to come once more: what is there is only so much.
    pub(super) fn back_to(&mut self, received: u64) {
        self.received = received;
        self.speed.begin_anew();
    }

    pub(super) fn state(&self) -> TransferState {
        TransferState::Running {
            received: self.received,
            total: self.total,
            bytes_per_second: self.speed.per_second(),
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
        assert_eq!(progress.speed.per_second(), 100_000);
        assert!(matches!(
            progress.state(),
            TransferState::Running {
                received: 100_000,
                ..
            }
        ));
    }
}
