//! A short as a front shows it.

use serde::{Deserialize, Serialize};

use super::{ProjectNote, RenderView, ShortBrief, choices};
use crate::Millis;

/// Where a short stands (`<Short>.stage`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShortStage {
    /// Created, not generating.
    #[default]
    Draft,
    /// In progress.
    Rendering,
    /// Done.
    VideoReady,
    /// It failed.
    Failed,
    /// What else the service wrote.
    Other(String),
}

/// A short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShortView {
    /// The service's name of it.
    pub slug: String,
    /// What was said of it.
    pub brief: ShortBrief,
    /// Lines on screen after the title, where the text assist wrote some.
    pub text_beats: Vec<String>,
    /// Where it stands.
    pub stage: ShortStage,
    /// Where it failed, in the service's own word.
    pub failed_stage: Option<String>,
    /// The service's own words on a failure.
    pub error: Option<String>,
    /// Whether a product image is woven in.
    pub has_product: bool,
    /// What the product image shows.
    pub product_description: String,
    /// Whether an end card closes it.
    pub has_poster: bool,
    /// The last render.
    pub render: Option<RenderView>,
    /// Suggested copy, where the service gives some.
    pub caption: String,
    /// Suggested hashtags, each beginning with `#`.
    pub hashtags: Vec<String>,
    /// A quiet word.
    pub note: Option<ProjectNote>,
    /// When its making began.
    pub began_at: Option<Millis>,
    /// When the service was last heard.
    pub heard_at: Option<Millis>,
    /// When it changed last, here.
    pub changed_at: Millis,
}

impl ShortView {
    /// Whether the service works on it now.
    pub fn is_under_way(&self) -> bool {
        self.stage == ShortStage::Rendering
    }

    /// Seconds that it has, or will have.
    pub fn seconds(&self) -> u32 {
        if self.has_poster {
            choices::SHORT_SECONDS_WITH_POSTER
        } else {
            choices::SHORT_SECONDS
        }
    }
}
