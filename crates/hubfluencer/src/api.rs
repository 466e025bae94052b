//! The service at one origin.

use std::fmt;

use wire::{Client, Origin};

/// Hubfluencer's API at one deployment. Cheap to clone.
#[derive(Clone)]
pub struct Api {
    client: Client,
    origin: Origin,
}

impl Api {
    /// The API of this deployment.
    pub fn new(client: Client, origin: Origin) -> Self {
        Self { client, origin }
    }

    /// Which deployment.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Api")
            .field("origin", &self.origin)
            .finish_non_exhaustive()
    }
}
