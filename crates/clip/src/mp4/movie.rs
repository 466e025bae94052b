//! The movie box: what the file says of itself as a whole, and of each track.

use std::io::{Read, Seek};

use super::boxes::{self, Header};
use super::track::{self, Track};
use super::{longest, matrix};
use crate::ProbeError;
use crate::source::Source;

/// More tracks than this are nobody's clip.
const MOST_TRACKS: usize = 256;

/// What a movie box says.
#[derive(Default)]
pub(super) struct Movie {
    /// Length in ticks and ticks per second, as the movie header has them.
    duration: Option<f64>,
    /// Clockwise turn of the whole movie.
    pub(super) rotation: u16,
    /// In the file's order.
    pub(super) tracks: Vec<Track>,
    /// Whether fragments are to follow.
    pub(super) is_fragmented: bool,
    /// Length that the fragments will have added up to.
    pub(super) announced_seconds: Option<f64>,
    /// Ticks of a sample whose fragment does not say, by track id.
    pub(super) default_ticks: Vec<(u32, u32)>,
    timescale: u32,
}

impl Movie {
    /// Length by the movie header, else by its longest track.
    pub(super) fn seconds(&self) -> Option<f64> {
        let of_tracks = || {
            self.tracks
                .iter()
                .fold(None, |most, track| longest(most, track.seconds))
        };
        self.duration.filter(|s| *s > 0.0).or_else(of_tracks)
    }
}

/// Reads the movie box at `header`. Sample tables are stepped over, not read.
pub(super) fn read<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
) -> Result<Movie, ProbeError> {
    let mut movie = Movie::default();
    let mut extends = None;
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        match &child.kind {
            b"mvhd" => movie_header(source, &child, &mut movie)?,
            b"trak" if movie.tracks.len() < MOST_TRACKS => {
                movie.tracks.push(track::read(source, &child)?);
            }
            b"mvex" => extends = Some(child),
            // Compressed with zlib, by QuickTime 3 to 6. Nothing writes it any more.
            b"cmov" => return Err(ProbeError::Broken("cmov")),
            _ => {}
        }
    }
    if movie.tracks.is_empty() {
        return Err(ProbeError::Broken("moov"));
    }
    if let Some(extends) = extends {
        movie.is_fragmented = true;
        movie_extends(source, &extends, &mut movie)?;
    }
    Ok(movie)
}

fn movie_header<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    movie: &mut Movie,
) -> Result<(), ProbeError> {
    let version = boxes::version(source, header)?;
    // Version and flags, then two dates of the version's width.
    let clock = header.body + if version == 1 { 20 } else { 12 };
    movie.timescale = source.u32(clock)?;
    movie.duration = boxes::time(source, version, clock + 4)?
        .and_then(|ticks| boxes::seconds(ticks, movie.timescale));
    // The length, then rate, volume and ten reserved bytes.
    let matrix = clock + 4 + if version == 1 { 8 } else { 4 } + 16;
    movie.rotation = matrix::rotation(source, matrix)?;
    Ok(())
}

fn movie_extends<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    movie: &mut Movie,
) -> Result<(), ProbeError> {
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        match &child.kind {
            b"mehd" => {
                let version = boxes::version(source, &child)?;
                movie.announced_seconds = boxes::time(source, version, child.body + 4)?
                    .and_then(|ticks| boxes::seconds(ticks, movie.timescale));
            }
            b"trex" if movie.default_ticks.len() < MOST_TRACKS => {
                let id = source.u32(child.body + 4)?;
                movie.default_ticks.push((id, source.u32(child.body + 12)?));
            }
            _ => {}
        }
    }
    Ok(())
}
