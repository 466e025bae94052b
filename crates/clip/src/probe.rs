//! The facts of a clip, whatever its container.

use std::io::{self, Read, Seek};

use crate::source::Source;
use crate::{Container, SNIFF_BYTES, Sniffed, asf, avi, flv, matroska, mp4, mpeg_ts, sniff};

/// What a video file says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Probe {
    /// Sniffed from the first bytes.
    pub container: Container,
    /// Length in seconds, always finite and over zero; `None` where it can't be told.
    pub duration_seconds: Option<f64>,
    /// The video track; `None` where there is sound only.
    pub picture: Option<Picture>,
    /// Short name of the first sound track's codec.
    pub audio_codec: Option<String>,
    /// Whether the file ends before what its own index says.
    pub cut_off: bool,
}

/// The video track of a clip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Width in pixels as shown, after the rotation.
    pub width: Option<u32>,
    /// Height in pixels as shown, after the rotation.
    pub height: Option<u32>,
    /// Clockwise turn in degrees that a player applies: 0, 90, 180 or 270.
    pub rotation: u16,
    /// Short name of the codec.
    pub codec: Option<String>,
}

impl Picture {
    /// A picture as stored, shown with a clockwise turn of `rotation` degrees. A side of zero is
    /// one that was not told.
    pub(crate) fn turned(width: u32, height: u32, rotation: u16, codec: Option<String>) -> Self {
        let (width, height) = if rotation % 180 == 90 {
            (height, width)
        } else {
            (width, height)
        };
        let told = |side: u32| (side > 0).then_some(side);
        Self {
            width: told(width),
            height: told(height),
            rotation,
            codec,
        }
    }
}

/// Why a file has no facts.
#[derive(Debug, thiserror::Error)]
pub enum ProbeError {
    /// Not a video in any way that can be told.
    #[error("not a video")]
    NotVideo,
    /// A picture, by the short name of its format.
    #[error("a picture ({0})")]
    Image(&'static str),
    /// Sound, by the short name of its format.
    #[error("sound only ({0})")]
    SoundOnly(&'static str),
    /// The file ends before the part that describes it.
    #[error("cut off")]
    CutOff,
    /// A part contradicts itself. Names the part as its format does, which needs no translation.
    #[error("broken in {0}")]
    Broken(&'static str),
    /// The facts are spread over more places than are looked at.
    #[error("too scattered to read")]
    TooScattered,
    /// The file could not be read, or was cut while it was ([`io::ErrorKind::UnexpectedEof`]).
    #[error(transparent)]
    Read(#[from] io::Error),
}

/// Reads the facts of the clip in `reader`, which holds `size` bytes.
///
/// Reads less than [`READ_ALLOWANCE`](crate::READ_ALLOWANCE) bytes, unless the file is a Matroska
/// one of a sendable size that states no length.
///
/// # Errors
/// [`ProbeError`] where there are no facts to give.
pub fn probe<R: Read + Seek>(reader: R, size: u64) -> Result<Probe, ProbeError> {
    let mut source = Source::new(reader, size);
    let container = match sniff(source.up_to(0, SNIFF_BYTES)?) {
        Sniffed::Video(container) => container,
        Sniffed::Image(name) => return Err(ProbeError::Image(name)),
        Sniffed::Sound(name) => return Err(ProbeError::SoundOnly(name)),
        Sniffed::Other => return Err(ProbeError::NotVideo),
    };
    let mut probe = match container {
        Container::Mp4 | Container::Mov | Container::M4v | Container::ThreeGp => {
            mp4::probe(&mut source, container)
        }
        Container::WebM | Container::Mkv => matroska::probe(&mut source, container),
        Container::Avi => avi::probe(&mut source),
        Container::Flv => flv::probe(&mut source),
        Container::Asf => asf::probe(&mut source),
        Container::MpegTs => mpeg_ts::probe(&mut source),
        // Neither states its length in a header, and both are rare: no length, no sending.
        Container::MpegPs | Container::Ogg => Ok(Probe {
            container,
            duration_seconds: None,
            picture: Some(Picture::default()),
            audio_codec: None,
            cut_off: false,
        }),
    }?;
    probe.duration_seconds = probe.duration_seconds.filter(|s| s.is_finite() && *s > 0.0);
    Ok(probe)
}

/// The nearest quarter turn of an angle in degrees, within a turn.
pub(crate) fn quarter_turn(degrees: f64) -> u16 {
    if !degrees.is_finite() {
        return 0;
    }
    match (degrees.rem_euclid(360.0) / 90.0).round() as u16 {
        1 => 90,
        2 => 180,
        3 => 270,
        _ => 0,
    }
}
