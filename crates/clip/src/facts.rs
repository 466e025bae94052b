//! The facts of a clip, whatever its container, and why there may be none.

use std::io;

use crate::Container;

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
