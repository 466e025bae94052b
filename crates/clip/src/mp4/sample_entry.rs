//! The first sample entry of a track: its codec and, of video, the stored dimensions.

use std::io::{Read, Seek};

use super::boxes::Header;
use crate::source::Source;
use crate::{ProbeError, codec};

/// As much of an entry as is looked at. Codec configuration may be long, what is needed is early.
const LOOKED_AT: u64 = 4096;

/// What a sample entry says.
#[derive(Default)]
pub(super) struct SampleEntry {
    /// Short name of the codec.
    pub(super) codec: Option<String>,
    /// Stored width in pixels; means nothing for sound.
    pub(super) width: u32,
    /// Stored height in pixels; means nothing for sound.
    pub(super) height: u32,
}

/// Reads the first entry of the `stsd` box at `header`.
pub(super) fn read<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
) -> Result<SampleEntry, ProbeError> {
    // Version and count, then the first entry's length and code.
    let start = header.body + 8;
    let room = header.end.saturating_sub(start);
    if room < 8 {
        return Ok(SampleEntry::default());
    }
    let length = u64::from(source.u32(start)?).clamp(8, room).min(LOOKED_AT);
    let entry = source.slice(start, usize::try_from(length).unwrap_or(8))?;
    Ok(SampleEntry {
        codec: codec_of(entry),
        width: u32::from(short(entry, 32)),
        height: u32::from(short(entry, 34)),
    })
}

fn codec_of(entry: &[u8]) -> Option<String> {
    let code: [u8; 4] = entry.get(4..8)?.try_into().ok()?;
    match &code {
        // Encrypted: the code of what is inside stands in a box of its own.
        b"encv" | b"enca" => after(entry, b"frma")
            .and_then(|code| code.get(..4)?.try_into().ok())
            .and_then(codec::of_four_characters),
        b"mp4v" | b"mp4a" => after(entry, b"esds")
            .and_then(object_type)
            .and_then(codec::of_object_type)
            .map(str::to_owned)
            .or_else(|| codec::of_four_characters(code)),
        _ => codec::of_four_characters(code),
    }
}

/// The MPEG-4 object type in an `esds` body: the first byte of the decoder configuration, inside
/// of the elementary stream descriptor (ISO/IEC 14496-1).
fn object_type(body: &[u8]) -> Option<u8> {
    let descriptor = descriptor(body.get(4..)?, 3)?;
    let flags = *descriptor.get(2)?;
    let mut skip = 3;
    if flags & 0x80 != 0 {
        skip += 2;
    }
    if flags & 0x40 != 0 {
        skip += 1 + usize::from(*descriptor.get(skip)?);
    }
    if flags & 0x20 != 0 {
        skip += 2;
    }
    self::descriptor(descriptor.get(skip..)?, 4)?
        .first()
        .copied()
}

/// What follows the tag `tag` and its length, which has up to four bytes of seven bits.
fn descriptor(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let rest = bytes.strip_prefix(&[tag])?;
    let length_bytes = rest.iter().take(4).take_while(|b| **b & 0x80 != 0).count() + 1;
    rest.get(length_bytes.min(4)..)
}

/// What follows the first `name` in `bytes`.
fn after<'a>(bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
    let at = bytes.windows(4).position(|window| window == name)?;
    bytes.get(at + 4..)
}

fn short(bytes: &[u8], at: usize) -> u16 {
    let pair = bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok());
    pair.map_or(0, u16::from_be_bytes)
}
