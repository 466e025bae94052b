//! The file of a clip: whether the service takes such a one, and whether it is still the same.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use clip::{Container, SNIFF_BYTES, Sniffed};
use contract::{Code, FOOTAGE_CAP_BYTES, FOOTAGE_CAP_SECONDS, Limits, ReasonCode, Refusal};
use sha2::{Digest as _, Sha256};
use wire::upload::FileRange;

use crate::files::{ChosenFile, gone};
use crate::journal::{ClipFile, FileMark};

/// What is summed at each end of a file, in bytes.
const BLOCK: u64 = 1 << 20;
/// How much of a file is read at once, in bytes.
const PIECE: usize = 1 << 16;

/// Looks at a chosen file by its content, before anything is asked of anybody.
///
/// # Errors
/// [`Code::FileGone`], [`Code::FootageKindUnknown`], [`Code::FootageTooLarge`],
/// [`Code::FootageTooLong`], and [`Code::FootageFailed`] for one that is broken or has no picture.
pub(super) async fn checked(chosen: ChosenFile) -> Result<ClipFile, Refusal> {
    off_the_loop(move || look(chosen)).await
}

/// Whether a file is still the one that a part of it was sent from, its ends included.
///
/// # Errors
/// [`Code::FileGone`].
pub(super) async fn still_the_same(clip: &ClipFile) -> Result<(), Refusal> {
    let clip = clip.clone();
    off_the_loop(move || {
        let refused = || gone(&clip.name);
        let mut file = opened(&clip).map_err(|_| refused())?;
        let ends = ends(&mut file, clip.mark.size).map_err(|_| refused())?;
        (ends == clip.mark.ends).then_some(()).ok_or_else(refused)
    })
    .await
}

/// Opens a range of a file for an upload of its own, if the file has not been written to since.
///
/// # Errors
/// [`Code::FileGone`].
pub(super) async fn range(clip: &ClipFile, start: u64, length: u64) -> Result<FileRange, Refusal> {
    let clip = clip.clone();
    off_the_loop(move || {
        let file = opened(&clip).map_err(|_| gone(&clip.name))?;
        Ok(FileRange {
            file: tokio::fs::File::from_std(file),
            start,
            length,
            file_length: clip.mark.size,
        })
    })
    .await
}

/// SHA-256 of the whole file, in hexadecimal.
///
/// # Errors
/// [`Code::FileGone`].
pub(super) async fn sha256(clip: &ClipFile) -> Result<String, Refusal> {
    let clip = clip.clone();
    off_the_loop(move || {
        let summed = opened(&clip).and_then(|mut file| {
            let mut sum = Sha256::new();
            add(&mut sum, &mut file, clip.mark.size)?;
            Ok(hexadecimal(&sum.finalize()))
        });
        summed.map_err(|_| gone(&clip.name))
    })
    .await
}

async fn off_the_loop<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| {
        Err(Refusal::new(Code::Internal).with("detail", "a look at a file broke off"))
    })
}

/// Opens a clip that has the size and the time that it had.
fn opened(clip: &ClipFile) -> std::io::Result<File> {
    let file = File::open(&clip.path)?;
    let identity = clip::identity_of(&file)?;
    let is_same = identity.size == clip.mark.size && modified(&identity) == clip.mark.modified;
    is_same
        .then_some(file)
        .ok_or_else(|| std::io::ErrorKind::InvalidData.into())
}

fn look(chosen: ChosenFile) -> Result<ClipFile, Refusal> {
    let name = chosen.view.name;
    let refused = |code: Code| Refusal::new(code).with("file", name.as_str());
    let unreadable = |_: std::io::Error| gone(&name);
    let metadata = std::fs::metadata(&chosen.path).map_err(unreadable)?;
    // Before it is opened: a pipe would not answer.
    if !metadata.is_file() {
        return Err(gone(&name));
    }
    let mut file = File::open(&chosen.path).map_err(unreadable)?;
    let identity = clip::identity_of(&file).map_err(unreadable)?;
    if chosen.mark != Some(identity.mark()) {
        return Err(gone(&name));
    }
    let mut head = Vec::with_capacity(SNIFF_BYTES);
    (&mut file)
        .take(SNIFF_BYTES as u64)
        .read_to_end(&mut head)
        .map_err(unreadable)?;
    let mime_type = media_type(clip::sniff(&head))
        .ok_or_else(|| refused(Code::FootageKindUnknown))?
        .to_owned();
    if identity.size > FOOTAGE_CAP_BYTES {
        // Rounded up: 500.2 MB is over 500.
        let megabytes = identity.size.div_ceil(1_000_000) as f64;
        return Err(refused(Code::FootageTooLarge).with("megabytes", megabytes));
    }
    let duration_seconds = judged(&chosen.path, &name)?;
    Ok(ClipFile {
        mark: FileMark {
            size: identity.size,
            modified: modified(&identity),
            ends: ends(&mut file, identity.size).map_err(unreadable)?,
        },
        path: chosen.path,
        duration_seconds,
        mime_type,
        name,
    })
}

/// The media type of the four that the service takes. Apple's own brand of MP4 is one.
fn media_type(sniffed: Sniffed) -> Option<&'static str> {
    match sniffed {
        Sniffed::Video(Container::Mp4 | Container::M4v) => Some("video/mp4"),
        Sniffed::Video(Container::Mov) => Some("video/quicktime"),
        Sniffed::Video(Container::WebM) => Some("video/webm"),
        Sniffed::Video(Container::Mkv) => Some("video/x-matroska"),
        _ => None,
    }
}

/// Length in seconds, where it can be told; a length that can't is the service's to find out.
fn judged(path: &Path, name: &str) -> Result<Option<f64>, Refusal> {
    let refused = |code: Code| Refusal::new(code).with("file", name);
    // Riffkit's caps are not the ones here.
    let anything = Limits {
        max_seconds: f64::MAX,
    };
    let report = clip::check(path, &anything);
    let is_unusable = report.reasons.iter().any(|reason| {
        !matches!(
            reason.code,
            ReasonCode::TooLarge
                | ReasonCode::NearSizeCap
                | ReasonCode::TooLong
                | ReasonCode::UnknownContainer
                | ReasonCode::NoLength
        )
    });
    if is_unusable {
        return Err(refused(Code::FootageFailed));
    }
    match report.duration_seconds {
        Some(seconds) if seconds > FOOTAGE_CAP_SECONDS => {
            // A tenth more says that it is over, however little.
            let shown = (seconds * 10.0).ceil() / 10.0;
            Err(refused(Code::FootageTooLong).with("seconds", shown))
        }
        duration => Ok(duration),
    }
}

fn modified(identity: &clip::FileIdentity) -> String {
    let since = identity
        .modified
        .and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    since.map_or_else(String::new, |since| since.as_nanos().to_string())
}

/// SHA-256 of the first and the last block, which are one where the file is small.
fn ends(file: &mut File, size: u64) -> std::io::Result<String> {
    let mut sum = Sha256::new();
    file.rewind()?;
    add(&mut sum, file, size.min(BLOCK))?;
    file.seek(SeekFrom::Start(size.saturating_sub(BLOCK)))?;
    add(&mut sum, file, size.min(BLOCK))?;
    Ok(hexadecimal(&sum.finalize()))
}

/// Adds exactly so many bytes to a sum, in small pieces.
fn add(sum: &mut Sha256, file: &mut File, bytes: u64) -> std::io::Result<()> {
    let mut piece = vec![0; PIECE];
    let mut left = bytes;
    while left > 0 {
        let wanted = usize::try_from(left).map_or(PIECE, |left| left.min(PIECE));
        let read = match piece.get_mut(..wanted) {
            Some(room) => file.read(room)?,
            None => 0,
        };
        let Some(read) = piece.get(..read).filter(|read| !read.is_empty()) else {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        };
        sum.update(read);
        left -= read.len() as u64;
    }
    Ok(())
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing into a text can't fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(path: &Path, bytes: &[u8]) -> ClipFile {
        std::fs::write(path, bytes).expect("written");
        let mut file = File::open(path).expect("opened");
        let identity = clip::identity_of(&file).expect("known");
        ClipFile {
            path: path.to_path_buf(),
            name: "a.mp4".to_owned(),
            mark: FileMark {
                size: identity.size,
                modified: modified(&identity),
                ends: ends(&mut file, identity.size).expect("read"),
            },
            ..ClipFile::default()
        }
    }

    #[tokio::test]
    async fn a_file_is_summed_whole_and_known_by_its_ends() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("a.mp4");
        let clip = clip(&path, b"abc");
        assert_eq!(
            sha256(&clip).await.as_deref(),
            Ok("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        );
        assert_eq!(still_the_same(&clip).await, Ok(()));
        let time = std::fs::metadata(&path).and_then(|m| m.modified());
        std::fs::write(&path, b"abd").expect("written");
        let file = File::options().write(true).open(&path).expect("opened");
        file.set_modified(time.expect("a time")).expect("set back");
        let same_looks = still_the_same(&clip).await;
        assert_eq!(same_looks.map_err(|r| r.code), Err(Code::FileGone));
        assert!(
            range(&clip, 0, 3).await.is_ok(),
            "size and time are the same"
        );
        std::fs::write(&path, b"abcd").expect("written");
        let longer = range(&clip, 0, 3).await.map(drop);
        assert_eq!(longer.map_err(|r| r.code), Err(Code::FileGone));
    }
}
