//! Images of a person's own: products, end cards, closing images and logos. Each is presigned,
//! put into the object storage, and confirmed (contract: Uploads & local assets).

mod editors;
mod forms;
mod place;
mod rules;
mod shorts;
mod sliders;

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use serde::{Deserialize, Serialize};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::service::HubService;
use crate::objects::Objects;

/// How long the address of an image holds.
const SHOWN: Duration = Duration::from_secs(60 * 60);

/// An image that was confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Image {
    /// Where it is in the object storage.
    pub(crate) s3_key: String,
    /// `image/jpeg` or `image/png`.
    pub(crate) content_type: String,
    /// What it shows, in a person's words.
    pub(crate) product_description: Option<String>,
}

impl Image {
    /// An address to look at it, for an hour.
    pub(crate) fn url(&self, objects: &Objects) -> String {
        objects.presign_get(&self.s3_key, SHOWN).into()
    }
}

/// What was presigned, by its key in the object storage.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Images {
    #[serde(default)]
    presigned: BTreeMap<String, Announced>,
}

/// What a presign announced.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Announced {
    content_type: String,
    /// None for an end card, whose presign names no length.
    bytes: Option<u64>,
}

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(shorts::presign_product))
        .routes(routes!(shorts::confirm_product))
        .routes(routes!(shorts::presign_poster))
        .routes(routes!(shorts::confirm_poster))
        .routes(routes!(sliders::presign_logo))
        .routes(routes!(sliders::confirm_logo))
        .routes(routes!(editors::presign_product))
        .routes(routes!(editors::confirm_product))
        .routes(routes!(editors::presign_closing))
        .routes(routes!(editors::confirm_closing))
        .routes(routes!(editors::presign_logo))
        .routes(routes!(editors::confirm_logo))
}
