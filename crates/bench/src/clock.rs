//! A clock that goes only when it is told to: ten minutes of watching so take as long as the work in
//! them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::oneshot;

/// The clock. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct DrivenClock {
    state: Arc<Mutex<State>>,
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
        }
    }

    /// Moves on, and wakes whoever is due.
    pub fn advance(&self, by: Duration) {
        let mut state = self.held();
        state.now += by;
        let later = (state.now, u64::MAX);
        let waiting = state.sleepers.split_off(&later);
        for sleeper in std::mem::replace(&mut state.sleepers, waiting).into_values() {
            // Who gave up waiting needs no waking.
            let _ = sleeper.send(());
        }
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
        Box::pin(async move {
            // The clock outlives every sleeper.
            let _ = woken.await;
        })
    }
}
