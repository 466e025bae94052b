//! What the person is about to order, and the review that the confirm step shows.

use serde::{Deserialize, Serialize};

use crate::{
    CharacterId, ClipId, Millis, NewProduct, OverLimit, ProductId, ReviewId, SourceView, TemplateId,
};

/// Longest creative direction or hook hint, in characters as the service counts them.
pub const TEXT_CAP_CHARS: usize = 5_000;

/// Length of a text as the service counts it: Unicode code points, not bytes, after line ends
/// were made single `\n` (a text area may hold `\r\n`).
pub fn text_length(text: &str) -> usize {
    text.chars().filter(|c| *c != '\r').count()
}

/// Where the riff comes from: exactly one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// A local clip that the person chose.
    Clip {
        /// Stands for its path.
        clip_id: ClipId,
    },
    /// A link to one TikTok video.
    Link {
        /// As the person gave it, trimmed.
        url: String,
        /// The unusual host that the person agreed to, if they were asked about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        agreed_host: Option<String>,
    },
    /// An analysed template of the service.
    Template {
        /// The service's id.
        template_id: TemplateId,
        /// Its name, as it was shown when it was chosen.
        #[serde(default)]
        name: String,
    },
}

/// The product of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanProduct {
    /// One that the service has.
    Known {
        /// Its id.
        product_id: ProductId,
        /// Its name, as it was shown when it was chosen.
        #[serde(default)]
        name: String,
    },
    /// A staged one: written after the confirm and not before.
    New {
        /// The product.
        product: NewProduct,
    },
}

/// Whether the product is seen (`product_visibility`). `no_product` is the service's own word for
/// a plan without one, and is never sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// As a thing in the picture.
    #[default]
    OnCamera,
    /// In words alone.
    OffCamera,
}

/// Which of the service's two doors an order takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderWay {
    /// In bulk for a template with several characters, else as a riff.
    #[default]
    Auto,
    /// `POST /api/riffs`.
    Riff,
    /// `POST /api/pipeline/batch`: from a template only.
    Batch,
}

/// An order in the making. Everything but the source has a good default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Where it comes from.
    pub source: Option<Source>,
    /// Code of `GET /api/languages`. Empty: the service's first.
    #[serde(default)]
    pub language: String,
    /// Creative direction (`content_anchor`), up to [`TEXT_CAP_CHARS`].
    #[serde(default)]
    pub direction: String,
    /// Hook hint (`user_hint`), up to [`TEXT_CAP_CHARS`]. Never sent with a template.
    #[serde(default)]
    pub hint: String,
    /// One video for each of them. Empty: Auto, an AI-generated person.
    #[serde(default)]
    pub characters: Vec<CharacterId>,
    /// The product, if there is one.
    #[serde(default)]
    pub product: Option<PlanProduct>,
    /// Whether it is seen. Means nothing without a product.
    #[serde(default)]
    pub visibility: Visibility,
    /// The service's door.
    #[serde(default)]
    pub way: OrderWay,
}

/// Something to think about before the yes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Caution {
    /// The link's host is none of TikTok's: the person must agree to it by name.
    UnusualHost {
        /// The host.
        host: String,
    },
    /// The service may refuse a file of this size.
    NearSizeCap,
    /// A container that the service does not name.
    UnknownContainer,
    /// The same source was ordered a short while ago.
    OrderedBefore {
        /// When.
        at: Millis,
    },
    /// The template's analysis is stale: a new one is advised before it is riffed.
    StaleTemplate {
        /// Which.
        template_id: TemplateId,
    },
}

/// A chosen character, restated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenCharacter {
    /// Which.
    pub character_id: CharacterId,
    /// Its name.
    pub name: String,
}

/// A chosen product, restated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenProduct {
    /// The service's id; `None` for a staged one that is not written yet.
    pub product_id: Option<ProductId>,
    /// Its name.
    pub name: String,
    /// Images that are sent with it, for a staged one.
    pub new_images: u32,
    /// Whether it is seen.
    pub visibility: Visibility,
}

/// The plan restated, for the one confirm step. Its id submits exactly this plan, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Good for one submit.
    pub review_id: ReviewId,
    /// The source restated.
    pub source: SourceView,
    /// The language that will be sent.
    pub language: LanguageView,
    /// The creative direction that will be sent.
    pub direction: String,
    /// The hook hint that will be sent.
    pub hint: String,
    /// The characters. Empty: Auto.
    pub characters: Vec<ChosenCharacter>,
    /// The product.
    pub product: Option<ChosenProduct>,
    /// How many videos will be made: one for each character, else one.
    pub videos: u32,
    /// What it can cost at most, in seconds of video: one video of the deployment's longest for each
    /// character. Zero where the service said no cap.
    #[serde(default)]
    pub at_most_seconds: f64,
    /// The limits that it would go over: an extra yes ([`crate::ask::AllowOverLimit`]) comes first.
    #[serde(default)]
    pub over_limits: Vec<OverLimit>,
    /// What to think about first.
    pub cautions: Vec<Caution>,
}

/// A language that the service can make videos in (`GET /api/languages`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageView {
    /// BCP-47 code.
    pub code: String,
    /// The service's own name of it.
    pub name: String,
}
