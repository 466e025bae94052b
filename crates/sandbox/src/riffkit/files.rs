//! The way to an asset's bytes: by the session here, and without it at the storage origin.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Broken, NotFound, Unauthenticated},
    id::Id,
    problem::Problem,
};
use crate::{
    faults::Fault,
    moment::{Millis, naive},
    service::Service,
    stored,
};

/// How long the link of a redirect holds.
const REDIRECT_LIFE: Millis = 5 * 60 * 1000;
/// How long a link that was asked for holds, in seconds (field notes: 21,600).
const LINK_LIFE: i64 = 21_600;

/// Needs the session, and leads to the storage origin.
#[utoipa::path(
    get,
    path = "/api/files/{name}",
    security(("session" = [])),
    params(("name" = String, Path)),
    responses(
        (
            status = 302,
            description = "The bytes are at another origin",
            headers(("Location" = String, description = "A signed link"))
        ),
        Unauthenticated,
        NotFound,
        Broken
    ),
    extensions(("x-field-note" = json!(true)))
)]
pub(crate) async fn file(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(name): Id,
) -> Result<Response, Problem> {
    service.settle().await?;
    let found = service
        .store
        .read(|records| stored::find(records, &service.folders, &name));
    if found.is_none() {
        return Err(Problem::not_found("File"));
    }
    let (link, _) = signed(&service, &name, REDIRECT_LIFE);
    Ok((StatusCode::FOUND, [(header::LOCATION, link)]).into_response())
}

/// A link that is fetched without the cookie.
#[derive(Serialize, ToSchema)]
pub(crate) struct AssetLink {
    url: String,
    expires_at: String,
    seconds_valid: i64,
    watermarked: bool,
}

/// A link that is fetched without the cookie.
#[utoipa::path(
    get,
    path = "/api/assets/{id}/link",
    security(("session" = [])),
    params(("id" = String, Path)),
    responses((status = 200, body = AssetLink), Unauthenticated, NotFound, Broken),
    extensions(("x-field-note" = json!(true)))
)]
pub(crate) async fn link(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(id): Id,
) -> Result<Json<AssetLink>, Problem> {
    service.settle().await?;
    let name = service.store.read(|records| {
        let material = records.material(&id);
        let reel = || records.asset(&id).map(|_| format!("{id}.mp4"));
        material
            .map(|material| format!("{id}.{}", material.extension))
            .or_else(reel)
    });
    let name = name.ok_or_else(|| Problem::not_found("Asset"))?;
    let (url, expires) = signed(&service, &name, LINK_LIFE * 1000);
    Ok(Json(AssetLink {
        url,
        expires_at: naive(expires),
        seconds_valid: LINK_LIFE,
        watermarked: false,
    }))
}

fn signed(service: &Service, name: &str, life: Millis) -> (String, Millis) {
    let life = if service.faults.strikes(&Fault::ExpiredLink) {
        -1000
    } else {
        life
    };
    let expires = service.now() + life;
    let path = format!("/{name}");
    let link = service.signer.link(service.told_storage(), &path, expires);
    (link.into(), expires)
}
