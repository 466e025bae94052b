//! What was made: the video of a short or of an editor project.

use lenient::open_words;
use serde::{Deserialize, Serialize};
use wire::Presigned;

use crate::{Extra, Id};

open_words! {
    /// How far a video is.
    RenderStatus {
        /// Waiting.
        Pending => "pending",
        /// Being made.
        Processing => "processing",
        /// Done.
        Completed => "completed",
        /// Ended without a video.
        Failed => "failed",
    }
}

/// A finished video, or one on its way (`latest_render`).
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Render {
    /// Id, where the service gives one: a later render has another.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub id: Option<Id>,
    /// How far it is.
    #[serde(default)]
    pub status: RenderStatus,
    /// The MP4; expires after about 24 hours.
    #[serde(default, deserialize_with = "lenient::shape", skip_serializing)]
    pub video_url: Option<Presigned>,
    /// Its length in seconds, where the service says it.
    #[serde(default, deserialize_with = "lenient::number")]
    pub duration_seconds: Option<f64>,
    /// Why it failed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub error_message: Option<String>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}
