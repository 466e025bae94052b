//! Files other than clips that the person chose: images of products, reference material. Here, and
//! in the journal of what is being written, are the only places that know their paths.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use clip::{SNIFF_BYTES, Sniffed};
use contract::{
    Code, DropTarget, Event, FileId, FileKind, FileView, HARD_SIZE_CAP_BYTES, IMAGE_CAP_BYTES,
    Refusal,
};
use wire::upload::FilePart;

use crate::Studio;
use crate::lock::held;

/// More files than this are not kept at hand.
const MOST_FILES: usize = 200;

/// The formats of images that the service takes (contract, "General constraints").
pub(crate) const IMAGE_FORMATS: &[&str] = &["jpg", "png", "webp"];

/// A chosen file.
#[derive(Clone, Debug)]
pub(crate) struct ChosenFile {
    pub(crate) path: PathBuf,
    pub(crate) view: FileView,
    /// What the file was when it was chosen. `None` where it could not be told.
    pub(crate) mark: Option<String>,
    /// Its format by its content, where it has a name.
    pub(crate) format: Option<&'static str>,
}

/// The files at hand.
#[derive(Debug, Default)]
pub(crate) struct Files {
    chosen: Mutex<Vec<ChosenFile>>,
    /// What becomes of dropped videos.
    drop_target: Mutex<DropTarget>,
}

impl Studio {
    /// Takes in files that the person chose, and looks at each. One that is at hand already is
    /// looked at again in its place. Also told as [`Event::FilesAdded`].
    pub async fn add_files(&self, paths: Vec<PathBuf>) -> Vec<FileView> {
        let mut added = Vec::new();
        for path in paths.into_iter().take(MOST_FILES) {
            let path = std::path::absolute(&path).unwrap_or(path);
            let looked_at = tokio::task::spawn_blocking(move || looked_at(path));
            // A look that broke off has nothing to show.
            let Ok(file) = looked_at.await else { continue };
            added.push(self.core.files.put(file));
        }
        if !added.is_empty() {
            self.core.tell(Event::FilesAdded(added.clone()));
        }
        added
    }

    /// Says what becomes of videos that are dropped from now on.
    pub fn set_drop_target(&self, target: DropTarget) {
        *held(&self.core.files.drop_target) = target;
    }

    /// Takes in what was dropped on the window: images are files, everything else is a clip or is
    /// told why it is none; on a page that takes videos as files, all are files.
    pub async fn add_dropped(&self, paths: Vec<PathBuf>) {
        if *held(&self.core.files.drop_target) == DropTarget::Files {
            self.add_files(paths).await;
            return;
        }
        let sorted = tokio::task::spawn_blocking(move || {
            let is_image = |path: &PathBuf| {
                look(path).is_ok_and(|look| matches!(look.sniffed, Sniffed::Image(_)))
            };
            paths.into_iter().partition::<Vec<_>, _>(is_image)
        });
        let (images, clips) = sorted.await.unwrap_or_default();
        if !images.is_empty() {
            self.add_files(images).await;
        }
        if !clips.is_empty() {
            self.add_clips(clips).await;
        }
    }

    /// Takes a chosen file off the page. The file stays.
    pub fn remove_file(&self, file_id: &FileId) {
        held(&self.core.files.chosen).retain(|file| file.view.file_id != *file_id);
    }

    /// Where a chosen file is.
    pub fn file_path(&self, file_id: &FileId) -> Option<PathBuf> {
        self.core.files.get(file_id).map(|file| file.path)
    }
}

impl Files {
    /// A chosen file.
    pub(crate) fn get(&self, file_id: &FileId) -> Option<ChosenFile> {
        held(&self.chosen)
            .iter()
            .find(|file| file.view.file_id == *file_id)
            .cloned()
    }

    fn put(&self, mut file: ChosenFile) -> FileView {
        let mut chosen = held(&self.chosen);
        if let Some(known) = chosen.iter_mut().find(|known| known.path == file.path) {
            file.view.file_id = known.view.file_id.clone();
            *known = file;
            return known.view.clone();
        }
        let view = file.view.clone();
        chosen.push(file);
        let over = chosen.len().saturating_sub(MOST_FILES);
        chosen.drain(..over);
        view
    }
}

/// Opens a file that was chosen, if it is still what it was then.
///
/// # Errors
/// [`Code::FileGone`].
pub(crate) async fn open_chosen(
    path: PathBuf,
    mark: String,
    name: &str,
) -> Result<(tokio::fs::File, u64), Refusal> {
    let opened = tokio::task::spawn_blocking(move || {
        let file = File::open(&path).ok()?;
        // The file that is open now must be the one that was chosen.
        let identity = clip::identity_of(&file).ok()?;
        (identity.mark() == mark).then_some((file, identity.size))
    });
    match opened.await {
        Ok(Some((file, size))) => Ok((tokio::fs::File::from_std(file), size)),
        _ => Err(gone(name)),
    }
}

/// The file of an upload, under a name whose extension says what is in it: the service goes by that.
pub(crate) fn upload_of(
    (file, length): (tokio::fs::File, u64),
    name: &str,
    format: &str,
) -> FilePart {
    let file_name = sent_name(name, format);
    FilePart {
        file,
        length,
        content_type: riffkit::content_type_of(&file_name).to_owned(),
        file_name,
    }
}

/// The refusal of a file that is no longer what it was.
pub(crate) fn gone(name: &str) -> Refusal {
    Refusal::new(Code::FileGone).with("file", name)
}

fn sent_name(name: &str, format: &str) -> String {
    let stands_for = |extension: &str| match extension.to_ascii_lowercase().as_str() {
        "jpeg" => "jpg".to_owned(),
        other => other.to_owned(),
    };
    match name.rsplit_once('.') {
        Some((_, extension)) if stands_for(extension) == format => name.to_owned(),
        Some((stem, _)) if !stem.is_empty() => format!("{stem}.{format}"),
        _ => format!("{name}.{format}"),
    }
}

struct Look {
    size: u64,
    mark: String,
    sniffed: Sniffed,
    sides: Option<(u32, u32)>,
}

/// Looks into a regular file.
fn look(path: &Path) -> std::io::Result<Look> {
    // Before it is opened: a pipe would not answer.
    if !std::fs::metadata(path)?.is_file() {
        return Err(std::io::ErrorKind::InvalidInput.into());
    }
    let mut file = File::open(path)?;
    let identity = clip::identity_of(&file)?;
    let mut head = Vec::with_capacity(SNIFF_BYTES);
    (&mut file)
        .take(SNIFF_BYTES as u64)
        .read_to_end(&mut head)?;
    let sniffed = clip::sniff(&head);
    let sides = match sniffed {
        Sniffed::Image(_) => {
            std::io::Seek::rewind(&mut file)?;
            clip::image_size(file)
        }
        Sniffed::Video(_) => {
            let report = clip::check(path, &contract::Limits::default());
            report.width.zip(report.height)
        }
        _ => None,
    };
    Ok(Look {
        size: identity.size,
        mark: identity.mark(),
        sniffed,
        sides,
    })
}

fn looked_at(path: PathBuf) -> ChosenFile {
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    let look = look(&path).ok();
    let (kind, refusal) = match &look {
        Some(look) => judged(look, &name),
        None => (FileKind::Other, Some(gone(&name))),
    };
    let sides = look.as_ref().and_then(|look| look.sides);
    ChosenFile {
        view: FileView {
            file_id: FileId(uuid::Uuid::new_v4().to_string()),
            name,
            size_bytes: look.as_ref().map_or(0, |look| look.size),
            kind,
            width: sides.map(|(width, _)| width),
            height: sides.map(|(_, height)| height),
            refusal,
        },
        format: look.as_ref().and_then(|look| look.sniffed.name()),
        mark: look.map(|look| look.mark),
        path,
    }
}

/// What a file is, and why it can't be sent.
fn judged(look: &Look, name: &str) -> (FileKind, Option<Refusal>) {
    let refused = |code: Code| Some(Refusal::new(code).with("file", name));
    match look.sniffed {
        Sniffed::Image(format) if IMAGE_FORMATS.contains(&format) => {
            let over = look.size > IMAGE_CAP_BYTES;
            (FileKind::Image, over.then(|| too_large(name, look.size)))
        }
        Sniffed::Image(_) => (FileKind::Other, refused(Code::ImageKindUnknown)),
        Sniffed::Video(_) if look.size > HARD_SIZE_CAP_BYTES => {
            (FileKind::Video, refused(Code::FileRefused))
        }
        Sniffed::Video(_) => (FileKind::Video, None),
        Sniffed::Sound(_) | Sniffed::Other => (FileKind::Other, refused(Code::FileRefused)),
    }
}

/// The refusal of an image over its cap.
pub(crate) fn too_large(name: &str, size: u64) -> Refusal {
    // Rounded up: 50.2 MB is over 50.
    let megabytes = size.div_ceil(1_000_000);
    Refusal::new(Code::ImageTooLarge)
        .with("file", name)
        .with("megabytes", megabytes as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x02\x80\0\0\x01\xe0\x08\x06\0\0\0";

    fn chosen(folder: &Path, name: &str, content: &[u8]) -> ChosenFile {
        let path = folder.join(name);
        std::fs::write(&path, content).expect("written");
        looked_at(path)
    }

    #[test]
    fn a_file_is_what_it_holds_and_not_what_it_is_called() {
        let folder = tempfile::tempdir().expect("folder");
        let image = chosen(folder.path(), "photo.txt", PNG);
        assert_eq!(image.view.kind, FileKind::Image);
        assert_eq!(
            (image.view.width, image.view.height),
            (Some(640), Some(480))
        );
        assert_eq!((image.view.refusal, image.format), (None, Some("png")));
        let code = |name: &str, content: &[u8]| {
            let refusal = chosen(folder.path(), name, content).view.refusal;
            refusal.map(|refusal| refusal.code)
        };
        assert_eq!(code("a.png", b"GIF89a\x01\0"), Some(Code::ImageKindUnknown));
        assert_eq!(code("b.png", b"words"), Some(Code::FileRefused));
        assert_eq!(code("c.png", b""), Some(Code::FileRefused));
        let missing = looked_at(folder.path().join("none.png"));
        let refusal = missing.view.refusal.map(|refusal| refusal.code);
        assert_eq!(refusal, Some(Code::FileGone));
    }

    #[test]
    fn an_image_over_its_cap_is_told_so() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("large.png");
        std::fs::write(&path, PNG).expect("written");
        let file = File::options().write(true).open(&path).expect("opened");
        file.set_len(IMAGE_CAP_BYTES).expect("grown");
        assert_eq!(looked_at(path.clone()).view.refusal, None);
        file.set_len(IMAGE_CAP_BYTES + 1).expect("grown");
        let refusal = looked_at(path).view.refusal.expect("refused");
        assert_eq!(refusal.code, Code::ImageTooLarge);
        assert_eq!(
            refusal.args.get("megabytes"),
            Some(&contract::Arg::from(51.0))
        );
    }

    #[test]
    fn the_name_that_is_sent_says_what_is_inside() {
        assert_eq!(sent_name("photo.JPEG", "jpg"), "photo.JPEG");
        assert_eq!(sent_name("photo.txt", "png"), "photo.png");
        assert_eq!(sent_name("photo", "webp"), "photo.webp");
        assert_eq!(sent_name(".png", "jpg"), ".png.jpg");
    }

    #[tokio::test]
    async fn a_file_that_was_changed_is_gone() {
        let folder = tempfile::tempdir().expect("folder");
        let file = chosen(folder.path(), "a.png", PNG);
        let mark = file.mark.expect("a mark");
        let same = open_chosen(file.path.clone(), mark.clone(), "a.png").await;
        assert_eq!(same.map(|(_, size)| size), Ok(PNG.len() as u64));
        std::fs::write(&file.path, [PNG, b"more"].concat()).expect("written");
        let changed = open_chosen(file.path, mark, "a.png").await;
        let refused = changed.map(drop).map_err(|refusal| refusal.code);
        assert_eq!(refused, Err(Code::FileGone));
    }
}
