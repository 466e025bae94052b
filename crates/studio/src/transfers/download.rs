//! One try at a saving: every file into its part, looked at, and then all of them their names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use contract::{Code, Refusal};
use transfer::{Download, Fault, Record, Stopped};

use super::files::{Files, Place};
use super::notes::Notes;
use super::part::write_failed;
use super::placing::Member;
use super::saving::Saving;
use super::source::Origin;
use super::{names, part, whole};
use crate::Studio;
use crate::journal::PartRecord;
use crate::traffic::seed_of;

/// Why a saving is not there yet.
#[derive(Debug)]
pub(super) enum Halt {
    /// The person's wish.
    Stopped(Stopped),
    /// No room. Goes on when there is.
    Full {
        needed: Option<u64>,
        free: Option<u64>,
    },
    /// It can't go on now. What is there is good, and a later try goes on from it.
    Stuck(Refusal),
    /// Nothing comes of it, or what is there is no good.
    Over(Refusal),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Over(refusal)
    }
}

impl Studio {
    /// Saves a reel: its video and its words beside it, or the files of its set. The paths of what is
    /// shown of it.
    pub(super) async fn try_to_save(&self, saving: &Saving) -> Result<Vec<PathBuf>, Halt> {
        let journal = &self.core.journal;
        let mut parts = journal.parts_of(&saving.transfer_id).await?;
        if parts.iter().any(|part| part.target.is_some()) {
            if let Some(files) = self.finish_placing(saving, &parts).await? {
                return Ok(files);
            }
            parts.clear();
        }
        self.expect_current_reel(&saving.reel).await?;
        let files = self.files_of(&saving.reel)?;
        let place = self.place_for(&saving.reel, &saving.target);
        tokio::fs::create_dir_all(&place.folder)
            .await
            .map_err(|error| write_failed(&place.file(), &error))?;
        if parts.len() != files.count() {
            self.discard_parts(&parts).await;
            parts = self.note_parts(saving, &files, &place).await?;
        }
        let members = self.fetch_all(saving, &files, &parts, &place).await?;
        self.expect_current_reel(&saving.reel).await?;
        self.place(saving, &members, &place).await
    }

    /// The parts of a new saving, noted before they are made.
    async fn note_parts(
        &self,
        saving: &Saving,
        files: &Files,
        place: &Place,
    ) -> Result<Vec<PartRecord>, Refusal> {
        let id = &saving.transfer_id;
        let paths = if files.is_set {
            names::set_parts(place, &id.0, files.count())
        } else {
            vec![names::part(&place.file(), &id.0)]
        };
        self.core.journal.transfer_parts(id, &paths).await?;
        let fresh = |part| PartRecord {
            part,
            ..PartRecord::default()
        };
        Ok(paths.into_iter().map(fresh).collect())
    }

    async fn fetch_all(
        &self,
        saving: &Saving,
        files: &Files,
        parts: &[PartRecord],
        place: &Place,
    ) -> Result<Vec<Member>, Halt> {
        let mut members = Vec::with_capacity(parts.len());
        let mut before = 0;
        let others = files.origins.len().saturating_sub(1);
        let pairs = files.origins.iter().zip(parts).enumerate();
        for (number, (origin, part)) in pairs {
            let notes = self.notes_of(saving, number, number == others);
            notes.meter.begin(before);
            before += self.fetch(saving, origin, part, notes).await?;
            members.push(if files.is_set {
                Member::slide(&part.part, number + 1, picture(&part.part).await?)
            } else {
                expect_video(&part.part).await?;
                Member::video(&part.part, &place.extension)
            });
        }
        if let (Some(words), Some(part)) = (&files.words, parts.last()) {
            part::write_anew(&part.part, words.clone()).await?;
            members.push(Member::words(&part.part));
        }
        self.change_transfer(&saving.transfer_id, self.meter_of(saving).running());
        Ok(members)
    }

    /// Fills one part. Its bytes.
    async fn fetch(
        &self,
        saving: &Saving,
        origin: &Arc<Origin>,
        part: &PartRecord,
        notes: Notes,
    ) -> Result<u64, Halt> {
        let record = part.record.clone().filter(is_worth_something);
        if record.is_none() {
            // Ours, as the journal says, and of unknown worth.
            part::remove(part.part.clone()).await;
        }
        let job = Download {
            source: Arc::clone(origin),
            ledger: Arc::new(notes),
            part: part.part.clone(),
            record,
            seed: seed_of(&saving.transfer_id.0),
        };
        let fetched = self.core.traffic.down.download(job, &saving.control).await;
        fetched
            .map(|whole| whole.bytes)
            .map_err(|fault| halt_of(fault, part))
    }

    fn notes_of(&self, saving: &Saving, number: usize, is_last: bool) -> Notes {
        Notes {
            studio: self.clone(),
            transfer_id: saving.transfer_id.clone(),
            number,
            is_last,
            meter: self.meter_of(saving),
        }
    }
}

/// A record that vouches for nothing is as good as none.
fn is_worth_something(record: &Record) -> bool {
    record.etag.is_some() && !record.finished.is_empty()
}

fn halt_of(fault: Fault<Refusal>, part: &PartRecord) -> Halt {
    match fault {
        Fault::Stopped(stopped) => Halt::Stopped(stopped),
        Fault::Full { needed, free } => Halt::Full { needed, free },
        Fault::Disk(error) => {
            let refusal = write_failed(&part.part, &error);
            // A drive that was taken off, or that only lets itself be read for now, may come back with
            // all that is on it. A bad place on it is tried no more.
            let is_gone = part.part.symlink_metadata().is_err();
            if is_gone || is_locked(&error) {
                Halt::Stuck(refusal)
            } else {
                Halt::Over(refusal)
            }
        }
        Fault::Record(_) => Halt::Stuck(Code::JournalFailed.into()),
        Fault::Damaged(damage) => {
            tracing::warn!(%damage, "a saving is not what was announced");
            Halt::Over(Code::DownloadDamaged.into())
        }
        Fault::Source(refusal) if can_go_on(&refusal) => Halt::Stuck(refusal),
        Fault::Source(refusal) => Halt::Over(refusal),
    }
}

/// Whether the disk lets nothing be written there for now.
fn is_locked(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    matches!(error.kind(), ReadOnlyFilesystem | PermissionDenied)
}

/// Whether a later try may well go on where this one stopped. What is damaged is not kept.
fn can_go_on(refusal: &Refusal) -> bool {
    let is_damaged = refusal.code == Code::DownloadDamaged;
    (refusal.retryable && !is_damaged)
        || matches!(
            refusal.code,
            Code::NotSignedIn | Code::TokenNeeded | Code::TokenRefused | Code::ScopeMissing
        )
}

/// The extension of a part that is a whole picture.
async fn picture(part: &Path) -> Result<&'static str, Refusal> {
    let path = part.to_path_buf();
    let looked = tokio::task::spawn_blocking(move || {
        whole::picture_extension(&path).map_err(|error| write_failed(&path, &error))
    });
    let extension = looked
        .await
        .unwrap_or_else(|_| Err(Code::Internal.into()))?;
    extension.ok_or_else(|| Code::DownloadDamaged.into())
}

/// Whether a part is a whole video.
async fn expect_video(part: &Path) -> Result<(), Refusal> {
    let path = part.to_path_buf();
    let looked = tokio::task::spawn_blocking(move || whole::is_whole_video(&path));
    match looked.await {
        Ok(true) => Ok(()),
        Ok(false) => Err(Code::DownloadDamaged.into()),
        Err(_) => Err(Code::Internal.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_on_a_drive_that_was_taken_off_is_kept() {
        let folder = tempfile::tempdir().expect("folder");
        let part = PartRecord {
            part: folder.path().join("a.mp4.t.part"),
            ..PartRecord::default()
        };
        let failed = || Fault::Disk(std::io::ErrorKind::Other.into());
        assert!(matches!(halt_of(failed(), &part), Halt::Stuck(_)));
        std::fs::write(&part.part, "there").expect("written");
        assert!(matches!(halt_of(failed(), &part), Halt::Over(_)));
    }
    #[test]
    fn a_drive_that_turns_read_only_keeps_what_is_on_it() {
        let folder = tempfile::tempdir().expect("folder");
        let part = PartRecord {
            part: folder.path().join("a.mp4.t.part"),
            ..PartRecord::default()
        };
        std::fs::write(&part.part, "there").expect("written");
        for kind in [
            std::io::ErrorKind::ReadOnlyFilesystem,
            std::io::ErrorKind::PermissionDenied,
        ] {
            let halt = halt_of(Fault::Disk(kind.into()), &part);
            assert!(matches!(halt, Halt::Stuck(_)), "{kind:?}: {halt:?}");
        }
    }
}
