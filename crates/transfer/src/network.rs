//! Waiting before the next try, and being hurried out of it.

use std::time::Duration;

use tokio::sync::watch;

use crate::ports::{Clock, after, sleep_until};

/// Whoever waits for the network, or for a service to recover, waits here. Cheap to clone; all
/// clones are the same.
#[derive(Clone, Debug, Default)]
pub struct Network {
    hurried: watch::Sender<()>,
}

impl Network {
    /// Nobody waits yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The next try of everybody who waits is due at once: the person asked, or the system says
    /// that the network is back.
    pub fn hurry(&self) {
        self.hurried.send_replace(());
    }

    /// Waits until somebody hurries, however long that takes. Cancel-safe.
    pub async fn hurried(&self) {
        let mut hurried = self.hurried.subscribe();
        // The sender is `self`.
        let _ = hurried.changed().await;
    }

    /// Waits, until the time is over by the clock or somebody hurries. Cancel-safe.
    pub async fn wait(&self, clock: &dyn Clock, pause: Duration) {
        let mut hurried = self.hurried.subscribe();
        let due = after(clock, pause);
        tokio::select! {
            () = sleep_until(clock, due) => {}
            // The sender is `self`.
            _ = hurried.changed() => {}
        }
    }
}
