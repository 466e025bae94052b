//! The service at one origin.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use wire::{Client, Origin};

use crate::anomaly::{Anomaly, Watcher};

/// Riffkit's API at one deployment. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    client: Client,
    origin: Origin,
    watcher: Option<Arc<dyn Watcher>>,
    timekeeper: Option<Arc<dyn Timekeeper>>,
}

/// Who hears what the service's own clock says. Its moments are naive UTC by that clock (contract,
/// `GET /api/tasks/{task_id}`), which may differ from this machine's.
pub trait Timekeeper: Send + Sync {
    /// This machine's clock, noted when a request leaves.
    fn now(&self) -> SystemTime;

    /// The service has answered what was asked at `asked` of this machine's clock: it did so at `date`
    /// of its own (`Date`, to the second), at some moment between then and now. Must not block.
    fn told(&self, asked: SystemTime, date: SystemTime);
}

impl Api {
    /// The API of this deployment.
    pub fn new(client: Client, origin: Origin) -> Self {
        Self {
            client,
            origin,
            watcher: None,
            timekeeper: None,
        }
    }

    /// The same, with somebody who hears of what its answers should not have had.
    #[must_use]
    pub fn watched(mut self, watcher: Arc<dyn Watcher>) -> Self {
        self.watcher = Some(watcher);
        self
    }

    /// The same, with somebody who hears what the service's clock says.
    #[must_use]
    pub fn timed(mut self, timekeeper: Arc<dyn Timekeeper>) -> Self {
        self.timekeeper = Some(timekeeper);
        self
    }

    /// Which deployment.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// When something is asked, by whoever keeps the time.
    pub(crate) fn asked(&self) -> Option<SystemTime> {
        self.timekeeper.as_ref().map(|timekeeper| timekeeper.now())
    }

    pub(crate) fn note_date(&self, asked: Option<SystemTime>, date: Option<SystemTime>) {
        if let (Some(timekeeper), Some(asked), Some(date)) = (&self.timekeeper, asked, date) {
            timekeeper.told(asked, date);
        }
    }

    pub(crate) fn notice(&self, anomaly: Anomaly) {
        tracing::warn!(endpoint = %anomaly.endpoint, kind = ?anomaly.kind, "an anomaly");
        if let Some(watcher) = &self.watcher {
            watcher.noticed(anomaly);
        }
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api")
            .field("origin", &self.origin)
            .finish_non_exhaustive()
    }
}
