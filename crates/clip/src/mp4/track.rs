//! One track of a movie box.

use std::io::{Read, Seek};

use super::boxes::{self, Header};
use super::{matrix, sample_entry};
use crate::source::Source;
use crate::{Picture, ProbeError};

/// What a track carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Video.
    Picture,
    /// Sound.
    Sound,
    /// Anything else: text, time codes, hints.
    #[default]
    Other,
}

/// What a track box says.
#[derive(Default)]
pub(super) struct Track {
    /// Unique in the file; fragments name it.
    pub(super) id: u32,
    /// What it carries.
    pub(super) kind: Kind,
    /// Whether it is to be shown without being asked for.
    pub(super) is_enabled: bool,
    /// Ticks per second of its media.
    pub(super) timescale: u32,
    /// Length of its media in seconds.
    pub(super) seconds: Option<f64>,
    /// Short name of its codec.
    pub(super) codec: Option<String>,
    shown: (u32, u32),
    stored: (u32, u32),
    rotation: u16,
    last_chunk: Option<u64>,
}

impl Track {
    /// Its picture, in a movie that is turned as a whole by `movie_rotation`.
    pub(super) fn picture(&self, movie_rotation: u16) -> Picture {
        let (width, height) = match self.shown {
            (0, _) | (_, 0) => self.stored,
            shown => shown,
        };
        let rotation = (self.rotation + movie_rotation) % 360;
        Picture::turned(width, height, rotation, self.codec.clone())
    }

    /// Whether its last chunk begins past the end of a file of `size` bytes.
    pub(super) fn lies_past(&self, size: u64) -> bool {
        self.last_chunk.is_some_and(|offset| offset >= size)
    }
}

/// Reads the track box at `header`.
pub(super) fn read<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
) -> Result<Track, ProbeError> {
    let mut track = Track::default();
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        match &child.kind {
            b"tkhd" => track_header(source, &child, &mut track)?,
            b"mdia" => media(source, &child, &mut track)?,
            _ => {}
        }
    }
    Ok(track)
}

fn track_header<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    track: &mut Track,
) -> Result<(), ProbeError> {
    let [version, _, _, flags] = source.bytes(header.body)?;
    track.is_enabled = flags & 1 == 1;
    let wide = version == 1;
    track.id = source.u32(header.body + if wide { 20 } else { 12 })?;
    // Dates, id, length, and then layer, group and volume among reserved bytes.
    let matrix = header.body + if wide { 52 } else { 40 };
    track.rotation = matrix::rotation(source, matrix)?;
    // 16.16 fixed point: with the pixels' shape in it, which is how the picture is shown.
    let side = |fixed: u32| (fixed >> 16).saturating_add((fixed >> 15) & 1);
    track.shown = (
        side(source.u32(matrix + 36)?),
        side(source.u32(matrix + 40)?),
    );
    Ok(())
}

fn media<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    track: &mut Track,
) -> Result<(), ProbeError> {
    let mut information = None;
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        match &child.kind {
            b"mdhd" => {
                let version = boxes::version(source, &child)?;
                let clock = child.body + if version == 1 { 20 } else { 12 };
                track.timescale = source.u32(clock)?;
                track.seconds = boxes::time(source, version, clock + 4)?
                    .and_then(|ticks| boxes::seconds(ticks, track.timescale));
            }
            b"hdlr" => {
                track.kind = match &source.bytes::<4>(child.body + 8)? {
                    b"vide" => Kind::Picture,
                    b"soun" => Kind::Sound,
                    _ => Kind::Other,
                };
            }
            b"minf" => information = Some(child),
            _ => {}
        }
    }
    // Last, since what a sample entry means depends on the handler.
    information.map_or(Ok(()), |child| media_information(source, &child, track))
}

fn media_information<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    track: &mut Track,
) -> Result<(), ProbeError> {
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        if &child.kind == b"stbl" {
            sample_tables(source, &child, track)?;
        }
    }
    Ok(())
}

fn sample_tables<R: Read + Seek>(
    source: &mut Source<R>,
    header: &Header,
    track: &mut Track,
) -> Result<(), ProbeError> {
    let mut at = header.body;
    while let Some(child) = boxes::child(source, header, &mut at)? {
        match &child.kind {
            b"stsd" if track.kind != Kind::Other => {
                let entry = sample_entry::read(source, &child)?;
                track.codec = entry.codec;
                track.stored = (entry.width, entry.height);
            }
            b"stco" => track.last_chunk = last_entry(source, &child, 4)?,
            b"co64" => track.last_chunk = last_entry(source, &child, 8)?,
            _ => {}
        }
    }
    Ok(())
}

/// The last of a table's entries of `width` (4 or 8) bytes, after its version and count.
fn last_entry<R: Read + Seek>(
    source: &mut Source<R>,
    table: &Header,
    width: u64,
) -> Result<Option<u64>, ProbeError> {
    let count = u64::from(source.u32(table.body + 4)?);
    if count == 0 {
        return Ok(None);
    }
    // At most 2^32 entries of 8 bytes: no overflow.
    if 8 + count * width > table.len() {
        return Err(ProbeError::Broken("stbl"));
    }
    let at = table.body + 8 + (count - 1) * width;
    Ok(Some(if width == 8 {
        source.u64(at)?
    } else {
        u64::from(source.u32(at)?)
    }))
}
