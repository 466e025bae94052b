//! A set of files that gets its names together: all of it, or none.

use std::path::{Path, PathBuf};

use contract::{AssetId, Code, Refusal, TransferId};
use tempfile::TempPath;
use tokio::io::AsyncWriteExt as _;

use super::download::Place;
use super::names;
use super::part::{MOST_NAMES, begin_part, rename_to_new, sync_folder, unwritable, write_failed};
use crate::Studio;
use crate::journal::SetFile;

/// The words' extension.
const WORDS: &str = "txt";

/// A whole part of a set, and what follows the set's name in its own.
pub(super) struct SetPart {
    part: TempPath,
    ending: String,
}

impl SetPart {
    /// A slide.
    pub(super) fn slide(part: TempPath, number: usize, extension: &str) -> Self {
        Self {
            part,
            ending: format!("-{number:02}.{extension}"),
        }
    }

    /// The words of the set, written to this part.
    pub(super) async fn words(part: PathBuf, text: String) -> Result<Self, Refusal> {
        let (mut file, part) = begin_part(part).await?;
        let written = match file.write_all(text.as_bytes()).await {
            Ok(()) => file.sync_all().await,
            Err(error) => Err(error),
        };
        written.map_err(|error| write_failed(&part, &error))?;
        Ok(Self {
            part,
            ending: format!(".{WORDS}"),
        })
    }

    fn target(&self, folder: &Path, stem: &str) -> PathBuf {
        folder.join(format!("{stem}{}", self.ending))
    }
}

/// Why a set did not get a name.
enum Misplaced {
    /// Somebody took one of its names meanwhile: these are the parts again.
    Taken(Vec<SetPart>),
    Failed(std::io::Error),
}

/// What is noted of a set before anything of it is written.
pub(super) fn unplaced(parts: &[PathBuf]) -> Vec<SetFile> {
    let noted = parts.iter().map(|part| SetFile {
        part: part.clone(),
        target: None,
    });
    noted.collect()
}

impl Studio {
    /// Gives a whole set its names: the first that are all free. The paths of its slides.
    pub(super) async fn place_set(
        &self,
        transfer_id: &TransferId,
        mut parts: Vec<SetPart>,
        to: &Place,
    ) -> Result<Vec<PathBuf>, Refusal> {
        for stem in names::stems(&to.stem).take(MOST_NAMES) {
            let target = |part: &SetPart| part.target(&to.folder, &stem);
            let files: Vec<SetFile> = parts
                .iter()
                .map(|part| SetFile {
                    part: part.part.to_path_buf(),
                    target: Some(target(part)),
                })
                .collect();
            let targets: Vec<PathBuf> = parts.iter().map(target).collect();
            if targets
                .iter()
                .any(|target| target.symlink_metadata().is_ok())
            {
                continue;
            }
            // From here on a dead process's set is brought to its end, not begun again.
            self.core.journal.transfer_files(transfer_id, files).await?;
            let folder = to.folder.clone();
            let placing = tokio::task::spawn_blocking(move || rename_all(parts, &folder, &stem));
            match placing.await {
                Ok(Ok(())) => return Ok(slides(targets)),
                Ok(Err(Misplaced::Taken(back))) => parts = back,
                Ok(Err(Misplaced::Failed(error))) => return Err(unwritable(&to.folder, &error)),
                Err(_) => return Err(Code::Internal.into()),
            }
        }
        let taken = std::io::ErrorKind::AlreadyExists.into();
        Err(unwritable(&to.folder, &taken))
    }

    /// What a dead process left of a set. One that had begun to get its names gets the rest of them;
    /// of any other nothing is left. Whether it is all there now.
    pub(super) async fn recover_set(
        &self,
        asset_id: &AssetId,
        files: Vec<SetFile>,
    ) -> Result<bool, Refusal> {
        let finishing = tokio::task::spawn_blocking(move || finish(files));
        let Ok(Some(targets)) = finishing.await else {
            return Ok(false);
        };
        let server = self.server_of(asset_id);
        let saved = self.core.journal.saved(server, asset_id, slides(targets));
        saved.await?;
        self.tell_reel(asset_id).await;
        Ok(true)
    }
}

/// Without the words.
fn slides(targets: Vec<PathBuf>) -> Vec<PathBuf> {
    let is_slide = |path: &PathBuf| path.extension().is_none_or(|extension| extension != WORDS);
    targets.into_iter().filter(is_slide).collect()
}

fn rename_all(parts: Vec<SetPart>, folder: &Path, stem: &str) -> Result<(), Misplaced> {
    let mut placed: Vec<(PathBuf, PathBuf, String)> = Vec::with_capacity(parts.len());
    let mut parts = parts.into_iter();
    while let Some(part) = parts.next() {
        let (from, target) = (part.part.to_path_buf(), part.target(folder, stem));
        let Err(refused) = rename_to_new(part.part, &target) else {
            placed.push((from, target, part.ending));
            continue;
        };
        let mut back = Vec::new();
        for (from, target, ending) in placed {
            std::fs::rename(target, &from).map_err(Misplaced::Failed)?;
            let part = TempPath::try_from_path(from).map_err(Misplaced::Failed)?;
            back.push(SetPart { part, ending });
        }
        if refused.error.kind() != std::io::ErrorKind::AlreadyExists {
            return Err(Misplaced::Failed(refused.error));
        }
        back.push(SetPart {
            part: refused.path,
            ending: part.ending,
        });
        back.extend(parts);
        return Err(Misplaced::Taken(back));
    }
    sync_folder(folder);
    Ok(())
}

/// Goes on with a set that had begun to get its names: a part that is there no more has got its own.
/// None: it had not begun, or can't be brought to its end; its parts are gone then.
fn finish(files: Vec<SetFile>) -> Option<Vec<PathBuf>> {
    let files: Vec<SetFile> = files
        .into_iter()
        .filter(|file| names::is_part(&file.part))
        .collect();
    let mut targets = Vec::with_capacity(files.len());
    let has_begun = files.iter().any(|file| {
        let has_name = file.target.as_deref().is_some_and(Path::is_file);
        has_name && !file.part.exists()
    });
    for file in &files {
        let Some(target) = file.target.clone().filter(|_| has_begun) else {
            // Gone already is as good as removed.
            let _ = std::fs::remove_file(&file.part);
            continue;
        };
        if file.part.exists()
            && let Ok(part) = TempPath::try_from_path(&file.part)
            && let Err(refused) = rename_to_new(part, &target)
        {
            // The part goes with its path. What has a name stays: it is whole.
            tracing::warn!(error = %refused.error, "a set could not be brought to its end");
        }
        if target.is_file() {
            targets.push(target);
        }
    }
    (has_begun && targets.len() == files.len()).then_some(targets)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(folder: &Path, number: usize) -> SetPart {
        let path = folder.join(format!("x-{number:02}.t.part"));
        std::fs::write(&path, number.to_string()).expect("written");
        let part = TempPath::try_from_path(path).expect("absolute");
        SetPart::slide(part, number, "png")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).expect("readable");
        let name = |entry: std::fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        let mut names: Vec<_> = entries.filter_map(Result::ok).map(name).collect();
        names.sort();
        names
    }

    #[test]
    fn a_name_that_is_taken_meanwhile_leaves_none_of_the_set_behind() {
        let folder = tempfile::tempdir().expect("folder");
        let folder = folder.path();
        let parts = vec![part(folder, 1), part(folder, 2), part(folder, 3)];
        std::fs::write(folder.join("x-02.png"), "theirs").expect("written");
        let Err(Misplaced::Taken(back)) = rename_all(parts, folder, "x") else {
            panic!("it was taken");
        };
        assert!(!folder.join("x-01.png").exists());
        assert!(rename_all(back, folder, "y").is_ok());
        assert_eq!(
            names(folder),
            ["x-02.png", "y-01.png", "y-02.png", "y-03.png"]
        );
        let third = std::fs::read_to_string(folder.join("y-03.png")).expect("readable");
        assert_eq!(third, "3");
    }

    #[test]
    fn a_set_that_died_among_its_names_gets_the_rest_and_one_that_died_before_is_gone() {
        let folder = tempfile::tempdir().expect("folder");
        let folder = folder.path();
        let file = |number: usize| {
            let part = part(folder, number);
            let path = part.part.keep().expect("kept");
            SetFile {
                part: path,
                target: Some(folder.join(format!("x-{number:02}.png"))),
            }
        };
        let files = vec![file(1), file(2)];
        std::fs::rename(&files[0].part, folder.join("x-01.png")).expect("renamed");
        let targets = finish(files).expect("all there");
        assert_eq!(targets.len(), 2);
        assert_eq!(names(folder), ["x-01.png", "x-02.png"]);
        let before = vec![file(3), file(4)];
        assert_eq!(finish(before), None);
        assert_eq!(names(folder), ["x-01.png", "x-02.png"]);
    }
}
