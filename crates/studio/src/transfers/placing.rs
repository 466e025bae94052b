//! Whole parts get their names together: all of them, or none. What a dead process had begun is
//! brought to its end.

use std::path::{Path, PathBuf};

use contract::{Code, Refusal};

use super::download::Halt;
use super::files::Place;
use super::names;
use super::part::{self, MOST_NAMES, rename_to_new, sync_folder, unwritable};
use super::saving::Saving;
use crate::Studio;
use crate::journal::PartRecord;

/// The words' extension.
const WORDS: &str = "txt";

/// A whole part, and what follows the saving's name in its own.
#[derive(Clone, Debug)]
pub(super) struct Member {
    part: PathBuf,
    ending: String,
    /// Beside what is saved, and not counted.
    is_words: bool,
}

impl Member {
    /// A video.
    pub(super) fn video(part: &Path, extension: &str) -> Self {
        Self {
            part: part.to_path_buf(),
            ending: format!(".{extension}"),
            is_words: false,
        }
    }

    /// A slide of a set.
    pub(super) fn slide(part: &Path, number: usize, extension: &str) -> Self {
        Self {
            part: part.to_path_buf(),
            ending: format!("-{number:02}.{extension}"),
            is_words: false,
        }
    }

    /// The words of a set.
    pub(super) fn words(part: &Path) -> Self {
        Self {
            part: part.to_path_buf(),
            ending: format!(".{WORDS}"),
            is_words: true,
        }
    }

    fn target(&self, folder: &Path, stem: &str) -> PathBuf {
        folder.join(format!("{stem}{}", self.ending))
    }
}

/// A part on its way to its name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Move {
    part: PathBuf,
    target: PathBuf,
}

/// What came of giving names.
enum Placed {
    All,
    /// One of the names is somebody's: all are parts again.
    Taken,
}

impl Studio {
    /// Gives whole parts their names: the first that are all free. The paths of what is shown.
    pub(super) async fn place(
        &self,
        saving: &Saving,
        members: &[Member],
        to: &Place,
    ) -> Result<Vec<PathBuf>, Halt> {
        let shown = |targets: Vec<PathBuf>| {
            let pairs = targets.into_iter().zip(members);
            let shown = pairs.filter(|(_, member)| !member.is_words);
            shown.map(|(target, _)| target).collect()
        };
        for stem in names::stems(&to.stem).take(MOST_NAMES) {
            let moves: Vec<Move> = members
                .iter()
                .map(|member| Move {
                    part: member.part.clone(),
                    target: member.target(&to.folder, &stem),
                })
                .collect();
            let targets: Vec<PathBuf> = moves.iter().map(|one| one.target.clone()).collect();
            let is_taken = |target: &PathBuf| target.symlink_metadata().is_ok();
            if targets.iter().any(is_taken) {
                continue;
            }
            // From here on a dead process's saving is brought to its end, not begun again.
            let journal = &self.core.journal;
            journal.name_parts(&saving.transfer_id, &targets).await?;
            let folder = to.folder.clone();
            let placing = tokio::task::spawn_blocking(move || {
                let placed = rename_all(&moves);
                sync_folder(&folder);
                placed
            });
            match placing.await {
                Ok(Ok(Placed::All)) => return Ok(shown(targets)),
                Ok(Ok(Placed::Taken)) => {}
                Ok(Err(error)) => return Err(unwritable(&to.folder, &error).into()),
                Err(_) => return Err(Refusal::new(Code::Internal).into()),
            }
        }
        let taken = std::io::ErrorKind::AlreadyExists.into();
        Err(unwritable(&to.folder, &taken).into())
    }

    /// Goes on with a saving that had begun to get its names: a part that is there no more has got its
    /// own. Where one of the others is somebody's by now, all of it goes under another name. None:
    /// not all of it is there any more; its parts are gone then, and what has a name stays.
    pub(super) async fn finish_placing(
        &self,
        saving: &Saving,
        parts: &[PartRecord],
    ) -> Result<Option<Vec<PathBuf>>, Halt> {
        let moves: Vec<Move> = parts
            .iter()
            .filter(|part| names::is_part(&part.part))
            .filter_map(|part| {
                let (part, target) = (part.part.clone(), part.target.clone()?);
                Some(Move { part, target })
            })
            .collect();
        let is_all_named = moves.len() == parts.len();
        let finishing = tokio::task::spawn_blocking(move || {
            (is_all_named && is_all_there(&moves))
                .then(|| go_on(&moves).map(|placed| (placed, moves)))
        });
        match finishing.await {
            Ok(None) => {
                self.discard_parts(parts).await;
                Ok(None)
            }
            Ok(Some(Ok((Placed::All, moves)))) => Ok(Some(shown(&moves))),
            Ok(Some(Ok((Placed::Taken, moves)))) => {
                let place = self.place_for(&saving.reel, &saving.target);
                let members: Option<Vec<Member>> = moves.iter().map(member_again).collect();
                let Some(members) = members else {
                    self.discard_parts(parts).await;
                    return Ok(None);
                };
                let place = Place {
                    folder: folder_of(&moves).unwrap_or(place.folder),
                    ..place
                };
                self.place(saving, &members, &place).await.map(Some)
            }
            Ok(Some(Err(error))) => {
                let folder = parts.first().and_then(|part| part.part.parent());
                let folder = folder.unwrap_or(Path::new("."));
                Err(unwritable(folder, &error).into())
            }
            Err(_) => Err(Refusal::new(Code::Internal).into()),
        }
    }

    /// Removes parts of which nothing comes. Nothing but parts of ours.
    pub(super) async fn discard_parts(&self, parts: &[PartRecord]) {
        for part in parts.iter().filter(|part| names::is_part(&part.part)) {
            part::remove(part.part.clone()).await;
        }
    }
}

fn folder_of(moves: &[Move]) -> Option<PathBuf> {
    let first = moves.first()?;
    first.target.parent().map(Path::to_path_buf)
}

/// What is shown of a saving that has its names: all but the words of a set.
fn shown(moves: &[Move]) -> Vec<PathBuf> {
    let targets = moves.iter().map(|one| one.target.clone());
    let is_words = |path: &PathBuf| path.extension().is_some_and(|extension| extension == WORDS);
    if moves.len() == 1 {
        return targets.collect();
    }
    targets.filter(|path| !is_words(path)).collect()
}

/// A member, by the name that it was about to get: `-03.png`, `.txt`, `.mp4`.
fn member_again(one: &Move) -> Option<Member> {
    let extension = one.target.extension()?.to_str()?;
    let stem = one.target.file_stem()?.to_str()?;
    let number = stem
        .rsplit_once('-')
        .map(|(_, number)| number)
        .filter(|number| number.len() >= 2 && number.bytes().all(|byte| byte.is_ascii_digit()));
    Some(match (extension, number.and_then(|n| n.parse().ok())) {
        (WORDS, _) => Member::words(&one.part),
        ("png" | "jpg", Some(number)) => Member::slide(&one.part, number, extension),
        _ => Member::video(&one.part, extension),
    })
}

/// Whether each is either still a part, or has its name.
fn is_all_there(moves: &[Move]) -> bool {
    moves
        .iter()
        .all(|one| one.part.is_file() || one.target.is_file())
}

/// Gives all of them their names, or takes back those that were given.
fn rename_all(moves: &[Move]) -> std::io::Result<Placed> {
    for (done, one) in moves.iter().enumerate() {
        let Err(error) = rename_to_new(&one.part, &one.target) else {
            continue;
        };
        take_back(moves.get(..done).unwrap_or_default())?;
        if error.kind() != std::io::ErrorKind::AlreadyExists {
            return Err(error);
        }
        return Ok(Placed::Taken);
    }
    Ok(Placed::All)
}

/// Names of ours become parts again.
fn take_back(placed: &[Move]) -> std::io::Result<()> {
    for one in placed {
        rename_to_new(&one.target, &one.part)?;
    }
    Ok(())
}

/// The same where some have their names already.
fn go_on(moves: &[Move]) -> std::io::Result<Placed> {
    let (waiting, placed): (Vec<Move>, Vec<Move>) =
        moves.iter().cloned().partition(|one| one.part.is_file());
    let outcome = rename_all(&waiting)?;
    if matches!(outcome, Placed::Taken) {
        take_back(&placed)?;
    }
    Ok(outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves(folder: &Path, stem: &str) -> Vec<Move> {
        (1..=3)
            .map(|number| {
                let part = folder.join(format!("x-{number:02}.t.part"));
                if stem == "x" {
                    std::fs::write(&part, number.to_string()).expect("written");
                }
                let target = folder.join(format!("{stem}-{number:02}.png"));
                Move { part, target }
            })
            .collect()
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
        let first = moves(folder, "x");
        std::fs::write(folder.join("x-02.png"), "theirs").expect("written");
        assert!(matches!(rename_all(&first), Ok(Placed::Taken)));
        assert!(!folder.join("x-01.png").exists());
        assert!(matches!(rename_all(&moves(folder, "y")), Ok(Placed::All)));
        assert_eq!(
            names(folder),
            ["x-02.png", "y-01.png", "y-02.png", "y-03.png"]
        );
        let third = std::fs::read_to_string(folder.join("y-03.png")).expect("readable");
        assert_eq!(third, "3");
    }

    #[test]
    fn a_set_that_died_among_its_names_gets_the_rest() {
        let folder = tempfile::tempdir().expect("folder");
        let folder = folder.path();
        let moves = moves(folder, "x");
        std::fs::rename(&moves[0].part, &moves[0].target).expect("renamed");
        assert!(is_all_there(&moves));
        assert!(matches!(go_on(&moves), Ok(Placed::All)));
        assert_eq!(names(folder), ["x-01.png", "x-02.png", "x-03.png"]);
        std::fs::remove_file(&moves[1].target).expect("the person's own doing");
        assert!(!is_all_there(&moves));
    }

    #[test]
    fn a_set_that_died_among_its_names_and_lost_one_to_somebody_is_taken_back_whole() {
        let folder = tempfile::tempdir().expect("folder");
        let folder = folder.path();
        let moves = moves(folder, "x");
        std::fs::rename(&moves[0].part, &moves[0].target).expect("renamed");
        std::fs::write(folder.join("x-03.png"), "theirs").expect("written");
        assert!(matches!(go_on(&moves), Ok(Placed::Taken)));
        let parts = ["x-01.t.part", "x-02.t.part", "x-03.png", "x-03.t.part"];
        assert_eq!(names(folder), parts);
        let endings: Vec<String> = moves
            .iter()
            .filter_map(member_again)
            .map(|member| member.ending)
            .collect();
        assert_eq!(endings, ["-01.png", "-02.png", "-03.png"]);
    }
}
