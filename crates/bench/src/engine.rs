//! The engine of transfers as the app has it, on the system's clock and disk, without a limit.

use std::sync::Arc;

use transfer::{Engine, Network, Settings, SystemClock, SystemDisk, Throttle};

/// The engine of one direction.
pub fn engine() -> Engine {
    let clock = Arc::new(SystemClock);
    Engine {
        throttle: Throttle::unlimited(clock.clone()),
        clock,
        disk: Arc::new(SystemDisk),
        network: Network::default(),
        settings: Settings::default(),
    }
}
