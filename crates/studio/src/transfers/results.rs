//! Saving what a project of Hubfluencer came to: a video, or a carousel as a set of numbered files.

use std::path::PathBuf;

use contract::{AssetId, ProjectMedia, Refusal, TransferId};

use super::download::Place;
use super::progress::Progress;
use super::resume::{Filling, damaged};
use super::set::{self, SetPart};
use super::{names, whole, words};
use crate::Studio;
use crate::journal::{ProjectResult, ReelRecord};

impl Studio {
    /// The video of a short or an ad.
    pub(super) async fn download_video(
        &self,
        transfer_id: &TransferId,
        reel: &ReelRecord,
        result: &ProjectResult,
        to: Place,
    ) -> Result<Vec<PathBuf>, Refusal> {
        let asset_id = AssetId(reel.asset_id.clone());
        self.expect_current(&asset_id, result).await?;
        let part = names::part(&to.file(), &transfer_id.0);
        self.core.journal.transfer_part(transfer_id, &part).await?;
        let mut filling = Filling::of(part).await?;
        let mut progress = Progress::new(None);
        let from = (&result.project, &ProjectMedia::Video);
        self.fill_from_storage(transfer_id, from, &mut filling, &mut progress, 0)
            .await?;
        let part = filling.part;
        let path = part.to_path_buf();
        let looked = tokio::task::spawn_blocking(move || whole::is_whole_video(&path)).await;
        if !looked.unwrap_or(false) {
            return Err(damaged());
        }
        self.expect_current(&asset_id, result).await?;
        self.place_video(part, to, reel).await
    }

    /// All slides of a carousel, and its words. Nothing of it has its name before all of it is there.
    pub(super) async fn download_set(
        &self,
        transfer_id: &TransferId,
        reel: &ReelRecord,
        result: &ProjectResult,
        to: Place,
    ) -> Result<Vec<PathBuf>, Refusal> {
        let asset_id = AssetId(reel.asset_id.clone());
        self.expect_current(&asset_id, result).await?;
        let text = words::text(reel);
        let count = result.slides.len();
        let paths = names::set_parts(&to, &transfer_id.0, count + usize::from(text.is_some()));
        let noted = set::unplaced(&paths);
        self.core.journal.transfer_files(transfer_id, noted).await?;
        let mut paths = paths.into_iter();
        let mut parts = Vec::with_capacity(count + 1);
        let mut progress = Progress::new(None);
        for ((position, number), path) in result.slides.iter().zip(1..).zip(paths.by_ref()) {
            let mut filling = Filling::of(path).await?;
            let slide = ProjectMedia::Slide(*position);
            let from = (&result.project, &slide);
            self.fill_from_storage(
                transfer_id,
                from,
                &mut filling,
                &mut progress,
                count - number,
            )
            .await?;
            let (path, part) = (filling.part.to_path_buf(), filling.part);
            let looked = tokio::task::spawn_blocking(move || whole::picture_extension(&path)).await;
            let extension = looked.ok().and_then(Result::ok).flatten();
            let extension = extension.ok_or_else(damaged)?;
            parts.push(SetPart::slide(part, number, extension));
        }
        if let (Some(text), Some(path)) = (text, paths.next()) {
            parts.push(SetPart::words(path, text).await?);
        }
        // Slides of two makings are no set.
        self.expect_current(&asset_id, result).await?;
        self.place_set(transfer_id, parts, &to).await
    }
}
