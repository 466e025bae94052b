//! Whose turn it is: when each of the things that are watched is looked at next.
//!
//! Both services are watched alike: one look a turn however many views look, ever longer pauses
//! after failures, and sleep while nothing is open.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Mutex;
use std::time::Duration;

use contract::Millis;
use tokio::sync::Notify;
use wire::Failure;

use crate::ports::Clock;
use crate::studio::held;

/// The longest pause after failures.
pub(crate) const LONGEST_PAUSE: Duration = Duration::from_secs(2 * 60);
/// "Look now" is not answered sooner than this after the last look.
const SOONEST: Millis = 3_000;
/// The longest pause that a service may ask for.
const LONGEST_ASKED: Duration = Duration::from_secs(60 * 60);

/// When each open thing is looked at next.
pub(crate) struct Turns<K> {
    schedule: Mutex<HashMap<K, Turn>>,
    wake: Notify,
}

#[derive(Clone, Copy, Debug, Default)]
struct Turn {
    due: Millis,
    last: Millis,
    failures: u32,
}

impl<K> Default for Turns<K> {
    fn default() -> Self {
        Self {
            schedule: Mutex::default(),
            wake: Notify::new(),
        }
    }
}

impl<K: Clone + Eq + Hash> Turns<K> {
    /// Something changed: there is more to watch, somebody signed in, the pace was set.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    /// Brings a look forward to now, or to the soonest moment after the last one.
    pub(crate) fn look_now(&self, key: &K) {
        if let Some(turn) = held(&self.schedule).get_mut(key) {
            turn.due = turn.last + SOONEST;
        }
        self.wake();
    }

    /// What of `open` is due first, and when. What is not open any more is forgotten, and what is
    /// open for the first time is due now.
    pub(crate) fn first(&self, open: Vec<K>, now: Millis) -> Option<(K, Millis)> {
        let mut schedule = held(&self.schedule);
        schedule.retain(|key, _| open.contains(key));
        open.into_iter()
            .map(|key| {
                let turn = schedule.entry(key.clone()).or_insert(Turn {
                    due: now,
                    last: now,
                    failures: 0,
                });
                (key, turn.due)
            })
            .min_by_key(|(_, due)| *due)
    }

    /// Waits for the turn that [`Turns::first`] found, or for whatever changes before it. None: the
    /// schedule has to be asked again.
    pub(crate) async fn wait(&self, first: Option<(K, Millis)>, clock: &dyn Clock) -> Option<K> {
        let Some((key, due)) = first else {
            self.wake.notified().await;
            return None;
        };
        let wait = due - clock.now().as_millisecond();
        if wait <= 0 {
            return Some(key);
        }
        tokio::select! {
            () = clock.sleep(Duration::from_millis(wait.unsigned_abs())) => {}
            () = self.wake.notified() => {}
        }
        None
    }

    /// Heard: the next look comes after `pause`.
    pub(crate) fn heard(&self, key: &K, pause: Duration, now: Millis) {
        self.schedule(key, pause, 0, now);
    }

    /// A look failed: the next comes later each time, or when the service asked for it. When that is.
    pub(crate) fn missed(
        &self,
        key: &K,
        pace: Duration,
        asked: Option<Duration>,
        now: Millis,
    ) -> Millis {
        let failures = held(&self.schedule)
            .get(key)
            .map_or(1, |turn| turn.failures.saturating_add(1));
        let pause = pace.saturating_mul(1 << failures.min(7)).min(LONGEST_PAUSE);
        let pause = asked.map_or(pause, |asked| asked.max(pace));
        self.schedule(key, pause, failures, now)
    }

    fn schedule(&self, key: &K, pause: Duration, failures: u32, now: Millis) -> Millis {
        let due = now.saturating_add(Millis::try_from(pause.as_millis()).unwrap_or(Millis::MAX));
        let turn = Turn {
            due,
            last: now,
            failures,
        };
        held(&self.schedule).insert(key.clone(), turn);
        due
    }
}

/// How long the service asks to wait, within reason.
pub(crate) fn pause_asked(failure: &Failure) -> Option<Duration> {
    failure.retry_after().map(|asked| asked.min(LONGEST_ASKED))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Duration = Duration::from_secs(15);

    #[test]
    fn pauses_grow_with_failures_and_one_success_ends_that() {
        let turns = Turns::default();
        let waits: Vec<Millis> = (0..5).map(|_| turns.missed(&'a', PACE, None, 0)).collect();
        assert_eq!(waits, [30_000, 60_000, 120_000, 120_000, 120_000]);
        turns.heard(&'a', PACE, 0);
        assert_eq!(turns.missed(&'a', PACE, None, 0), 30_000);
        let asked = Some(Duration::from_secs(90));
        assert_eq!(turns.missed(&'a', PACE, asked, 0), 90_000);
    }

    #[test]
    fn what_is_new_is_due_at_once_and_what_is_over_is_forgotten() {
        let turns = Turns::default();
        turns.heard(&'a', PACE, 0);
        assert_eq!(turns.first(vec!['a'], 5), Some(('a', 15_000)));
        assert_eq!(turns.first(vec!['a', 'b'], 5), Some(('b', 5)));
        assert_eq!(turns.first(Vec::new(), 5), None);
        assert_eq!(turns.first(vec!['a'], 7), Some(('a', 7)));
        turns.heard(&'a', PACE, 7);
        turns.look_now(&'a');
        assert_eq!(turns.first(vec!['a'], 8), Some(('a', 7 + SOONEST)));
    }
}
