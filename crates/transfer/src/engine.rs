//! What all transfers of one direction have in common.

use std::fmt;
use std::sync::Arc;

use crate::network::Network;
use crate::ports::{Clock, Disk};
use crate::settings::Settings;
use crate::throttle::Throttle;

/// The engine of one direction: what all of its transfers share. Cheap to clone.
#[derive(Clone)]
pub struct Engine {
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// The disk's room.
    pub disk: Arc<dyn Disk>,
    /// The speed limit that they share. Downloads keep it by themselves; what sends a part keeps it
    /// by [`Throttle::pace`].
    pub throttle: Throttle,
    /// Where they wait for the network.
    pub network: Network,
    /// How they go about it.
    pub settings: Settings,
}

impl fmt::Debug for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Engine")
            .field("throttle", &self.throttle)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
