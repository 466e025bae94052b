//! The service at one origin.

use std::fmt;
use std::sync::Arc;

use wire::{Client, Origin};

use crate::anomaly::{Anomaly, Watcher};

/// Riffkit's API at one deployment. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    client: Client,
    origin: Origin,
    watcher: Option<Arc<dyn Watcher>>,
}

impl Api {
    /// The API of this deployment.
    pub fn new(client: Client, origin: Origin) -> Self {
        Self {
            client,
            origin,
            watcher: None,
        }
    }

    /// The same, with somebody who hears of what its answers should not have had.
    #[must_use]
    pub fn watched(mut self, watcher: Arc<dyn Watcher>) -> Self {
        self.watcher = Some(watcher);
        self
    }

    /// Which deployment.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
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
