//! What shorts, carousels and ads have in common.

use serde::{Deserialize, Serialize};

use super::{CarouselView, EditorView, ImageRole, ShortView};
use crate::{AssetId, Millis};

/// The three things that can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// A video from one prompt.
    Short,
    /// A carousel of still slides ("slider").
    Carousel,
    /// An ad of several scenes.
    Editor,
}

impl ProjectKind {
    /// Its stable text.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Carousel => "carousel",
            Self::Editor => "editor",
        }
    }
}

/// One project of the service.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ProjectKey {
    /// What it is.
    pub kind: ProjectKind,
    /// The service's name of it in its addresses.
    pub slug: String,
}

impl ProjectKey {
    /// The project of this kind and slug.
    pub fn new(kind: ProjectKind, slug: impl Into<String>) -> Self {
        Self {
            kind,
            slug: slug.into(),
        }
    }
}

/// A project, whichever it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProjectView {
    /// A short.
    Short(Box<ShortView>),
    /// A carousel.
    Carousel(Box<CarouselView>),
    /// An ad.
    Editor(Box<EditorView>),
}

impl ProjectView {
    /// Which it is.
    pub fn key(&self) -> ProjectKey {
        match self {
            Self::Short(view) => ProjectKey::new(ProjectKind::Short, &view.slug),
            Self::Carousel(view) => ProjectKey::new(ProjectKind::Carousel, &view.slug),
            Self::Editor(view) => ProjectKey::new(ProjectKind::Editor, &view.slug),
        }
    }

    /// Whether the service works on it now.
    pub fn is_under_way(&self) -> bool {
        match self {
            Self::Short(view) => view.is_under_way(),
            Self::Carousel(view) => view.is_under_way(),
            Self::Editor(view) => view.is_under_way(),
        }
    }

    /// When it changed last, here.
    pub fn changed_at(&self) -> Millis {
        match self {
            Self::Short(view) => view.changed_at,
            Self::Carousel(view) => view.changed_at,
            Self::Editor(view) => view.changed_at,
        }
    }
}

/// A quiet word about a project that is under way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum ProjectNote {
    /// Over the stated longest wait (10 min; autopilot 30): looked at less often, until the person asks.
    TakingLong {
        /// Minutes that were waited.
        minutes: u32,
    },
    /// The last looks failed.
    Unreachable {
        /// When it is tried again.
        retry_at: Millis,
    },
    /// The token is no longer good.
    SignInNeeded,
}

/// The state of one job within an ad: its voice, its music, a render.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JobStatus {
    /// Not begun.
    #[default]
    None,
    /// Waiting or under way.
    Processing,
    /// There.
    Completed,
    /// It failed.
    Failed,
    /// What else the service wrote.
    Other(String),
}

/// The last render of a short or an ad.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RenderView {
    /// Where it stands.
    pub status: JobStatus,
    /// The finished video in the library.
    pub asset_id: Option<AssetId>,
    /// Length in seconds, where the service says it.
    pub duration_seconds: Option<f64>,
    /// The service's own words on a failure.
    pub error: Option<String>,
}

/// Something of a project that can be played or shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "part", content = "id", rename_all = "snake_case")]
pub enum ProjectMedia {
    /// The finished video.
    Video,
    /// A still of the finished video, where the service has one.
    VideoStill,
    /// A finished slide, by position.
    Slide(u32),
    /// A slide's background before its words, by position.
    Background(u32),
    /// A scene's video, by its id.
    Scene(String),
    /// A scene's still, by its id.
    SceneStill(String),
    /// The first frame of an uploaded clip, by the upload's id.
    FirstFrame(String),
    /// An image of the project.
    Image(ImageRole),
}

impl ProjectMedia {
    /// Whether it moves: it is played then, and shown otherwise.
    pub const fn is_video(&self) -> bool {
        matches!(self, Self::Video | Self::Scene(_))
    }
}
