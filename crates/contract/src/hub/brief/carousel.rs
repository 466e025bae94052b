//! What a person says of a carousel, its slides and its look.

use serde::{Deserialize, Serialize};

use super::super::choices;
use super::FieldFault;
use super::faults::Faults;

/// A carousel (`POST /api/sliders`). Empty or `None`: the service's default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarouselBrief {
    /// At most 2,000 characters; at least 10 before it is generated. Empty: a draft.
    pub prompt: String,
    /// One of [`choices::CAROUSEL_LANGUAGES`].
    pub language: Option<String>,
    /// One of [`choices::CAROUSEL_MODES`].
    pub mode: Option<String>,
    /// A template of the mode.
    pub template: Option<String>,
    /// 3 to 10.
    pub slide_count: Option<u32>,
    /// One of [`choices::CAROUSEL_RATIOS`].
    pub aspect_ratio: Option<String>,
    /// `#rrggbb`.
    pub accent_color: Option<String>,
    /// One of [`choices::CAROUSEL_TEXT_POSITIONS`].
    pub text_position: Option<String>,
}

impl CarouselBrief {
    /// What the service would refuse of it.
    pub fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        faults.at_most("prompt", &self.prompt, 2_000);
        faults.one_of(
            "language",
            self.language.as_deref(),
            choices::CAROUSEL_LANGUAGES,
        );
        faults.one_of("mode", self.mode.as_deref(), choices::CAROUSEL_MODES);
        let templates = choices::templates_of(self.mode.as_deref().unwrap_or("creative"));
        faults.one_of("template", self.template.as_deref(), templates);
        faults.slides(self.slide_count);
        faults.one_of(
            "aspect_ratio",
            self.aspect_ratio.as_deref(),
            choices::CAROUSEL_RATIOS,
        );
        faults.color(self.accent_color.as_deref());
        faults.one_of(
            "text_position",
            self.text_position.as_deref(),
            choices::CAROUSEL_TEXT_POSITIONS,
        );
        faults.0
    }
}

/// A change of a carousel (`PATCH /api/sliders/:slug`). `None`: as it is. While it is being made, and
/// after it, only `caption` and `hashtags` count.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CarouselChange {
    /// Draft or failed only.
    pub prompt: Option<String>,
    /// Draft or failed only.
    pub language: Option<String>,
    /// Draft or failed only.
    pub mode: Option<String>,
    /// Draft or failed only.
    pub template: Option<String>,
    /// Draft or failed only.
    pub slide_count: Option<u32>,
    /// Draft or failed only.
    pub aspect_ratio: Option<String>,
    /// Draft or failed only.
    pub accent_color: Option<String>,
    /// Draft or failed only.
    pub text_position: Option<String>,
    /// At most 3,000 characters.
    pub caption: Option<String>,
    /// Each with or without `#`.
    pub hashtags: Option<Vec<String>>,
}

impl CarouselChange {
    /// What the service would refuse of it; `mode` is the carousel's present one.
    pub fn faults(&self, mode: &str) -> Vec<FieldFault> {
        let brief = CarouselBrief {
            prompt: self.prompt.clone().unwrap_or_default(),
            language: self.language.clone(),
            mode: Some(self.mode.clone().unwrap_or_else(|| mode.to_owned())),
            template: self.template.clone(),
            slide_count: self.slide_count,
            aspect_ratio: self.aspect_ratio.clone(),
            accent_color: self.accent_color.clone(),
            text_position: self.text_position.clone(),
        };
        let mut faults = Faults(brief.faults());
        faults.at_most(
            "caption",
            self.caption.as_deref().unwrap_or_default(),
            3_000,
        );
        faults.0
    }
}

/// A slide's words (`PATCH /api/sliders/:slug/slides/:position`). `None`: as they are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlideWords {
    /// At most 120 characters.
    pub headline: Option<String>,
    /// At most 600 characters.
    pub body: Option<String>,
    /// The small line above the headline: at most 40 characters.
    pub kicker: Option<String>,
}

impl SlideWords {
    /// What the service would refuse of them.
    pub fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        faults.at_most(
            "headline",
            self.headline.as_deref().unwrap_or_default(),
            120,
        );
        faults.at_most("body", self.body.as_deref().unwrap_or_default(), 600);
        faults.at_most("kicker", self.kicker.as_deref().unwrap_or_default(), 40);
        faults.0
    }
}

/// A new look of a finished carousel (`POST /api/sliders/:slug/restyle`). `None`: as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Restyle {
    /// A template.
    pub template: Option<String>,
    /// `#rrggbb`.
    pub accent_color: Option<String>,
    /// One of [`choices::CAROUSEL_TEXT_POSITIONS`].
    pub text_position: Option<String>,
    /// The stored logo, by the service's key of it.
    pub logo_s3_key: Option<String>,
}

impl Restyle {
    /// What the service would refuse of it.
    pub fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Faults::default();
        if let Some(template) = self.template.as_deref() {
            let known = choices::CREATIVE_TEMPLATES.contains(&template)
                || choices::AD_TEMPLATES.contains(&template);
            if !known {
                faults.none_such("template", template);
            }
        }
        faults.color(self.accent_color.as_deref());
        faults.one_of(
            "text_position",
            self.text_position.as_deref(),
            choices::CAROUSEL_TEXT_POSITIONS,
        );
        faults.0
    }
}
