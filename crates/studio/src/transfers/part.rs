//! The file that is written until it is whole, and how it gets its name without replacing anything.

use std::path::{Path, PathBuf};

use contract::{Code, Refusal};
use tempfile::{PathPersistError, TempPath};

use super::names;
use crate::home::readable;

/// Names that are tried beside a taken one.
pub(super) const MOST_NAMES: usize = 1_000;

/// Makes the file that is written until it is whole. It goes away with the path that is returned,
/// also where nobody waits for that any more.
pub(super) async fn begin_part(part: PathBuf) -> Result<(tokio::fs::File, TempPath), Refusal> {
    let making = tokio::task::spawn_blocking(move || {
        let mut options = std::fs::OpenOptions::new();
        options
            .write(true)
            .create_new(true)
            .open(&part)
            .and_then(|file| Ok((file, TempPath::try_from_path(&part)?)))
            .map_err(|error| write_failed(&part, &error))
    });
    let (file, part) = making
        .await
        .unwrap_or_else(|_| Err(Code::Internal.into()))?;
    Ok((tokio::fs::File::from_std(file), part))
}

/// Gives the whole part its name: the first of its candidates that is free.
pub(super) async fn place(
    mut part: TempPath,
    folder: PathBuf,
    stem: String,
    extension: String,
) -> Result<PathBuf, Refusal> {
    let placing = tokio::task::spawn_blocking(move || {
        for target in names::candidates(&folder, &stem, &extension).take(MOST_NAMES) {
            match rename_to_new(part, &target) {
                Ok(()) => {
                    sync_folder(&folder);
                    return Ok(target);
                }
                Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => {
                    part = taken.path;
                }
                Err(error) => return Err(unwritable(&folder, &error.error)),
            }
        }
        Err(unwritable(
            &folder,
            &std::io::ErrorKind::AlreadyExists.into(),
        ))
    });
    placing.await.unwrap_or_else(|_| Err(Code::Internal.into()))
}

/// Renames, unless the name is taken.
pub(super) fn rename_to_new(part: TempPath, target: &Path) -> Result<(), PathPersistError> {
    match part.persist_noclobber(target) {
        Err(cannot)
            if matches!(
                cannot.error.kind(),
                std::io::ErrorKind::Unsupported | std::io::ErrorKind::PermissionDenied
            ) =>
        {
            rename_to_reserved(cannot.path, target)
        }
        renamed => renamed,
    }
}

/// For file systems that have neither links nor a rename that spares what is there (exFAT on some
/// systems, some network drives): an empty file takes the name, which only one can, and ours then
/// takes its place.
fn rename_to_reserved(part: TempPath, target: &Path) -> Result<(), PathPersistError> {
    let mut options = std::fs::OpenOptions::new();
    if let Err(error) = options.write(true).create_new(true).open(target) {
        return Err(PathPersistError { error, path: part });
    }
    part.persist(target).inspect_err(|_| {
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
    fn a_part_that_nobody_waits_for_any_more_goes_away() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x.mp4.part");
        let runtime = tokio::runtime::Runtime::new().expect("runtime");
        runtime.block_on(async {
            let making = begin_part(path.clone());
            assert!(futures_util::FutureExt::now_or_never(making).is_none());
        });
        // Waits for what it began.
        drop(runtime);
        assert!(!path.exists());
    }

    #[test]
    fn where_nothing_can_be_linked_a_taken_name_is_spared_all_the_same() {
        let folder = tempfile::tempdir().expect("folder");
        let (part, target) = (folder.path().join("part"), folder.path().join("x.mp4"));
        std::fs::write(&part, "ours").expect("write");
        std::fs::write(&target, "theirs").expect("write");
        let part = TempPath::try_from_path(part).expect("absolute");
        let taken = rename_to_reserved(part, &target).expect_err("taken");
        assert_eq!(taken.error.kind(), std::io::ErrorKind::AlreadyExists);
        let read = |path: &Path| std::fs::read_to_string(path).expect("there");
        assert_eq!(read(&target), "theirs");
        let free = folder.path().join("y.mp4");
        rename_to_reserved(taken.path, &free).expect("free");
        assert_eq!(read(&free), "ours");
    }
}
