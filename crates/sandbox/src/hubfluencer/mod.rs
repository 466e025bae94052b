//! Hubfluencer's API, endpoint by endpoint, as the contract text has it.

mod assists;
mod auth;
mod books;
mod creative;
mod credits;
mod darkroom;
mod document;
mod editor;
mod envelope;
mod fields;
mod id;
mod idempotency;
mod images;
mod moment;
mod problem;
mod rate;
mod records;
mod results;
mod screening;
mod seed;
mod service;
mod settings;
mod shorts;
mod sliders;
mod slug;
mod start;
mod tokens;
mod uploads;
mod work;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use utoipa::{OpenApi as _, openapi::OpenApi};
use utoipa_axum::router::OpenApiRouter;

pub use books::{HubBooks, HubCharge};
use document::Document;
use problem::Problem;
pub(crate) use service::HubService;
pub(crate) use start::{Opened, open};

use crate::{
    faults::Fault,
    riffkit::session_cookie,
    tampering::{Tampering, tampered},
};

/// The endpoints, and the document that is made from them.
///
/// A handler stands here once; its path, method and answers are in its own annotation.
fn api() -> (Router<Arc<HubService>>, OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .merge(tokens::routes())
        .merge(credits::routes())
        .merge(assists::routes())
        .merge(sliders::routes())
        .merge(shorts::routes())
        .merge(editor::routes())
        .merge(uploads::routes())
        .merge(images::routes())
        .split_for_parts()
}

/// The document that describes the endpoints, as JSON (OpenAPI 3.1).
pub(crate) fn openapi() -> String {
    let (_, document) = api();
    document
        .to_pretty_json()
        .expect("a document is made of strings, numbers and maps with string keys")
}

/// Everything that the API's origin answers.
pub(crate) fn router(service: Arc<HubService>) -> Router {
    let (api, document) = api();
    api.route(
        "/openapi.json",
        get(async move || Json(document.clone()).into_response()),
    )
    .fallback(async || Problem::not_found())
    .method_not_allowed_fallback(async || {
        Problem::bare(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed")
    })
    .layer(middleware::from_fn_with_state(
        Arc::clone(&service),
        idempotency::replayed,
    ))
    .layer(middleware::from_fn_with_state(
        tampering(&service),
        tampered,
    ))
    .layer(middleware::from_fn_with_state(
        Arc::clone(&service),
        watched,
    ))
    .with_state(service)
}

/// The faults that meet any endpoint.
fn tampering(service: &HubService) -> Tampering {
    Tampering {
        faults: service.faults.clone(),
        clock: Arc::clone(&service.clock),
        closing: service.closing.clone(),
        answered: Problem::of_status,
    }
}

/// Logs every request, and answers for a captive portal where that fault is armed.
async fn watched(State(service): State<Arc<HubService>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let number = service
        .traffic
        .came(request.method().as_str(), &path, service.clock.now());
    if session_cookie(request.headers()).is_some() {
        service.traffic.went_astray();
    }
    let portal = path.starts_with("/api/") && service.faults.strikes(&Fault::HtmlInsteadOfJson);
    let mut response = if portal {
        Html(include_str!("../../assets/pages/portal.html")).into_response()
    } else {
        next.run(request).await
    };
    service.traffic.answered(number, response.status().as_u16());
    response
        .headers_mut()
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}
