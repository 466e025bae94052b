//! ASF (Windows Media): the objects of the header.

use std::io::{Read, Seek};

use crate::source::Source;
use crate::{Container, Picture, Probe, ProbeError, codec};

const FILE_PROPERTIES: [u8; 16] = [
    0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65,
];
const STREAM_PROPERTIES: [u8; 16] = [
    0x91, 0x07, 0xDC, 0xB7, 0xB7, 0xA9, 0xCF, 0x11, 0x8E, 0xE6, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65,
];
const VIDEO: [u8; 16] = [
    0xC0, 0xEF, 0x19, 0xBC, 0x4D, 0x5B, 0xCF, 0x11, 0xA8, 0xFD, 0x00, 0x80, 0x5F, 0x5C, 0x44, 0x2B,
];
const SOUND: [u8; 16] = [
    0x40, 0x9E, 0x69, 0xF8, 0x4D, 0x5B, 0xCF, 0x11, 0xA8, 0xFD, 0x00, 0x80, 0x5F, 0x5C, 0x44, 0x2B,
];

/// Id and length of an object.
const OBJECT_HEADER: u64 = 24;
/// The header object's own fields: a count and two reserved bytes.
const HEADER_FIELDS: u64 = 6;

/// Reads the facts of an ASF file.
///
/// # Errors
/// [`ProbeError::CutOff`] where the header is not whole.
pub(crate) fn probe<R: Read + Seek>(source: &mut Source<R>) -> Result<Probe, ProbeError> {
    let mut probe = Probe {
        container: Container::Asf,
        duration_seconds: None,
        picture: None,
        audio_codec: None,
        cut_off: false,
    };
    let end = length(source, 0)?;
    if end > source.size() {
        return Err(ProbeError::CutOff);
    }
    let mut at = OBJECT_HEADER + HEADER_FIELDS;
    while end.saturating_sub(at) >= OBJECT_HEADER {
        let next = at
            .checked_add(length(source, at)?)
            .filter(|next| *next <= end);
        let next = next.ok_or(ProbeError::Broken("asf"))?;
        let body = at + OBJECT_HEADER;
        match source.bytes::<16>(at)? {
            FILE_PROPERTIES => file_properties(source, body, &mut probe)?,
            STREAM_PROPERTIES => stream_properties(source, body, &mut probe)?,
            _ => {}
        }
        at = next;
    }
    Ok(probe)
}

/// The length of the object at `at`, its header included.
fn length<R: Read + Seek>(source: &mut Source<R>, at: u64) -> Result<u64, ProbeError> {
    let length = u64::from_le_bytes(source.bytes(at + 16)?);
    if length < OBJECT_HEADER {
        Err(ProbeError::Broken("asf"))
    } else {
        Ok(length)
    }
}

fn file_properties<R: Read + Seek>(
    source: &mut Source<R>,
    body: u64,
    probe: &mut Probe,
) -> Result<(), ProbeError> {
    let mut field = |offset: u64| source.bytes(body + offset).map(u64::from_le_bytes);
    let file_size = field(16)?;
    let play = field(40)? as f64 / 1e7;
    let preroll = field(56)? as f64 / 1e3;
    let is_broadcast = field(64)? & 1 == 1;
    if !is_broadcast {
        // The play time has the time of buffering before it in it.
        probe.duration_seconds = Some(play - preroll);
        probe.cut_off = file_size > source.size();
    }
    Ok(())
}

fn stream_properties<R: Read + Seek>(
    source: &mut Source<R>,
    body: u64,
    probe: &mut Probe,
) -> Result<(), ProbeError> {
    // Two ids, a time, two lengths, flags and a reserved field; then what depends on the kind.
    let specific = body + 54;
    match source.bytes::<16>(body)? {
        VIDEO if probe.picture.is_none() => {
            let width = source.u32_le(specific)?;
            let height = source.u32_le(specific + 4)?;
            // After the sides: a reserved byte, a length, and a BITMAPINFOHEADER.
            let code = source.bytes(specific + 11 + 16)?;
            let codec = codec::of_four_characters(code);
            probe.picture = Some(Picture::turned(width, height, 0, codec));
        }
        SOUND if probe.audio_codec.is_none() => {
            let tag = u16::from_le_bytes(source.bytes(specific)?);
            probe.audio_codec = codec::of_wave_format(tag);
        }
        _ => {}
    }
    Ok(())
}
