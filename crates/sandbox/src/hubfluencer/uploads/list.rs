//! Listing the uploads of a project: the poll of their processing.

use std::sync::Arc;

use axum::extract::State;

use super::view::{UploadOut, views};
use crate::hubfluencer::{
    auth::MayRead,
    document::{Broken, Forbidden, NotFound, Unauthorized},
    envelope::Envelope,
    id::Name,
    problem::Problem,
    service::HubService,
};

/// The uploads of a project, oldest first.
#[utoipa::path(
    get,
    path = "/api/editor/{slug}/uploads",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<Vec<UploadOut>>),
        Unauthorized,
        Forbidden,
        NotFound,
        Broken
    )
)]
pub(crate) async fn list(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<Vec<UploadOut>>, Problem> {
    service.settle().await?;
    let uploads = service.read(|records| {
        records.editors.find(&slug)?;
        Some(views(&service, records, &slug))
    });
    Ok(service.data(uploads.ok_or_else(Problem::not_found)?))
}
