//! What a saving is made of, and where it goes.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use contract::{AssetId, Code, ProjectMedia, Refusal};

use super::source::{From, Origin};
use super::{Target, names, words};
use crate::Studio;
use crate::journal::ReelRecord;

/// The files of a saving.
pub(super) struct Files {
    /// What is fetched, in order.
    pub(super) origins: Vec<Arc<Origin>>,
    /// The words that are a file of a set. A video's are written beside it when it has its name.
    pub(super) words: Option<String>,
    /// Whether they get numbered names.
    pub(super) is_set: bool,
}

impl Files {
    pub(super) fn count(&self) -> usize {
        self.origins.len() + usize::from(self.words.is_some())
    }
}

/// Where a saving goes, if the name is free.
#[derive(Debug)]
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

impl Studio {
    /// What is fetched of a reel: its video, or every slide of a carousel.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel without a file.
    pub(super) fn files_of(&self, reel: &ReelRecord) -> Result<Files, Refusal> {
        let origin = |from| {
            let studio = self.clone();
            Arc::new(Origin { studio, from })
        };
        let Some(result) = &reel.result else {
            let url = reel.file_url.clone();
            let url = url.ok_or_else(|| Refusal::new(Code::Unknown))?;
            let from = From::Reel {
                asset_id: AssetId(reel.asset_id.clone()),
                url: Mutex::new(url),
            };
            return Ok(Files {
                origins: vec![origin(from)],
                words: None,
                is_set: false,
            });
        };
        let media = |media| {
            origin(From::Media {
                project: result.project.clone(),
                media,
            })
        };
        let is_set = !result.slides.is_empty();
        let slides = result.slides.iter().copied().map(ProjectMedia::Slide);
        Ok(Files {
            origins: if is_set {
                slides.map(media).collect()
            } else {
                vec![media(ProjectMedia::Video)]
            },
            words: words::text(reel).filter(|_| is_set),
            is_set,
        })
    }

    pub(super) fn place_for(&self, reel: &ReelRecord, target: &Target) -> Place {
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

    /// Whether what is saved is still what its project came to: slides of two makings are no set.
    pub(super) async fn expect_current_reel(&self, reel: &ReelRecord) -> Result<(), Refusal> {
        match &reel.result {
            Some(result) => {
                let asset_id = AssetId(reel.asset_id.clone());
                self.expect_current(&asset_id, result).await
            }
            None => Ok(()),
        }
    }
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
