//! What is known of a local clip before anything is sent.

use serde::{Deserialize, Serialize};

use crate::refusal::closed_list;
use crate::{Args, ClipId};

/// 100 MB as the service may count it at most (MiB): above this a clip is refused.
pub const HARD_SIZE_CAP_BYTES: u64 = 104_857_600;
/// 100 MB as the service may count it at least: above this a clip is let through with a warning.
pub const SOFT_SIZE_CAP_BYTES: u64 = 100_000_000;

/// The caps that a clip is held against.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Longest source, in seconds: the deployment's `max_render_duration`, never over 90.
    pub max_seconds: f64,
}

impl Limits {
    /// The contract's highest cap, in seconds.
    pub const CEILING_SECONDS: f64 = 90.0;

    /// The deployment's cap where it told one, within the contract's ceiling; else 45 s.
    pub fn from_deployment(max_render_duration: Option<f64>) -> Self {
        let max_seconds = max_render_duration
            .filter(|s| s.is_finite() && *s > 0.0)
            .map_or(45.0, |s| s.min(Self::CEILING_SECONDS));
        Self { max_seconds }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::from_deployment(None)
    }
}

/// Whether a clip can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It can.
    Ok,
    /// It can, but the service may refuse it.
    Warn,
    /// It can't.
    Refused,
}

closed_list! {
    /// Why a clip was refused or warned about. The sentence is `clip-<code>` in the locale files.
    ReasonCode {
        /// No file there.
        Missing => "missing",
        /// A link whose target is gone.
        DeadLink => "dead-link",
        /// A folder.
        Folder => "folder",
        /// Not a regular file (a pipe, a device, a socket).
        NotAFile => "not-a-file",
        /// No permission to read it.
        NoPermission => "no-permission",
        /// Reading failed. Argument `detail`.
        Unreadable => "unreadable",
        /// Zero bytes.
        Empty => "empty",
        /// A picture.
        Image => "image",
        /// Sound only: a known container without a video track.
        NoVideo => "no-video",
        /// Not a video that we can recognise.
        NotVideo => "not-video",
        /// Cut off: the file ends before what its own index says.
        Truncated => "truncated",
        /// Broken inside. Argument `detail`.
        Broken => "broken",
        /// Over the hard cap. Arguments `size_mb`, `over_mb`.
        TooLarge => "too-large",
        /// Between 100,000,000 bytes and the hard cap. Argument `size_mb`.
        NearSizeCap => "near-size-cap",
        /// Over the length cap. Arguments `seconds`, `cap`, `over`.
        TooLong => "too-long",
        /// A container that the service does not name, whose length could be told. Argument `container`.
        UnknownContainer => "unknown-container",
        /// Its length can't be told.
        NoLength => "no-length",
    }
}

/// One reason of a verdict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// From the closed list.
    pub code: ReasonCode,
    /// What the sentence mentions.
    #[serde(default, skip_serializing_if = "Args::is_empty")]
    pub args: Args,
}

impl Reason {
    /// A reason with nothing to mention.
    pub fn new(code: ReasonCode) -> Self {
        Self {
            code,
            args: Args::new(),
        }
    }

    /// Adds a value that the sentence mentions.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<crate::Arg>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

/// What a file turned out to be. Whatever could not be told is `None`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClipReport {
    /// Sniffed, not taken from the name: `mp4`, `mov`, `m4v`, `webm`, `mkv`, or another's short name.
    pub container: Option<String>,
    /// Length in seconds.
    pub duration_seconds: Option<f64>,
    /// Width in pixels as shown, that is, after the rotation.
    pub width: Option<u32>,
    /// Height in pixels as shown, that is, after the rotation.
    pub height: Option<u32>,
    /// Clockwise turn in degrees that a player applies: 0, 90, 180 or 270.
    pub rotation: u16,
    /// Short name of the video codec: `h264`, `hevc`, `vp9`, `av1`, `prores`, …
    pub video_codec: Option<String>,
    /// Short name of the first audio track's codec: `aac`, `opus`, …
    pub audio_codec: Option<String>,
    /// Size of the file in bytes.
    pub size_bytes: u64,
    /// Whether it can be sent.
    pub verdict: Verdict,
    /// Why not, or what to mind. Empty when the verdict is [`Verdict::Ok`].
    pub reasons: Vec<Reason>,
}

/// A chosen clip as a front shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ClipView {
    /// Stands for the path.
    pub clip_id: ClipId,
    /// The file's own name, without its folder.
    pub name: String,
    /// What it is and whether it can be sent.
    pub report: ClipReport,
}
