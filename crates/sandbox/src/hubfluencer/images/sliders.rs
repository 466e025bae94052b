//! A carousel's logo.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};

use super::{
    forms::{ConfirmForm, PresignForm, Presigned},
    place::Place,
    rules::{confirm, presign},
};
use crate::hubfluencer::{
    auth::MayGenerate,
    document::{
        Broken, Conflict, Forbidden, Invalid, NotFound, TooMany, Unauthorized, Unprocessable,
    },
    envelope::Envelope,
    id::Name,
    problem::Problem,
    service::HubService,
    sliders::{self, SliderOut},
};

/// Where the logo of a carousel is to be put.
#[utoipa::path(
    post,
    path = "/api/sliders/{slug}/logo/presign",
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
    let presigned = presign(&service, Place::SliderLogo, &slug, (&headers, &body))?;
    Ok(service.data(presigned))
}

/// Puts a logo on every slide of a carousel; a completed one is composited anew, for free.
#[utoipa::path(
    post,
    path = "/api/sliders/{slug}/logo/confirm",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = ConfirmForm,
    responses(
        (status = 200, body = Envelope<SliderOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Conflict,
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
) -> Result<Envelope<SliderOut>, Problem> {
    let image = confirm(&service, Place::SliderLogo, &slug, (&headers, &body)).await?;
    service.change(|records, course| sliders::set_logo(records, course, &slug, image))??;
    service.draw_slides(&slug);
    service.settle().await?;
    let slider = service.read(|records| records.sliders.find(&slug).cloned());
    let slider = slider.ok_or_else(Problem::not_found)?;
    Ok(service.data(sliders::view(&service, &slider)))
}
