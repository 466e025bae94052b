//! What dead processes left half-saved. The window goes on with its own by itself, in their order and
//! with their pauses. What `reel` left is gone on with by whoever saves the same to the same place,
//! and is cleaned up after a week in which nobody did.

use contract::{AssetId, Event, Millis, Refusal, TransferId};

use super::asking::entry_of;
use super::saving::Saving;
use super::{Target, has_ended};
use crate::Studio;
use crate::journal::{LeftTransfer, NewTransfer, PartRecord};
use crate::studio::AutoSave;

/// How long what `reel` left is kept.
const KEPT_FOR: Millis = 7 * 24 * 60 * 60 * 1000;

impl Studio {
    /// Takes up what dead processes left, on both services.
    pub(crate) async fn recover_transfers(&self) -> Result<(), Refusal> {
        let core = &self.core;
        let (riffkit, hub) = (core.server_name.as_str(), core.hub.server_name());
        let mut left = core.journal.open_transfers(riffkit).await?;
        if hub != riffkit {
            left.extend(core.journal.open_transfers(hub).await?);
            left.sort_by(|a, b| (a.priority, &a.transfer_id).cmp(&(b.priority, &b.transfer_id)));
        }
        for left in left {
            if core.sender.has_died(&left.sender) {
                self.recover_transfer(left).await?;
            }
        }
        Ok(())
    }

    async fn recover_transfer(&self, left: LeftTransfer) -> Result<(), Refusal> {
        let core = &self.core;
        let is_window = core.auto_save == AutoSave::ByPreference;
        if left.target.begins_again && is_window {
            return self.take_up(left).await;
        }
        let is_old = core.now().saturating_sub(left.begun_at) > KEPT_FOR;
        if !left.target.begins_again && is_old {
            // Nobody else goes on with it from now on.
            let new = self.claim_of(&left);
            let claimed = core
                .journal
                .claim_transfer(&left.transfer_id, &left.sender, new);
            if claimed.await? {
                self.clear_parts_of(&left.transfer_id).await;
                core.journal.end_transfer(&left.transfer_id).await?;
            }
        }
        Ok(())
    }

    /// Goes on with a saving of an earlier run.
    async fn take_up(&self, left: LeftTransfer) -> Result<(), Refusal> {
        let core = &self.core;
        let new = self.claim_of(&left);
        let claimed = core
            .journal
            .claim_transfer(&left.transfer_id, &left.sender, new);
        if !claimed.await? {
            return Ok(());
        }
        let id = left.transfer_id.clone();
        let reel = match self.reel_record(&left.asset_id).await {
            Ok(reel) => reel,
            Err(refusal) => {
                // The reel is gone from the library: nothing can come of it.
                self.clear_parts_of(&id).await;
                core.journal.end_transfer(&id).await?;
                core.tell(Event::Trouble(refusal));
                return Ok(());
            }
        };
        let target = Target::of(left.target);
        let mut entry = entry_of(&id, &reel, target.clone());
        let parts = core.journal.parts_of(&id).await?;
        entry.meter.found(received(&parts), total(&parts));
        entry.view.priority = left.priority;
        if left.paused {
            entry.control.pause();
            entry.view.state = entry.meter.paused(None);
        }
        let control = entry.control.clone();
        let Ok(view) = core.transfers.begin(entry) else {
            // Somebody was quick to ask for the same: that one is theirs.
            self.clear_parts_of(&id).await;
            return core.journal.end_transfer(&id).await;
        };
        self.tell_transfer(Some(view));
        self.set_saving_going(Saving {
            transfer_id: id,
            reel,
            target,
            control,
        });
        Ok(())
    }

    fn claim_of<'a>(&'a self, left: &'a LeftTransfer) -> NewTransfer<'a> {
        NewTransfer {
            transfer_id: &left.transfer_id,
            asset_id: &left.asset_id,
            sender: self.core.sender.id(),
            target: &left.target,
            begun_at: left.begun_at,
        }
    }

    /// What is left of the same saving, and nobody alive works on: a dead process's, or one of this
    /// process that came to nothing and was kept.
    pub(super) async fn left_of(
        &self,
        asset_id: &AssetId,
        target: &Target,
    ) -> Result<Vec<LeftTransfer>, Refusal> {
        let core = &self.core;
        let server = self.server_of(asset_id);
        let mut left = core.journal.open_transfers(server).await?;
        left.retain(|left| {
            let is_same = left.asset_id == *asset_id && Target::of(left.target.clone()) == *target;
            let is_free = if left.sender == core.sender.id() {
                let ended = |entry: &super::Entry| has_ended(&entry.view.state);
                core.transfers.read(&left.transfer_id, ended) != Some(false)
            } else {
                core.sender.has_died(&left.sender)
            };
            is_same && is_free
        });
        Ok(left)
    }

    /// Whether an earlier run, or this one, has brought something to the disk that can be gone on
    /// with.
    pub(super) async fn has_something(&self, transfer_id: &TransferId) -> bool {
        let parts = self.core.journal.parts_of(transfer_id).await;
        parts.is_ok_and(|parts| received(&parts) > 0)
    }

    /// Removes what a saving has on the disk. What has its name stays.
    pub(super) async fn clear_parts_of(&self, transfer_id: &TransferId) {
        match self.core.journal.parts_of(transfer_id).await {
            Ok(parts) => self.discard_parts(&parts).await,
            Err(refusal) => self.core.tell(Event::Trouble(refusal)),
        }
    }
}

fn received(parts: &[PartRecord]) -> u64 {
    let records = parts.iter().filter_map(|part| part.record.as_ref());
    records.map(|record| record.finished.bytes()).sum()
}

/// Bytes of the whole, where it is one file.
fn total(parts: &[PartRecord]) -> Option<u64> {
    match parts {
        [one] => one.record.as_ref()?.total,
        _ => None,
    }
}
