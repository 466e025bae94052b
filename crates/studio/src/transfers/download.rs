//! One saving: streamed to a `.part` beside its target, measured, synced, looked at, and only then
//! given its name. Nothing is ever replaced.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use contract::{Code, Limits, Millis, ReasonCode, Refusal, TransferId, TransferState};
use futures_util::StreamExt as _;
use riffkit::{Portion, Streamed};
use tokio::io::AsyncWriteExt as _;
use wire::Failure;

use super::part::{begin_part, place, unwritable, write_failed};
use super::{Target, names};
use crate::Studio;
use crate::failure::refusal_of;
use crate::journal::ReelRecord;

/// At most ten progress events a second.
const PROGRESS_EVERY: Millis = 100;
/// The speed is that of the last few seconds.
const SPEED_WINDOW: Millis = 4_000;

impl Studio {
    /// Saves a reel's video, and its words beside it. The path of the video.
    pub(super) async fn download(
        &self,
        transfer_id: &TransferId,
        reel: &ReelRecord,
        target: &Target,
    ) -> Result<PathBuf, Refusal> {
        let (folder, stem, extension) = match target {
            Target::Folder(folder) => {
                let pattern = self.core.preferences().name_pattern;
                let stem = names::stem(&pattern, reel, self.core.now());
                (folder.clone(), stem, "mp4".to_owned())
            }
            Target::File(file) => split(file),
        };
        tokio::fs::create_dir_all(&folder)
            .await
            .map_err(|e| unwritable(&folder, &e))?;
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
        let total = streamed.content_length;
        self.expect_room(&folder, total)?;
        let part = names::part(&folder.join(format!("{stem}.{extension}")), &transfer_id.0);
        self.core.journal.transfer_part(transfer_id, &part).await?;
        let (file, part) = begin_part(part).await?;
        self.fill(transfer_id, file, &part, streamed).await?;
        let path = place(part, folder, stem, extension).await?;
        if let Err(error) = write_words(&path, reel).await {
            tracing::warn!(%error, "the words beside a reel could not be written");
        }
        Ok(path)
    }

    fn expect_room(&self, folder: &Path, total: Option<u64>) -> Result<(), Refusal> {
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
        let is_video = tokio::task::spawn_blocking(move || is_whole_video(&part)).await;
        if is_video.unwrap_or(false) {
            Ok(())
        } else {
            Err(Code::DownloadDamaged.into())
        }
    }
}

/// How much is there, and how fast it comes.
struct Progress {
    received: u64,
    total: Option<u64>,
    told: Millis,
    seen: VecDeque<(Millis, u64)>,
}

impl Progress {
    fn new(total: Option<u64>) -> Self {
        Self {
            received: 0,
            total,
            told: Millis::MIN,
            seen: VecDeque::new(),
        }
    }

    /// Adds bytes. Whether it is time to tell.
    fn add(&mut self, bytes: u64, now: Millis) -> bool {
        self.received += bytes;
        if now.saturating_sub(self.told) < PROGRESS_EVERY {
            return false;
        }
        self.told = now;
        self.seen.push_back((now, self.received));
        while self
            .seen
            .front()
            .is_some_and(|(at, _)| now - at > SPEED_WINDOW)
        {
            self.seen.pop_front();
        }
        true
    }

    fn speed(&self) -> u64 {
        let (Some((first, had)), Some((last, has))) = (self.seen.front(), self.seen.back()) else {
            return 0;
        };
        let millis = (last - first).unsigned_abs();
        (has - had)
            .saturating_mul(1000)
            .checked_div(millis)
            .unwrap_or_default()
    }

    fn state(&self) -> TransferState {
        TransferState::Running {
            received: self.received,
            total: self.total,
            bytes_per_second: self.speed(),
        }
    }
}

/// The reel's words beside it, as a text file of the same name. Never replaces one.
async fn write_words(video: &Path, reel: &ReelRecord) -> std::io::Result<()> {
    let caption = reel.caption.as_deref().unwrap_or_default().trim();
    let hashtags = reel.hashtags.join(" ");
    let words: Vec<&str> = [caption, hashtags.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    if words.is_empty() {
        return Ok(());
    }
    let text = format!("{}\n", words.join("\n\n"));
    let mut options = tokio::fs::OpenOptions::new();
    let mut file = match options
        .write(true)
        .create_new(true)
        .open(video.with_extension("txt"))
        .await
    {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Ok(()),
        opened => opened?,
    };
    file.write_all(text.as_bytes()).await?;
    file.flush().await
}

/// Whether a file is a video that is all there. Its size and length are the service's business.
fn is_whole_video(path: &Path) -> bool {
    let anything = Limits {
        max_seconds: f64::MAX,
    };
    clip::check(path, &anything).reasons.iter().all(|reason| {
        matches!(
            reason.code,
            ReasonCode::TooLarge
                | ReasonCode::NearSizeCap
                | ReasonCode::TooLong
                | ReasonCode::UnknownContainer
                | ReasonCode::NoLength
        )
    })
}

fn split(file: &Path) -> (PathBuf, String, String) {
    let text = |part: Option<&std::ffi::OsStr>| part.map(|p| p.to_string_lossy().into_owned());
    let folder = file.parent().unwrap_or(Path::new(".")).to_path_buf();
    let stem = text(file.file_stem()).unwrap_or_else(|| "reel".to_owned());
    (
        folder,
        stem,
        text(file.extension()).unwrap_or_else(|| "mp4".to_owned()),
    )
}

fn broken_off(failure: &Failure) -> Refusal {
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
    fn the_speed_is_that_of_the_last_seconds_and_events_are_few() {
        let mut progress = Progress::new(Some(1_000_000));
        let told = (0..1_000).filter(|at| progress.add(100, *at)).count();
        assert_eq!(told, 10, "ten a second");
        assert_eq!(progress.speed(), 100_000);
        assert!(matches!(
            progress.state(),
            TransferState::Running {
                received: 100_000,
                ..
            }
        ));
    }

    #[test]
    fn a_named_file_keeps_its_parts() {
        let (folder, stem, extension) = split(Path::new("/a/my reel.v2.mp4"));
        assert_eq!(
            (folder, stem.as_str(), extension.as_str()),
            (PathBuf::from("/a"), "my reel.v2", "mp4")
        );
        assert_eq!(split(Path::new("/a/reel")).2, "mp4");
    }
}
