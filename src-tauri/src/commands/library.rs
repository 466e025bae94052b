//! Reels: reading, playing, saving, showing; and reference material.

use std::path::PathBuf;

use contract::{
    AssetId, Code, LibraryQuery, Media, NewReference, Plan, ReelPage, ReelView, ReferenceView,
    Refusal, TransferId, UploadId,
};
use tauri_plugin_clipboard_manager::ClipboardExt as _;
use tauri_plugin_opener::OpenerExt as _;

use super::Desk;
use crate::internal;

impl Desk<'_> {
    pub(super) async fn refresh_library(&self) -> Result<(), Refusal> {
        self.shell.studio.refresh_library().await
    }

    pub(super) async fn reel(&self, reel: &AssetId) -> Result<ReelView, Refusal> {
        self.shell.studio.find_reel(reel).await
    }

    pub(super) async fn list_reels(&self, query: LibraryQuery) -> Result<ReelPage, Refusal> {
        self.shell.studio.list_reels(query).await
    }

    pub(super) async fn plan_of_reel(&self, reel: &AssetId) -> Result<Plan, Refusal> {
        self.shell.studio.plan_of_reel(reel).await
    }

    pub(super) async fn references(&self, page: u32) -> Result<Vec<ReferenceView>, Refusal> {
        self.shell.studio.references(page).await
    }

    pub(super) async fn upload_reference(
        &self,
        reference: NewReference,
    ) -> Result<UploadId, Refusal> {
        self.shell.studio.upload_reference(reference).await
    }

    pub(super) fn cancel_upload(&self, upload: &UploadId) -> Result<(), Refusal> {
        self.shell.studio.cancel_upload(upload);
        Ok(())
    }

    pub(super) async fn save_reel(&self, reel: &AssetId) -> Result<TransferId, Refusal> {
        self.shell.studio.save(reel).await
    }

    pub(super) async fn save_reel_as(&self, reel: &AssetId) -> Result<Option<TransferId>, Refusal> {
        let studio = &self.shell.studio;
        let name = studio.proposed_name(reel).await?;
        let words = self.shell.words();
        let folder = studio.reels_folder();
        match self
            .shell
            .dialogs
            .save_reel(self.app, &words, folder, &name)
            .await
        {
            Some(file) => studio.save_as(reel, &file).await.map(Some),
            None => Ok(None),
        }
    }

    pub(super) async fn pause_transfer(&self, transfer: &TransferId) -> Result<(), Refusal> {
        self.shell.studio.pause_transfer(transfer).await
    }

    pub(super) async fn resume_transfer(&self, transfer: &TransferId) -> Result<(), Refusal> {
        self.shell.studio.resume_transfer(transfer).await
    }

    pub(super) async fn put_transfer_first(&self, transfer: &TransferId) -> Result<(), Refusal> {
        self.shell.studio.put_transfer_first(transfer).await
    }

    pub(super) async fn trash_reel(&self, reel: &AssetId) -> Result<(), Refusal> {
        self.shell.studio.trash_reel(reel).await
    }

    pub(super) async fn cancel_transfer(&self, transfer: &TransferId) -> Result<(), Refusal> {
        self.shell.studio.cancel_transfer(transfer).await;
        Ok(())
    }

    pub(super) async fn show_in_folder(&self, reel: &AssetId) -> Result<(), Refusal> {
        let path = self.saved(reel).await?;
        let app = self.app.clone();
        // It waits for the file browser's answer on the desktop's bus.
        tauri::async_runtime::spawn_blocking(move || app.opener().reveal_item_in_dir(path))
            .await
            .map_err(internal)?
            .map_err(internal)
    }

    pub(super) async fn open_in_player(&self, media: &Media) -> Result<(), Refusal> {
        let path = match media {
            Media::Clip(clip) => self.shell.studio.clip_path(clip).ok_or(Code::ClipGone)?,
            Media::Reel(reel) => self.saved(reel).await?,
            Media::Picture(reel) => self.shell.studio.picture(reel).await?,
            Media::File(file) => self.shell.studio.file_path(file).ok_or(Code::FileGone)?,
            Media::Project(project, part) if part.is_video() => {
                let saved = self.shell.studio.saved_media(project, part).await;
                saved.ok_or(Code::Unknown)?
            }
            Media::Project(project, part) => {
                self.shell.studio.project_picture(project, part).await?
            }
            _ => return Err(Code::Unknown.into()),
        };
        self.app
            .opener()
            .open_path(path.to_string_lossy(), None::<&str>)
            .map_err(internal)
    }

    pub(super) async fn media_link(&self, media: &Media) -> Result<String, Refusal> {
        self.shell.media.link(media).await
    }

    pub(super) fn copy_text(&self, text: &str) -> Result<(), Refusal> {
        self.app.clipboard().write_text(text).map_err(internal)
    }

    /// Where a reel is on disk, if it still is.
    async fn saved(&self, reel: &AssetId) -> Result<PathBuf, Refusal> {
        self.shell
            .studio
            .saved_path(reel)
            .await
            .ok_or(Code::Unknown.into())
    }
}
