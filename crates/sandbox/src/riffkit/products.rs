//! The products: list and new ones.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{ConnectInfo, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{BadRequest, Broken, Invalid, Unauthenticated},
    json_body,
    problem::Problem,
};
use crate::{
    connection::Line,
    faults::Fault,
    moment::Millis,
    pictures,
    service::Service,
    state::{ContentPolicy, ImagePlace, Product, ProductImage, new_id},
};

/// A product, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProductOut {
    id: String,
    name: String,
    description: Option<String>,
    target_audience: Option<String>,
    images: Vec<ProductImageOut>,
}

/// An image of a product, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct ProductImageOut {
    id: String,
    url: String,
    name: String,
    description: String,
    usage_context: String,
    content_policy: ContentPolicy,
    /// `pending` while a description is being found, otherwise empty.
    caption_status: &'static str,
}

/// What a new product is made of. The required ones are optional here, so that one that is
/// missing is 400 as the contract has it, and not 422.
#[derive(Deserialize, ToSchema)]
pub(crate) struct ProductUpdateRequest {
    #[schema(required = true, value_type = String, min_length = 1)]
    name: Option<String>,
    #[schema(required = true, value_type = String, min_length = 1)]
    description: Option<String>,
    target_audience: Option<String>,
}

/// ProductOut.
pub(crate) fn view(product: &Product, now: Millis) -> ProductOut {
    ProductOut {
        id: product.id.clone(),
        name: product.name.clone(),
        description: Some(product.description.clone()),
        target_audience: product.target_audience.clone(),
        images: product
            .images
            .iter()
            .map(|image| image_view(image, now))
            .collect(),
    }
}

fn image_view(image: &ProductImage, now: Millis) -> ProductImageOut {
    let is_pending = image.captioned.is_some_and(|at| at > now);
    ProductImageOut {
        id: image.id.clone(),
        url: match &image.place {
            ImagePlace::Kept { file } => pictures::address(file),
            ImagePlace::Linked { url } => url.clone(),
        },
        name: image.name.clone(),
        description: if is_pending {
            String::new()
        } else {
            image.description.clone()
        },
        usage_context: image.usage_context.clone(),
        content_policy: image.content_policy,
        caption_status: if is_pending { "pending" } else { "" },
    }
}

/// The products, newest first.
#[utoipa::path(
    get,
    path = "/api/products",
    security(("session" = [])),
    responses((status = 200, body = [ProductOut]), Unauthenticated)
)]
pub(crate) async fn list(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Json<Vec<ProductOut>> {
    let now = service.now();
    let products = service.store.read(|records| {
        let newest = records.products.iter().rev();
        newest.map(|product| view(product, now)).collect()
    });
    Json(products)
}

/// A new product. Two of the same name are two: the contract has no rule against it.
#[utoipa::path(
    post,
    path = "/api/products",
    security(("session" = [])),
    request_body = ProductUpdateRequest,
    responses((status = 200, body = ProductOut), BadRequest, Unauthenticated, Invalid, Broken)
)]
pub(crate) async fn create(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Problem> {
    let asked: ProductUpdateRequest = json_body::read(&headers, &body)?;
    let product = Product {
        id: new_id(),
        name: json_body::required("name", asked.name)?,
        description: json_body::required("description", asked.description)?,
        target_audience: asked
            .target_audience
            .map(|audience| audience.trim().to_owned())
            .filter(|audience| !audience.is_empty()),
        images: Vec::new(),
        created: service.now(),
    };
    let answer = Json(view(&product, service.now()));
    service.change(|records, _| records.products.push(product))?;
    if service.faults.strikes(&Fault::LoseProductAnswer) {
        line.cut();
    }
    Ok(answer.into_response())
}
