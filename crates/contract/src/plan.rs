//! What the person is about to order, and the review that the confirm step shows.

use serde::{Deserialize, Serialize};

use crate::{ClipId, Millis, ReviewId, SourceView};

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
}

/// An order in the making. Character is Auto and product none until those can be chosen.
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
    /// Hook hint (`user_hint`), up to [`TEXT_CAP_CHARS`].
    #[serde(default)]
    pub hint: String,
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
