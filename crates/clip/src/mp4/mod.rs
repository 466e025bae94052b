//! MP4, QuickTime and their kin: a walk over the top-level boxes.

mod boxes;
mod fragments;
mod matrix;
mod movie;
mod sample_entry;
mod track;

use std::io::{Read, Seek};

use self::fragments::Fragments;
use self::movie::Movie;
use self::track::{Kind, Track};
use crate::source::Source;
use crate::{Container, Probe, ProbeError};

/// By how much the fragments may end before what is announced. More means that some are missing.
const MISSING_FRAGMENT_SECONDS: f64 = 1.0;

/// What the walk over the top level found.
#[derive(Default)]
struct TopLevel {
    movie: Option<Movie>,
    fragments: Fragments,
    has_media: bool,
    cut_off: bool,
}

/// Reads the facts of a file of the MP4 family.
///
/// # Errors
/// [`ProbeError::CutOff`] where the movie box is not there, [`ProbeError::Broken`] where it
/// contradicts itself.
pub(crate) fn probe<R: Read + Seek>(
    source: &mut Source<R>,
    container: Container,
) -> Result<Probe, ProbeError> {
    let TopLevel {
        movie,
        fragments,
        has_media,
        cut_off,
    } = walk(source)?;
    let movie = movie.ok_or(ProbeError::CutOff)?;
    let length = length(source, &movie, &fragments)?;
    let only_announced = movie.is_fragmented && !has_media;
    let picture = movie
        .tracks
        .iter()
        .filter(|track| track.is_picture())
        .max_by_key(|track| {
            // An enabled one before others, then the lowest id.
            (track.is_enabled, std::cmp::Reverse(track.id))
        });
    let sound = movie.tracks.iter().find(|track| track.kind == Kind::Sound);
    Ok(Probe {
        container,
        duration_seconds: length.seconds,
        picture: picture.map(|track| track.picture(movie.rotation)),
        audio_codec: sound.and_then(|track| track.codec.clone()),
        cut_off: cut_off
            || only_announced
            || length.misses_fragments
            || movie
                .tracks
                .iter()
                .any(|track| track.lies_past(source.size())),
    })
}

/// Goes from box to box, by their headers. Reads the movie box where it meets it.
fn walk<R: Read + Seek>(source: &mut Source<R>) -> Result<TopLevel, ProbeError> {
    let size = source.size();
    let mut found = TopLevel::default();
    let mut at = 0;
    while at < size {
        if size - at < 8 {
            found.cut_off |= found.movie.is_none();
            break;
        }
        if found.movie.is_some() && source.is_half_spent() {
            // Thousands of boxes. What is known so far must do.
            found.fragments.lose_count();
            break;
        }
        let header = match boxes::header(source, at, size) {
            Ok(Some(header)) if header.end <= size || is_top_level(header.kind) => header,
            // Bytes that cameras and uploaders append are no part of the clip.
            Ok(_) | Err(ProbeError::CutOff) if found.movie.is_some() && found.has_media => break,
            Ok(Some(_)) | Err(ProbeError::CutOff) => return Err(ProbeError::CutOff),
            Ok(None) => return Err(ProbeError::Broken("mp4")),
            Err(error) => return Err(error),
        };
        if header.end > size {
            found.cut_off = true;
            found.has_media |= &header.kind == b"mdat";
            break;
        }
        match &header.kind {
            b"moov" if found.movie.is_none() => found.movie = Some(movie::read(source, &header)?),
            b"moof" => found.fragments.note(header),
            b"sidx" => found.fragments.index(source, &header)?,
            b"mdat" => found.has_media = true,
            _ => {}
        }
        at = header.end;
    }
    Ok(found)
}

/// Whether a box of this kind may stand at the top level: others past the end of the file are
/// noise rather than a part that is missing.
fn is_top_level(kind: [u8; 4]) -> bool {
    const KINDS: &[&[u8; 4]] = &[
        b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"free", b"skip", b"wide", b"sidx", b"ssix",
        b"styp", b"udta", b"meta", b"uuid", b"emsg", b"pdin", b"prft", b"pnot", b"PICT",
    ];
    KINDS.contains(&&kind)
}

/// How long the file plays.
struct Length {
    seconds: Option<f64>,
    misses_fragments: bool,
}

/// The length by the movie box, and by the fragments where there are any. A file may have both: a
/// first part in the movie box and fragments that go on from there.
fn length<R: Read + Seek>(
    source: &mut Source<R>,
    movie: &Movie,
    fragments: &Fragments,
) -> Result<Length, ProbeError> {
    let stated = movie.seconds();
    if !movie.is_fragmented && fragments.is_empty() {
        return Ok(Length {
            seconds: stated,
            misses_fragments: false,
        });
    }
    let seen = fragments.end_seconds(source, movie)?;
    let announced = longest(movie.announced_seconds, fragments.indexed_seconds());
    let seconds = match seen {
        Some(_) => longest(stated, seen),
        // The movie box may speak of the first part alone.
        None if !fragments.is_empty() => announced,
        None => longest(stated, announced),
    };
    let misses_fragments = seen
        .zip(longest(stated, announced))
        .is_some_and(|(seen, told)| told - seen > MISSING_FRAGMENT_SECONDS);
    Ok(Length {
        seconds,
        misses_fragments,
    })
}

/// The longer of two lengths that may not be told. Zero is how "not told" is often written.
fn longest(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    [a, b]
        .into_iter()
        .flatten()
        .filter(|s| *s > 0.0)
        .reduce(f64::max)
}

impl Track {
    /// Whether this is the video, and not a cover or the pictures of chapters.
    fn is_picture(&self) -> bool {
        let is_still = matches!(self.codec.as_deref(), Some("mjpeg" | "png"));
        self.kind == Kind::Picture && (self.is_enabled || !is_still)
    }
}
