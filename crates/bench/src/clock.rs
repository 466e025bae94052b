//! A clock that goes only while nobody works: when nothing is left to do at a moment, it is the next
//! moment that somebody waits for. Ten minutes of watching so take as long as the work in them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::{Outcome, process};

/// Work that goes on is seen within this: it costs time of a processor.
const GLANCE: Duration = Duration::from_millis(40);
/// The least of such time that the system tells apart.
const TICK: Duration = Duration::from_millis(10);
/// How often in a row nothing may have been done before nobody works.
const QUIET: u32 = 2;
/// How often in a row nobody may wait for the clock: some seconds.
const MOST_IN_VAIN: u32 = 50;

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
}

/// Who was woken.
enum Woken {
    One,
    /// Nobody waits at all: whoever will has not begun to.
    Nobody,
    NobodyBeforeTheEnd,
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

    /// Lets time pass until `length` has gone by: each time that nobody works, the next who is due is
    /// woken.
    ///
    /// # Errors
    /// Nobody waits any more, or this system does not tell whether somebody works.
    pub async fn pass(&self, length: Duration) -> Outcome<()> {
        let end = self.held().now + length;
        let mut in_vain = 0;
        loop {
            until_quiet().await?;
            match self.wake_next(end) {
                Woken::One => in_vain = 0,
                Woken::Nobody if in_vain < MOST_IN_VAIN => in_vain += 1,
                Woken::Nobody => return Err(Stuck.into()),
                Woken::NobodyBeforeTheEnd => return Ok(()),
            }
        }
    }

    /// Wakes who is due next, before `end`.
    fn wake_next(&self, end: Timestamp) -> Woken {
        let mut state = self.held();
        while let Some((key, sleeper)) = state.sleepers.pop_first() {
            if sleeper.is_closed() {
                continue;
            }
            if key.0 > end {
                state.sleepers.insert(key, sleeper);
                state.now = end;
                return Woken::NobodyBeforeTheEnd;
            }
            state.now = state.now.max(key.0);
            if sleeper.send(()).is_ok() {
                return Woken::One;
            }
        }
        Woken::Nobody
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

/// Waits until this process does nothing.
async fn until_quiet() -> Outcome<()> {
    let mut quiet = 0;
    while quiet < QUIET {
        let before = process::cpu_time()?;
        tokio::time::sleep(GLANCE).await;
        let is_quiet = process::cpu_time()? < before + TICK;
        quiet = if is_quiet { quiet + 1 } else { 0 };
    }
    Ok(())
}
