//! Products and their images.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::moment::Millis;

/// Whether a product is seen in a reel (contract: `product_visibility`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Visibility {
    /// It is seen as a physical object.
    OnCamera,
    /// It is only told of.
    OffCamera,
}

/// The product of a riff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Placed {
    pub(crate) product_id: String,
    pub(crate) visibility: Visibility,
}

/// A product.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Product {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) target_audience: Option<String>,
    pub(crate) images: Vec<ProductImage>,
    pub(crate) created: Millis,
}

/// One image of a product.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ProductImage {
    pub(crate) id: String,
    pub(crate) name: String,
    /// What the person wrote, or what the automatic captioning finds.
    pub(crate) description: String,
    /// When the automatic captioning is done; none where the person wrote the description.
    pub(crate) captioned: Option<Millis>,
    pub(crate) usage_context: String,
    pub(crate) content_policy: ContentPolicy,
    pub(crate) place: ImagePlace,
}

/// Whether the engine may edit an image.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ContentPolicy {
    #[default]
    Locked,
    Mutable,
}

/// Where an image is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ImagePlace {
    /// It was uploaded, and is kept under this name in the pictures folder.
    Kept {
        /// The file's name.
        file: String,
    },
    /// It is at a public address, which the sandbox never fetches.
    Linked {
        /// The address.
        url: String,
    },
}
