//! The disk is full, can't be written, goes away, is slow; and so is the journal's.

mod journal;
#[cfg(target_os = "linux")]
mod mounted;
mod saving;
#[cfg(target_os = "linux")]
mod slow;
mod stand_in;

use crate::table::Table;

const GROUP: &str = "disk";

/// All of them.
pub fn group(table: &mut Table) {
    saving::rows(table);
    journal::rows(table);
    #[cfg(target_os = "linux")]
    {
        mounted::rows(table);
        slow::rows(table);
    }
}
