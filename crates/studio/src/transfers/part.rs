//! The files that are written until they are whole, and how one gets its name without replacing
//! anything.

use std::path::{Path, PathBuf};

use contract::{Code, Refusal};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt as _;

use crate::home::readable;

/// Names that are tried beside a taken one.
pub(super) const MOST_NAMES: usize = 1_000;

/// Writes a part of ours, whatever an earlier run left there.
pub(super) async fn write_anew(part: &Path, text: String) -> Result<(), Refusal> {
    remove(part.to_path_buf()).await;
    let mut options = tokio::fs::OpenOptions::new();
    let write = async {
        let mut file = options.write(true).create_new(true).open(part).await?;
        file.write_all(text.as_bytes()).await?;
        file.sync_all().await
    };
    write.await.map_err(|error| write_failed(part, &error))
}

/// Removes a part of ours. Gone already is as good as removed.
pub(super) async fn remove(part: PathBuf) {
    match tokio::fs::remove_file(&part).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(%error, "a part could not be removed");
        }
        _ => {}
    }
}

/// Renames, unless the name is taken. The file is at either name then, never lost.
pub(super) fn rename_to_new(from: &Path, target: &Path) -> std::io::Result<()> {
    let path = TempPath::try_from_path(from)?;
    let refused = match path.persist_noclobber(target) {
        Ok(()) => return Ok(()),
        Err(refused) => refused,
    };
    // It is no temporary file that goes away by itself.
    let path = refused.path.keep().map_err(|kept| kept.error)?;
    match refused.error.kind() {
        std::io::ErrorKind::Unsupported | std::io::ErrorKind::PermissionDenied => {
            rename_to_reserved(&path, target)
        }
        _ => Err(refused.error),
    }
}

/// For file systems that have neither links nor a rename that spares what is there (exFAT on some
/// systems, some network drives): an empty file takes the name, which only one can, and ours then
/// takes its place.
fn rename_to_reserved(from: &Path, target: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true).open(target)?;
    std::fs::rename(from, target).inspect_err(|_| {
        // The empty file is our own. If it stays, it is no reel and names none.
        let _ = std::fs::remove_file(target);
    })
}

/// Makes the new name last. Windows does that by itself, and has no such call.
pub(super) fn sync_folder(folder: &Path) {
    if cfg!(unix)
        && let Err(error) = std::fs::File::open(folder).and_then(|folder| folder.sync_all())
    {
        tracing::debug!(%error, "a folder could not be synced");
    }
}

pub(super) fn unwritable(folder: &Path, error: &std::io::Error) -> Refusal {
    Refusal::new(Code::FolderUnwritable)
        .with("folder", readable(folder))
        .with("detail", error.to_string())
}

pub(super) fn write_failed(part: &Path, error: &std::io::Error) -> Refusal {
    match error.kind() {
        std::io::ErrorKind::StorageFull => Refusal::new(Code::DiskFull)
            .with("needed", 0.0)
            .with("free", 0.0),
        _ => unwritable(part.parent().unwrap_or(part), error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_nothing_can_be_linked_a_taken_name_is_spared_all_the_same() {
        let folder = tempfile::tempdir().expect("folder");
        let (part, target) = (folder.path().join("part"), folder.path().join("x.mp4"));
        std::fs::write(&part, "ours").expect("write");
        std::fs::write(&target, "theirs").expect("write");
        for rename in [rename_to_reserved, rename_to_new] {
            let taken = rename(&part, &target).expect_err("taken");
            assert_eq!(taken.kind(), std::io::ErrorKind::AlreadyExists);
            assert!(part.is_file(), "still there");
        }
        let read = |path: &Path| std::fs::read_to_string(path).expect("there");
        assert_eq!(read(&target), "theirs");
        let free = folder.path().join("y.mp4");
        rename_to_reserved(&part, &free).expect("free");
        assert_eq!(read(&free), "ours");
    }
}
