//! What fronts ask for: that a reel is saved.

use std::path::Path;
use std::sync::Arc;

use contract::{
    AssetId, Code, Event, Refusal, TransferId, TransferPriority, TransferState, TransferView,
};
use transfer::Control;

use super::notes::Meter;
use super::saving::Saving;
use super::{Entry, Target, names};
use crate::Studio;
use crate::journal::{NewTransfer, ReelRecord};
use crate::library::title;
use crate::studio::AutoSave;

impl Studio {
    /// The savings of this run, newest first: those under way, and the last that have ended.
    pub fn transfers(&self) -> Vec<TransferView> {
        self.core.transfers.views()
    }

    /// Saves a reel into the reels' folder. What an earlier run left of the same saving is gone on
    /// with.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel that nobody knows; later failures are told by the transfer.
    pub async fn save(&self, asset_id: &AssetId) -> Result<TransferId, Refusal> {
        self.save_in(asset_id, &self.reels_folder()).await
    }

    /// Saves a reel into a folder, under a name by the person's pattern.
    ///
    /// # Errors
    /// As [`Studio::save`].
    pub async fn save_in(&self, asset_id: &AssetId, folder: &Path) -> Result<TransferId, Refusal> {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        self.begin_transfer(asset_id, Target::Folder(folder)).await
    }

    /// Saves a reel to a file that the person named. One that exists is not replaced: the new one
    /// gets a number.
    ///
    /// # Errors
    /// As [`Studio::save`].
    pub async fn save_as(&self, asset_id: &AssetId, file: &Path) -> Result<TransferId, Refusal> {
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
        self.begin_transfer(asset_id, Target::File(file)).await
    }

    /// A name for a reel's file, by the person's pattern, for a dialog to propose. The files of a set
    /// get numbers after it.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel that is not known here.
    pub async fn proposed_name(&self, asset_id: &AssetId) -> Result<String, Refusal> {
        let reel = self.reel_record(asset_id).await?;
        let pattern = self.core.preferences().name_pattern;
        let stem = names::stem(&pattern, &reel, self.core.now());
        let is_set = reel.result.is_some_and(|result| !result.slides.is_empty());
        let extension = if is_set { "png" } else { "mp4" };
        Ok(format!("{stem}.{extension}"))
    }

    async fn begin_transfer(
        &self,
        asset_id: &AssetId,
        target: Target,
    ) -> Result<TransferId, Refusal> {
        let reel = self.reel_record_or_ask(asset_id).await?;
        let transfer_id = TransferId(uuid::Uuid::now_v7().to_string());
        let entry = entry_of(&transfer_id, &reel, target.clone());
        let control = entry.control.clone();
        let view = match self.core.transfers.begin(entry) {
            Ok(view) => view,
            Err(running) => {
                // Who asks again does not want it paused.
                self.resume_transfer(&running).await?;
                return Ok(running);
            }
        };
        self.core.tell(Event::Transfer(view));
        let noted = self.note_transfer(&transfer_id, asset_id, &target).await;
        if let Err(refusal) = noted {
            self.change_transfer(&transfer_id, TransferState::Failed { refusal });
            return Ok(transfer_id);
        }
        self.set_saving_going(Saving {
            transfer_id: transfer_id.clone(),
            reel,
            target,
            control,
        });
        Ok(transfer_id)
    }

    /// Writes down that a saving begins, or makes what is left of the same one its own.
    async fn note_transfer(
        &self,
        transfer_id: &TransferId,
        asset_id: &AssetId,
        target: &Target,
    ) -> Result<(), Refusal> {
        let core = &self.core;
        let record = target.record(core.auto_save == AutoSave::ByPreference);
        let new = || NewTransfer {
            transfer_id,
            asset_id,
            sender: core.sender.id(),
            target: &record,
            begun_at: core.now(),
        };
        for left in self.left_of(asset_id, target).await? {
            let (id, from) = (&left.transfer_id, left.sender.as_str());
            if core.journal.claim_transfer(id, from, new()).await? {
                core.journal.pause_transfer(transfer_id, false).await?;
                return Ok(());
            }
        }
        let server = self.server_of(asset_id);
        core.journal.begin_transfer(server, new()).await
    }

    /// Waits until a saving has ended.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here.
    pub async fn transfer_ended(&self, transfer_id: &TransferId) -> Result<TransferView, Refusal> {
        self.transfer_until(transfer_id, super::has_ended).await
    }

    /// Waits until a saving has ended, or has come to rest: a full disk waits for room, which may be
    /// longer than somebody in front of a terminal does.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here.
    pub async fn transfer_rested(&self, transfer_id: &TransferId) -> Result<TransferView, Refusal> {
        let rests = |state: &TransferState| {
            super::has_ended(state) || matches!(state, TransferState::Paused { .. })
        };
        self.transfer_until(transfer_id, rests).await
    }

    async fn transfer_until(
        &self,
        transfer_id: &TransferId,
        is_it: impl Fn(&TransferState) -> bool,
    ) -> Result<TransferView, Refusal> {
        let mut changes = self.core.transfers.changed.subscribe();
        loop {
            changes.mark_unchanged();
            let view = self
                .core
                .transfers
                .read(transfer_id, |entry| entry.view.clone())
                .ok_or_else(|| Refusal::new(Code::Unknown))?;
            if is_it(&view.state) || changes.changed().await.is_err() {
                return Ok(view);
            }
        }
    }
}

/// A saving that waits for its turn.
pub(super) fn entry_of(transfer_id: &TransferId, reel: &ReelRecord, target: Target) -> Entry {
    Entry {
        view: TransferView {
            transfer_id: transfer_id.clone(),
            asset_id: AssetId(reel.asset_id.clone()),
            title: title(reel),
            priority: TransferPriority::default(),
            since: 0,
            state: TransferState::Waiting,
        },
        target,
        control: Control::new(),
        meter: Arc::new(Meter::default()),
        ticket: None,
    }
}
