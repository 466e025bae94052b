//! What projects came to: in the library beside Riffkit's reels, shown, played and saved.

mod entry;
mod media;
mod pictures;

use std::path::{Path, PathBuf};

use contract::{AssetId, Code, Event, Millis, ProjectKey, ProjectView, Refusal, TransferId};

use crate::Studio;
use crate::journal::{FreshResult, KeptResult};

pub(crate) use media::of_storage;

/// What is heard of a finished work beside what its project shows.
pub(super) struct Finished {
    /// Stands for this very result.
    pub(super) mark: String,
    /// It was made anew, even where its mark does not tell it from what was there.
    pub(super) is_remade: bool,
    /// Whether the service has a still of its video.
    pub(super) has_still: bool,
}

impl Studio {
    /// The finished work of a project in the library. None: there is none yet, or it is being made
    /// anew.
    ///
    /// # Errors
    /// [`Code::JournalFailed`].
    pub async fn project_asset(&self, key: &ProjectKey) -> Result<Option<AssetId>, Refusal> {
        let view = self.known_project(key).await?;
        Ok(view.as_ref().and_then(entry::asset_of))
    }

    /// Saves the finished work of a project into the reels' folder: its video, or all its slides as
    /// numbered files, with caption and hashtags beside them.
    ///
    /// # Errors
    /// [`Code::NotFinishedYet`] where there is nothing to save; those of the read; later failures are
    /// told by the transfer.
    pub async fn save_project(&self, key: &ProjectKey) -> Result<TransferId, Refusal> {
        self.save_project_in(key, &self.reels_folder()).await
    }

    /// Saves it into a folder.
    ///
    /// # Errors
    /// As [`Studio::save_project`].
    pub async fn save_project_in(
        &self,
        key: &ProjectKey,
        folder: &Path,
    ) -> Result<TransferId, Refusal> {
        let known = self.project_asset(key).await?;
        let asset_id = match known {
            Some(asset_id) => asset_id,
            None => {
                let view = self.project(key).await?;
                let unfinished = || Refusal::new(Code::NotFinishedYet).of_hubfluencer();
                entry::asset_of(&view).ok_or_else(unfinished)?
            }
        };
        self.save_in(&asset_id, folder).await
    }

    /// Where the finished video of a project was saved, if the file is still there. None of anything
    /// else of it.
    pub async fn saved_media(
        &self,
        key: &ProjectKey,
        media: &contract::ProjectMedia,
    ) -> Option<PathBuf> {
        if *media != contract::ProjectMedia::Video {
            return None;
        }
        let asset_id = self.project_asset(key).await.ok().flatten()?;
        self.saved_path(&asset_id).await
    }

    /// Keeps the finished work of a project in the library. It saves itself at that moment, if there
    /// is one.
    pub(super) async fn keep_result(
        &self,
        view: &ProjectView,
        finished: Finished,
        save_after: Option<Millis>,
    ) -> Result<AssetId, Refusal> {
        let core = &self.core;
        let fresh = FreshResult {
            project: view.key(),
            is_remade: finished.is_remade,
            save_after,
            reel: entry::record(view, finished, core.now()),
        };
        let server = core.hub.server_name();
        let KeptResult {
            asset_id,
            is_changed,
            gone,
        } = core.journal.keep_result(server, fresh).await?;
        for asset_id in gone {
            core.tell(Event::ReelGone(asset_id));
        }
        if is_changed {
            self.tell_reel(&asset_id).await;
        }
        Ok(asset_id)
    }

    /// Tells of finished work that has just become ready, and sees to it that it is saved where the
    /// person wants that.
    pub(super) async fn deliver_result(&self, asset_id: &AssetId, save_after: Option<Millis>) {
        // Another front may have kept it first.
        self.tell_reel(asset_id).await;
        self.want_saved(std::slice::from_ref(asset_id), save_after)
            .await;
    }

    /// What was finished in an earlier run that ended before it was kept in the library.
    pub(super) async fn recover_results(&self) -> Result<(), Refusal> {
        let core = &self.core;
        for record in core.journal.hub_projects(core.hub.server_name()).await? {
            if let Some((view, finished)) = self.finished_work(&record)
                && !self.is_kept(record.asset_id.as_ref(), &finished).await
            {
                let save_after = self.saves_itself_at(record.asset_id.is_some());
                let asset_id = self.keep_result(&view, finished, save_after).await?;
                self.deliver_result(&asset_id, save_after).await;
            }
        }
        Ok(())
    }

    /// Whether this very work has its entry in the library.
    async fn is_kept(&self, entry: Option<&AssetId>, finished: &Finished) -> bool {
        let Some(asset_id) = entry else {
            return false;
        };
        let kept = self.reel_record(asset_id).await;
        kept.is_ok_and(|reel| {
            reel.result
                .is_some_and(|result| result.mark == finished.mark)
        })
    }

    /// A project is gone, or off the lists: of its results only what was saved is left.
    pub(super) async fn forget_results(&self, key: &ProjectKey) -> Result<(), Refusal> {
        let core = &self.core;
        let gone = core.journal.forget_results(core.hub.server_name(), key);
        for asset_id in gone.await? {
            core.tell(Event::ReelGone(asset_id));
        }
        Ok(())
    }
}
