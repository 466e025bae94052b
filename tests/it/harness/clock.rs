//! A clock that goes only when a test lets it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::{Notify, oneshot};

/// Longest that anything may take for real: a hung test ends.
const PATIENCE: Duration = Duration::from_secs(180);
/// What happens on other threads and sockets is looked for this often.
const GLANCE: Duration = Duration::from_millis(5);
/// So often is a glance that came late repeated.
const LATE_GLANCES: usize = 10;

/// Time of the test's own, shared by the core and the sandbox.
#[derive(Clone)]
pub struct TestClock {
    state: Arc<Mutex<State>>,
    stirred: Arc<Notify>,
}

struct State {
    now: Timestamp,
    next: u64,
    sleepers: BTreeMap<(Timestamp, u64), oneshot::Sender<()>>,
}

impl TestClock {
    pub fn new() -> Self {
        let state = State {
            now: "2026-06-20T12:00:00Z".parse().unwrap(),
            next: 0,
            sleepers: BTreeMap::new(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
            stirred: Arc::default(),
        }
    }

    pub fn now(&self) -> Timestamp {
        self.state.lock().unwrap().now
    }

    /// Something happened that a waiting test may want to see.
    pub fn stir(&self) {
        self.stirred.notify_waiters();
    }

    /// Moves time on, waking whoever is due, in order.
    pub fn advance(&self, by: Duration) {
        let end = self.now() + by;
        while self.wake_next(end) {}
        self.state.lock().unwrap().now = end;
    }

    /// Lets time pass, from sleeper to sleeper, until `check` finds what it looks for.
    pub async fn until<T>(&self, mut check: impl FnMut() -> Option<T>) -> T {
        let search = async {
            loop {
                if let Some(found) = check() {
                    return found;
                }
                self.settle().await;
                if let Some(found) = check() {
                    return found;
                }
                self.wake_next(Timestamp::MAX);
            }
        };
        tokio::time::timeout(PATIENCE, search)
            .await
            .expect("it never came to that")
    }

    /// Lets time pass until a piece of work is done.
    pub async fn drive<T>(&self, work: impl Future<Output = T>) -> T {
        self.drive_until(Timestamp::MAX, work).await
    }

    /// Lets time pass until a piece of work is done, but no more than this much.
    pub async fn drive_within<T>(&self, most: Duration, work: impl Future<Output = T>) -> T {
        self.drive_until(self.now() + most, work).await
    }

    async fn drive_until<T>(&self, end: Timestamp, work: impl Future<Output = T>) -> T {
        let mut work = std::pin::pin!(work);
        let done = async {
            loop {
                tokio::select! {
                    answer = &mut work => return answer,
                    () = self.settle() => {}
                }
                self.wake_next(end);
            }
        };
        tokio::time::timeout(PATIENCE, done)
            .await
            .expect("it was never done")
    }

    /// Gives what was woken a moment to do its work; no time passes.
    pub async fn settle(&self) {
        for _ in 0..LATE_GLANCES {
            let begun = Instant::now();
            tokio::select! {
                () = self.stirred.notified() => return,
                () = tokio::time::sleep(GLANCE) => {}
            }
            // Where we ourselves had to wait for our turn, they had to as well.
            if begun.elapsed() < GLANCE * 2 {
                return;
            }
        }
    }

    fn wake_next(&self, end: Timestamp) -> bool {
        let mut state = self.state.lock().unwrap();
        while let Some(((due, _), sleeper)) = state.sleepers.pop_first() {
            if sleeper.is_closed() {
                continue;
            }
            if due > end {
                let next = state.next;
                state.next += 1;
                state.sleepers.insert((due, next), sleeper);
                return false;
            }
            state.now = state.now.max(due);
            // Whoever gave up in this moment needs no waking.
            let _ = sleeper.send(());
            return true;
        }
        false
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        let (sleeper, woken) = oneshot::channel();
        let mut state = self.state.lock().unwrap();
        let key = (state.now + length, state.next);
        state.next += 1;
        state.sleepers.insert(key, sleeper);
        self.stirred.notify_waiters();
        Box::pin(async move {
            // The clock outlives every sleeper.
            let _ = woken.await;
        })
    }
}

impl studio::ports::Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.sleep(duration)
    }
}

impl sandbox::Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.now()
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        self.sleep(length)
    }
}
