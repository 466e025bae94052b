//! The tracks of a Matroska segment.

use std::io::{Read, Seek};

use super::ebml::{self, Leaf};
use crate::facts::quarter_turn;
use crate::source::Source;
use crate::{Picture, ProbeError, codec};

const ENTRY: u32 = 0xAE;
const NUMBER: u32 = 0xD7;
const TYPE: u32 = 0x83;
const CODEC_ID: u32 = 0x86;
const CODEC_PRIVATE: u32 = 0x63A2;
const DEFAULT_DURATION: u32 = 0x23_E383;
const VIDEO: u32 = 0xE0;
const PIXEL_WIDTH: u32 = 0xB0;
const PIXEL_HEIGHT: u32 = 0xBA;
const CROP_BOTTOM: u32 = 0x54AA;
const CROP_TOP: u32 = 0x54BB;
const CROP_LEFT: u32 = 0x54CC;
const CROP_RIGHT: u32 = 0x54DD;
const DISPLAY_WIDTH: u32 = 0x54B0;
const DISPLAY_HEIGHT: u32 = 0x54BA;
const DISPLAY_UNIT: u32 = 0x54B2;
const PROJECTION: u32 = 0x7670;
const PROJECTION_ROLL: u32 = 0x7675;

const TYPE_VIDEO: u64 = 1;
const TYPE_AUDIO: u64 = 2;

/// The first track of each kind.
#[derive(Default)]
pub(super) struct Tracks {
    /// The video track.
    pub(super) picture: Option<Picture>,
    /// Its number, as blocks have it.
    pub(super) picture_number: u64,
    /// Nanoseconds that each of its frames is shown, where it says so.
    pub(super) frame_nanoseconds: Option<u64>,
    /// Short name of the first sound track's codec.
    pub(super) audio_codec: Option<String>,
    has_sound: bool,
}

#[derive(Default)]
struct Entry {
    number: u64,
    kind: u64,
    codec_id: String,
    four_characters: Option<[u8; 4]>,
    frame_nanoseconds: Option<u64>,
    video: Video,
}

#[derive(Default)]
struct Video {
    stored: [u64; 2],
    crop: [u64; 2],
    display: [u64; 2],
    display_unit: u64,
    roll: f64,
}

/// Reads the tracks element at `leaf`.
pub(super) fn read<R: Read + Seek>(
    source: &mut Source<R>,
    leaf: &Leaf,
) -> Result<Tracks, ProbeError> {
    let mut tracks = Tracks::default();
    let mut at = leaf.body;
    while let Some(child) = ebml::child(source, leaf.end, &mut at)? {
        if child.id != ENTRY {
            continue;
        }
        let entry = entry(source, &child)?;
        match entry.kind {
            TYPE_VIDEO if tracks.picture.is_none() => {
                tracks.picture = Some(entry.picture());
                tracks.picture_number = entry.number;
                tracks.frame_nanoseconds = entry.frame_nanoseconds;
            }
            TYPE_AUDIO if !tracks.has_sound => {
                tracks.has_sound = true;
                tracks.audio_codec = codec::of_matroska(&entry.codec_id);
            }
            _ => {}
        }
    }
    Ok(tracks)
}

fn entry<R: Read + Seek>(source: &mut Source<R>, leaf: &Leaf) -> Result<Entry, ProbeError> {
    let mut entry = Entry::default();
    let mut at = leaf.body;
    while let Some(child) = ebml::child(source, leaf.end, &mut at)? {
        match child.id {
            NUMBER => entry.number = child.unsigned(source)?,
            TYPE => entry.kind = child.unsigned(source)?,
            CODEC_ID => {
                entry.codec_id = String::from_utf8_lossy(child.bytes(source, 64)?).into_owned();
            }
            // Of the codecs of Video for Windows: a BITMAPINFOHEADER, with the code at 16.
            CODEC_PRIVATE => {
                let code = child.bytes(source, 20)?.get(16..20);
                entry.four_characters = code.and_then(|code| code.try_into().ok());
            }
            DEFAULT_DURATION => entry.frame_nanoseconds = Some(child.unsigned(source)?),
            VIDEO => entry.video = video(source, &child)?,
            _ => {}
        }
    }
    Ok(entry)
}

fn video<R: Read + Seek>(source: &mut Source<R>, leaf: &Leaf) -> Result<Video, ProbeError> {
    let mut video = Video::default();
    let mut at = leaf.body;
    while let Some(child) = ebml::child(source, leaf.end, &mut at)? {
        match child.id {
            PIXEL_WIDTH => video.stored[0] = child.unsigned(source)?,
            PIXEL_HEIGHT => video.stored[1] = child.unsigned(source)?,
            CROP_LEFT | CROP_RIGHT => {
                video.crop[0] = video.crop[0].saturating_add(child.unsigned(source)?);
            }
            CROP_TOP | CROP_BOTTOM => {
                video.crop[1] = video.crop[1].saturating_add(child.unsigned(source)?);
            }
            DISPLAY_WIDTH => video.display[0] = child.unsigned(source)?,
            DISPLAY_HEIGHT => video.display[1] = child.unsigned(source)?,
            DISPLAY_UNIT => video.display_unit = child.unsigned(source)?,
            PROJECTION => video.roll = roll(source, &child)?,
            _ => {}
        }
    }
    Ok(video)
}

fn roll<R: Read + Seek>(source: &mut Source<R>, leaf: &Leaf) -> Result<f64, ProbeError> {
    let mut roll = 0.0;
    let mut at = leaf.body;
    while let Some(child) = ebml::child(source, leaf.end, &mut at)? {
        if child.id == PROJECTION_ROLL {
            roll = child.float(source)?;
        }
    }
    Ok(roll)
}

impl Entry {
    fn picture(&self) -> Picture {
        let codec = if self.codec_id == "V_MS/VFW/FOURCC" {
            self.four_characters.and_then(codec::of_four_characters)
        } else {
            codec::of_matroska(&self.codec_id)
        };
        let [width, height] = self.video.shown();
        // The format counts its roll against the clock.
        Picture::turned(width, height, quarter_turn(-self.video.roll), codec)
    }
}

impl Video {
    /// Width and height before the rotation: the display's where it is in pixels (unit 0), else
    /// the stored ones without what is cropped away.
    fn shown(&self) -> [u32; 2] {
        let [width, height] = self.display;
        let sides = if self.display_unit == 0 && width > 0 && height > 0 {
            self.display
        } else {
            [0, 1].map(|n| self.stored[n].saturating_sub(self.crop[n]))
        };
        sides.map(|side| u32::try_from(side).unwrap_or_default())
    }
}
