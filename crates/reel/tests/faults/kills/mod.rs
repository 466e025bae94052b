//! SIGKILL of the real `reel`, no handler and no destructor, at each named step, before syncs of the
//! disk, and at random moments of the main jobs of both services. After each kill the next run picks up
//! what was left, the same job is done again only where the service's own books say that it was never
//! taken, and then the books judge: taken once, charged once, delivered.

mod errand;
mod hubfluencer;
mod known;
mod random;
mod riffkit;
mod rig;
mod steps;
#[cfg(target_os = "linux")]
mod syncs;

pub use errand::{Controls, Errand, Job};
pub use known::Known;
pub use rig::words;

use std::sync::Arc;

use crate::table::Table;

const GROUP: &str = "kills";

/// All of them. `controls` is what jobs cost by themselves.
pub fn group(table: &mut Table, controls: &Arc<Controls>) {
    steps::rows(table, controls);
    #[cfg(target_os = "linux")]
    syncs::rows(table, controls);
    random::rows(table, controls);
}
