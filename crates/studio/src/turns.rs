//! Whose turn it is: when each of the things that are watched is looked at next.
//!
//! Both services are watched alike: one look a turn however many views look, ever longer pauses
//! after failures, and sleep while nothing is open.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::Hash;
use std::sync::Mutex;
use std::time::Duration;

use contract::Millis;
use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;
use tokio::sync::Notify;
use wire::Failure;

use crate::lock::held;
use crate::ports::Clock;

/// The longest pause after failures.
pub(crate) const LONGEST_PAUSE: Duration = Duration::from_secs(2 * 60);
/// Looks that one watcher makes at once: an answer that hangs holds up none of the others.
const AT_ONCE: usize = 4;
/// "Look now" is not answered sooner than this after the last look.
const SOONEST: Millis = 3_000;
/// The longest pause that a service may ask for.
const LONGEST_ASKED: Duration = Duration::from_secs(60 * 60);

/// When each open thing is looked at next.
pub(crate) struct Turns<K> {
    schedule: Mutex<Schedule<K>>,
    wake: Notify,
}

struct Schedule<K> {
    turns: HashMap<K, Turn>,
    /// Those that are not being looked at, by when they are due.
    queue: BTreeSet<(Millis, K)>,
    /// Whether what is open has to be found out anew.
    is_stale: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Turn {
    due: Millis,
    last: Millis,
    failures: u32,
    /// Whether it is being looked at: it waits for no turn until that is over.
    is_busy: bool,
    /// Whether that look has noted when the next is due.
    is_noted: bool,
}

impl<K: Ord + Eq + Hash> Default for Turns<K> {
    fn default() -> Self {
        Self {
            schedule: Mutex::new(Schedule {
                turns: HashMap::new(),
                queue: BTreeSet::new(),
                is_stale: true,
            }),
            wake: Notify::new(),
        }
    }
}

impl<K: Clone + Ord + Hash> Schedule<K> {
    fn set(&mut self, key: &K, turn: Turn) {
        if let Some(before) = self.turns.insert(key.clone(), turn) {
            self.queue.remove(&(before.due, key.clone()));
        }
        if !turn.is_busy {
            self.queue.insert((turn.due, key.clone()));
        }
    }

    fn renew(&mut self, open: HashSet<K>, now: Millis) {
        self.turns.retain(|key, _| open.contains(key));
        self.queue.retain(|(_, key)| open.contains(key));
        for key in open {
            if !self.turns.contains_key(&key) {
                let turn = Turn {
                    due: now,
                    last: now,
                    ..Turn::default()
                };
                self.set(&key, turn);
            }
        }
    }

    fn next(&self) -> Option<(K, Millis)> {
        self.queue.first().map(|(due, key)| (key.clone(), *due))
    }
}

impl<K: Clone + Ord + Hash> Turns<K> {
    /// Something changed: there is more to watch, or less, somebody signed in, the pace was set.
    pub(crate) fn wake(&self) {
        held(&self.schedule).is_stale = true;
        self.wake.notify_one();
    }

    /// Brings a look forward to now, or to the soonest moment after the last one.
    pub(crate) fn look_now(&self, key: &K) {
        {
            let mut schedule = held(&self.schedule);
            match schedule.turns.get(key).copied() {
                Some(turn) => {
                    let due = turn.last + SOONEST;
                    schedule.set(key, Turn { due, ..turn });
                }
                None => schedule.is_stale = true,
            }
        }
        self.wake.notify_one();
    }

    /// What of `open` is due first, and when. What is not open any more is forgotten, and what is
    /// open for the first time is due now.
    pub(crate) fn first(&self, open: Vec<K>, now: Millis) -> Option<(K, Millis)> {
        let mut schedule = held(&self.schedule);
        schedule.renew(open.into_iter().collect(), now);
        schedule.next()
    }

    /// Looks at what is due, a few at once, for ever. `open` says what there is to look at, and is asked
    /// again after [`Turns::wake`] alone; `look` notes when the next is due.
    pub(crate) async fn keep_looking<O, L>(
        &self,
        clock: &dyn Clock,
        open: impl Fn() -> O,
        look: impl Fn(K) -> L,
    ) where
        O: Future<Output = Vec<K>>,
        L: Future<Output = ()>,
    {
        let now = || clock.now().as_millisecond();
        let mut looks = FuturesUnordered::new();
        loop {
            // Taken before it is asked: what changes meanwhile is asked for once more.
            let is_stale = std::mem::take(&mut held(&self.schedule).is_stale);
            if is_stale {
                let open = open().await.into_iter().collect();
                held(&self.schedule).renew(open, now());
            }
            let has_room = looks.len() < AT_ONCE;
            let first = held(&self.schedule).next().filter(|_| has_room);
            tokio::select! {
                Some(()) = looks.next(), if !looks.is_empty() => {}
                key = self.wait(first, clock) => if let Some(key) = key {
                    self.begin(&key);
                    let looked = look(key.clone());
                    looks.push(async move {
                        looked.await;
                        self.release(&key, now());
                    });
                }
            }
        }
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

    /// Heard: the next look comes after `pause`. When that is.
    pub(crate) fn heard(&self, key: &K, pause: Duration, now: Millis) -> Millis {
        self.schedule(key, pause, 0, now)
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
            .turns
            .get(key)
            .map_or(1, |turn| turn.failures.saturating_add(1));
        let pause = pace.saturating_mul(1 << failures.min(7)).min(LONGEST_PAUSE);
        let pause = asked.map_or(pause, |asked| asked.max(pace));
        self.schedule(key, pause, failures, now)
    }

    /// It is looked at no more.
    pub(crate) fn forget(&self, key: &K) {
        let mut schedule = held(&self.schedule);
        if let Some(turn) = schedule.turns.remove(key) {
            schedule.queue.remove(&(turn.due, key.clone()));
        }
    }

    fn begin(&self, key: &K) {
        let mut schedule = held(&self.schedule);
        if let Some(turn) = schedule.turns.get(key).copied() {
            let turn = Turn {
                is_busy: true,
                is_noted: false,
                ..turn
            };
            schedule.set(key, turn);
        }
    }

    /// The look is over. One that noted no turn comes back late.
    fn release(&self, key: &K, now: Millis) {
        let mut schedule = held(&self.schedule);
        let Some(turn) = schedule.turns.get(key).copied() else {
            return;
        };
        let due = if turn.is_noted {
            turn.due
        } else {
            later(now, LONGEST_PAUSE)
        };
        let is_busy = false;
        schedule.set(
            key,
            Turn {
                due,
                is_busy,
                ..turn
            },
        );
    }

    fn schedule(&self, key: &K, pause: Duration, failures: u32, now: Millis) -> Millis {
        let due = later(now, pause);
        let mut schedule = held(&self.schedule);
        let turn = Turn {
            due,
            last: now,
            failures,
            is_busy: schedule.turns.get(key).is_some_and(|turn| turn.is_busy),
            is_noted: true,
        };
        schedule.set(key, turn);
        due
    }
}

fn later(now: Millis, pause: Duration) -> Millis {
    now.saturating_add(Millis::try_from(pause.as_millis()).unwrap_or(Millis::MAX))
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

    #[test]
    fn what_is_being_looked_at_waits_for_no_turn() {
        let turns = Turns::default();
        assert_eq!(turns.first(vec!['a', 'b'], 0), Some(('a', 0)));
        turns.begin(&'a');
        assert_eq!(turns.first(vec!['a', 'b'], 0), Some(('b', 0)));
        turns.begin(&'b');
        turns.heard(&'a', PACE, 1);
        assert_eq!(turns.first(vec!['a', 'b'], 1), None, "both are busy");
        turns.release(&'a', 2);
        assert_eq!(turns.first(vec!['a', 'b'], 2), Some(('a', 15_001)));
        turns.release(&'b', 3);
        turns.forget(&'a');
        assert_eq!(turns.first(vec!['b'], 3), Some(('b', 120_003)), "late");
    }
}
