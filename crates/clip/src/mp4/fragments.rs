//! Fragments: how long they play, by the last few of them.

use std::collections::VecDeque;
use std::io::{Read, Seek};

use super::boxes::{self, Header};
use super::longest;
use super::movie::Movie;
use crate::ProbeError;
use crate::source::Source;

/// How many of the last fragments are kept in mind. Fragments that don't say when they begin can
/// only be added up, from the first: files with more of those have no length.
const KEPT: usize = 4096;
/// How many of the last fragments are read where they say when they begin: enough to meet every
/// track, where tracks take turns.
const READ: usize = 8;

const HAS_BASE_OFFSET: u32 = 0x1;
const HAS_DESCRIPTION: u32 = 0x2;
const HAS_DEFAULT_TICKS: u32 = 0x8;
const HAS_DATA_OFFSET: u32 = 0x1;
const HAS_FIRST_FLAGS: u32 = 0x4;
const HAS_TICKS: u32 = 0x100;
/// Size, flags and composition offset of a sample: four bytes each, after its ticks.
const OTHER_FIELDS: [u32; 3] = [0x200, 0x400, 0x800];

/// The fragments met on the way through a file.
#[derive(Default)]
pub(super) struct Fragments {
    last: VecDeque<Header>,
    forgot_some: bool,
    missed_some: bool,
    indexed: Option<f64>,
}

/// One track's part of one fragment.
struct Run {
    track: u32,
    begins: Option<u64>,
    ticks: u64,
}

impl Fragments {
    /// Whether there was none.
    pub(super) fn is_empty(&self) -> bool {
        self.last.is_empty()
    }

    /// Keeps a fragment's place in mind.
    pub(super) fn note(&mut self, header: Header) {
        if self.last.len() == KEPT {
            self.last.pop_front();
            self.forgot_some = true;
        }
        self.last.push_back(header);
    }

    /// There are more of them, which nobody looked for.
    pub(super) fn lose_count(&mut self) {
        self.missed_some = !self.last.is_empty();
    }

    /// Reads a segment index: when its segments begin, and how long each plays.
    pub(super) fn index<R: Read + Seek>(
        &mut self,
        source: &mut Source<R>,
        header: &Header,
    ) -> Result<(), ProbeError> {
        let version = boxes::version(source, header)?;
        let timescale = source.u32(header.body + 8)?;
        let wide = version == 1;
        let mut ticks = boxes::time(source, version, header.body + 12)?.unwrap_or_default();
        let counts = header.body + if wide { 28 } else { 20 };
        let count = source.u32(counts)? & 0xFFFF;
        for n in 0..u64::from(count) {
            // Size of the segment, its ticks, and how it can be entered.
            let entry = counts + 4 + n * 12;
            if entry + 12 > header.end {
                return Err(ProbeError::Broken("sidx"));
            }
            ticks = ticks.saturating_add(u64::from(source.u32(entry + 4)?));
        }
        self.indexed = longest(self.indexed, boxes::seconds(ticks, timescale));
        Ok(())
    }

    /// When the last indexed segment ends.
    pub(super) fn indexed_seconds(&self) -> Option<f64> {
        self.indexed
    }

    /// When the last fragment ends, in seconds. `None` where there is none, or none that tells.
    pub(super) fn end_seconds<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        movie: &Movie,
    ) -> Result<Option<f64>, ProbeError> {
        if self.missed_some {
            return Ok(None);
        }
        let mut end = None;
        for header in self.last.iter().rev().take(READ) {
            for run in runs(source, header, movie)? {
                end = longest(end, run.end(movie));
            }
        }
        if end.is_some() || self.forgot_some {
            return Ok(end);
        }
        self.sum_seconds(source, movie)
    }

    /// The sum of all fragments, for those that don't say when they begin.
    fn sum_seconds<R: Read + Seek>(
        &self,
        source: &mut Source<R>,
        movie: &Movie,
    ) -> Result<Option<f64>, ProbeError> {
        let mut sums = vec![0_u64; movie.tracks.len()];
        for header in &self.last {
            for run in runs(source, header, movie)? {
                let track = movie.tracks.iter().position(|track| track.id == run.track);
                if let Some(sum) = track.and_then(|n| sums.get_mut(n)) {
                    *sum = sum.saturating_add(run.ticks);
                }
            }
        }
        let ends = movie
            .tracks
            .iter()
            .zip(sums)
            .map(|(t, sum)| boxes::seconds(sum, t.timescale));
        Ok(ends.fold(None, longest))
    }
}

impl Run {
    /// When it ends, if it says when it begins.
    fn end(&self, movie: &Movie) -> Option<f64> {
        let track = movie.tracks.iter().find(|track| track.id == self.track)?;
        boxes::seconds(self.begins?.saturating_add(self.ticks), track.timescale)
    }
}

/// The runs of the fragment at `header`, one for each of its tracks.
fn runs<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    movie: &Movie,
) -> Result<Vec<Run>, ProbeError> {
    let mut runs = Vec::new();
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        if &child.kind == b"traf" && runs.len() < movie.tracks.len() {
            runs.push(run(source, &child, movie)?);
        }
    }
    Ok(runs)
}

fn run<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    movie: &Movie,
) -> Result<Run, ProbeError> {
    let mut run = Run {
        track: 0,
        begins: None,
        ticks: 0,
    };
    let mut default_ticks = 0;
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        match &child.kind {
            b"tfhd" => {
                run.track = source.u32(child.body + 4)?;
                let of_track = movie.default_ticks.iter().find(|(id, _)| *id == run.track);
                default_ticks = of_track.map_or(0, |(_, ticks)| *ticks);
                let flags = source.u32(child.body)?;
                if flags & HAS_DEFAULT_TICKS != 0 {
                    let offset = if flags & HAS_BASE_OFFSET != 0 { 8 } else { 0 };
                    let description = if flags & HAS_DESCRIPTION != 0 { 4 } else { 0 };
                    default_ticks = source.u32(child.body + 8 + offset + description)?;
                }
            }
            b"tfdt" => {
                let version = boxes::version(source, &child)?;
                run.begins = boxes::time(source, version, child.body + 4)?;
            }
            b"trun" => {
                let ticks = run_ticks(source, &child, default_ticks)?;
                run.ticks = run.ticks.saturating_add(ticks);
            }
            _ => {}
        }
    }
    Ok(run)
}

/// Ticks of all samples of the `trun` box at `header`.
fn run_ticks<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    default_ticks: u32,
) -> Result<u64, ProbeError> {
    let flags = source.u32(header.body)?;
    let count = u64::from(source.u32(header.body + 4)?);
    if flags & HAS_TICKS == 0 {
        return Ok(count * u64::from(default_ticks));
    }
    let optional = [HAS_DATA_OFFSET, HAS_FIRST_FLAGS]
        .iter()
        .filter(|f| flags & **f != 0)
        .count();
    let first = header.body + 8 + 4 * optional as u64;
    let width = 4 + 4 * OTHER_FIELDS.iter().filter(|f| flags & **f != 0).count() as u64;
    // At most 2^32 samples of 16 bytes: no overflow.
    if first + count * width > header.end {
        return Err(ProbeError::Broken("trun"));
    }
    (0..count).try_fold(0, |sum: u64, n| {
        Ok(sum.saturating_add(u64::from(source.u32(first + n * width)?)))
    })
}
