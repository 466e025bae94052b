//! A small reader of MP4 and Matroska headers, for computers without ffprobe.
//!
//! It tells a video from something else and reads the stated length; it judges nothing more.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
    path::Path,
};

use super::probe::{NotAVideo, Seen};

/// Reads this much of a Matroska file: its length stands at the front.
const MATROSKA_HEAD: u64 = 64 * 1024;
/// A movie header that is larger than this is not believed.
const MOVIE_HEADER: u64 = 16 * 1024 * 1024;

/// Looks at a file.
///
/// # Errors
/// [`NotAVideo`] where it is neither an MP4 with a movie header, nor Matroska, nor AVI.
pub(super) fn look(path: &Path) -> Result<Seen, NotAVideo> {
    let mut file = File::open(path).map_err(|_| NotAVideo)?;
    let mut head = [0_u8; 12];
    file.read_exact(&mut head).map_err(|_| NotAVideo)?;
    if head.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) {
        let mut bytes = Vec::new();
        file.rewind().map_err(|_| NotAVideo)?;
        file.take(MATROSKA_HEAD)
            .read_to_end(&mut bytes)
            .map_err(|_| NotAVideo)?;
        return Ok(Seen {
            seconds: matroska_seconds(&bytes),
            sound: true,
            upright: false,
        });
    }
    if head.starts_with(b"RIFF") && head.ends_with(b"AVI ") {
        return Ok(Seen::default());
    }
    let movie = movie_header(&mut file).ok().flatten().ok_or(NotAVideo)?;
    let has = |kind: &[u8; 4]| {
        let mut places = movie.windows(12).enumerate();
        // hdlr box: type, version and flags, then the kind of track after four bytes.
        places.any(|(place, bytes)| {
            bytes.starts_with(b"hdlr") && movie.get(place + 12..place + 16) == Some(kind)
        })
    };
    if !has(b"vide") {
        return Err(NotAVideo);
    }
    Ok(Seen {
        seconds: movie_seconds(&movie),
        sound: has(b"soun"),
        upright: false,
    })
}

/// The contents of the `moov` box, wherever it stands.
fn movie_header(file: &mut File) -> io::Result<Option<Vec<u8>>> {
    let length = file.metadata()?.len();
    let mut place = 0;
    while place + 8 <= length {
        file.seek(SeekFrom::Start(place))?;
        let mut head = [0_u8; 16];
        file.read_exact(&mut head[..8])?;
        let mut body = 8;
        let mut size = u64::from(be32(&head[..4]));
        if size == 1 {
            file.read_exact(&mut head[8..])?;
            size = u64::from(be32(&head[8..12])) << 32 | u64::from(be32(&head[12..]));
            body = 16;
        } else if size == 0 {
            size = length - place;
        }
        if size < body || place + size > length {
            return Ok(None);
        }
        if &head[4..8] == b"moov" {
            let mut movie = vec![0; usize::try_from((size - body).min(MOVIE_HEADER)).unwrap_or(0)];
            file.read_exact(&mut movie)?;
            return Ok(Some(movie));
        }
        place += size;
    }
    Ok(None)
}

fn be32(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .take(4)
        .fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// The length that the `mvhd` box states.
fn movie_seconds(movie: &[u8]) -> Option<f64> {
    let place = movie.windows(4).position(|bytes| bytes == b"mvhd")? + 4;
    let header = movie.get(place..place + 32)?;
    let (scale, length) = if header[0] == 1 {
        let high = u64::from(be32(&header[24..28]));
        (
            be32(&header[20..24]),
            high << 32 | u64::from(be32(&header[28..32])),
        )
    } else {
        (be32(&header[12..16]), u64::from(be32(&header[16..20])))
    };
    (scale > 0 && length > 0).then(|| length as f64 / f64::from(scale))
}

/// The length that a Matroska segment states: element 0x4489, a float, in units of the timestamp
/// scale (0x2AD7B1, in nanoseconds, a million where absent).
fn matroska_seconds(bytes: &[u8]) -> Option<f64> {
    let scale = bytes
        .windows(4)
        .position(|id| id == [0x2A, 0xD7, 0xB1, 0x83])
        .and_then(|place| bytes.get(place + 4..place + 7))
        .map_or(1_000_000.0, |scale| {
            f64::from(u32::from(scale[0]) << 16 | u32::from(scale[1]) << 8 | u32::from(scale[2]))
        });
    let place = bytes.windows(2).position(|id| id == [0x44, 0x89])? + 2;
    let units = match *bytes.get(place)? {
        0x84 => f64::from(f32::from_be_bytes(
            bytes.get(place + 1..place + 5)?.try_into().ok()?,
        )),
        0x88 => f64::from_be_bytes(bytes.get(place + 1..place + 9)?.try_into().ok()?),
        _ => return None,
    };
    let seconds = units * scale / 1e9;
    (seconds.is_finite() && seconds > 0.0).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn the_carried_reel_is_read() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(include_bytes!("../../assets/reel.mp4"))
            .unwrap();
        let seen = look(file.path()).unwrap();
        assert!((seen.seconds.unwrap() - 6.0).abs() < 0.1);
        assert!(seen.sound);
    }

    #[test]
    fn a_picture_and_a_text_are_refused() {
        let picture = include_bytes!("../../assets/badge.png").as_slice();
        for bytes in [picture, b"just some words, and more of them", b""] {
            let mut file = tempfile::NamedTempFile::new().unwrap();
            file.write_all(bytes).unwrap();
            assert_eq!(look(file.path()), Err(NotAVideo));
        }
    }
}
