//! How much of a clip has left, and how fast it goes.

use std::collections::BTreeMap;
use std::sync::Mutex;

use contract::{FootageState, Millis};
use transfer::Pause;

use crate::lock::held;
use crate::speed::Speed;
use crate::traffic::{Wait, worth_telling};

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
    /// What each part that nobody took waits for, and until when.
    waiting: BTreeMap<u32, Wait>,
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
                waiting: BTreeMap::new(),
                speed: Speed::default(),
            }),
        }
    }

    /// So many bytes of a part have left. Whether it is time to tell.
    pub(super) fn left(&self, part: u32, bytes: u64, now: Millis) -> bool {
        let mut inner = held(&self.inner);
        let waited = inner.waits();
        inner.waiting.remove(&part);
        inner.flying.insert(part, bytes);
        // A wait that is over is told at once.
        inner.look(now) || waited
    }

    /// A part did not arrive: what had left of it counts no more. Whether it is time to tell: nothing
    /// moves any more, and will not for a while.
    pub(super) fn lost(&self, part: u32, pause: Option<Pause>, now: Millis) -> bool {
        let mut inner = held(&self.inner);
        inner.flying.remove(&part);
        match pause.and_then(|pause| worth_telling(pause, now)) {
            Some(wait) => inner.waiting.insert(part, wait),
            None => inner.waiting.remove(&part),
        };
        if inner.waits() {
            inner.speed.begin_anew();
        }
        inner.waits()
    }

    /// Storage has acknowledged a part. Whether it is time to tell.
    pub(super) fn acknowledge(&self, part: u32, bytes: u64, now: Millis) -> bool {
        let mut inner = held(&self.inner);
        let waited = inner.waits();
        inner.waiting.remove(&part);
        inner.flying.remove(&part);
        inner.acknowledged += bytes;
        inner.look(now) || waited
    }

    /// As a front shows it.
    pub(super) fn state(&self) -> FootageState {
        let inner = held(&self.inner);
        let (sent, total) = (inner.sent().min(self.total), self.total);
        let next = inner.waiting.values().min_by_key(|wait| wait.retry_at());
        match next.filter(|_| inner.waits()) {
            Some(&Wait::Network(retry_at)) => FootageState::AwaitingNetwork {
                sent,
                total,
                retry_at,
            },
            Some(&Wait::Server(retry_at)) => FootageState::AwaitingServer {
                sent,
                total,
                retry_at,
            },
            None => FootageState::Sending {
                sent,
                total,
                bytes_per_second: inner.speed.per_second(),
            },
        }
    }
}

impl Inner {
    fn sent(&self) -> u64 {
        self.acknowledged + self.flying.values().sum::<u64>()
    }

    /// Whether parts wait for somebody to answer, and none is on its way.
    fn waits(&self) -> bool {
        !self.waiting.is_empty() && self.flying.is_empty()
    }

    fn look(&mut self, now: Millis) -> bool {
        let sent = self.sent();
        self.speed.look(sent, now)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn parts_add_up_and_events_are_few() {
        let flight = Flight::new(10_000, 1_000);
        let told = (0..1_000)
            .filter(|at| flight.left(u32::try_from(at % 2).expect("small"), 1 + *at as u64, *at))
            .count();
        assert_eq!(told, 10, "ten a second");
        flight.lost(0, None, 1_000);
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

    #[test]
    fn what_nobody_takes_waits_and_shows_no_speed() {
        let offline = |seconds| Some(Pause::Offline(Duration::from_secs(seconds)));
        let flight = Flight::new(10_000, 1_000);
        flight.left(1, 500, 0);
        flight.left(2, 500, 200);
        assert!(!flight.lost(1, offline(9), 300), "the other goes on");
        assert!(matches!(flight.state(), FootageState::Sending { .. }));
        assert!(flight.lost(2, offline(4), 300));
        let waits = FootageState::AwaitingNetwork {
            sent: 1_000,
            total: 10_000,
            retry_at: 4_300,
        };
        assert_eq!(flight.state(), waits);
        assert!(flight.left(2, 1, 301), "it goes on: told at once");
        let FootageState::Sending {
            bytes_per_second, ..
        } = flight.state()
        else {
            panic!("it is being sent")
        };
        assert_eq!(bytes_per_second, 0, "of what was before nothing counts");
        let failing = Some(Pause::Backoff(Duration::from_secs(9)));
        flight.acknowledge(1, 0, 302);
        assert!(flight.lost(2, failing, 302));
        let waits = FootageState::AwaitingServer {
            sent: 1_000,
            total: 10_000,
            retry_at: 9_302,
        };
        assert_eq!(flight.state(), waits, "storage answers, and badly");
        let short = Some(Pause::Backoff(Duration::from_secs(1)));
        assert!(!flight.lost(2, short, 302), "over before it is read");
    }
}
