//! Clips of any size that take no room: small ones as ffmpeg writes them, stretched with holes where a larger one
//! would have its pictures. Their headers and indexes are real.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::shell;

use super::tools::Tool;

/// A way of laying a clip out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// The index before the pictures.
    MoovFirst,
    /// The index at the end.
    MoovLast,
    /// Many small indexes.
    Fragmented,
    /// As browsers record.
    WebM,
    /// As screen recorders write.
    Mkv,
    /// A WebM of a live stream, which states no length.
    LiveWebM,
}

impl Layout {
    /// All of them that have an index.
    pub const INDEXED: [Self; 5] = [
        Self::MoovFirst,
        Self::MoovLast,
        Self::Fragmented,
        Self::WebM,
        Self::Mkv,
    ];

    /// As the table says it.
    pub fn spelled(self) -> &'static str {
        match self {
            Self::MoovFirst => "mp4, moov first",
            Self::MoovLast => "mp4, moov last",
            Self::Fragmented => "mp4, fragmented",
            Self::WebM => "webm",
            Self::Mkv => "mkv",
            Self::LiveWebM => "webm without a length",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        const H264: &[&str] = &[
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast",
            "-crf",
            "45",
            "-pix_fmt",
            "yuv420p",
            "-g",
            "60",
        ];
        const VP8: &[&str] = &[
            "-c:v",
            "libvpx",
            "-deadline",
            "realtime",
            "-cpu-used",
            "8",
            "-b:v",
            "60k",
        ];
        match self {
            Self::MoovFirst | Self::MoovLast | Self::Fragmented | Self::Mkv => H264,
            Self::WebM | Self::LiveWebM => VP8,
        }
    }

    fn container(self) -> &'static [&'static str] {
        match self {
            Self::MoovFirst => &["-c:a", "aac", "-movflags", "+faststart", "-f", "mp4"],
            Self::MoovLast => &["-c:a", "aac", "-f", "mp4"],
            Self::Fragmented => &[
                "-c:a",
                "aac",
                "-movflags",
                "+frag_keyframe+empty_moov+default_base_moof",
                "-f",
                "mp4",
            ],
            Self::WebM => &["-c:a", "libvorbis", "-f", "webm"],
            Self::Mkv => &["-c:a", "aac", "-f", "matroska"],
            Self::LiveWebM => &["-c:a", "libvorbis", "-live", "1", "-f", "webm"],
        }
    }
}

/// Has ffmpeg write a small clip of so many seconds.
///
/// # Errors
/// It fails.
pub fn record(ffmpeg: &Tool, layout: Layout, seconds: u32, to: &Path) -> Result<()> {
    let mut command: Command = ffmpeg.command();
    command
        .args([
            "-nostdin",
            "-hide_banner",
            "-loglevel",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
        ])
        .arg(format!("testsrc=s=144x256:r=30:d={seconds}"))
        .args(["-f", "lavfi", "-i"])
        .arg(format!("sine=f=440:d={seconds}"))
        .args(layout.arguments())
        .args(["-b:a", "32k", "-ac", "1"])
        .args(layout.container())
        .arg(to);
    shell::answer(&mut command).map(drop)
}

/// Writes `small` again as a clip of exactly `size` bytes.
///
/// # Errors
/// It is larger already, or not laid out as thought.
pub fn stretch(small: &Path, layout: Layout, size: u64, to: &Path) -> Result<()> {
    let clip = fs::read(small)?;
    let hole = size
        .checked_sub(clip.len() as u64)
        .with_context(|| format!("{} is larger than {size} bytes already", small.display()))?;
    let pieces = match layout {
        Layout::MoovFirst | Layout::MoovLast | Layout::Fragmented => boxes(&clip, hole)?,
        Layout::WebM | Layout::Mkv => segment(&clip, hole)?,
        Layout::LiveWebM => live(&clip, hole)?,
    };
    let mut file = File::create(to)?;
    for piece in pieces {
        match piece {
            Piece::Bytes(bytes) => file.write_all(&bytes)?,
            Piece::Hole(length) => {
                let end = file.stream_position()? + length;
                file.set_len(end)?;
                file.seek(SeekFrom::Start(end))?;
            }
        }
    }
    Ok(())
}

/// A part of a stretched clip.
enum Piece {
    Bytes(Vec<u8>),
    Hole(u64),
}

/// An MP4: each `mdat` gets its share, at its end, where no index points to.
fn boxes(clip: &[u8], hole: u64) -> Result<Vec<Piece>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&[a, b, c, d, ref kind @ ..]) = clip.get(at..at + 8) {
        let length = u32::from_be_bytes([a, b, c, d]) as usize;
        if length < 8 {
            bail!("a box of an unusual length");
        }
        found.push((
            kind == b"mdat",
            clip.get(at..at + length).context("a box is cut off")?,
        ));
        at += length;
    }
    let count = found.iter().filter(|(is_media, _)| *is_media).count() as u64;
    if count == 0 {
        bail!("no media in the clip");
    }
    let share = hole / count;
    let mut first = true;
    let mut pieces = Vec::new();
    for (is_media, bytes) in found {
        let mut bytes = bytes.to_vec();
        if !is_media {
            pieces.push(Piece::Bytes(bytes));
            continue;
        }
        // What does not divide evenly goes to the first.
        let own = share + if first { hole % count } else { 0 };
        first = false;
        let length = u32::try_from(bytes.len() as u64 + own).context("a box of 4 GB or more")?;
        bytes[..4].copy_from_slice(&length.to_be_bytes());
        pieces.extend([Piece::Bytes(bytes), Piece::Hole(own)]);
    }
    Ok(pieces)
}

const SEGMENT: [u8; 4] = [0x18, 0x53, 0x80, 0x67];
const VOID: u8 = 0xEC;
/// A length of eight bytes begins so.
const EIGHT: u8 = 0x01;
/// A length that is not known, in eight bytes.
const UNKNOWN: [u8; 8] = [EIGHT, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

/// A Matroska file whose segment states its length: an empty element follows its last one.
fn segment(clip: &[u8], hole: u64) -> Result<Vec<Piece>> {
    let at = place_of(clip, &SEGMENT).context("no segment")? + SEGMENT.len();
    let length: [u8; 8] = clip.get(at..at + 8).context("cut off")?.try_into()?;
    if length[0] != EIGHT || length == UNKNOWN {
        bail!("the segment's length is not written as thought");
    }
    let before = u64::from_be_bytes(length) & 0x00FF_FFFF_FFFF_FFFF;
    let mut bytes = clip.to_vec();
    bytes[at..at + 8].copy_from_slice(&eight(before + hole));
    bytes.extend_from_slice(&void(hole)?);
    Ok(vec![Piece::Bytes(bytes), Piece::Hole(hole - VOID_HEAD)])
}

/// A live one: its share follows each block. Its clusters are made to state no length either, as browsers write them.
fn live(clip: &[u8], hole: u64) -> Result<Vec<Piece>> {
    const CLUSTER: [u8; 4] = [0x1F, 0x43, 0xB6, 0x75];
    const SIMPLE_BLOCK: u8 = 0xA3;
    let mut clip = clip.to_vec();
    let mut at = place_of(&clip, &CLUSTER).context("no cluster")?;
    let mut ends = Vec::new();
    while at < clip.len() {
        let is_cluster = clip[at..].starts_with(&CLUSTER);
        let length_from = at + if is_cluster { CLUSTER.len() } else { 1 };
        let (body, length) = length_at(&clip, length_from).context("an element is cut off")?;
        if is_cluster {
            // Stepped into.
            unknown(&mut clip[length_from..body]);
            at = body;
            continue;
        }
        at = body + length;
        if clip[length_from - 1] == SIMPLE_BLOCK {
            ends.push(at);
        }
    }
    let count = ends.len() as u64;
    if count == 0 || hole < count * (VOID_HEAD + 1) {
        bail!("no blocks in the clip, or no room between them");
    }
    let (share, mut from) = (hole / count, 0);
    let mut pieces = Vec::new();
    for (number, end) in ends.into_iter().enumerate() {
        let own = share + if number == 0 { hole % count } else { 0 };
        let mut bytes = clip[from..end].to_vec();
        bytes.extend_from_slice(&void(own)?);
        pieces.extend([Piece::Bytes(bytes), Piece::Hole(own - VOID_HEAD)]);
        from = end;
    }
    pieces.push(Piece::Bytes(clip[from..].to_vec()));
    Ok(pieces)
}

/// Makes a length, of whatever width, one that is not known.
fn unknown(length: &mut [u8]) {
    let width = length.len();
    length.fill(0xFF);
    if let Some(first) = length.first_mut() {
        *first >>= width - 1;
    }
}

/// Bytes of an empty element before its hole.
const VOID_HEAD: u64 = 9;

/// The head of an empty element that takes so many bytes altogether.
fn void(bytes: u64) -> Result<Vec<u8>> {
    let body = bytes
        .checked_sub(VOID_HEAD)
        .context("no room for an empty element")?;
    Ok([&[VOID], &eight(body)[..]].concat())
}

/// A length in eight bytes.
fn eight(length: u64) -> [u8; 8] {
    let mut bytes = length.to_be_bytes();
    bytes[0] = EIGHT;
    bytes
}

/// A length of any width: where what it measures begins, and how long that is.
fn length_at(clip: &[u8], at: usize) -> Option<(usize, usize)> {
    let first = *clip.get(at)?;
    let width = first.leading_zeros() as usize + 1;
    let rest = clip.get(at + 1..at + width)?;
    let lead = usize::from(first) & (0xFF >> width);
    let length = rest
        .iter()
        .fold(lead, |length, byte| (length << 8) | usize::from(*byte));
    Some((at + width, length))
}

fn place_of(clip: &[u8], wanted: &[u8]) -> Option<usize> {
    clip.windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_that_is_not_known_keeps_its_width() {
        let mut three = [0x20, 0x07, 0xE7];
        unknown(&mut three);
        assert_eq!(three, [0x3F, 0xFF, 0xFF]);
        let mut eight = eight(5);
        unknown(&mut eight);
        assert_eq!(eight, UNKNOWN);
    }

    #[test]
    fn the_media_of_an_mp4_grow_and_its_index_does_not() {
        let clip = b"\0\0\0\x08ftyp\0\0\0\x0Amdatxx\0\0\0\x08moov";
        let pieces = boxes(clip, 100).expect("boxes");
        let whole: Vec<u8> = pieces
            .into_iter()
            .flat_map(|piece| match piece {
                Piece::Bytes(bytes) => bytes,
                Piece::Hole(length) => vec![0; usize::try_from(length).expect("small")],
            })
            .collect();
        assert_eq!(whole.len(), clip.len() + 100);
        assert_eq!(whole[8..16], *b"\0\0\0\x6Emdat");
        assert!(whole.ends_with(b"\0\0\0\x08moov"));
    }
}
