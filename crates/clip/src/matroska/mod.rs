//! Matroska and WebM (RFC 9559): info and tracks, wherever the segment keeps them.

mod blocks;
pub(crate) mod ebml;
mod tracks;

use std::io::{Read, Seek};

use self::ebml::{Element, Leaf};
use self::tracks::Tracks;
use crate::source::Source;
use crate::{Container, Probe, ProbeError};

const SEGMENT: u32 = 0x1853_8067;
const SEEK_HEAD: u32 = 0x114D_9B74;
const SEEK: u32 = 0x4DBB;
const SEEK_ID: u32 = 0x53AB;
const SEEK_POSITION: u32 = 0x53AC;
const INFO: u32 = 0x1549_A966;
const TIMESTAMP_SCALE: u32 = 0x2A_D7B1;
const DURATION: u32 = 0x4489;
const TRACKS: u32 = 0x1654_AE6B;
const CLUSTER: u32 = 0x1F43_B675;

/// Nanoseconds in a tick, where a file does not say.
const USUAL_SCALE: u64 = 1_000_000;

/// What the segment says of itself.
#[derive(Default)]
struct Segment {
    info: Option<Info>,
    tracks: Option<Tracks>,
    /// Places that the seek head gives for what was not met yet.
    elsewhere: Vec<u64>,
    first_cluster: Option<u64>,
    cut_off: bool,
}

/// Length and clock of a segment.
struct Info {
    nanoseconds_per_tick: u64,
    ticks: Option<f64>,
}

/// Reads the facts of a Matroska or WebM file. One that states no length is scanned, unless it is
/// too large to be sent anyway.
///
/// # Errors
/// [`ProbeError::CutOff`] where info or tracks are not there, [`ProbeError::Broken`] where they
/// contradict themselves.
pub(crate) fn probe<R: Read + Seek>(
    source: &mut Source<R>,
    container: Container,
) -> Result<Probe, ProbeError> {
    let body = find_segment(source)?;
    let size = source.size();
    let mut segment = Segment {
        cut_off: body.end.is_some_and(|end| end > size),
        ..Segment::default()
    };
    let end = body.end.map_or(size, |end| end.min(size));
    look_for_headers(source, &mut segment, body.body, end)?;
    // With its end the file may have lost what the seek head points at.
    let tracks = segment.tracks.ok_or(ProbeError::CutOff)?;
    let info = segment.info.unwrap_or(Info {
        nanoseconds_per_tick: USUAL_SCALE,
        ticks: None,
    });
    let per_tick = info.nanoseconds_per_tick as f64 / 1e9;
    let mut duration_seconds = info
        .ticks
        .filter(|t| *t > 0.0)
        .map(|ticks| ticks * per_tick);
    if let (None, Some(first)) = (duration_seconds, segment.first_cluster) {
        source.allow_scan();
        match blocks::scan(source, first, end, &tracks) {
            Ok(scan) => {
                duration_seconds = scan.seconds(&tracks, per_tick);
                segment.cut_off |= scan.cut_off;
            }
            // Too large to be sent and so not scanned, or of senseless shape: other facts stand.
            Err(ProbeError::TooScattered) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Probe {
        container,
        duration_seconds,
        picture: tracks.picture,
        audio_codec: tracks.audio_codec,
        cut_off: segment.cut_off,
    })
}

/// The segment, which follows the EBML header, perhaps after some padding.
fn find_segment<R: Read + Seek>(source: &mut Source<R>) -> Result<Element, ProbeError> {
    let mut at = 0;
    loop {
        let element = ebml::element(source, at)?;
        if element.id == SEGMENT {
            return Ok(element);
        }
        at = element.end.ok_or(ProbeError::Broken("ebml"))?;
    }
}

/// Looks for info and tracks: in order up to the first cluster, then where the seek head says.
fn look_for_headers<R: Read + Seek>(
    source: &mut Source<R>,
    segment: &mut Segment,
    start: u64,
    end: u64,
) -> Result<(), ProbeError> {
    let mut at = start;
    while at < end {
        let element = match ebml::element(source, at) {
            Ok(element) => element,
            Err(ProbeError::CutOff) => {
                segment.cut_off = true;
                break;
            }
            Err(error) => return Err(error),
        };
        if element.id == CLUSTER {
            segment.first_cluster = Some(at);
            break;
        }
        let element_end = element.end.ok_or(ProbeError::Broken("segment"))?;
        if element_end > end {
            segment.cut_off = true;
            break;
        }
        let leaf = Leaf {
            id: element.id,
            body: element.body,
            end: element_end,
        };
        take(source, segment, &leaf, start)?;
        at = element_end;
    }
    for place in std::mem::take(&mut segment.elsewhere) {
        if (segment.info.is_some() && segment.tracks.is_some()) || place >= end {
            continue;
        }
        let element = ebml::element(source, place)?;
        if let Some(element_end) = element.end.filter(|e| *e <= end) {
            let leaf = Leaf {
                id: element.id,
                body: element.body,
                end: element_end,
            };
            take(source, segment, &leaf, start)?;
        }
    }
    Ok(())
}

/// Reads one child of the segment, if it is one that matters.
fn take<R: Read + Seek>(
    source: &mut Source<R>,
    segment: &mut Segment,
    leaf: &Leaf,
    start: u64,
) -> Result<(), ProbeError> {
    match leaf.id {
        INFO if segment.info.is_none() => segment.info = Some(info(source, leaf)?),
        TRACKS if segment.tracks.is_none() => segment.tracks = Some(tracks::read(source, leaf)?),
        SEEK_HEAD if segment.elsewhere.is_empty() => {
            segment.elsewhere = seek_head(source, leaf, start)?;
        }
        _ => {}
    }
    Ok(())
}

fn info<R: Read + Seek>(source: &mut Source<R>, leaf: &Leaf) -> Result<Info, ProbeError> {
    let mut info = Info {
        nanoseconds_per_tick: USUAL_SCALE,
        ticks: None,
    };
    let mut at = leaf.body;
    while let Some(child) = ebml::child(source, leaf.end, &mut at)? {
        match child.id {
            TIMESTAMP_SCALE => info.nanoseconds_per_tick = child.unsigned(source)?,
            DURATION => info.ticks = Some(child.float(source)?),
            _ => {}
        }
    }
    Ok(info)
}

/// Where the seek head says that info and tracks are.
fn seek_head<R: Read + Seek>(
    source: &mut Source<R>,
    leaf: &Leaf,
    start: u64,
) -> Result<Vec<u64>, ProbeError> {
    let mut places = Vec::new();
    let mut at = leaf.body;
    while let Some(seek) = ebml::child(source, leaf.end, &mut at)? {
        if seek.id != SEEK {
            continue;
        }
        let (mut target, mut position) = (0, None);
        let mut at = seek.body;
        while let Some(child) = ebml::child(source, seek.end, &mut at)? {
            match child.id {
                SEEK_ID => target = child.unsigned(source)?,
                SEEK_POSITION => position = start.checked_add(child.unsigned(source)?),
                _ => {}
            }
        }
        if target == u64::from(INFO) || target == u64::from(TRACKS) {
            places.extend(position.filter(|_| places.len() < 4));
        }
    }
    Ok(places)
}
