//! One saving: streamed to a `.part` beside its target, measured, synced, looked at, and only then
//! given its name. Nothing is ever replaced.

use std::path::{Path, PathBuf};

use contract::{Code, Refusal, TransferId};
use futures_util::StreamExt as _;
use riffkit::{Portion, Streamed};
use tokio::io::AsyncWriteExt as _;
use wire::Failure;

use super::part::{begin_part, place, unwritable, write_failed};
use super::progress::Progress;
use super::{Target, names, whole, words};
use crate::Studio;
use crate::failure::refusal_of;
use crate::journal::ReelRecord;

impl Studio {
    /// Saves a reel: its video and its words beside it, or the files of its set. The paths of what is
    /// shown of it.
    pub(super) async fn download(
        &self,
        transfer_id: &TransferId,
        reel: &ReelRecord,
        target: &Target,
    ) -> Result<Vec<PathBuf>, Refusal> {
        let place = self.place_for(reel, target);
        tokio::fs::create_dir_all(&place.folder)
            .await
            .map_err(|e| unwritable(&place.folder, &e))?;
        match &reel.result {
            None => self.download_reel(transfer_id, reel, place).await,
            Some(result) if result.slides.is_empty() => {
                self.download_video(transfer_id, reel, result, place).await
            }
            Some(result) => self.download_set(transfer_id, reel, result, place).await,
        }
    }

    /// A reel of Riffkit.
    async fn download_reel(
        &self,
        transfer_id: &TransferId,
        reel: &ReelRecord,
        to: Place,
    ) -> Result<Vec<PathBuf>, Refusal> {
        let url = reel
            .file_url
            .clone()
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        let streamed = self
            .authorised(|session| async move {
                self.core
                    .api
                    .file(&session, &url, &Portion::default())
                    .await
            })
            .await?;
        self.expect_room(&to.folder, streamed.content_length)?;
        let part = names::part(&to.file(), &transfer_id.0);
        self.core.journal.transfer_part(transfer_id, &part).await?;
        let (file, part) = begin_part(part).await?;
        self.fill(transfer_id, file, &part, streamed).await?;
        self.place_video(part, to, reel).await
    }

    /// Gives a video its name, and writes its words beside it.
    pub(super) async fn place_video(
        &self,
        part: tempfile::TempPath,
        to: Place,
        reel: &ReelRecord,
    ) -> Result<Vec<PathBuf>, Refusal> {
        let path = place(part, to.folder, to.stem, to.extension).await?;
        if let Err(error) = words::write_beside(&path, reel).await {
            tracing::warn!(%error, "the words beside a reel could not be written");
        }
        Ok(vec![path])
    }

    fn place_for(&self, reel: &ReelRecord, target: &Target) -> Place {
        match target {
            Target::Folder(folder) => {
                let pattern = self.core.preferences().name_pattern;
                Place {
                    folder: folder.clone(),
                    stem: names::stem(&pattern, reel, self.core.now()),
                    extension: "mp4".to_owned(),
                }
            }
            Target::File(file) => Place::of(file),
        }
    }

    pub(super) fn expect_room(&self, folder: &Path, total: Option<u64>) -> Result<(), Refusal> {
        let (Some(total), Ok(free)) = (total, self.core.ports.disk.free_bytes(folder)) else {
            return Ok(());
        };
        if free > total {
            return Ok(());
        }
        Err(Refusal::new(Code::DiskFull)
            .with("needed", megabytes(total))
            .with("free", megabytes(free)))
    }

    /// Writes the whole body to the part, and finds out a server that cut it off or sent something
    /// else.
    async fn fill(
        &self,
        transfer_id: &TransferId,
        mut file: tokio::fs::File,
        part: &Path,
        streamed: Streamed,
    ) -> Result<(), Refusal> {
        let Streamed {
            status,
            content_length: total,
            mut body,
            ..
        } = streamed;
        if status != 200 {
            return Err(Code::DownloadDamaged.into());
        }
        let failed = |error: std::io::Error| write_failed(part, &error);
        let mut progress = Progress::new(total);
        self.change_transfer(transfer_id, progress.state());
        while let Some(piece) = body.next().await {
            let piece = piece.map_err(|failure| broken_off(&failure))?;
            file.write_all(&piece).await.map_err(failed)?;
            if progress.add(piece.len() as u64, self.core.now()) {
                self.change_transfer(transfer_id, progress.state());
            }
        }
        file.sync_all().await.map_err(failed)?;
        drop(file);
        if total.is_some_and(|total| total != progress.received) {
            return Err(Code::DownloadDamaged.into());
        }
        self.change_transfer(transfer_id, progress.state());
        let part = part.to_path_buf();
        let is_video = tokio::task::spawn_blocking(move || whole::is_whole_video(&part)).await;
        if is_video.unwrap_or(false) {
            Ok(())
        } else {
            Err(Code::DownloadDamaged.into())
        }
    }
}

/// Where a saving goes, if the name is free.
pub(super) struct Place {
    pub(super) folder: PathBuf,
    pub(super) stem: String,
    pub(super) extension: String,
}

impl Place {
    fn of(file: &Path) -> Self {
        let text = |part: Option<&std::ffi::OsStr>| part.map(|p| p.to_string_lossy().into_owned());
        Self {
            folder: file.parent().unwrap_or(Path::new(".")).to_path_buf(),
            stem: text(file.file_stem()).unwrap_or_else(|| "reel".to_owned()),
            extension: text(file.extension()).unwrap_or_else(|| "mp4".to_owned()),
        }
    }

    /// The file itself.
    pub(super) fn file(&self) -> PathBuf {
        self.folder
            .join(format!("{}.{}", self.stem, self.extension))
    }
}

pub(super) fn broken_off(failure: &Failure) -> Refusal {
    let refusal = refusal_of(failure);
    if refusal.code == Code::Offline {
        Code::DownloadDamaged.into()
    } else {
        refusal
    }
}

/// Megabytes for a sentence: exact enough in a float.
fn megabytes(bytes: u64) -> f64 {
    (bytes as f64 / 1e6).ceil()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_file_keeps_its_parts() {
        let place = Place::of(Path::new("/a/my reel.v2.mp4"));
        assert_eq!(
            (
                place.folder.as_path(),
                place.stem.as_str(),
                place.extension.as_str()
            ),
            (Path::new("/a"), "my reel.v2", "mp4")
        );
        assert_eq!(Place::of(Path::new("/a/reel")).extension, "mp4");
    }
}
