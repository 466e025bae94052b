//! Taking a saved reel off the disk: into the system's trash, where the person can get it back.

use std::path::PathBuf;

use contract::{AssetId, Code, Event, Refusal};

use super::words;
use crate::Studio;
use crate::journal::ReelRecord;

impl Studio {
    /// Moves what was saved of a reel to the system's trash: its video or its whole set, and the
    /// words beside it unless the person has changed them. What is gone already needs no moving. An
    /// entry of the library that stood only for these files goes with them.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel that is not known here, or was not saved; [`Code::TrashFailed`]
    /// where not all of it could be moved; [`Code::JournalFailed`].
    pub async fn trash_reel(&self, asset_id: &AssetId) -> Result<(), Refusal> {
        let core = &self.core;
        let reel = self.reel_record(asset_id).await?;
        if reel.saved_files.is_empty() {
            return Err(Code::Unknown.into());
        }
        let trash = std::sync::Arc::clone(&core.ports.trash);
        let moving = tokio::task::spawn_blocking(move || {
            let files = files_on_disk(&reel);
            if files.is_empty() {
                return Ok(());
            }
            let moved = trash.put(&files);
            match files.iter().find(|file| file.symlink_metadata().is_ok()) {
                None => Ok(()),
                Some(file) => {
                    let reason = moved.err().map(|failed| failed.to_string());
                    Err(reason.unwrap_or_else(|| file.display().to_string()))
                }
            }
        });
        let failed = |detail: String| Refusal::new(Code::TrashFailed).with("detail", detail);
        match moving.await {
            Ok(Ok(())) => {}
            Ok(Err(detail)) => return Err(failed(detail)),
            Err(error) => return Err(failed(error.to_string())),
        }
        let server = self.server_of(asset_id);
        if core.journal.forget_saved(server, asset_id).await? {
            self.tell_reel(asset_id).await;
        } else {
            core.tell(Event::ReelGone(asset_id.clone()));
        }
        Ok(())
    }
}

/// What is there of a saved reel.
fn files_on_disk(reel: &ReelRecord) -> Vec<PathBuf> {
    let mut files = reel.saved_files.clone();
    if let Some(words) = words::path_beside(reel).filter(|path| words::is_ours(path, reel)) {
        files.push(words);
    }
    files.retain(|file| file.symlink_metadata().is_ok());
    files
}
