//! How much of a clip has left, and how fast it goes.

use std::collections::BTreeMap;
use std::sync::Mutex;

use contract::{FootageState, Millis};

use crate::speed::Speed;
use crate::studio::held;

/// A clip that is being sent now, whichever of its parts are on their way.
#[derive(Debug)]
pub(super) struct Flight {
    total: u64,
    inner: Mutex<Inner>,
}

#[derive(Debug)]
struct Inner {
    /// Bytes that storage has acknowledged.
    acknowledged: u64,
    /// Bytes that have left of each part on its way.
    flying: BTreeMap<u32, u64>,
    speed: Speed,
}

impl Flight {
    /// The sending of `total` bytes, some of which storage has acknowledged before.
    pub(super) fn new(total: u64, acknowledged: u64) -> Self {
        Self {
            total,
            inner: Mutex::new(Inner {
                acknowledged,
                flying: BTreeMap::new(),
                speed: Speed::default(),
            }),
        }
    }

    /// So many bytes of a part have left. Whether it is time to tell.
    pub(super) fn left(&self, part: u32, bytes: u64, now: Millis) -> bool {
        let mut inner = held(&self.inner);
        inner.flying.insert(part, bytes);
        inner.look(now)
    }

    /// A part did not arrive: what had left of it counts no more.
    pub(super) fn lost(&self, part: u32) {
        held(&self.inner).flying.remove(&part);
    }

    /// Storage has acknowledged a part. Whether it is time to tell.
    pub(super) fn acknowledge(&self, part: u32, bytes: u64, now: Millis) -> bool {
        let mut inner = held(&self.inner);
        inner.flying.remove(&part);
        inner.acknowledged += bytes;
        inner.look(now)
    }

    /// As a front shows it.
    pub(super) fn state(&self) -> FootageState {
        let inner = held(&self.inner);
        FootageState::Sending {
            sent: inner.sent().min(self.total),
            total: self.total,
            bytes_per_second: inner.speed.per_second(),
        }
    }
}

impl Inner {
    fn sent(&self) -> u64 {
        self.acknowledged + self.flying.values().sum::<u64>()
    }

    fn look(&mut self, now: Millis) -> bool {
        let sent = self.sent();
        self.speed.look(sent, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_and_events_are_few() {
        let flight = Flight::new(10_000, 1_000);
        let told = (0..1_000)
            .filter(|at| flight.left(u32::try_from(at % 2).expect("small"), 1 + *at as u64, *at))
            .count();
        assert_eq!(told, 10, "ten a second");
        flight.lost(0);
        flight.acknowledge(1, 4_000, 1_000);
        let FootageState::Sending { sent, total, .. } = flight.state() else {
            panic!("it is being sent")
        };
        assert_eq!((sent, total), (5_000, 10_000));
    }

    #[test]
    fn the_speed_is_that_of_the_last_seconds() {
        let flight = Flight::new(1_000_000, 0);
        for second in 0..10 {
            let bytes = if second < 5 { 0 } else { (second - 4) * 1_000 };
            flight.left(1, bytes, i64::try_from(second).expect("small") * 1_000);
        }
        let FootageState::Sending {
            bytes_per_second, ..
        } = flight.state()
        else {
            panic!("it is being sent")
        };
        assert_eq!(bytes_per_second, 1_000);
    }
}
