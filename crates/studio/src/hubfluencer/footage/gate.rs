//! Closing without losing an acknowledgement: the last byte of a part leaves only while its answer can
//! still be written down.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use tokio::sync::watch;

/// Counts the parts whose last byte may have left, and whose answer is not on disk.
#[derive(Debug, Clone)]
pub(super) struct Gate {
    state: watch::Sender<State>,
}

#[derive(Debug, Default)]
struct State {
    is_closing: bool,
    awaited: usize,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            state: watch::Sender::new(State::default()),
        }
    }
}

impl Gate {
    /// Lets no last byte through any more, and resolves when every answer that was awaited has come and
    /// is on disk.
    pub(super) async fn close(&self) {
        self.state.send_modify(|state| state.is_closing = true);
        let mut states = self.state.subscribe();
        // The sender lives in `self`.
        let _ = states.wait_for(|state| state.awaited == 0).await;
    }

    /// One part's way through.
    pub(super) fn pass(&self) -> Pass {
        Pass {
            gate: self.clone(),
            stands: Arc::default(),
        }
    }
}

/// One part's way through the gate. Dropped when the part's end is on disk, or it came to nothing.
#[derive(Debug)]
pub(super) struct Pass {
    gate: Gate,
    stands: Arc<AtomicU8>,
}

/// Where a pass stands. Changed under the lock of the gate's state alone, as the body that goes
/// through may outlive the one who holds the pass.
const BEFORE: u8 = 0;
const THROUGH: u8 = 1;
const GIVEN_BACK: u8 = 2;

impl Pass {
    /// What is to be awaited before the last byte: never resolves while the program closes, nor once
    /// the pass was given back.
    pub(super) fn through(&self) -> impl Future<Output = ()> + Send + 'static {
        let (state, stands) = (self.gate.state.clone(), Arc::clone(&self.stands));
        async move {
            let passed = state.send_if_modified(|state| {
                let may = !state.is_closing && stands.load(Ordering::SeqCst) == BEFORE;
                if may {
                    state.awaited += 1;
                    stands.store(THROUGH, Ordering::SeqCst);
                }
                may
            });
            if !passed {
                std::future::pending::<()>().await;
            }
        }
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.gate.state.send_if_modified(|state| {
            let was_through = self.stands.swap(GIVEN_BACK, Ordering::SeqCst) == THROUGH;
            if was_through {
                state.awaited -= 1;
            }
            was_through
        });
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::Gate;

    #[tokio::test]
    async fn closing_waits_for_what_has_left_and_lets_nothing_else_go() {
        let gate = Gate::default();
        let (first, second) = (gate.pass(), gate.pass());
        assert!(first.through().now_or_never().is_some());
        assert!(gate.close().now_or_never().is_none(), "one is awaited");
        assert!(second.through().now_or_never().is_none());
        drop(second);
        drop(first);
        assert!(gate.close().now_or_never().is_some());
    }

    #[tokio::test]
    async fn a_body_that_outlives_its_sender_is_not_waited_for() {
        let gate = Gate::default();
        let pass = gate.pass();
        let late = pass.through();
        drop(pass);
        assert!(late.now_or_never().is_none(), "nobody hears its answer");
        assert!(gate.close().now_or_never().is_some());
    }
}
