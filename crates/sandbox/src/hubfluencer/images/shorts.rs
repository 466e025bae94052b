//! A short's product and end card.

use std::sync::Arc;

use axum::{Json, body::Bytes, extract::State, http::HeaderMap};

use super::{
    Announced,
    forms::{ConfirmForm, PosterForm, PosterPresigned, PresignForm, Presigned, ProductForm},
    place::Place,
    rules::{KINDS, admit, announce, confirm, presign},
};
use crate::hubfluencer::{
    auth::MayGenerate,
    document::{Broken, Forbidden, Invalid, NotFound, TooMany, Unauthorized, Unprocessable},
    envelope::Envelope,
    fields::Fields,
    id::Name,
    problem::Problem,
    service::HubService,
    shorts::{self, Short, ShortOut},
};

/// Where the picture of a short's product is to be put.
#[utoipa::path(
    post,
    path = "/api/shorts/{slug}/product/presign",
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
    let presigned = presign(&service, Place::ShortProduct, &slug, (&headers, &body))?;
    Ok(service.data(presigned))
}

/// Weaves a product into the footage of a short.
#[utoipa::path(
    post,
    path = "/api/shorts/{slug}/product/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ProductForm,
    responses(
        (status = 200, body = Envelope<ShortOut>),
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
) -> Result<Envelope<ShortOut>, Problem> {
    let image = confirm(&service, Place::ShortProduct, &slug, (&headers, &body)).await?;
    change(&service, &slug, |short| short.product = Some(image))
}

/// Where the end card of a short is to be put.
#[utoipa::path(
    post,
    path = "/api/shorts/{slug}/poster/presign",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = PosterForm,
    responses(
        (status = 200, body = PosterPresigned),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn presign_poster(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Json<PosterPresigned>, Problem> {
    admit(&service, Place::ShortPoster, &slug)?;
    let mut fields = Fields::read(&headers, &body)?;
    let kind = fields.word("content_type", &KINDS);
    fields.finish()?;
    let content_type = kind.unwrap_or_else(|| KINDS[0].to_owned());
    let announced = Announced {
        content_type: content_type.clone(),
        bytes: None,
    };
    let (url, s3_key) = announce(&service, Place::ShortPoster, &slug, announced)?;
    Ok(Json(PosterPresigned {
        upload_url: url.into(),
        s3_key,
        content_type,
    }))
}

/// Makes a picture the end card of a short.
#[utoipa::path(
    post,
    path = "/api/shorts/{slug}/poster/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ConfirmForm,
    responses(
        (status = 200, body = Envelope<ShortOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Unprocessable,
        TooMany,
        Broken
    )
)]
pub(crate) async fn confirm_poster(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<ShortOut>, Problem> {
    let image = confirm(&service, Place::ShortPoster, &slug, (&headers, &body)).await?;
    change(&service, &slug, |short| short.poster = Some(image))
}

fn change(
    service: &HubService,
    slug: &str,
    change: impl FnOnce(&mut Short),
) -> Result<Envelope<ShortOut>, Problem> {
    let short = service.change(|records, course| {
        let short = records.shorts.find_mut(slug)?;
        change(short);
        short.updated = course.now;
        Some(short.clone())
    })?;
    let short = short.ok_or_else(Problem::not_found)?;
    Ok(service.data(shorts::view(service, &short)))
}
