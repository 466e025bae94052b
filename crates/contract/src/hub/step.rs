//! Steps that cost credits: what they would cost, the one yes, and what came of it.

use serde::{Deserialize, Serialize};

use super::{ProjectKey, ProjectKind};
use crate::{Millis, OverLimit, PurchaseId, Refusal, StepReviewId};

/// How long the service answers a key that it knows with its first answer (24 h). Within it a lost
/// answer can be asked for again without paying twice.
pub const SAME_KEY_WITHIN_MILLIS: Millis = 24 * 60 * 60 * 1000;

/// A step that costs credits, or may.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Makes a short (15 credits).
    GenerateShort {
        /// The short.
        slug: String,
    },
    /// Makes a carousel (a credit a slide).
    GenerateCarousel {
        /// The carousel.
        slug: String,
    },
    /// Lets autopilot make an ad.
    Autopilot {
        /// The ad.
        slug: String,
    },
    /// Makes a scene (5 credits).
    GenerateScene {
        /// The ad.
        slug: String,
        /// The scene.
        scene_id: String,
    },
    /// Makes a scene again (4 credits).
    RegenerateScene {
        /// The ad.
        slug: String,
        /// The scene.
        scene_id: String,
    },
    /// Makes all scenes that are not made (4 credits each, at least 3).
    GenerateScenes {
        /// The ad.
        slug: String,
    },
    /// Speaks the narration (3 credits).
    GenerateVoice {
        /// The ad.
        slug: String,
        /// A voice of the service: letters, digits, `_` and `-`, at most 64.
        voice_id: String,
    },
    /// Makes the music (5 credits).
    GenerateMusic {
        /// The ad.
        slug: String,
        /// What it is to be like: at most 1,200 characters count.
        prompt: String,
    },
    /// Renders the ad (5 credits for each scene that is not made yet).
    Render {
        /// The ad.
        slug: String,
    },
    /// Buys a batch of assists (1 credit). Each is a purchase of its own: it has no key.
    UnlockAssists,
}

impl Step {
    /// The project that it is about. None: the account.
    pub fn project(&self) -> Option<ProjectKey> {
        let (kind, slug) = match self {
            Self::GenerateShort { slug } => (ProjectKind::Short, slug),
            Self::GenerateCarousel { slug } => (ProjectKind::Carousel, slug),
            Self::Autopilot { slug }
            | Self::GenerateScene { slug, .. }
            | Self::RegenerateScene { slug, .. }
            | Self::GenerateScenes { slug }
            | Self::GenerateVoice { slug, .. }
            | Self::GenerateMusic { slug, .. }
            | Self::Render { slug } => (ProjectKind::Editor, slug),
            Self::UnlockAssists => return None,
        };
        Some(ProjectKey::new(kind, slug))
    }

    /// The word for it in the locale files: `hub-step-<word>`.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::GenerateShort { .. } => "generate-short",
            Self::GenerateCarousel { .. } => "generate-carousel",
            Self::Autopilot { .. } => "autopilot",
            Self::GenerateScene { .. } => "generate-scene",
            Self::RegenerateScene { .. } => "regenerate-scene",
            Self::GenerateScenes { .. } => "generate-scenes",
            Self::GenerateVoice { .. } => "generate-voice",
            Self::GenerateMusic { .. } => "generate-music",
            Self::Render { .. } => "render",
            Self::UnlockAssists => "unlock-assists",
        }
    }
}

/// What a step is about, restated for the confirm step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StepScope {
    /// The project's first words.
    pub title: String,
    /// Slides or scenes that are made. None where it doesn't apply.
    pub pieces: Option<u32>,
    /// Seconds of the finished video, where it is known.
    pub seconds: Option<f64>,
}

/// Something to think about before the yes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum StepCaution {
    /// The balance does not reach: the service will refuse.
    NotEnough {
        /// Credits missing.
        missing: u32,
    },
    /// The service could not be asked for the price: this is the contract's.
    PriceFromContract,
    /// The project was made before: what is there will be replaced.
    Replaces,
}

/// A step restated, for the one confirm. Its id takes exactly this step, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepReview {
    /// Good for one.
    pub step_review_id: StepReviewId,
    /// The step.
    pub step: Step,
    /// What it is about.
    pub scope: StepScope,
    /// Credits that it costs.
    pub credits: u32,
    /// Credits of the account, where the service said it.
    pub available: Option<i64>,
    /// The limits that it would go over: an extra yes comes first.
    #[serde(default)]
    pub over_limits: Vec<OverLimit>,
    /// To think about.
    pub cautions: Vec<StepCaution>,
}

/// Where a paid step stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PurchaseState {
    /// On its way.
    Sending,
    /// The answer was lost: it is asked for again, with the same key, so that nothing is paid twice.
    AskingAgain {
        /// When it is asked next.
        at: Millis,
        /// Why the last try brought nothing.
        refusal: Refusal,
    },
    /// The service has taken it.
    Taken,
    /// The service refused it: nothing was charged.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// It never left whole: nothing was charged.
    NotSent,
    /// It may have been taken, and can't be asked again safely: the person looks, and says.
    InDoubt,
    /// It was in doubt, and the person said that it was not taken.
    GivenUp,
}

impl PurchaseState {
    /// Whether something more may come of it.
    pub fn is_open(&self) -> bool {
        matches!(
            self,
            Self::Sending | Self::AskingAgain { .. } | Self::InDoubt
        )
    }
}

/// A step that the person said yes to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PurchaseView {
    /// Ours, from before it left.
    pub purchase_id: PurchaseId,
    /// The step.
    pub step: Step,
    /// Credits that were shown.
    pub credits: u32,
    /// Where it stands.
    #[serde(flatten)]
    pub state: PurchaseState,
    /// When the person said yes.
    pub created_at: Millis,
    /// When it came to rest.
    pub ended_at: Option<Millis>,
}
