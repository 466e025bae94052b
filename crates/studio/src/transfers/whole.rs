//! Whether what came is what it should be, and all of it.

use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use contract::{Limits, ReasonCode};

/// What every PNG ends with: its last chunk, and that one's checksum.
const PNG_END: &[u8] = b"IEND\xaeB`\x82";
/// What every JPEG ends with.
const JPEG_END: &[u8] = &[0xff, 0xd9];
/// Bytes at the end of a picture that are looked at. Some writers fill up with zeros.
const TAIL: u64 = 512;

/// Whether a file is a video that is all there. Its size and length are the service's business.
pub(super) fn is_whole_video(path: &Path) -> bool {
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

/// The extension of a file that is a whole PNG or JPEG, by its beginning and its end. None: it is
/// neither, or it was cut off.
pub(super) fn picture_extension(path: &Path) -> std::io::Result<Option<&'static str>> {
    let mut file = std::fs::File::open(path)?;
    let mut head = [0; 8];
    if file.read_exact(&mut head).is_err() {
        return Ok(None);
    }
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.read_to_end(&mut tail)?;
    let filling = tail.iter().rev().take_while(|byte| **byte == 0).count();
    let trimmed = tail.get(..tail.len() - filling).unwrap_or_default();
    Ok(match head {
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a] if trimmed.ends_with(PNG_END) => {
            Some("png")
        }
        [0xff, 0xd8, 0xff, ..] if trimmed.ends_with(JPEG_END) => Some("jpg"),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_was_cut_off_is_none() {
        let folder = tempfile::tempdir().expect("folder");
        let path = folder.path().join("x");
        let of = |bytes: &[u8]| {
            std::fs::write(&path, bytes).expect("written");
            picture_extension(&path).expect("readable")
        };
        let png = [b"\x89PNG\r\n\x1a\n....", PNG_END].concat();
        let jpeg = [b"\xff\xd8\xff\xe0.....", JPEG_END, &[0, 0]].concat();
        assert_eq!(of(&png), Some("png"));
        assert_eq!(of(&jpeg), Some("jpg"));
        assert_eq!(of(&png[..png.len() - 1]), None);
        assert_eq!(of(&jpeg[..8]), None);
        assert_eq!(of(b"<html>"), None);
        assert_eq!(of(b"<html></html>"), None);
    }
}
