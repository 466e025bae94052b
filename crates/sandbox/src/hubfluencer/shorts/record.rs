//! A short as it is remembered.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::{images::Image, work::Work};
use crate::moment::Millis;

/// How far a short is (contract: `stage`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Stage {
    /// Created, not generating.
    Draft,
    /// In progress.
    Rendering,
    /// Done.
    VideoReady,
    /// It went wrong; the credits are back.
    Failed,
}

/// What a short is to be (contract: creative fields).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Creative {
    pub(crate) product_prompt: Option<String>,
    pub(crate) headline: Option<String>,
    pub(crate) subheadline: Option<String>,
    #[serde(default)]
    pub(crate) text_beats: Vec<String>,
    pub(crate) creative_format: Option<String>,
    pub(crate) visual_language: Option<String>,
    pub(crate) theme: Option<String>,
    pub(crate) music_vibe: Option<String>,
    #[serde(default)]
    pub(crate) music_instruments: Vec<String>,
    pub(crate) short_text_position: Option<String>,
    pub(crate) short_text_animation: Option<String>,
    pub(crate) short_font_family: Option<String>,
}

/// The newest finished video of a short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ShortFilm {
    /// The video's key in the object storage.
    pub(crate) video: String,
    /// Its still's key.
    pub(crate) picture: String,
    pub(crate) duration_ms: Millis,
    pub(crate) finished: Millis,
}

/// A short.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Short {
    pub(crate) slug: String,
    pub(crate) created: Millis,
    pub(crate) updated: Millis,
    pub(crate) creative: Creative,
    /// Woven into the footage.
    pub(crate) product: Option<Image>,
    /// The end card.
    pub(crate) poster: Option<Image>,
    pub(crate) stage: Stage,
    /// The generation that is under way.
    pub(crate) work: Option<Work>,
    pub(crate) film: Option<ShortFilm>,
    /// Why the last generation failed.
    pub(crate) error: Option<String>,
}

/// The shorts of the account, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Shorts(pub(super) Vec<Short>);

impl Shorts {
    /// Remembers a new short.
    pub(crate) fn add(&mut self, short: Short) {
        self.0.push(short);
    }

    /// Whether a video is being made.
    pub(crate) fn is_busy(&self) -> bool {
        self.0.iter().any(|short| short.work.is_some())
    }

    /// The short with this name.
    pub(crate) fn find(&self, slug: &str) -> Option<&Short> {
        self.0.iter().find(|short| short.slug == slug)
    }

    /// The short with this name, to be changed.
    pub(crate) fn find_mut(&mut self, slug: &str) -> Option<&mut Short> {
        self.0.iter_mut().find(|short| short.slug == slug)
    }
}
