//! How fast bytes go, and how often that is told.

use std::collections::VecDeque;

use contract::Millis;

/// At most ten progress events a second.
const TOLD_EVERY: Millis = 100;
/// The speed is that of the last few seconds.
const WINDOW: Millis = 4_000;

/// What was seen of a count of bytes in the last seconds.
#[derive(Debug)]
pub(crate) struct Speed {
    told: Millis,
    seen: VecDeque<(Millis, u64)>,
}

impl Default for Speed {
    fn default() -> Self {
        Self {
            told: Millis::MIN,
            seen: VecDeque::new(),
        }
    }
}

impl Speed {
    /// Takes a look at the count. Whether it is time to tell.
    pub(crate) fn look(&mut self, bytes: u64, now: Millis) -> bool {
        if now.saturating_sub(self.told) < TOLD_EVERY {
            return false;
        }
        self.told = now;
        self.seen.push_back((now, bytes));
        while self.seen.front().is_some_and(|(at, _)| now - at > WINDOW) {
            self.seen.pop_front();
        }
        true
    }

    /// Forgets what was seen: the count begins elsewhere.
    pub(crate) fn begin_anew(&mut self) {
        self.seen.clear();
    }

    /// Bytes a second.
    pub(crate) fn per_second(&self) -> u64 {
        let (Some((first, had)), Some((last, has))) = (self.seen.front(), self.seen.back()) else {
            return 0;
        };
        let millis = (last - first).unsigned_abs();
        // Less than before where a part was lost.
        has.saturating_sub(*had)
            .saturating_mul(1000)
            .checked_div(millis)
            .unwrap_or_default()
    }
}
