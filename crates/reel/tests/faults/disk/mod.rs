//! The disk is full, can't be written, goes away, is slow; and so is the journal's.

mod journal;
#[cfg(target_os = "linux")]
mod mounted;
mod saving;
#[cfg(target_os = "linux")]
mod slow;
mod stand_in;

use std::sync::Arc;

use crate::kills::Controls;
use crate::table::Table;

const GROUP: &str = "disk";

/// All of them. `controls` is what jobs cost by themselves.
#[cfg_attr(
    not(target_os = "linux"),
    expect(unused_variables, reason = "what needs it is left out")
)]
pub fn group(table: &mut Table, controls: &Arc<Controls>) {
    saving::rows(table);
    journal::rows(table);
    #[cfg(target_os = "linux")]
    {
        mounted::rows(table);
        slow::rows(table, controls);
    }
}
