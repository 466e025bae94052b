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
    /// The service answered just now, at this moment of its own clock (`Date`, to the second). Must not
    /// block.
    fn told(&self, date: SystemTime);
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

    pub(crate) fn note_date(&self, date: Option<SystemTime>) {
        if let (Some(timekeeper), Some(date)) = (&self.timekeeper, date) {
            timekeeper.told(date);
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
