//! Riffkit's API, endpoint by endpoint, as the contract text has it.

mod assets;
mod auth;
mod billing;
mod catalogue;
mod device;
mod formulas;
mod problem;
mod query;
mod riff_form;
mod riffs;
mod task_view;
mod tasks;
mod tiktok;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{Html, IntoResponse, Response},
    routing::{get, post},
};
use serde_json::json;

pub(crate) use auth::session_cookie;
pub(crate) use device::expire as device_expire;
pub(crate) use problem::Problem;

use crate::{faults::Fault, pages, service::Service};

/// Everything that the API's origin answers.
pub(crate) fn router(service: Arc<Service>) -> Router {
    let api = Router::new()
        .route("/api/skill/device/authorize", post(device::authorize))
        .route("/api/skill/device/token", post(device::token))
        .route("/api/auth/me", get(auth::me))
        .route("/api/languages", get(catalogue::languages))
        .route("/api/settings", get(catalogue::settings))
        .route("/api/characters", get(catalogue::characters))
        .route("/api/products", get(catalogue::products))
        .route(
            "/api/riffs",
            // The handler counts the bytes itself, as the contract's cap is that of one part.
            post(riffs::submit).layer(DefaultBodyLimit::disable()),
        )
        .route("/api/formulas", get(formulas::list))
        .route("/api/formulas/{id}", get(formulas::one))
        .route("/api/tasks", get(tasks::list))
        .route("/api/tasks/stats", get(tasks::stats))
        .route("/api/tasks/batch/{id}", get(tasks::batch))
        .route("/api/tasks/{id}", get(tasks::one))
        .route("/api/tasks/{id}/cancel", post(tasks::cancel))
        .route("/api/tasks/{id}/retry", post(tasks::retry))
        .route("/api/assets", get(assets::list))
        .route("/api/assets/{id}/link", get(assets::link))
        .route("/api/files/{name}", get(assets::file))
        .route("/api/usage/credits", get(billing::credits))
        .route("/api/billing/plans", get(billing::plans))
        .route("/api/billing/subscription", get(billing::subscription));
    api.merge(pages::routes())
        .fallback(async || answer(StatusCode::NOT_FOUND, "Not Found"))
        .method_not_allowed_fallback(async || {
            answer(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed")
        })
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
