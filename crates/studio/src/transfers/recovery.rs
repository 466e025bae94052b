//! What dead processes left half-saved.

use std::collections::HashSet;

use contract::{Event, Refusal};

use super::{Target, names};
use crate::Studio;
use crate::journal::{LeftTransfer, TransferRecord};
use crate::studio::AutoSave;

impl Studio {
    /// What a dead process left half-saved: its parts are removed, and the window begins again what it
    /// was saving. The command line leaves that to it. A set that had begun to get its names gets the
    /// rest of them.
    pub(crate) async fn recover_transfers(&self) -> Result<(), Refusal> {
        let core = &self.core;
        let (riffkit, hub) = (core.server_name.as_str(), core.hub.server_name());
        self.recover_transfers_of(riffkit).await?;
        if hub != riffkit {
            self.recover_transfers_of(hub).await?;
        }
        Ok(())
    }

    async fn recover_transfers_of(&self, server: &str) -> Result<(), Refusal> {
        let core = &self.core;
        let open = core.journal.open_transfers(server).await?;
        let dead: HashSet<String> = open
            .into_iter()
            .map(|left| left.sender)
            .filter(|sender| core.sender.has_died(sender))
            .collect();
        if dead.is_empty() {
            return Ok(());
        }
        // Read anew: one of them may have noted its `.part` just before it died.
        for left in core.journal.open_transfers(server).await? {
            if dead.contains(&left.sender) {
                self.recover_transfer(left).await?;
            }
        }
        Ok(())
    }

    async fn recover_transfer(&self, left: LeftTransfer) -> Result<(), Refusal> {
        let core = &self.core;
        if let Some(part) = left.part_path.filter(|part| names::is_part(part)) {
            // Gone already is as good as removed.
            let _ = tokio::fs::remove_file(part).await;
        }
        if self.recover_set(&left.asset_id, left.files).await? {
            return core.journal.end_transfer(&left.transfer_id).await;
        }
        let is_window = core.auto_save == AutoSave::ByPreference;
        if left.target.begins_again && !is_window {
            return Ok(());
        }
        core.journal.end_transfer(&left.transfer_id).await?;
        if left.target.begins_again {
            let TransferRecord {
                target, in_folder, ..
            } = left.target;
            let target = if in_folder {
                Target::Folder(target)
            } else {
                Target::File(target)
            };
            if let Err(refusal) = self.begin_transfer(&left.asset_id, target).await {
                core.tell(Event::Trouble(refusal));
            }
        }
        Ok(())
    }
}
