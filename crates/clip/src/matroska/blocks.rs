//! A scan over the blocks of a segment that states no length.

use std::io::{Read, Seek};

use super::CLUSTER;
use super::ebml::{self, Element};
use super::tracks::Tracks;
use crate::ProbeError;
use crate::source::Source;

const TIMESTAMP: u32 = 0xE7;
const SIMPLE_BLOCK: u32 = 0xA3;
const BLOCK_GROUP: u32 = 0xA0;
const BLOCK: u32 = 0xA1;

/// Longest time that the last frame is taken to be shown, where only the gap before it tells.
const LONGEST_LAST_FRAME_SECONDS: f64 = 1.0;

/// Most elements that are passed over. Two hours of small blocks are a third of it.
const MOST_ELEMENTS: u32 = 2_000_000;

/// What a scan found. Times are in ticks.
#[derive(Default)]
pub(super) struct Scan {
    first: Option<i64>,
    last: i64,
    last_of_picture: Option<i64>,
    gap: i64,
    /// Whether the last block or cluster is incomplete.
    pub(super) cut_off: bool,
}

/// Goes from block to block between `start` and `end`, reading their times and nothing of what is
/// in them. Clusters and groups are stepped into, which also does for those of unknown length.
pub(super) fn scan<R: Read + Seek>(
    source: &mut Source<R>,
    start: u64,
    end: u64,
    tracks: &Tracks,
) -> Result<Scan, ProbeError> {
    let mut scan = Scan::default();
    let mut cluster = 0;
    let mut passed = 0;
    let mut at = start;
    while at < end {
        passed += 1;
        if passed > MOST_ELEMENTS {
            return Err(ProbeError::TooScattered);
        }
        let element = match ebml::element(source, at) {
            Ok(element) => element,
            Err(ProbeError::CutOff) => {
                scan.cut_off = true;
                break;
            }
            Err(error) => return Err(error),
        };
        if element.end.is_some_and(|element_end| element_end > end) {
            scan.cut_off = true;
        }
        at = match element.id {
            CLUSTER | BLOCK_GROUP => element.body,
            _ => element.end.ok_or(ProbeError::Broken("cluster"))?,
        };
        if at > end {
            break;
        }
        match element.id {
            TIMESTAMP => cluster = timestamp(source, &element)?,
            SIMPLE_BLOCK | BLOCK => {
                let bytes = source.up_to(element.body, 10)?;
                if let Some((track, relative)) = block(bytes) {
                    let time = cluster.saturating_add(relative);
                    scan.note(time);
                    if track == tracks.picture_number {
                        scan.note_picture(time);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(scan)
}

fn timestamp<R: Read + Seek>(source: &mut Source<R>, element: &Element) -> Result<i64, ProbeError> {
    let end = element.end.ok_or(ProbeError::Broken("cluster"))?;
    let leaf = ebml::Leaf {
        id: element.id,
        body: element.body,
        end,
    };
    i64::try_from(leaf.unsigned(source)?).map_err(|_| ProbeError::Broken("cluster"))
}

/// Track number and time of a block, relative to its cluster.
fn block(bytes: &[u8]) -> Option<(u64, i64)> {
    let (track, taken) = ebml::variable(bytes)?;
    let relative = bytes.get(taken..taken + 2)?.try_into().ok()?;
    Some((track?, i64::from(i16::from_be_bytes(relative))))
}

impl Scan {
    /// Takes note of a block at `time`.
    fn note(&mut self, time: i64) {
        self.first = Some(self.first.map_or(time, |first| first.min(time)));
        self.last = self.last.max(time);
    }

    /// Takes note of a block of the video track at `time`, for the gap between the last two.
    fn note_picture(&mut self, time: i64) {
        if let Some(before) = self.last_of_picture {
            self.gap = time.saturating_sub(before).max(0);
        }
        self.last_of_picture = Some(time);
    }

    /// From the first block's time to the end of the last one. `None` if there is no block.
    pub(super) fn seconds(&self, tracks: &Tracks, seconds_per_tick: f64) -> Option<f64> {
        let ticks = self.last.abs_diff(self.first?.min(self.last));
        // How long the last frame is shown, no block after it tells.
        let stated = tracks
            .frame_nanoseconds
            .map(|nanoseconds| nanoseconds as f64 / 1e9);
        let frame = stated.unwrap_or(self.gap as f64 * seconds_per_tick);
        Some(ticks as f64 * seconds_per_tick + frame.clamp(0.0, LONGEST_LAST_FRAME_SECONDS))
    }
}
