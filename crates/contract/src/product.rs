//! Products and their images, and the writing of new ones.

use serde::{Deserialize, Serialize};

use crate::{FileId, ProductId, ProductImageId, ProductWorkId, Refusal};

/// Images of one product, at most.
pub const IMAGES_PER_PRODUCT: usize = 8;
/// Size of one image, at most.
pub const IMAGE_CAP_BYTES: u64 = 50_000_000;

/// A product of the service (`ProductOut`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductView {
    /// The service's id.
    pub product_id: ProductId,
    /// Its name.
    pub name: String,
    /// What it is: the one source of facts about it.
    pub description: String,
    /// Who it is for.
    pub target_audience: String,
    /// Its images.
    pub images: Vec<ProductImageView>,
}

/// An image of a product (`ProductImageOut`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductImageView {
    /// The service's id.
    pub image_id: ProductImageId,
    /// Written in a creative direction, it brings this image on screen. Empty: it can't be named.
    pub name: String,
    /// What it shows.
    pub description: String,
    /// When to use it.
    pub usage_context: String,
    /// Whether the service may change it.
    pub content_policy: ContentPolicy,
    /// Whether the service still writes its description. No error.
    pub caption_pending: bool,
}

/// Whether the service may change an image.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentPolicy {
    /// It may not.
    #[default]
    Locked,
    /// It may.
    Mutable,
    /// What else the service wrote. Never sent.
    Other(String),
}

/// A product that is not written yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NewProduct {
    /// Its name. Required.
    pub name: String,
    /// What it is. Required.
    pub description: String,
    /// Who it is for.
    #[serde(default)]
    pub target_audience: String,
    /// Its images, in the order in which they are sent. At most [`IMAGES_PER_PRODUCT`].
    #[serde(default)]
    pub images: Vec<NewImage>,
}

/// An image that is not sent yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewImage {
    /// Where it comes from.
    pub source: ImageSource,
    /// Required; unique in the product, without regard to case and blanks around it.
    pub name: String,
    /// An id of one's own. Empty: the service makes one.
    #[serde(default)]
    pub image_id: String,
    /// What it shows. Empty: the service writes it.
    #[serde(default)]
    pub description: String,
    /// When to use it.
    #[serde(default)]
    pub usage_context: String,
    /// Whether the service may change it.
    #[serde(default)]
    pub content_policy: ContentPolicy,
}

/// Where an image comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImageSource {
    /// A local file that the person chose.
    File {
        /// Stands for its path.
        file_id: FileId,
    },
    /// A public address, which the service fetches.
    Url {
        /// The address.
        url: String,
    },
}

/// What becomes of videos that are dropped on the window. Images are files anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DropTarget {
    /// Clips to riff.
    #[default]
    Clips,
    /// Files for what is on the page: footage of an ad.
    Files,
}

/// A local file other than a clip to riff: an image of a product, or reference material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileView {
    /// Stands for its path.
    pub file_id: FileId,
    /// Its name.
    pub name: String,
    /// Its size.
    pub size_bytes: u64,
    /// What it is, by its content.
    pub kind: FileKind,
    /// Width in pixels, when it could be read.
    pub width: Option<u32>,
    /// Height in pixels, when it could be read.
    pub height: Option<u32>,
    /// Why it can't be sent.
    pub refusal: Option<Refusal>,
}

/// What a file is, by its content and never by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// jpg, png or webp.
    Image,
    /// A video.
    Video,
    /// Something else.
    Other,
}

/// The writing of a product and its images, one step after another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductWorkView {
    /// This writing.
    pub work_id: ProductWorkId,
    /// The product's name.
    pub name: String,
    /// The product, once the service has it.
    pub product_id: Option<ProductId>,
    /// Where it stands.
    #[serde(flatten)]
    pub state: WorkState,
    /// Its images, in the order in which they are sent.
    pub images: Vec<ImageWorkView>,
}

/// Where a writing stands. What was written stays in each of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum WorkState {
    /// Going on.
    Running,
    /// The person paused it, or the program ended in the middle. Goes on when resumed.
    Paused,
    /// A step failed. Goes on from there when resumed.
    Failed {
        /// Why.
        refusal: Refusal,
    },
    /// All is written.
    Done,
    /// The person gave up what was left.
    Cancelled,
}

/// One image of a writing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImageWorkView {
    /// Its name.
    pub name: String,
    /// Where it stands.
    #[serde(flatten)]
    pub state: ImageWorkState,
}

/// Where one image stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "image", rename_all = "snake_case")]
pub enum ImageWorkState {
    /// Not begun.
    Waiting,
    /// On its way. An address has no bytes to count: `total` is 0.
    Sending {
        /// Bytes that left.
        sent: u64,
        /// Bytes of the whole.
        total: u64,
    },
    /// The service has it. Never sent again.
    Done,
    /// It failed; it is tried again when the writing is resumed.
    Failed {
        /// Why.
        refusal: Refusal,
    },
}
