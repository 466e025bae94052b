//! What a person says of a short.

use serde::{Deserialize, Serialize};

use super::super::choices;
use super::FieldFault;
use super::faults::Faults;

/// A short (`POST /api/shorts`, `PATCH /api/shorts/:slug`). Empty or `None`: not said.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShortBrief {
    /// What it is about: at least 10 characters.
    pub product_prompt: String,
    /// The title on screen: at most 160.
    pub headline: String,
    /// The second line: at most 200.
    pub subheadline: String,
    /// One of [`choices::CREATIVE_FORMATS`]. None: Auto.
    pub creative_format: Option<String>,
    /// One of [`choices::VISUAL_LANGUAGES`].
    pub visual_language: Option<String>,
    /// Deprecated for shorts: counts only without a visual language.
    pub theme: Option<String>,
    /// A mood: at most 80; the known ones are [`choices::MUSIC_VIBES`].
    pub music_vibe: String,
    /// Instruments, such as `piano`.
    pub music_instruments: Vec<String>,
    /// One of [`choices::SHORT_TEXT_POSITIONS`].
    pub short_text_position: Option<String>,
    /// One of [`choices::SHORT_TEXT_ANIMATIONS`].
    pub short_text_animation: Option<String>,
    /// One of [`choices::SHORT_FONT_FAMILIES`].
    pub short_font_family: Option<String>,
}

impl ShortBrief {
    /// What the service would refuse of it.
    pub fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        faults.at_least("product_prompt", &self.product_prompt, 10);
        faults.at_most("headline", &self.headline, 160);
        faults.at_most("subheadline", &self.subheadline, 200);
        faults.at_most("music_vibe", &self.music_vibe, 80);
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
        faults.one_of(
            "short_text_position",
            self.short_text_position.as_deref(),
            choices::SHORT_TEXT_POSITIONS,
        );
        faults.one_of(
            "short_text_animation",
            self.short_text_animation.as_deref(),
            choices::SHORT_TEXT_ANIMATIONS,
        );
        faults.one_of(
            "short_font_family",
            self.short_font_family.as_deref(),
            choices::SHORT_FONT_FAMILIES,
        );
        faults.0
    }
}
