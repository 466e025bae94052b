//! Riffkit's API, endpoint by endpoint, as the contract text has it.

mod allowance;
mod asset_form;
mod asset_upload;
mod asset_view;
mod assets;
mod auth;
mod billing;
mod catalogue;
mod characters;
mod content;
mod device;
mod document;
mod files;
mod formula_view;
mod formulas;
mod id;
mod image_form;
mod json_body;
mod ordering;
mod pictures;
mod pipeline;
mod problem;
mod product_images;
mod products;
mod query;
mod riff_form;
mod riffs;
mod scopes;
mod skill;
mod tampering;
mod task_actions;
mod task_view;
mod tasks;
mod tiktok;
mod usage;
mod window;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use serde_json::json;
use utoipa::{OpenApi as _, openapi::OpenApi};
use utoipa_axum::{
    router::{OpenApiRouter, UtoipaMethodRouterExt as _},
    routes,
};

pub(crate) use auth::session_cookie;
pub(crate) use device::expire as device_expire;
use document::Document;
pub(crate) use problem::Problem;
pub(crate) use tampering::tampering;

use crate::{faults::Fault, pages, service::Service, tampering::tampered};

/// The endpoints, and the document that is made from them.
///
/// A handler stands here once; its path, method and answers are in its own annotation.
fn api() -> (Router<Arc<Service>>, OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(device::authorize))
        .routes(routes!(device::token))
        .routes(routes!(auth::me))
        .routes(routes!(catalogue::languages))
        .routes(routes!(catalogue::settings))
        .routes(routes!(characters::list))
        .routes(routes!(products::list, products::create))
        // The handler counts the bytes itself, as the contract's cap is that of one part.
        .routes(routes!(product_images::add).layer(DefaultBodyLimit::disable()))
        .routes(routes!(pictures::picture))
        // The handler counts the bytes itself, as the contract's cap is that of one part.
        .routes(routes!(riffs::submit).layer(DefaultBodyLimit::disable()))
        .routes(routes!(pipeline::submit))
        .routes(routes!(formulas::list))
        .routes(routes!(formulas::one))
        .routes(routes!(formulas::refresh))
        .routes(routes!(tasks::list))
        .routes(routes!(tasks::stats))
        .routes(routes!(tasks::batch))
        .routes(routes!(tasks::one))
        .routes(routes!(task_actions::cancel))
        .routes(routes!(task_actions::retry))
        .routes(routes!(content::content))
        .routes(routes!(assets::list))
        .routes(routes!(asset_upload::upload).layer(DefaultBodyLimit::disable()))
        .routes(routes!(files::link))
        .routes(routes!(files::file))
        .routes(routes!(usage::credits))
        .routes(routes!(usage::daily_budget))
        .routes(routes!(usage::summary))
        .routes(routes!(usage::history))
        .routes(routes!(scopes::members))
        .routes(routes!(skill::skill))
        .routes(routes!(billing::plans))
        .routes(routes!(billing::subscription))
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
pub(crate) fn router(service: Arc<Service>) -> Router {
    let (api, document) = api();
    api.route(
        "/openapi.json",
        get(async move || Json(document.clone()).into_response()),
    )
    .merge(pages::routes())
    .fallback(async || answer(StatusCode::NOT_FOUND, "Not Found"))
    .method_not_allowed_fallback(async || {
        answer(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed")
    })
    .layer(middleware::from_fn_with_state(
        Arc::clone(&service),
        tampering::altered,
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

fn answer(status: StatusCode, detail: &str) -> Response {
    (status, Json(json!({ "detail": detail }))).into_response()
}

/// Logs every request, and answers for a captive portal where that fault is armed.
async fn watched(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let number = service
        .traffic
        .came(request.method().as_str(), &path, service.clock.now());
    if request.headers().contains_key(header::AUTHORIZATION) {
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
