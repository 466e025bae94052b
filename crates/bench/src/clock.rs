//! A clock that goes only while nobody works: as soon as somebody waits for a moment, it is that
//! moment. Ten minutes of watching so take as long as the work in them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::{Notify, oneshot};
use tokio::time::timeout;

/// Nobody works longer than this before waiting again, unless for the network.
const LONGEST_WORK: Duration = Duration::from_millis(20);
/// How often that may go by with nobody beginning to wait: a minute.
const MOST_IN_VAIN: u32 = 3000;

/// The clock stands still: nobody waits for it.
#[derive(Debug)]
pub struct Stuck;

impl std::fmt::Display for Stuck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("nobody waits for the clock any more")
    }
}

impl std::error::Error for Stuck {}

/// The clock. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct DrivenClock {
    state: Arc<Mutex<State>>,
    somebody_waits: Arc<Notify>,
}

struct State {
    now: Timestamp,
    next: u64,
    sleepers: BTreeMap<(Timestamp, u64), oneshot::Sender<()>>,
}

impl DrivenClock {
    /// A clock that stands at this moment.
    pub fn at(now: Timestamp) -> Self {
        let state = State {
            now,
            next: 0,
            sleepers: BTreeMap::new(),
        };
        Self {
            state: Arc::new(Mutex::new(state)),
            somebody_waits: Arc::default(),
        }
    }

    /// Lets time pass until `length` has gone by: each time that somebody begins to wait, the next
    /// who is due is woken.
    ///
    /// # Errors
    /// Nobody waited for so long that nobody will.
    pub async fn pass(&self, length: Duration) -> Result<(), Stuck> {
        let end = self.held().now + length;
        let mut in_vain = 0;
        while self.wake_next(end) {
            // Who was woken may be done for good, while others have waited all along.
            let waits = timeout(LONGEST_WORK, self.somebody_waits.notified()).await;
            in_vain = if waits.is_ok() { 0 } else { in_vain + 1 };
            if in_vain > MOST_IN_VAIN {
                return Err(Stuck);
            }
        }
        Ok(())
    }

    /// Wakes who is due next. False: nobody is before `end`.
    fn wake_next(&self, end: Timestamp) -> bool {
        let mut state = self.held();
        while let Some((key, sleeper)) = state.sleepers.pop_first() {
            if sleeper.is_closed() {
                continue;
            }
            if key.0 > end {
                state.sleepers.insert(key, sleeper);
                state.now = end;
                return false;
            }
            state.now = state.now.max(key.0);
            if sleeper.send(()).is_ok() {
                return true;
            }
        }
        // Nobody waits yet: somebody will.
        state.now < end
    }

    fn held(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl studio::ports::Clock for DrivenClock {
    fn now(&self) -> Timestamp {
        self.held().now
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        let (sleeper, woken) = oneshot::channel();
        let mut state = self.held();
        let key = (state.now + duration, state.next);
        state.next += 1;
        state.sleepers.insert(key, sleeper);
        self.somebody_waits.notify_one();
        Box::pin(async move {
            // The clock outlives every sleeper.
            let _ = woken.await;
        })
    }
}
