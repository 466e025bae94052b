//! Flash Video: the metadata tag at the start, and the last tag's time.

use std::io::{Read, Seek};

use crate::source::Source;
use crate::{Container, Picture, Probe, ProbeError};

const SOUND: u8 = 8;
const VIDEO: u8 = 9;
const SCRIPT: u8 = 18;

/// Tags that are looked at from the start: the metadata, and the first of video and sound.
const TAGS_LOOKED_AT: usize = 64;
/// As much of the metadata as is looked at.
const METADATA_BYTES: usize = 64 * 1024;
/// Bytes of a tag's header: kind, length, time, stream.
const TAG_HEADER: u64 = 11;

struct Tag {
    kind: u8,
    length: u64,
    seconds: f64,
}

/// Reads the facts of a Flash video.
///
/// # Errors
/// [`ProbeError::CutOff`] where it ends in its header.
pub(crate) fn probe<R: Read + Seek>(source: &mut Source<R>) -> Result<Probe, ProbeError> {
    let mut probe = Probe {
        container: Container::Flv,
        duration_seconds: None,
        picture: None,
        audio_codec: None,
        cut_off: false,
    };
    let mut sides = (0, 0);
    let mut codec = None;
    // Each tag follows the four bytes of the length of the one before.
    let mut at = u64::from(source.u32(5)?) + 4;
    for _ in 0..TAGS_LOOKED_AT {
        if at + TAG_HEADER >= source.size() {
            break;
        }
        let tag = tag(source, at)?;
        let body = at + TAG_HEADER;
        if body + tag.length > source.size() {
            probe.cut_off = true;
            break;
        }
        match tag.kind {
            SCRIPT => {
                let length = usize::try_from(tag.length).unwrap_or(METADATA_BYTES);
                let metadata = source.slice(body, length.min(METADATA_BYTES))?;
                probe.duration_seconds = number(metadata, b"duration").filter(|s| *s > 0.0);
                let side = |name| number(metadata, name).map_or(0, |side| side as u32);
                sides = (side(b"width"), side(b"height"));
            }
            VIDEO if codec.is_none() && tag.length >= 5 => codec = video_codec(source.bytes(body)?),
            SOUND if probe.audio_codec.is_none() && tag.length > 0 => {
                probe.audio_codec = sound_codec(source.u8(body)?);
            }
            _ => {}
        }
        at = body + tag.length + 4;
    }
    if probe.duration_seconds.is_none() {
        probe.duration_seconds = last_time(source)?;
    }
    probe.picture = codec.map(|name| Picture::turned(sides.0, sides.1, 0, Some(name.to_owned())));
    Ok(probe)
}

fn tag<R: Read + Seek>(source: &mut Source<R>, at: u64) -> Result<Tag, ProbeError> {
    let [kind, a, b, c, t1, t2, t3, t0] = source.bytes::<8>(at)?;
    Ok(Tag {
        // The bits above are flags.
        kind: kind & 0x1F,
        length: u64::from(u32::from_be_bytes([0, a, b, c])),
        seconds: f64::from(u32::from_be_bytes([t0, t1, t2, t3])) / 1e3,
    })
}

/// The time of the last tag, which the file's last four bytes lead back to.
fn last_time<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<f64>, ProbeError> {
    let Some(end) = source.size().checked_sub(4) else {
        return Ok(None);
    };
    let length = u64::from(source.u32(end)?);
    let Some(at) = end.checked_sub(length).filter(|_| length > TAG_HEADER) else {
        return Ok(None);
    };
    let tag = tag(source, at)?;
    let is_whole = matches!(tag.kind, SOUND | VIDEO) && tag.length + TAG_HEADER == length;
    Ok(is_whole.then_some(tag.seconds))
}

/// The number called `name` in AMF0 metadata: its name, after a two-byte length, then the marker
/// of a number and eight bytes.
fn number(metadata: &[u8], name: &[u8]) -> Option<f64> {
    let mut pattern = u16::try_from(name.len()).ok()?.to_be_bytes().to_vec();
    pattern.extend_from_slice(name);
    pattern.push(0);
    let at = metadata
        .windows(pattern.len())
        .position(|window| window == pattern)?;
    let value = metadata.get(at + pattern.len()..)?.get(..8)?;
    value.try_into().ok().map(f64::from_be_bytes)
}

fn video_codec([head, code @ ..]: [u8; 5]) -> Option<&'static str> {
    if head & 0x80 != 0 {
        // Enhanced RTMP: the code stands in four characters.
        return match &code {
            b"hvc1" => Some("hevc"),
            b"av01" => Some("av1"),
            b"vp09" => Some("vp9"),
            b"avc1" => Some("h264"),
            _ => Some("flv"),
        };
    }
    match head & 0x0F {
        2 => Some("h263"),
        4 | 5 => Some("vp6"),
        7 => Some("h264"),
        12 => Some("hevc"),
        _ => Some("flv"),
    }
}

fn sound_codec(head: u8) -> Option<String> {
    let name = match head >> 4 {
        0 | 3 => "pcm",
        2 | 14 => "mp3",
        10 => "aac",
        11 => "speex",
        _ => return None,
    };
    Some(name.to_owned())
}
