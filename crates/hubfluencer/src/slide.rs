//! A slider as the service tells of it.

use lenient::open_words;
use serde::{Deserialize, Serialize};
use wire::Presigned;

use crate::{Extra, Id};

open_words! {
    /// How far a slider, or one of its slides, is: what is polled for.
    SliderStatus {
        /// Created, not generating. Sliders only.
        Draft => "draft",
        /// Not rendered yet. Slides only.
        Pending => "pending",
        /// Being made.
        Processing => "processing",
        /// Done.
        Completed => "completed",
        /// Ended without; the credits are given back.
        Failed => "failed",
    }
}

open_words! {
    /// Language of the generated copy.
    SliderLanguage {
        /// English; the default.
        English => "en",
        /// French.
        French => "fr",
        /// Spanish.
        Spanish => "es",
        /// German.
        German => "de",
        /// Italian.
        Italian => "it",
        /// Portuguese.
        Portuguese => "pt",
        /// Dutch.
        Dutch => "nl",
        /// Polish.
        Polish => "pl",
    }
}

open_words! {
    /// What the slides are about.
    SliderMode {
        /// A story; the default.
        Creative => "creative",
        /// The product's facts and benefits.
        AdDriven => "ad_driven",
    }
}

open_words! {
    /// How the slides are composed. The first three are creative, the others ad-driven.
    SliderTemplate {
        /// Creative: large words.
        BoldStatement => "boldStatement",
        /// Creative: as a magazine.
        EditorialStory => "editorialStory",
        /// Creative: glued together.
        Scrapbook => "scrapbook",
        /// Ad-driven: features side by side.
        FeatureGrid => "featureGrid",
        /// Ad-driven: an offer.
        OfferCard => "offerCard",
        /// Ad-driven: one against another.
        Comparison => "comparison",
    }
}

open_words! {
    /// Shape of the slides.
    SliderAspectRatio {
        /// 4:5; the default.
        Portrait => "4:5",
        /// 1:1.
        Square => "1:1",
        /// 9:16.
        Story => "9:16",
    }
}

open_words! {
    /// Where the words stand on a slide. Not sent for the template's own place.
    SliderTextPosition {
        /// Above.
        Top => "top",
        /// In the middle.
        Middle => "middle",
        /// Below.
        Bottom => "bottom",
    }
}

/// A slider.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Slider {
    /// Its name in addresses.
    #[serde(deserialize_with = "lenient::handle")]
    pub slug: String,
    /// Id, where the service gives one.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub id: Option<Id>,
    /// How far it is.
    #[serde(default)]
    pub status: SliderStatus,
    /// What it is about.
    #[serde(default, deserialize_with = "lenient::text")]
    pub prompt: Option<String>,
    /// Language of its copy.
    #[serde(default)]
    pub language: SliderLanguage,
    /// Story or facts.
    #[serde(default)]
    pub mode: SliderMode,
    /// Composition.
    #[serde(default)]
    pub template: SliderTemplate,
    /// How many slides it has, or will have.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub slide_count: Option<u64>,
    /// Shape.
    #[serde(default)]
    pub aspect_ratio: SliderAspectRatio,
    /// `#rrggbb`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub accent_color: Option<String>,
    /// Where the words stand.
    #[serde(default)]
    pub text_position: SliderTextPosition,
    /// Key of the logo in storage.
    #[serde(default, deserialize_with = "lenient::text")]
    pub logo_s3_key: Option<String>,
    /// Caption for the post.
    #[serde(default, deserialize_with = "lenient::text")]
    pub caption: Option<String>,
    /// Hashtags for the post.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub hashtags: Vec<String>,
    /// The slides, as far as they exist.
    #[serde(default, deserialize_with = "lenient::list")]
    pub slides: Vec<Slide>,
    /// Why it failed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub error_message: Option<String>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

/// One slide.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Slide {
    /// Its place, as the service counts.
    #[serde(deserialize_with = "lenient::count")]
    pub position: u32,
    /// Headline.
    #[serde(default, deserialize_with = "lenient::text")]
    pub headline: Option<String>,
    /// Words below it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub body: Option<String>,
    /// Small line above it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub kicker: Option<String>,
    /// How far it is.
    #[serde(default)]
    pub status: SliderStatus,
    /// The finished still; expires after 24 hours.
    #[serde(default, deserialize_with = "lenient::shape", skip_serializing)]
    pub image_url: Option<Presigned>,
    /// The background without words; expires after 1 hour.
    #[serde(default, deserialize_with = "lenient::shape", skip_serializing)]
    pub background_url: Option<Presigned>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}
