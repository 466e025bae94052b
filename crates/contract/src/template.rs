//! Templates: analysed formulas of the service that a riff can be made from.

use serde::{Deserialize, Serialize};

use crate::{Millis, Refusal, TaskId, TaskStatus, TemplateId};

/// Templates asked for at once, and the most that the service is asked for.
pub const TEMPLATES_PAGE: u32 = 60;

/// Which templates, in which order, from where (`GET /api/formulas`). Only the template type
/// `pipeline` is ever asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TemplateQuery {
    /// How far their analysis is.
    #[serde(default)]
    pub status: TemplateStatus,
    /// Words in their name. Empty: all.
    #[serde(default)]
    pub search: String,
    /// Tags. Empty: all.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Order.
    #[serde(default)]
    pub sort: TemplateSort,
    /// How many at most. 0: [`TEMPLATES_PAGE`].
    #[serde(default)]
    pub limit: u32,
    /// How many to pass over.
    #[serde(default)]
    pub offset: u32,
}

/// How far a template's analysis is (`FormulaOut.status`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateStatus {
    /// Can be riffed.
    #[default]
    Analyzed,
    /// Not analysed yet.
    Collected,
    /// Put away.
    Archived,
}

/// The service's orders of templates. Public ones come first in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TemplateSort {
    /// Most riffed first.
    #[default]
    Used,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
}

/// A piece of the service's list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TemplatePage {
    /// The templates, in the service's order, public ones first.
    pub templates: Vec<TemplateView>,
    /// How many there are in all for this query.
    pub total: u64,
    /// How many were passed over.
    pub offset: u32,
}

/// A template in a list (`FormulaOut`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TemplateView {
    /// The service's id.
    pub template_id: TemplateId,
    /// Its name.
    pub name: String,
    /// `analyzed`, `collected`, `archived`, or what else the service wrote.
    pub status: String,
    /// Its stages, such as "hook → build-up → cta", as the service wrote them.
    pub emotion_arc: Option<String>,
    /// Number of segments.
    pub segments: Option<u32>,
    /// How often it was riffed.
    pub used_count: Option<u64>,
    /// Tags.
    pub tags: Vec<String>,
    /// Where its source stands on the web.
    pub source_url: Option<String>,
    /// The platform that it comes from.
    pub source_platform: Option<String>,
    /// Whether there is a picture of it.
    pub has_picture: bool,
    /// Whether its analysis is older than the service's newest.
    pub is_stale: bool,
    /// Whether it is one of the platform's, and not only of the own scope.
    pub is_public: bool,
    /// When it was made.
    pub created_at: Option<Millis>,
    /// A new analysis of it that was begun from here.
    pub refresh: Option<RefreshView>,
}

impl TemplateView {
    /// Whether a riff can be made from it.
    pub fn can_be_riffed(&self) -> bool {
        self.status == "analyzed"
    }
}

/// A new analysis of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefreshView {
    /// Its task.
    pub task_id: TaskId,
    /// Where it stands.
    pub status: TaskStatus,
    /// 0-100, the service's own figure.
    pub progress: u8,
    /// Why it failed, or could not be looked at.
    pub refusal: Option<Refusal>,
}

/// A template with what was extracted from its source (`FormulaDetailOut`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TemplateDetail {
    /// As in the list.
    pub template: TemplateView,
    /// What happens in its source, where the service told it.
    pub extraction: Option<Extraction>,
}

/// What the service extracted from a source (`extraction_summary`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The source's length in seconds.
    pub duration_seconds: Option<f64>,
    /// The source's language.
    pub language: Option<String>,
    /// How it is spoken, in the service's word.
    pub speaking_mode: Option<String>,
    /// What happens, in plain words.
    pub narrative: String,
    /// What is said, by time.
    pub transcript: Vec<SpokenLine>,
    /// What is seen, by time.
    pub on_screen: Vec<OnScreen>,
}

/// A line of a transcript.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpokenLine {
    /// Seconds from the beginning.
    pub at: f64,
    /// The words.
    pub text: String,
    /// How it is spoken.
    pub mode: SpeechMode,
}

/// How a line is spoken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpeechMode {
    /// By somebody in the picture.
    OnCameraDialogue,
    /// By somebody outside of it.
    Voiceover,
    /// Not at all.
    NoDialogue,
    /// What else the service wrote.
    Other(String),
}

/// Something that is seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OnScreen {
    /// Seconds from the beginning.
    pub at: f64,
    /// `person`, `subtitle`, `product_image`, or what else the service wrote.
    pub kind: String,
    /// What it is.
    pub label: String,
}
