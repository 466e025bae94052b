//! What a person says of an ad.

use serde::{Deserialize, Serialize};

use super::super::choices;
use super::FieldFault;
use super::faults::Faults;

/// An ad (`POST /api/editor`). Empty or `None`: not said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditorBrief {
    /// Language code. Required.
    pub language: String,
    /// Empty, or 10 to 5,000 characters. Autopilot needs it.
    pub product_prompt: String,
    /// One of [`choices::CREATIVE_FORMATS`].
    pub creative_format: Option<String>,
    /// One of [`choices::VISUAL_LANGUAGES`].
    pub visual_language: Option<String>,
    /// A genre overlay; the contract lists no values.
    pub theme: Option<String>,
    /// Such as `9:16`; the contract lists no values.
    pub export_aspect_ratio: Option<String>,
    /// A voice of the service, by its id.
    pub voice_id: Option<String>,
    /// What it is for; the contract lists no values.
    pub project_intent: Option<String>,
}

impl EditorBrief {
    /// What the service would refuse of it.
    pub fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        if self.language.trim().is_empty() {
            faults.missing("language");
        }
        if !self.product_prompt.trim().is_empty() {
            faults.at_least("product_prompt", &self.product_prompt, 10);
        }
        faults.at_most("product_prompt", &self.product_prompt, 5_000);
        faults.one_of(
            "creative_format",
            self.creative_format.as_deref(),
            choices::CREATIVE_FORMATS,
        );
        faults.one_of(
            "visual_language",
            self.visual_language.as_deref(),
            choices::VISUAL_LANGUAGES,
        );
        faults.voice(self.voice_id.as_deref());
        faults.0
    }
}

/// A change of an ad (`PATCH /api/editor/:slug`). `None`: as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EditorChange {
    /// What the voice says: at most 12,000 characters.
    pub narration_script: Option<String>,
    /// The length that is aimed at, in seconds.
    pub target_duration_seconds: Option<u32>,
    /// One of [`choices::CREATIVE_FORMATS`].
    pub creative_format: Option<String>,
    /// One of [`choices::VISUAL_LANGUAGES`].
    pub visual_language: Option<String>,
    /// A genre overlay.
    pub theme: Option<String>,
}

impl EditorChange {
    /// What the service would refuse of it.
    pub fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        let script = self.narration_script.as_deref().unwrap_or_default();
        faults.at_most("narration_script", script, 12_000);
        faults.one_of(
            "creative_format",
            self.creative_format.as_deref(),
            choices::CREATIVE_FORMATS,
        );
        faults.one_of(
            "visual_language",
            self.visual_language.as_deref(),
            choices::VISUAL_LANGUAGES,
        );
        faults.0
    }
}

/// How a logo stands in an ad (`PATCH /api/editor/:slug/logo`). `None`: as it is. The contract lists no
/// values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct LogoChange {
    /// How it is drawn.
    pub logo_treatment: Option<String>,
    /// Where.
    pub logo_position: Option<String>,
    /// How long, in seconds.
    pub logo_duration_seconds: Option<f64>,
}

/// What the service would refuse of a scene's prompt (1 to 2,000 characters).
pub fn check_scene_prompt(prompt: &str) -> Vec<FieldFault> {
    let mut faults = Faults::default();
    faults.at_least("prompt", prompt, 1);
    faults.at_most("prompt", prompt, 2_000);
    faults.0
}
