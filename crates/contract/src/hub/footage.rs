//! The person's own clips and images on their way to a project.

use serde::{Deserialize, Serialize};

use super::ProjectKey;
use crate::{FileId, FootageId, Millis, Refusal};

/// Largest clip, in bytes (500 MB).
pub const FOOTAGE_CAP_BYTES: u64 = 500_000_000;
/// Longest clip, in seconds (5 min).
pub const FOOTAGE_CAP_SECONDS: f64 = 300.0;
/// From this size on a clip goes in parts unless the person says otherwise (50 MB).
pub const MULTIPART_FROM_BYTES: u64 = 50_000_000;
/// Largest image, in bytes (20 MB).
pub const HUB_IMAGE_CAP_BYTES: u64 = 20_000_000;

/// How a clip is fitted to the ad's shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FitMode {
    /// Whole, over a blurred filling.
    #[default]
    Blur,
    /// Cropped to fill.
    Cover,
}

impl FitMode {
    /// The contract's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Blur => "blur",
            Self::Cover => "cover",
        }
    }
}

/// How a clip is sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UploadMethod {
    /// In parts from [`MULTIPART_FROM_BYTES`] on.
    #[default]
    Auto,
    /// In one piece.
    Single,
    /// In parts that can be resumed.
    Multipart,
}

/// A clip to upload.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewFootage {
    /// The ad.
    pub slug: String,
    /// A file that the person chose.
    pub file_id: FileId,
    /// How it is fitted.
    #[serde(default)]
    pub fit_mode: FitMode,
    /// What product is seen in it: at most 500 characters.
    #[serde(default)]
    pub product_description: String,
    /// How it is sent.
    #[serde(default)]
    pub method: UploadMethod,
    /// Whether its SHA-256 goes with it (in one piece only), so that the service can compare.
    #[serde(default)]
    pub with_checksum: bool,
}

/// A clip of an ad: on its way, or at the service.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FootageView {
    /// Ours, for one that was sent from here.
    pub footage_id: Option<FootageId>,
    /// The service's, once it has given one, in its JSON form.
    pub upload_id: Option<String>,
    /// The ad.
    pub slug: String,
    /// The file's name.
    pub name: String,
    /// Its size in bytes, where it is known.
    pub size_bytes: Option<u64>,
    /// How it is fitted, where it is known.
    pub fit_mode: Option<FitMode>,
    /// Whether it goes in parts.
    pub in_parts: bool,
    /// Where it stands.
    pub state: FootageState,
    /// Until when its address at storage takes bytes (60 min by contract), for one that goes in one
    /// piece and has one. A newer one is asked for after it.
    #[serde(default)]
    pub address_until: Option<Millis>,
    /// Its length in seconds, where it is known.
    pub duration_seconds: Option<f64>,
    /// Whether there is a picture of its beginning.
    pub has_first_frame: bool,
    /// The scenes that show it.
    pub attached_scene_ids: Vec<String>,
}

/// Where a clip stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum FootageState {
    /// Waiting for its turn, or being measured.
    Waiting,
    /// On its way.
    Sending {
        /// Bytes that storage has acknowledged or that have left.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
        /// Bytes a second, over the last few seconds.
        bytes_per_second: u64,
    },
    /// Nobody answers: it goes on by itself once somebody does.
    AwaitingNetwork {
        /// Bytes that storage has acknowledged.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
        /// When it is tried again.
        retry_at: Millis,
    },
    /// There is a network, and what answers does not do so properly: it goes on by itself once that does.
    AwaitingServer {
        /// Bytes that storage has acknowledged.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
        /// When it is tried again.
        retry_at: Millis,
    },
    /// Paused, or left by an earlier run: goes on where it stopped when the person says so.
    Paused {
        /// Bytes that storage has acknowledged.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
        /// Why it stopped, if the person did not ask for it.
        refusal: Option<Refusal>,
    },
    /// All of it is there; the service looks at it.
    Processing,
    /// It can be placed.
    Ready,
    /// It can't be used.
    Failed {
        /// Why.
        refusal: Refusal,
    },
    /// The person cancelled it; storage keeps nothing of it.
    Cancelled,
    /// What else the service wrote.
    Other {
        /// Its word.
        status: String,
    },
}

impl FootageState {
    /// Whether nothing more happens to it by itself here.
    pub fn has_ended(&self) -> bool {
        matches!(
            self,
            Self::Ready | Self::Failed { .. } | Self::Cancelled | Self::Other { .. }
        )
    }
}

/// What an image is for. Which project takes which: a short product and poster; a carousel logo; an ad
/// product, closing image and logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImageRole {
    /// Woven into the footage.
    Product,
    /// A short's end card.
    Poster,
    /// An ad's last picture.
    ClosingImage,
    /// A logo.
    Logo,
}

/// An image on its way to a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageUploadView {
    /// The project.
    pub project: ProjectKey,
    /// What it is for.
    pub role: ImageRole,
    /// The file's name.
    pub name: String,
    /// When it began.
    pub began_at: Millis,
    /// How it goes.
    pub state: ImageUploadState,
}

/// How an image goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ImageUploadState {
    /// On its way.
    Sending {
        /// Bytes that left.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
    },
    /// The project has it.
    Done,
    /// It failed.
    Failed {
        /// Why.
        refusal: Refusal,
    },
}
