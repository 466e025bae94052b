//! The way to the pictures of templates, characters and products.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{
    auth::SignedIn,
    document::{Broken, NotFound, Unauthenticated},
    id::Id,
    problem::Problem,
};
use crate::{moment::Millis, pictures, service::Service};

/// How long the link of a redirect holds.
const REDIRECT_LIFE: Millis = 5 * 60 * 1000;

/// Needs the session, and leads to the storage origin.
#[utoipa::path(
    get,
    path = "/api/pictures/{name}",
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
pub(crate) async fn picture(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(name): Id,
) -> Result<Response, Problem> {
    let found = pictures::find(&service, &name).map_err(|error| {
        tracing::error!(%error, "a picture could not be drawn");
        Problem::broken()
    })?;
    if found.is_none() {
        return Err(Problem::not_found("Picture"));
    }
    let expires = service.now() + REDIRECT_LIFE;
    let path = format!("/{name}");
    let link = service.signer.link(service.told_storage(), &path, expires);
    Ok((StatusCode::FOUND, [(header::LOCATION, link.to_string())]).into_response())
}
