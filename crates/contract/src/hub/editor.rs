//! An ad of several scenes as a front shows it.

use serde::{Deserialize, Serialize};

use super::{EditorBrief, FootageView, JobStatus, ProjectNote, RenderView, choices};
use crate::Millis;

/// Where autopilot stands (`autopilot_status`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AutopilotStatus {
    /// It was not asked.
    #[default]
    Off,
    /// It has the timeline.
    Running,
    /// It has ended.
    Completed,
    /// It failed.
    Failed,
    /// It was cancelled.
    Cancelled,
    /// What else the service wrote.
    Other(String),
}

/// Autopilot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AutopilotView {
    /// Where it stands.
    pub status: AutopilotStatus,
    /// The service's own words on a failure.
    pub error: Option<String>,
}

/// Where a scene's picture comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SceneOrigin {
    /// The service makes it.
    #[default]
    Generated,
    /// A clip of the person's own.
    Footage,
}

/// Where a scene stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SceneStatus {
    /// Not made yet.
    #[default]
    Pending,
    /// In progress.
    Processing,
    /// Done.
    Completed,
    /// It failed.
    Failed,
    /// What else the service wrote.
    Other(String),
}

/// A scene ("segment").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SceneView {
    /// The service's id, in its JSON form.
    pub scene_id: String,
    /// Its place, beginning at 1.
    pub position: u32,
    /// What is to be seen.
    pub prompt: String,
    /// Where its picture comes from.
    pub origin: SceneOrigin,
    /// Where it stands.
    pub status: SceneStatus,
    /// The service's own words on a failure.
    pub error: Option<String>,
    /// Its length in seconds: 8 for one that the service makes, an uploaded clip's own otherwise.
    pub duration_seconds: f64,
    /// Whether it can be played.
    pub has_video: bool,
    /// Whether there is a still of it.
    pub has_still: bool,
    /// Where the product is seen in it, in the service's own word.
    pub product_placement: Option<String>,
}

/// An ad.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditorView {
    /// The service's name of it.
    pub slug: String,
    /// What was said of it.
    pub brief: EditorBrief,
    /// The scenario, where one was written.
    pub scenario_prompt: String,
    /// What the voice says.
    pub narration_script: String,
    /// The length that is aimed at, in seconds.
    pub target_duration_seconds: Option<u32>,
    /// Its scenes, in their order.
    pub scenes: Vec<SceneView>,
    /// The person's own clips: those under way and those that the service has.
    pub footage: Vec<FootageView>,
    /// Autopilot.
    pub autopilot: AutopilotView,
    /// Whether a batch of scenes is being made.
    pub batch_active: bool,
    /// The voice.
    pub voice: JobStatus,
    /// The music.
    pub music: JobStatus,
    /// What the music is to be like.
    pub music_prompt: String,
    /// Whether a product image is set.
    pub has_product: bool,
    /// What it shows.
    pub product_description: String,
    /// Whether a closing image is set.
    pub has_closing_image: bool,
    /// Whether a logo is set.
    pub has_logo: bool,
    /// How the logo is drawn.
    pub logo_treatment: Option<String>,
    /// Where.
    pub logo_position: Option<String>,
    /// How long, in seconds.
    pub logo_duration_seconds: Option<f64>,
    /// The last render.
    pub render: Option<RenderView>,
    /// Suggested copy, where the service gives some.
    pub caption: String,
    /// Suggested hashtags, each beginning with `#`.
    pub hashtags: Vec<String>,
    /// A quiet word.
    pub note: Option<ProjectNote>,
    /// When what is under way began.
    pub began_at: Option<Millis>,
    /// When the service was last heard.
    pub heard_at: Option<Millis>,
    /// When it changed last, here.
    pub changed_at: Millis,
}

impl EditorView {
    /// Whether the service works on it now.
    pub fn is_under_way(&self) -> bool {
        let renders = self
            .render
            .as_ref()
            .is_some_and(|render| render.status == JobStatus::Processing);
        let makes_a_scene = self
            .scenes
            .iter()
            .any(|scene| scene.status == SceneStatus::Processing);
        self.autopilot.status == AutopilotStatus::Running
            || self.batch_active
            || renders
            || makes_a_scene
            || self.voice == JobStatus::Processing
            || self.music == JobStatus::Processing
    }

    /// Whether the timeline is locked now: autopilot has it, or a batch is being made.
    pub fn timeline_is_locked(&self) -> bool {
        self.autopilot.status == AutopilotStatus::Running || self.batch_active
    }

    /// The whole length in seconds: 8 for every scene that is made, a clip's own otherwise.
    pub fn total_seconds(&self) -> f64 {
        self.scenes.iter().map(|scene| scene.duration_seconds).sum()
    }

    /// Scenes that a render would have to make first, at 5 credits each.
    pub fn unmade_scenes(&self) -> usize {
        self.scenes
            .iter()
            .filter(|scene| {
                scene.origin == SceneOrigin::Generated && scene.status != SceneStatus::Completed
            })
            .count()
    }

    /// What a render would charge, by the contract's words: 5 credits for each scene not made yet.
    pub fn render_credits(&self) -> u32 {
        u32::try_from(self.unmade_scenes())
            .unwrap_or(u32::MAX)
            .saturating_mul(choices::SCENE_CREDITS)
    }
}
