//! Editor projects: several scenes, a voice and music, by autopilot or by hand.

mod autopilot;
mod music;
mod narration;
mod project;
mod render;
mod scenario;
mod segment;
mod step;
mod voice;

use lenient::open_words;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::Presigned;

use crate::upload::Upload;
use crate::{CreativeFormat, Extra, Id, Render, VisualLanguage};

pub use project::{EditorChange, EditorRequest};
pub use scenario::ScenarioRequest;
pub use segment::AssetSource;
pub use step::StepAnswer;

open_words! {
    /// What autopilot does. Empty where it never ran.
    AutopilotStatus {
        /// It works: keep polling, and leave the timeline to it.
        Running => "running",
        /// Done.
        Completed => "completed",
        /// Ended without.
        Failed => "failed",
        /// Stopped.
        Cancelled => "cancelled",
    }
}

open_words! {
    /// How far a scene is.
    SegmentStatus {
        /// Not generated.
        Pending => "pending",
        /// Being made.
        Processing => "processing",
        /// Its video is there.
        Completed => "completed",
        /// Ended without a video.
        Failed => "failed",
    }
}

/// An editor project, whole.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Editor {
    /// Its name in addresses.
    #[serde(deserialize_with = "lenient::handle")]
    pub slug: String,
    /// Id, where the service gives one.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub id: Option<Id>,
    /// Language of its words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub language: Option<String>,
    /// The brief.
    #[serde(default, deserialize_with = "lenient::text")]
    pub product_prompt: Option<String>,
    /// Narrative arc.
    #[serde(default)]
    pub creative_format: CreativeFormat,
    /// Look.
    #[serde(default)]
    pub visual_language: VisualLanguage,
    /// Genre.
    #[serde(default, deserialize_with = "lenient::text")]
    pub theme: Option<String>,
    /// Voice.
    #[serde(default, deserialize_with = "lenient::text")]
    pub voice_id: Option<String>,
    /// Shape of the video.
    #[serde(default, deserialize_with = "lenient::text")]
    pub export_aspect_ratio: Option<String>,
    /// What the project is for.
    #[serde(default, deserialize_with = "lenient::text")]
    pub project_intent: Option<String>,
    /// The scenario in words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub scenario_prompt: Option<String>,
    /// What is spoken.
    #[serde(default, deserialize_with = "lenient::text")]
    pub narration_script: Option<String>,
    /// Wished length in seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub target_duration_seconds: Option<f64>,
    /// The scenes, in order.
    #[serde(default, deserialize_with = "lenient::list")]
    pub segments: Vec<Segment>,
    /// The clips that were brought along.
    #[serde(default, deserialize_with = "lenient::list")]
    pub uploads: Vec<Upload>,
    /// What autopilot does.
    #[serde(default)]
    pub autopilot_status: AutopilotStatus,
    /// Why it failed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub autopilot_error_message: Option<String>,
    /// How the logo appears.
    #[serde(default, deserialize_with = "lenient::text")]
    pub logo_treatment: Option<String>,
    /// Where.
    #[serde(default, deserialize_with = "lenient::text")]
    pub logo_position: Option<String>,
    /// For how many seconds.
    #[serde(default, deserialize_with = "lenient::number")]
    pub logo_duration_seconds: Option<f64>,
    /// What was rendered last.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub latest_render: Option<Render>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A scene.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Segment {
    /// Id.
    pub id: Id,
    /// Its place, where the service says it; the list's order counts.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub position: Option<u64>,
    /// What it shows.
    #[serde(default, deserialize_with = "lenient::text")]
    pub prompt: Option<String>,
    /// How far it is.
    #[serde(default)]
    pub status: SegmentStatus,
    /// Its video; expires.
    #[serde(default, deserialize_with = "lenient::shape", skip_serializing)]
    pub video_url: Option<Presigned>,
    /// Its length in seconds: 8 where it is generated, the clip's own where it was uploaded.
    #[serde(default, deserialize_with = "lenient::number")]
    pub duration_seconds: Option<f64>,
    /// The upload that it shows, where the service says it; see
    /// [`Upload::attached_segment_ids`] too.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub upload_id: Option<Id>,
    /// Where the product appears in it.
    #[serde(default)]
    pub product_placement: Value,
    /// Why it failed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub error_message: Option<String>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}
