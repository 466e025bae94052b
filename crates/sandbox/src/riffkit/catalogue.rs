//! What this deployment offers to all: languages and settings.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

use super::{auth::SignedIn, document::Unauthenticated};
use crate::service::Service;

/// Codes and names of the languages that reels are made in (contract: currently en / es).
pub(crate) const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("es", "Español")];

/// A language that reels are made in.
#[derive(Serialize, ToSchema)]
pub(crate) struct Language {
    /// BCP-47.
    code: &'static str,
    name: &'static str,
}

/// The languages to choose from.
#[utoipa::path(
    get,
    path = "/api/languages",
    security(("session" = [])),
    responses((status = 200, body = [Language]), Unauthenticated)
)]
pub(crate) async fn languages(_: SignedIn) -> Json<Vec<Language>> {
    LANGUAGES
        .iter()
        .map(|(code, name)| Language { code, name })
        .collect::<Vec<Language>>()
        .into()
}

/// The settings of this deployment.
#[derive(Serialize, ToSchema)]
pub(crate) struct SettingsOut {
    /// The length cap of sources and reels, in seconds.
    max_render_duration: f64,
}

/// The settings of this deployment.
#[utoipa::path(
    get,
    path = "/api/settings",
    security(("session" = [])),
    responses((status = 200, body = SettingsOut), Unauthenticated),
    extensions(("x-field-note" = json!(true)))
)]
pub(crate) async fn settings(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Json<SettingsOut> {
    Json(SettingsOut {
        max_render_duration: service.max_render_seconds,
    })
}
