//! Clips that are brought along: mp4, mov, webm or mkv, at most 500 MB and 5 minutes.

mod multipart;
mod single;

use lenient::open_words;
use serde::{Deserialize, Serialize};
use wire::Presigned;

use crate::{Extra, Id};

pub use multipart::{MultipartUpload, SignedPart, UploadedPart};
pub use single::PresignedUpload;

open_words! {
    /// How a clip of another shape is fitted (`fit_mode`).
    FitMode {
        /// Whole, over a blurred copy of itself; the default.
        Blur => "blur",
        /// Cropped until it fills.
        Cover => "cover",
    }
}

open_words! {
    /// How far an upload is.
    UploadStatus {
        /// Announced.
        Pending => "pending",
        /// There, and looked at.
        Processing => "processing",
        /// It may be placed.
        Ready => "ready",
        /// It can't be used.
        Failed => "failed",
    }
}

/// A clip that is to be uploaded. What is `None` is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewUpload {
    /// Its name.
    pub filename: String,
    /// Its media type: `video/mp4`, `video/quicktime`, `video/webm` or `video/x-matroska`. A single
    /// put carries exactly this.
    pub mime_type: String,
    /// Its bytes.
    pub size_bytes: u64,
    /// How it is fitted.
    pub fit_mode: Option<FitMode>,
    /// What it shows, at most 500 characters.
    pub product_description: Option<String>,
}

/// An uploaded clip.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Upload {
    /// Id.
    #[serde(alias = "upload_id")]
    pub id: Id,
    /// How far it is.
    #[serde(default)]
    pub status: UploadStatus,
    /// Its name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub filename: Option<String>,
    /// Its media type.
    #[serde(default, deserialize_with = "lenient::text")]
    pub mime_type: Option<String>,
    /// Its bytes.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub size_bytes: Option<u64>,
    /// How it is fitted.
    #[serde(default)]
    pub fit_mode: FitMode,
    /// Its length in seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub duration_seconds: Option<f64>,
    /// Its first picture; expires.
    #[serde(default, deserialize_with = "lenient::shape", skip_serializing)]
    pub first_frame_url: Option<Presigned>,
    /// Why it can't be used.
    #[serde(default, deserialize_with = "lenient::text")]
    pub error_message: Option<String>,
    /// The scenes that show it.
    #[serde(default, deserialize_with = "lenient::list")]
    pub attached_segment_ids: Vec<Id>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}
