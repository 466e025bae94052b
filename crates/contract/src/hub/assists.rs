//! Credits, and the daily assists that are apart from them.

use serde::{Deserialize, Serialize};

use crate::Millis;

/// Credits of the account (`GET /api/studio/credits`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreditsView {
    /// Whole credits.
    pub credits: i64,
    /// When the service said so.
    pub heard_at: Millis,
}

/// The daily assists (`GET /api/ai-assists`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssistsView {
    /// Used today.
    pub used: u32,
    /// A day's, without what was bought.
    pub limit: u32,
    /// Bought for today.
    pub bonus: u32,
    /// Left.
    pub remaining: u32,
    /// When the count begins anew.
    pub resets_at: Option<Millis>,
    /// Credits that a batch costs.
    pub unlock_cost: u32,
    /// Assists of a batch.
    pub unlock_batch_size: u32,
    /// When the service said so.
    pub heard_at: Millis,
}

/// A step that costs one assist and no credits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "assist", rename_all = "snake_case")]
pub enum Assist {
    /// Writes a short's headline, subheadline and beats.
    ShortText {
        /// The short.
        slug: String,
    },
    /// Writes an ad's scenario.
    Scenario {
        /// The ad.
        slug: String,
        /// 3 to 10. None: the service's choice.
        segments_count: Option<u32>,
        /// One of [`super::choices::CREATIVE_FORMATS`].
        creative_format: Option<String>,
        /// One of [`super::choices::VISUAL_LANGUAGES`].
        visual_language: Option<String>,
        /// A genre overlay.
        theme: Option<String>,
    },
    /// Writes what the voice says.
    Narration {
        /// The ad.
        slug: String,
    },
    /// Makes a scene's prompt better.
    EnhanceScene {
        /// The ad.
        slug: String,
        /// The scene.
        scene_id: String,
    },
    /// Suggests the scene that could come next.
    NextScene {
        /// The ad.
        slug: String,
    },
    /// Suggests what the music could be like.
    MusicPrompt {
        /// The ad.
        slug: String,
    },
}

impl Assist {
    /// The project that it is about.
    pub fn slug(&self) -> &str {
        match self {
            Self::ShortText { slug }
            | Self::Scenario { slug, .. }
            | Self::Narration { slug }
            | Self::EnhanceScene { slug, .. }
            | Self::NextScene { slug }
            | Self::MusicPrompt { slug } => slug,
        }
    }
}
