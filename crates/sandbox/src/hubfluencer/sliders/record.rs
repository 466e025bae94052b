//! What is remembered of carousels.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::copy::Words;
use crate::{
    hubfluencer::{credits::ChargeId, images::Image},
    moment::Millis,
};

/// All the carousels of the account, oldest first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Sliders {
    pub(super) all: Vec<Slider>,
}

/// The poll signal (contract: `<Slider>.status`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SliderStatus {
    Draft,
    Processing,
    Completed,
    Failed,
}

/// How far a slide is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum SlideStatus {
    Pending,
    Processing,
    Completed,
    Failed,
}

/// What shapes a carousel's pictures and words.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Shape {
    pub(crate) prompt: Option<String>,
    pub(crate) language: String,
    pub(crate) mode: String,
    /// None is the mode's own.
    pub(crate) template: Option<String>,
    pub(crate) slide_count: u32,
    pub(crate) aspect_ratio: String,
    pub(crate) accent_color: Option<String>,
    /// None is the template's natural placement.
    pub(crate) text_position: Option<String>,
    pub(crate) logo: Option<Image>,
}

/// A carousel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Slider {
    pub(crate) slug: String,
    pub(crate) shape: Shape,
    pub(crate) caption: Option<String>,
    pub(crate) hashtags: Vec<String>,
    pub(crate) status: SliderStatus,
    pub(crate) error: Option<String>,
    /// None before the first generation.
    pub(crate) slides: Vec<Slide>,
    /// How often backgrounds were ordered.
    pub(crate) generation: u32,
    /// The credits of the generation that is under way.
    pub(crate) charge: Option<ChargeId>,
    pub(crate) inserted: Millis,
    pub(crate) updated: Millis,
}

/// A slide.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Slide {
    /// From one on.
    pub(crate) position: u32,
    pub(crate) headline: String,
    pub(crate) body: String,
    pub(crate) kicker: String,
    pub(crate) status: SlideStatus,
    /// How often its picture was ordered.
    pub(crate) version: u32,
    /// The version that is drawn and stored.
    pub(crate) drawn: u32,
    /// The generation whose background is drawn and stored.
    pub(crate) background: u32,
    /// When it turns `processing`.
    pub(crate) starts: Millis,
    /// When its background can be seen.
    pub(crate) previews: Millis,
    /// When it ends.
    pub(crate) ends: Millis,
    /// It is bound to fail.
    pub(crate) failing: bool,
}

impl Shape {
    /// The template that it is drawn with.
    pub(crate) fn template(&self) -> &str {
        let natural = match self.mode.as_str() {
            "ad_driven" => "featureGrid",
            _ => "boldStatement",
        };
        self.template.as_deref().unwrap_or(natural)
    }

    /// Width and height of its slides, in pixels.
    pub(crate) fn size(&self) -> (u32, u32) {
        match self.aspect_ratio.as_str() {
            "1:1" => (1080, 1080),
            "9:16" => (1080, 1920),
            _ => (1080, 1350),
        }
    }
}

impl Slider {
    /// Whether what shapes its pictures can be changed.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status, SliderStatus::Draft | SliderStatus::Failed)
    }

    /// The key of a slide's finished picture.
    pub(crate) fn picture_key(&self, slide: &Slide) -> String {
        let (slug, position) = (&self.slug, slide.position);
        format!("sliders/{slug}/{position}-v{}.png", slide.version)
    }

    /// The key of a slide's background.
    pub(crate) fn background_key(&self, slide: &Slide) -> String {
        let (slug, position) = (&self.slug, slide.position);
        format!(
            "sliders/{slug}/{position}-background-{}.png",
            self.generation
        )
    }

    /// What the key of each of its logos begins with.
    pub(crate) fn logo_prefix(&self) -> String {
        format!("sliders/{}/logo/", self.slug)
    }
}

impl Sliders {
    /// The carousel with this name.
    pub(crate) fn find(&self, slug: &str) -> Option<&Slider> {
        self.all.iter().find(|slider| slider.slug == slug)
    }

    /// The carousel with this name, to be changed.
    pub(crate) fn find_mut(&mut self, slug: &str) -> Option<&mut Slider> {
        self.all.iter_mut().find(|slider| slider.slug == slug)
    }
}

impl Slide {
    /// A slide with these words, ordered for the first time in its generation.
    pub(super) fn ordered(position: u32, version: u32, words: Words) -> Self {
        Self {
            position,
            headline: words.headline,
            body: words.body,
            kicker: words.kicker,
            status: SlideStatus::Pending,
            version,
            drawn: 0,
            background: 0,
            starts: 0,
            previews: 0,
            ends: 0,
            failing: false,
        }
    }
}
