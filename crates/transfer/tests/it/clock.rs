//! A clock that goes from sleeper to sleeper while a piece of work is driven.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::oneshot;
use transfer::Clock;

/// Longest that anything may take for real: a hung test ends.
const PATIENCE: Duration = Duration::from_secs(180);
/// Work that neither ended nor moved within this waits for the clock.
const GLANCE: Duration = Duration::from_millis(4);
/// So often is a glance that came late repeated.
const LATE_GLANCES: usize = 10;

type Sleepers = BTreeMap<(Timestamp, u64), oneshot::Sender<()>>;

#[derive(Clone)]
pub struct TestClock(Arc<Mutex<(Timestamp, u64, Sleepers)>>);

impl TestClock {
    pub fn new() -> Self {
        let start = "2026-06-20T12:00:00Z".parse().unwrap();
        Self(Arc::new(Mutex::new((start, 0, Sleepers::new()))))
    }

    pub fn shared(&self) -> Arc<dyn Clock> {
        Arc::new(self.clone())
    }

    /// Jumps, as the clock of a machine that was asleep does: no timer hears of it.
    pub fn jump(&self, by: Duration) {
        self.0.lock().unwrap().0 += by;
    }

    /// Lets time pass until the work is done.
    pub async fn drive<T>(&self, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        let done = async {
            loop {
                tokio::select! {
                    biased;
                    done = &mut work => return done,
                    () = self.settle() => self.wake_next(),
                }
            }
        };
        tokio::time::timeout(PATIENCE, done)
            .await
            .expect("it was never done")
    }

    /// Everybody who could run has run, and nobody was woken by time.
    pub async fn settle(&self) {
        for _ in 0..LATE_GLANCES {
            let begun = Instant::now();
            tokio::time::sleep(GLANCE).await;
            // Where we ourselves had to wait for our turn, they had to as well.
            if begun.elapsed() < GLANCE * 2 {
                return;
            }
        }
    }

    fn wake_next(&self) {
        let mut state = self.0.lock().unwrap();
        while let Some(((due, _), sleeper)) = state.2.pop_first() {
            if sleeper.is_closed() {
                continue;
            }
            state.0 = state.0.max(due);
            let _ = sleeper.send(());
            return;
        }
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.0.lock().unwrap().0
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let (sleeper, woken) = oneshot::channel();
        let mut state = self.0.lock().unwrap();
        let key = (state.0 + duration, state.1);
        state.1 += 1;
        state.2.insert(key, sleeper);
        Box::pin(async move {
            let _ = woken.await;
        })
    }
}
