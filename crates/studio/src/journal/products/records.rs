//! What is kept of a writing.

use std::path::PathBuf;

use contract::{Millis, ProductId, ProductWorkId, Refusal};
use serde::{Deserialize, Serialize};

use crate::journal::paths;

/// Where a writing stands on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WorkPhase {
    Running,
    Paused,
    Failed,
    Done,
    Cancelled,
}

impl WorkPhase {
    const ALL: [Self; 5] = [
        Self::Running,
        Self::Paused,
        Self::Failed,
        Self::Done,
        Self::Cancelled,
    ];

    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Failed => "failed",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    /// What an unknown word means: a newer version's, which can be looked at and gone on with.
    pub(super) fn of(word: &str) -> Self {
        let found = Self::ALL.into_iter().find(|phase| phase.as_str() == word);
        found.unwrap_or(Self::Paused)
    }

    /// Whether nothing follows it.
    pub(crate) const fn is_last(self) -> bool {
        matches!(self, Self::Done | Self::Cancelled)
    }
}

/// What is written of a product itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct StagedProduct {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) target_audience: String,
}

/// An image as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct StagedImage {
    pub(crate) name: String,
    pub(crate) image_id: String,
    pub(crate) description: String,
    pub(crate) usage_context: String,
    pub(crate) is_mutable: bool,
    pub(crate) source: StagedSource,
}

/// Where an image comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum StagedSource {
    File {
        #[serde(with = "paths")]
        path: PathBuf,
        /// What the file was when it was chosen.
        mark: String,
        name: String,
        format: String,
        size: u64,
    },
    Url {
        url: String,
    },
}

impl Default for StagedSource {
    fn default() -> Self {
        Self::Url { url: String::new() }
    }
}

/// An image of a writing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ImageRecord {
    pub(crate) image: StagedImage,
    pub(crate) is_done: bool,
    /// Its last byte may have left, and no answer is known.
    pub(crate) is_sealed: bool,
    pub(crate) refusal: Option<Refusal>,
}

/// A writing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WorkRecord {
    pub(crate) work_id: ProductWorkId,
    pub(crate) sender: String,
    pub(crate) phase: WorkPhase,
    pub(crate) product: StagedProduct,
    pub(crate) product_id: Option<ProductId>,
    /// The products that were there before this one was asked for. `None`: it was not.
    pub(crate) asked: Option<Vec<String>>,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) images: Vec<ImageRecord>,
    pub(crate) created_at: Millis,
}
