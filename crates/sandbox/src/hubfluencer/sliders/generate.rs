//! What a generation costs, and ordering it.

use std::sync::Arc;

use axum::extract::State;

use super::{
    copy, endpoints, form, life,
    record::{Slide, Slider, SliderStatus},
    view::SliderOut,
};
use crate::hubfluencer::{
    auth::{MayGenerate, MayRead},
    credits::{self, CostOut},
    document::{
        Broken, Conflict, Forbidden, Insufficient, NotFound, TooMany, Unauthorized, Unavailable,
        Unfit,
    },
    envelope::Envelope,
    id::Name,
    problem::Problem,
    rate::Limit,
    service::HubService,
};

/// Contract: 10 a minute.
const LIMIT: Limit = Limit {
    name: "sliders.generate",
    per_minute: 10,
};

/// What a generation costs: a credit for each slide.
#[utoipa::path(
    get,
    path = "/api/sliders/{slug}/cost",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses((status = 200, body = Envelope<CostOut>), Unauthorized, Forbidden, NotFound, Broken)
)]
pub(crate) async fn cost(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<CostOut>, Problem> {
    service.settle().await?;
    let cost = service.read(|records| {
        let slider = records.sliders.find(&slug).ok_or_else(Problem::not_found)?;
        Ok::<_, Problem>(CostOut {
            total: price(slider),
            available_credits: credits::available(records),
        })
    })?;
    Ok(service.data(cost))
}

/// Orders all the slides. The prompt is screened before anything is charged.
#[utoipa::path(
    post,
    path = "/api/sliders/{slug}/generate",
    security(("bearer" = [])),
    params(
        ("slug" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A fresh one per attempt")
    ),
    responses(
        (status = 200, body = Envelope<SliderOut>),
        Unauthorized,
        Insufficient,
        Forbidden,
        NotFound,
        Conflict,
        Unfit,
        TooMany,
        Unavailable,
        Broken
    )
)]
pub(crate) async fn generate(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<SliderOut>, Problem> {
    service.admit(LIMIT)?;
    service.settle().await?;
    let prompt = service.read(|records| ready(records.sliders.find(&slug)))?;
    service.screen(&prompt)?;
    service.change(|records, course| {
        // Again, as another call may have come first.
        ready(records.sliders.find(&slug))?;
        let total = records.sliders.find(&slug).map_or(0, price);
        let charge = credits::charge(records, course, total, format!("slider:{slug}"))?;
        let slider = records
            .sliders
            .find_mut(&slug)
            .ok_or_else(Problem::not_found)?;
        let written = copy::write(&slider.shape);
        slider.charge = Some(charge);
        slider.status = SliderStatus::Processing;
        slider.error = None;
        slider.generation += 1;
        slider.updated = course.now;
        slider.caption = Some(written.caption);
        slider.hashtags = written.hashtags;
        let version = slider.slides.iter().map(|slide| slide.version).max();
        let slides = (1..).zip(written.slides);
        slider.slides = slides
            .map(|(position, words)| Slide::ordered(position, version.unwrap_or(0) + 1, words))
            .collect();
        life::plan_generation(slider, course);
        Ok::<_, Problem>(())
    })??;
    service.draw_slides(&slug);
    endpoints::answer(&service, &slug)
}

/// Whole credits for a generation.
fn price(slider: &Slider) -> i64 {
    i64::from(slider.shape.slide_count)
}

/// The prompt of a carousel that can be generated now.
///
/// # Errors
/// 404, 409 or 422.
fn ready(slider: Option<&Slider>) -> Result<String, Problem> {
    let slider = slider.ok_or_else(Problem::not_found)?;
    if slider.status == SliderStatus::Processing {
        return Err(life::in_progress());
    }
    let prompt = slider.shape.prompt.as_deref().unwrap_or_default().trim();
    match prompt.chars().count() {
        0 => Err(Problem::field("prompt", "can't be blank")),
        long if long < form::SHORTEST_PROMPT => Err(Problem::field(
            "prompt",
            format!("should be at least {} character(s)", form::SHORTEST_PROMPT),
        )),
        _ => Ok(prompt.to_owned()),
    }
}
