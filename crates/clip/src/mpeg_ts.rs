//! MPEG transport streams: the time of the first and of the last picture.

use std::io::{Read, Seek};

use crate::codec::{TransportKind, of_transport_stream};
use crate::source::Source;
use crate::{Container, Picture, Probe, ProbeError};

const SYNC: u8 = 0x47;
const PACKET: usize = 188;
/// As much as is looked at, at either end: several pictures of any stream that can be sent.
const LOOKED_AT: usize = 192 * 1024;
/// Ticks a second of presentation times, which wrap after 33 bits.
const CLOCK: f64 = 90_000.0;
const WRAP: u64 = 1 << 33;

/// What the tables and the first pictures say.
#[derive(Default)]
struct Stream {
    map: Option<u16>,
    picture: Option<(u16, &'static str)>,
    audio_codec: Option<&'static str>,
    first: Option<u64>,
    last: Option<u64>,
}

/// One packet's part that matters.
struct Packet<'a> {
    id: u16,
    starts: bool,
    payload: &'a [u8],
}

/// Reads the facts of a transport stream.
///
/// # Errors
/// [`ProbeError::Read`] where the file can't be read.
pub(crate) fn probe<R: Read + Seek>(source: &mut Source<R>) -> Result<Probe, ProbeError> {
    let size = source.size();
    let mut stream = Stream::default();
    let head = source.up_to(0, LOOKED_AT)?;
    // A .m2ts has four bytes of time before each packet.
    let (lead, stride) = if head.first() == Some(&SYNC) {
        (0, PACKET)
    } else {
        (4, PACKET + 4)
    };
    stream.read(head, lead, stride);
    // The tail, from a place where a packet begins.
    let tail_from = size.saturating_sub(LOOKED_AT as u64);
    let tail_from = tail_from - tail_from % stride as u64;
    stream.read(source.up_to(tail_from, LOOKED_AT)?, lead, stride);
    let ticks = stream.first.zip(stream.last).map(|(first, last)| {
        // Wrapped round once at most: that takes 26 hours.
        if last >= first {
            last - first
        } else {
            last + WRAP - first
        }
    });
    Ok(Probe {
        container: Container::MpegTs,
        duration_seconds: ticks.map(|ticks| ticks as f64 / CLOCK),
        picture: stream.picture.map(|(_, name)| Picture {
            codec: Some(name.to_owned()),
            ..Picture::default()
        }),
        audio_codec: stream.audio_codec.map(str::to_owned),
        cut_off: false,
    })
}

impl Stream {
    /// Reads the packets in `bytes`, the first of which begins after `lead` bytes.
    fn read(&mut self, bytes: &[u8], lead: usize, stride: usize) {
        for chunk in bytes.chunks_exact(stride) {
            let Some(packet) = chunk.get(lead..).and_then(Packet::parse) else {
                continue;
            };
            if !packet.starts {
                continue;
            }
            if packet.id == 0 {
                self.map = self.map.or_else(|| map_packet_id(packet.payload));
            } else if Some(packet.id) == self.map {
                self.read_map(packet.payload);
            } else if self.picture.is_some_and(|(id, _)| id == packet.id)
                && let Some(time) = presentation_time(packet.payload)
            {
                self.note(time);
            }
        }
    }

    /// Pictures are stored out of order: keeps the earliest and the latest time.
    fn note(&mut self, time: u64) {
        // Half the range tells earlier from later across the wrap.
        let is_before = |a: u64, b: u64| b.wrapping_sub(a) % WRAP < WRAP / 2;
        if self.first.is_none_or(|first| is_before(time, first)) {
            self.first = Some(time);
        }
        if self.last.is_none_or(|last| is_before(last, time)) {
            self.last = Some(time);
        }
    }

    /// Reads a program map table: the streams and their types.
    fn read_map(&mut self, payload: &[u8]) {
        let Some(section) = section(payload) else {
            return;
        };
        let described = section.get(10..12).map_or(0, |b| usize::from(low_12(b)));
        let mut rest = section.get(12 + described..).unwrap_or_default();
        // Five bytes for each stream, its descriptors, and a checksum at the end.
        while let [
            stream_type,
            id_high,
            id_low,
            length_high,
            length_low,
            after @ ..,
        ] = rest
            && after.len() >= 4
        {
            match of_transport_stream(*stream_type) {
                Some((TransportKind::Video, name)) if self.picture.is_none() => {
                    self.picture = Some((low_13(&[*id_high, *id_low]), name));
                }
                Some((TransportKind::Sound, name)) if self.audio_codec.is_none() => {
                    self.audio_codec = Some(name);
                }
                _ => {}
            }
            let length = usize::from(low_12(&[*length_high, *length_low]));
            rest = after.get(length..).unwrap_or_default();
        }
    }
}

impl<'a> Packet<'a> {
    fn parse(bytes: &'a [u8]) -> Option<Self> {
        let [SYNC, flags, id_low, control, rest @ ..] = bytes else {
            return None;
        };
        let payload = match control & 0x30 {
            0x10 => rest,
            // An adaptation field of so many bytes comes first.
            0x30 => rest.get(1 + usize::from(*rest.first()?)..)?,
            _ => return None,
        };
        Some(Self {
            id: low_13(&[*flags, *id_low]),
            starts: flags & 0x40 != 0,
            payload,
        })
    }
}

/// The section that starts in a payload, after the pointer to it and up to its length.
fn section(payload: &[u8]) -> Option<&[u8]> {
    let section = payload.get(1 + usize::from(*payload.first()?)..)?;
    let length = usize::from(low_12(section.get(1..3)?));
    section.get(..(3 + length).min(section.len()))
}

/// The packet id of the first program's map, in a program association table.
fn map_packet_id(payload: &[u8]) -> Option<u16> {
    let programs = section(payload)?.get(8..)?;
    // Program 0 is the network's own.
    programs
        .chunks_exact(4)
        .find(|p| p[..2] != [0, 0])
        .map(|p| low_13(&p[2..]))
}

/// The presentation time in the header of a packetised elementary stream.
fn presentation_time(payload: &[u8]) -> Option<u64> {
    let [0, 0, 1, _, _, _, _, flags, _, a, b, c, d, e, ..] = *payload else {
        return None;
    };
    let [a, b, c, d, e] = [a, b, c, d, e].map(u64::from);
    // 3, 15 and 15 bits, each followed by a marker bit.
    let time = ((a >> 1) & 0x7) << 30 | b << 22 | (c >> 1) << 15 | d << 7 | e >> 1;
    (flags & 0x80 != 0).then_some(time)
}

fn low_13(bytes: &[u8]) -> u16 {
    low(bytes, 0x1FFF)
}

fn low_12(bytes: &[u8]) -> u16 {
    low(bytes, 0x0FFF)
}

fn low(bytes: &[u8], mask: u16) -> u16 {
    match bytes {
        [high, low, ..] => u16::from_be_bytes([*high, *low]) & mask,
        _ => 0,
    }
}
