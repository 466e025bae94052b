//! Composing finished slides anew, free: other words, or another style.

use std::sync::Arc;

use axum::{body::Bytes, extract::State, http::HeaderMap};
use utoipa::ToSchema;

use super::{
    endpoints, form, life, logo,
    record::{Slider, SliderStatus},
    view::SliderOut,
};
use crate::hubfluencer::{
    auth::MayGenerate,
    document::{
        Broken, Conflict, Forbidden, Invalid, NotFound, TooMany, Unannounced, Unauthorized,
        Unreadable,
    },
    envelope::Envelope,
    fields::Fields,
    id::{Name, Names},
    problem::Problem,
    rate::Limit,
    service::HubService,
};

/// Contract: 20 a minute.
const EDITS: Limit = Limit {
    name: "sliders.slide",
    per_minute: 20,
};
/// Contract: 20 a minute.
const RESTYLES: Limit = Limit {
    name: "sliders.restyle",
    per_minute: 20,
};

/// A slide's new words.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(crate) struct SlidePatch {
    #[schema(max_length = 120)]
    headline: Option<String>,
    #[schema(max_length = 600)]
    body: Option<String>,
    #[schema(max_length = 40)]
    kicker: Option<String>,
}

/// A new style.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(crate) struct Restyle {
    template: Option<String>,
    #[schema(pattern = "^#[0-9a-fA-F]{6}$")]
    accent_color: Option<String>,
    text_position: Option<String>,
    logo_s3_key: Option<String>,
}

/// Gives one slide other words, and renders it anew.
#[utoipa::path(
    patch,
    path = "/api/sliders/{slug}/slides/{position}",
    security(("bearer" = [])),
    params(("slug" = String, Path), ("position" = u32, Path)),
    request_body = SlidePatch,
    responses(
        (status = 200, body = Envelope<SliderOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Conflict,
        Invalid,
        Unreadable,
        Unannounced,
        TooMany,
        Broken
    )
)]
pub(crate) async fn slide(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Names((slug, position)): Names<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<SliderOut>, Problem> {
    service.admit(EDITS)?;
    service.settle().await?;
    let position: u32 = position.parse().map_err(|_| Problem::not_found())?;
    let mut fields = Fields::read(&headers, &body)?;
    let headline = fields.text("headline", 0..=120);
    let body = fields.text("body", 0..=600);
    let kicker = fields.text("kicker", 0..=40);
    let clears = ["headline", "body", "kicker"].map(|name| fields.is_null(name));
    service.change(|records, course| {
        let slider = completed(records.sliders.find_mut(&slug))?;
        let mut slides = slider.slides.iter_mut();
        let slide = slides.find(|slide| slide.position == position);
        let slide = slide.ok_or_else(Problem::not_found)?;
        fields.finish()?;
        let places = [&mut slide.headline, &mut slide.body, &mut slide.kicker];
        for ((place, given), clear) in places.into_iter().zip([headline, body, kicker]).zip(clears)
        {
            if clear {
                place.clear();
            } else if let Some(given) = given {
                *place = given;
            }
        }
        life::plan_again(slider, &[position], course);
        Ok::<_, Problem>(())
    })??;
    service.draw_slides(&slug);
    endpoints::answer(&service, &slug)
}

/// Gives all slides another style, and renders them anew.
#[utoipa::path(
    post,
    path = "/api/sliders/{slug}/restyle",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = Restyle,
    responses(
        (status = 200, body = Envelope<SliderOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Conflict,
        Invalid,
        Unreadable,
        Unannounced,
        TooMany,
        Broken
    )
)]
pub(crate) async fn restyle(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<SliderOut>, Problem> {
    service.admit(RESTYLES)?;
    service.settle().await?;
    let mut fields = Fields::read(&headers, &body)?;
    service.change(|records, course| {
        let slider = completed(records.sliders.find_mut(&slug))?;
        let mut changed = slider.clone();
        form::style(&mut fields, &mut changed.shape);
        form::logo(&mut fields, &mut changed, |key| logo::stored(&service, key));
        fields.finish()?;
        *slider = changed;
        again(slider, course);
        Ok::<_, Problem>(())
    })??;
    service.draw_slides(&slug);
    endpoints::answer(&service, &slug)
}

/// Orders a new composition of every slide.
pub(super) fn again(slider: &mut Slider, course: &crate::hubfluencer::service::Course<'_>) {
    let positions: Vec<u32> = slider.slides.iter().map(|slide| slide.position).collect();
    life::plan_again(slider, &positions, course);
}

/// A carousel that is done.
///
/// # Errors
/// 404; 409 where it isn't done.
fn completed(slider: Option<&mut Slider>) -> Result<&mut Slider, Problem> {
    let slider = slider.ok_or_else(Problem::not_found)?;
    match slider.status {
        SliderStatus::Completed => Ok(slider),
        SliderStatus::Processing => Err(life::in_progress()),
        SliderStatus::Draft | SliderStatus::Failed => Err(Problem::conflict(
            "slider_not_completed",
            "Only finished slides can be composed anew",
        )),
    }
}
