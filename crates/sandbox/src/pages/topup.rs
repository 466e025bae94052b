//! The page behind `topup_url`: seconds for nothing, as no money is involved here.

use std::sync::Arc;

use axum::{
    Form,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::is_foreign;
use crate::{
    riffkit::Problem,
    service::Service,
    state::{CREDITS_PER_SECOND, available_credits},
};

const PAGE: &str = include_str!("../../assets/pages/top-up.html");
const RESULT: &str = include_str!("../../assets/pages/result.html");
/// Most seconds that one visit adds.
const MOST: u32 = 600;

/// What the form sends.
#[derive(Deserialize)]
pub(super) struct Added {
    seconds: u32,
}

/// Shows what is left, and the button.
pub(super) async fn show(State(service): State<Arc<Service>>, headers: HeaderMap) -> Response {
    let left = service.store.read(available_credits) / CREDITS_PER_SECOND;
    service
        .pages
        .page(&headers)
        .with("left", left)
        .answer(StatusCode::OK, "topup-title", PAGE)
}

/// Adds seconds.
pub(super) async fn add(
    State(service): State<Arc<Service>>,
    headers: HeaderMap,
    Form(added): Form<Added>,
) -> Response {
    let page = service.pages.page(&headers);
    if is_foreign(&headers) {
        let body = RESULT.replace("{{name}}", "foreign");
        return page.answer(StatusCode::FORBIDDEN, "foreign-title", &body);
    }
    let left = service.change(|records, _| {
        records.credits += i64::from(added.seconds.min(MOST)) * CREDITS_PER_SECOND;
        available_credits(records) / CREDITS_PER_SECOND
    });
    match left {
        Err(error) => Problem::from(error).into_response(),
        Ok(left) => page.with("left", left).answer(
            StatusCode::OK,
            "topped-up-title",
            &RESULT.replace("{{name}}", "topped-up"),
        ),
    }
}
