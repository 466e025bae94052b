//! An editor project's product, closing image and logo.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};

use super::{
    forms::{ConfirmForm, PresignForm, Presigned, ProductForm},
    place::Place,
    rules::{confirm, presign},
};
use crate::hubfluencer::{
    auth::MayGenerate,
    document::{Broken, Forbidden, Invalid, NotFound, TooMany, Unauthorized, Unprocessable},
    editor::{self, Editor, EditorOut},
    envelope::Envelope,
    id::Name,
    problem::Problem,
    service::HubService,
};

/// Where the picture of a project's product is to be put.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/product/presign",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PresignForm,
    responses(
        (status = 200, body = Envelope<Presigned>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn presign_product(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<Presigned>, Problem> {
    let presigned = presign(&service, Place::EditorProduct, &slug, (&headers, &body))?;
    Ok(service.data(presigned))
}

/// Makes this the product of a project; the first one is featured in every pending scene.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/product/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ProductForm,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn confirm_product(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let image = confirm(&service, Place::EditorProduct, &slug, (&headers, &body)).await?;
    change(&service, &slug, |editor| {
        editor.product = Some(image);
        editor.feature_product();
    })
    .await
}

/// Where the closing image of a project is to be put.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/closing-image/presign",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PresignForm,
    responses(
        (status = 200, body = Envelope<Presigned>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn presign_closing(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<Presigned>, Problem> {
    let presigned = presign(&service, Place::EditorClosing, &slug, (&headers, &body))?;
    Ok(service.data(presigned))
}

/// Makes a picture the closing image of a project.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/closing-image/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ConfirmForm,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn confirm_closing(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let image = confirm(&service, Place::EditorClosing, &slug, (&headers, &body)).await?;
    change(&service, &slug, |editor| {
        editor.closing_image = Some(image);
    })
    .await
}

/// Where the logo of a project is to be put.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/logo/presign",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PresignForm,
    responses(
        (status = 200, body = Envelope<Presigned>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn presign_logo(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<Presigned>, Problem> {
    let presigned = presign(&service, Place::EditorLogo, &slug, (&headers, &body))?;
    Ok(service.data(presigned))
}

/// Puts a logo over the video of a project.
#[utoipa::path(
    post,
    path = "/api/editor/{slug}/logo/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ConfirmForm,
    responses(
        (status = 200, body = Envelope<EditorOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn confirm_logo(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<EditorOut>, Problem> {
    let image = confirm(&service, Place::EditorLogo, &slug, (&headers, &body)).await?;
    change(&service, &slug, |editor| {
        editor.logo = Some(image);
    })
    .await
}

async fn change(
    service: &HubService,
    slug: &str,
    change: impl FnOnce(&mut Editor),
) -> Result<Envelope<EditorOut>, Problem> {
    let changed = service.change(|records, course| {
        let editor = records.editors.find_mut(slug)?;
        change(editor);
        editor.updated = course.now;
        Some(())
    })?;
    changed.ok_or_else(Problem::not_found)?;
    service.settle().await?;
    let shown = service.read(|records| {
        let editor = records.editors.find(slug)?;
        Some(editor::view(service, records, editor))
    });
    shown
        .map(|shown| service.data(shown))
        .ok_or_else(Problem::not_found)
}
