//! What is asked of the library.

use serde::{Deserialize, Serialize};

use crate::{
    CharacterId, FileId, Millis, ProductId, ReelView, Refusal, Service, TemplateId, UploadId,
};

/// Reels asked for at once.
pub const REELS_PAGE: u32 = 60;

/// Which reels, in which order (`GET /api/assets` with `asset_role=final_reel`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LibraryQuery {
    /// Made by this service. None: by either.
    #[serde(default)]
    pub service: Option<Service>,
    /// With any of these. Empty: with anybody.
    #[serde(default)]
    pub characters: Vec<CharacterId>,
    /// With any of these. Empty: with anything.
    #[serde(default)]
    pub products: Vec<ProductId>,
    /// From any of these. Empty: from anything.
    #[serde(default)]
    pub templates: Vec<TemplateId>,
    /// Made lately.
    #[serde(default)]
    pub window: CreatedWindow,
    /// Order.
    #[serde(default)]
    pub sort: ReelSort,
    /// Words of the title, the caption or the hashtags. Looked for in what is kept here: the
    /// service has no search.
    #[serde(default)]
    pub search: String,
    /// Pages of [`REELS_PAGE`], the first is 1 (0 is the first too).
    #[serde(default)]
    pub page: u32,
}

/// The service's windows of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum CreatedWindow {
    /// Ever.
    #[default]
    #[serde(rename = "ever")]
    Ever,
    /// Today.
    #[serde(rename = "today")]
    Today,
    /// Seven days.
    #[serde(rename = "7d")]
    Week,
    /// Thirty days.
    #[serde(rename = "30d")]
    Month,
    /// Ninety days.
    #[serde(rename = "90d")]
    Quarter,
}

/// The service's orders of reels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReelSort {
    /// Newest first (`created_desc`).
    #[default]
    Newest,
    /// Oldest first (`created_asc`).
    Oldest,
    /// By character (`character_az`).
    Character,
    /// By product (`product_az`).
    Product,
}

/// A piece of the library.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReelPage {
    /// The reels, in the order that was asked for.
    pub reels: Vec<ReelView>,
    /// Whether more may follow.
    pub has_more: bool,
    /// How many there are in all, where it is known.
    pub total: Option<u64>,
    /// Why the service could not be asked: these are what is kept here.
    pub kept_because: Option<Refusal>,
}

/// Reference material that the person uploaded (`AssetOut` with `type=upload`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReferenceView {
    /// The service's id.
    pub asset_id: crate::AssetId,
    /// Its name.
    pub name: String,
    /// Whether there is a picture of it.
    pub has_picture: bool,
    /// Its product.
    pub product_id: Option<ProductId>,
    /// Its character.
    pub character_id: Option<CharacterId>,
    /// When it was uploaded.
    pub created_at: Option<Millis>,
}

/// Reference material to upload (`POST /api/assets/upload`, `asset_role=reference`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewReference {
    /// A file that the person chose.
    pub file_id: FileId,
    /// Empty: the file's.
    #[serde(default)]
    pub name: String,
    /// Notes.
    #[serde(default)]
    pub notes: String,
    /// Its product.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// Its character.
    #[serde(default)]
    pub character_id: Option<CharacterId>,
}

/// One uploading of reference material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UploadView {
    /// This uploading.
    pub upload_id: UploadId,
    /// The file's name.
    pub name: String,
    /// How it goes.
    #[serde(flatten)]
    pub state: UploadState,
}

/// How an uploading goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum UploadState {
    /// On its way.
    Sending {
        /// Bytes that left.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
    },
    /// The service has it.
    Done {
        /// As it is listed.
        reference: ReferenceView,
    },
    /// It failed.
    Failed {
        /// Why.
        refusal: Refusal,
    },
    /// The person cancelled it.
    Cancelled,
}
