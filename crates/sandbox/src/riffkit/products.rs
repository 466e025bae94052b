//! The products.

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use super::{auth::SignedIn, document::Unauthenticated};

/// A product, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProductOut {
    id: String,
    name: String,
    description: Option<String>,
    target_audience: Option<String>,
}

/// The products.
#[utoipa::path(
    get,
    path = "/api/products",
    security(("session" = [])),
    responses((status = 200, body = [ProductOut]), Unauthenticated)
)]
pub(crate) async fn list(_: SignedIn) -> Json<Vec<ProductOut>> {
    Json(Vec::new())
}
