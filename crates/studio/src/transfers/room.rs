//! Waiting for room on a full disk.

use std::path::PathBuf;
use std::time::Duration;

use contract::{Code, Millis, Refusal};
use transfer::Stopped;

use super::Target;
use super::saving::Saving;
use crate::Studio;

/// A full disk is looked at this often.
const LOOK_EVERY: Duration = Duration::from_secs(20);
const LOOK_EVERY_MILLIS: Millis = 20_000;
/// What is waited for where nobody knows how much is missing.
const SOME_ROOM: u64 = 64 * 1024 * 1024;

impl Studio {
    /// Says that there is no room, and waits until there is, or the person says that it is to be
    /// tried again.
    ///
    /// # Errors
    /// [`Stopped::Cancelled`]; never paused: a pause goes on waiting.
    pub(super) async fn wait_for_room(
        &self,
        saving: &Saving,
        needed: Option<u64>,
        free: Option<u64>,
    ) -> Result<(), Stopped> {
        let core = &self.core;
        let wanted = needed
            .unwrap_or_else(|| free.unwrap_or_default().saturating_add(SOME_ROOM))
            .saturating_add(core.traffic.down.settings.reserve);
        let refusal = Refusal::new(Code::DiskFull)
            .with("needed", megabytes(wanted))
            .with("free", megabytes_down(free.unwrap_or_default()));
        tracing::info!(transfer_id = %saving.transfer_id, wanted, ?free, "a disk is full");
        let rests = self.meter_of(saving).paused(Some(refusal));
        self.change_transfer(&saving.transfer_id, rests);
        let folder = folder_of(&saving.target);
        let clock = &*core.ports.clock;
        loop {
            let due = core.now().saturating_add(LOOK_EVERY_MILLIS);
            tokio::select! {
                biased;
                stopped = saving.control.stopped() => {
                    if stopped == Stopped::Paused {
                        // On top of it: it goes on when the person says so.
                        let paused = self.meter_of(saving).paused(None);
                        self.change_transfer(&saving.transfer_id, paused);
                    }
                    return saving.control.resumed().await;
                }
                () = core.traffic.down.network.wait(clock, LOOK_EVERY) => {}
            }
            let is_hurried = core.now() < due;
            let free = core.ports.disk.free_bytes(&folder);
            if is_hurried || free.is_ok_and(|free| free >= wanted) {
                return Ok(());
            }
        }
    }
}

/// Where the parts are.
fn folder_of(target: &Target) -> PathBuf {
    match target {
        Target::Folder(folder) => folder.clone(),
        Target::File(file) => file.parent().map_or_else(|| file.clone(), PathBuf::from),
    }
}

/// Megabytes for a sentence, rounded up: exact enough in a float.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn megabytes(bytes: u64) -> f64 {
    (bytes as f64 / 1e6).ceil()
}

/// Megabytes that are there, rounded down.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn megabytes_down(bytes: u64) -> f64 {
    (bytes as f64 / 1e6).floor()
}
