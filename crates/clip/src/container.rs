//! The video containers that can be told apart.

/// A video container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Container {
    /// ISO base media, `.mp4`.
    Mp4,
    /// QuickTime, `.mov`.
    Mov,
    /// Apple's brand of MP4, `.m4v`.
    M4v,
    /// Matroska with the document type `webm`.
    WebM,
    /// Matroska.
    Mkv,
    /// 3GPP's brand of MP4.
    ThreeGp,
    /// Audio Video Interleave.
    Avi,
    /// Flash Video.
    Flv,
    /// MPEG transport stream, with or without the four bytes more of a `.m2ts`.
    MpegTs,
    /// MPEG program stream (`.mpg`, `.vob`).
    MpegPs,
    /// Advanced Systems Format (`.wmv`, `.asf`).
    Asf,
    /// Ogg with a video stream.
    Ogg,
}

impl Container {
    /// Short name, as it stands in [`contract::ClipReport::container`].
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mp4 => "mp4",
            Self::Mov => "mov",
            Self::M4v => "m4v",
            Self::WebM => "webm",
            Self::Mkv => "mkv",
            Self::ThreeGp => "3gp",
            Self::Avi => "avi",
            Self::Flv => "flv",
            Self::MpegTs => "mpeg-ts",
            Self::MpegPs => "mpeg-ps",
            Self::Asf => "asf",
            Self::Ogg => "ogg",
        }
    }

    /// Whether the service names this container among those it takes.
    pub const fn is_known(self) -> bool {
        matches!(
            self,
            Self::Mp4 | Self::Mov | Self::M4v | Self::WebM | Self::Mkv
        )
    }
}
