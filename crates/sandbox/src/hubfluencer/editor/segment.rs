//! A scene of an editor project.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{super::work::Work, record::Status};
use crate::moment::Millis;

/// Where a scene's video comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// Generated from its prompt; 8 seconds.
    Ai,
    /// A person's own clip, in its own length.
    Upload,
}

/// How a clip of another shape is brought into the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum FitMode {
    /// Whole, over a blurred fill.
    Blur,
    /// Filling the frame, cut off.
    Cover,
}

/// A scene's video.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Footage {
    /// The video's key in the object storage.
    pub(crate) video: String,
    /// Its still's key.
    pub(crate) picture: Option<String>,
    pub(crate) duration_ms: Millis,
    pub(crate) fit: FitMode,
}

/// A scene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Segment {
    pub(crate) id: u64,
    pub(crate) prompt: String,
    pub(crate) kind: Kind,
    pub(crate) status: Status,
    /// The upload that it shows.
    pub(crate) upload_id: Option<String>,
    /// It shows the product.
    pub(crate) features_product: bool,
    /// The generation that is under way.
    pub(crate) work: Option<Work>,
    /// The generation under way is part of a batch.
    pub(crate) in_batch: bool,
    pub(crate) footage: Option<Footage>,
    pub(crate) error: Option<String>,
}

impl Segment {
    /// A scene that is to be generated from this prompt.
    pub(crate) fn scene(id: u64, prompt: String) -> Self {
        Self {
            id,
            prompt,
            kind: Kind::Ai,
            status: Status::Pending,
            upload_id: None,
            features_product: false,
            work: None,
            in_batch: false,
            footage: None,
            error: None,
        }
    }

    /// It is to be generated, and was not yet. A scene whose regeneration failed has its old
    /// footage still.
    pub(crate) fn is_pending_scene(&self) -> bool {
        self.kind == Kind::Ai
            && self.footage.is_none()
            && matches!(self.status, Status::Pending | Status::Failed)
    }

    /// It is being generated.
    pub(crate) fn is_processing(&self) -> bool {
        self.status == Status::Processing
    }

    /// How long it plays, in milliseconds: its footage, or the 8 seconds of a generated scene.
    pub(crate) fn duration_ms(&self) -> Millis {
        match (&self.footage, self.kind) {
            (Some(footage), Kind::Upload) => footage.duration_ms,
            _ => SCENE_MS,
        }
    }
}

/// The length of every generated scene (contract: a fixed 8 seconds).
pub(crate) const SCENE_MS: Millis = 8_000;
