//! Creating, reading and changing a short.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    super::{
        auth::{MayGenerate, MayRead},
        document::{Broken, Forbidden, Invalid, NotFound, Unannounced, Unauthorized, Unreadable},
        envelope::Envelope,
        fields::Fields,
        id::Name,
        problem::Problem,
        service::HubService,
        slug::new_slug,
    },
    choices,
    record::{Creative, Short, Stage},
    view::{ShortOut, view},
};

/// What a short is to be. All but `product_prompt` is optional; null takes a field away.
#[derive(Deserialize, ToSchema)]
#[expect(
    dead_code,
    reason = "the document's words; the fields are read one by one"
)]
pub(crate) struct CreativeIn {
    /// The brief; required to create.
    #[schema(min_length = 10, max_length = 5000)]
    product_prompt: Option<String>,
    /// The title on the screen.
    #[schema(max_length = 160)]
    headline: Option<String>,
    #[schema(max_length = 200)]
    subheadline: Option<String>,
    text_beats: Option<Vec<String>>,
    /// problem_solution, mistake_fix, myth_vs_reality, before_after, proof_demo, product_reveal.
    creative_format: Option<String>,
    /// kinetic_creator, premium_editorial, cinematic_product, ugc_realism, startup_explainer,
    /// luxury_minimal.
    visual_language: Option<String>,
    /// Deprecated: counts only where `visual_language` isn't set.
    theme: Option<String>,
    #[schema(max_length = 80)]
    music_vibe: Option<String>,
    music_instruments: Option<Vec<String>>,
    /// top, center, bottom.
    short_text_position: Option<String>,
    /// reveal, typewriter, fade_in, pop, bounce.
    short_text_animation: Option<String>,
    /// `ShortFont…`.
    short_font_family: Option<String>,
}

/// Creates a short; nothing is generated yet.
#[utoipa::path(
    post,
    path = "/api/shorts",
    security(("bearer" = [])),
    params(("Idempotency-Key" = Option<String>, Header)),
    request_body = CreativeIn,
    responses(
        (status = 201, body = Envelope<ShortOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        Invalid,
        Broken
    )
)]
pub(crate) async fn create(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Envelope<ShortOut>), Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    let mut creative = Creative::default();
    fields.require("product_prompt");
    choices::read(&mut fields, &mut creative);
    fields.finish()?;
    let short = service.change(|records, course| {
        let short = Short {
            slug: new_slug(),
            created: course.now,
            updated: course.now,
            creative,
            product: None,
            poster: None,
            stage: Stage::Draft,
            work: None,
            film: None,
            error: None,
        };
        records.shorts.add(short.clone());
        short
    })?;
    Ok((StatusCode::CREATED, service.data(view(&service, &short))))
}

/// A short, as it stands now.
#[utoipa::path(
    get,
    path = "/api/shorts/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses(
        (status = 200, body = Envelope<ShortOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Broken
    )
)]
pub(crate) async fn one(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<ShortOut>, Problem> {
    service.settle().await?;
    shown(&service, &slug)
}

/// Changes creative fields. While a video is being made they count for the next one.
#[utoipa::path(
    patch,
    path = "/api/shorts/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = CreativeIn,
    responses(
        (status = 200, body = Envelope<ShortOut>),
        Unreadable,
        Unauthorized,
        Unannounced,
        Forbidden,
        NotFound,
        Invalid,
        Broken
    )
)]
pub(crate) async fn change(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<ShortOut>, Problem> {
    service.settle().await?;
    let mut fields = Fields::read(&headers, &body)?;
    let found = service.read(|records| {
        let short = records.shorts.find(&slug);
        short.map(|short| short.creative.clone())
    });
    let mut creative = found.ok_or_else(Problem::not_found)?;
    if fields.is_null("product_prompt") {
        fields.wrong("product_prompt", "can't be blank");
    }
    choices::read(&mut fields, &mut creative);
    fields.finish()?;
    service.change(|records, course| {
        if let Some(short) = records.shorts.find_mut(&slug) {
            short.creative = creative;
            short.updated = course.now;
        }
    })?;
    shown(&service, &slug)
}

/// A short in its envelope.
///
/// # Errors
/// 404.
pub(super) fn shown(service: &HubService, slug: &str) -> Result<Envelope<ShortOut>, Problem> {
    let short = service.read(|records| records.shorts.find(slug).cloned());
    let short = short.ok_or_else(Problem::not_found)?;
    Ok(service.data(view(service, &short)))
}
