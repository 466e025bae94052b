//! Creating, reading, changing and deleting carousels.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use utoipa::ToSchema;

use super::{
    form, logo,
    record::{Slider, SliderStatus},
    view::{SliderOut, view},
};
use crate::hubfluencer::{
    auth::{MayGenerate, MayRead},
    document::{Broken, Forbidden, Invalid, NotFound, Unannounced, Unauthorized, Unreadable},
    envelope::Envelope,
    fields::Fields,
    id::Name,
    problem::Problem,
    service::HubService,
    slug::new_slug,
};

/// What a carousel is to be; everything is optional.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(crate) struct SliderForm {
    #[schema(max_length = 2000)]
    prompt: Option<String>,
    /// `en`, `fr`, `es`, `de`, `it`, `pt`, `nl` or `pl`.
    language: Option<String>,
    /// `creative` or `ad_driven`.
    mode: Option<String>,
    /// `boldStatement`, `editorialStory`, `scrapbook`, `featureGrid`, `offerCard` or
    /// `comparison`.
    template: Option<String>,
    #[schema(minimum = 3, maximum = 10)]
    slide_count: Option<u32>,
    /// `4:5`, `1:1` or `9:16`.
    aspect_ratio: Option<String>,
    #[schema(pattern = "^#[0-9a-fA-F]{6}$")]
    accent_color: Option<String>,
    /// `top`, `middle` or `bottom`.
    text_position: Option<String>,
}

/// What is to be changed.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(crate) struct SliderPatch {
    #[schema(max_length = 2000)]
    prompt: Option<String>,
    language: Option<String>,
    mode: Option<String>,
    template: Option<String>,
    #[schema(minimum = 3, maximum = 10)]
    slide_count: Option<u32>,
    aspect_ratio: Option<String>,
    #[schema(pattern = "^#[0-9a-fA-F]{6}$")]
    accent_color: Option<String>,
    text_position: Option<String>,
    logo_s3_key: Option<String>,
    #[schema(max_length = 3000)]
    caption: Option<String>,
    hashtags: Option<Vec<String>>,
}

/// The carousels, newest first.
#[utoipa::path(
    get,
    path = "/api/sliders",
    security(("bearer" = [])),
    responses((status = 200, body = Envelope<Vec<SliderOut>>), Unauthorized, Forbidden, Broken)
)]
pub(crate) async fn list(
    _: MayRead,
    State(service): State<Arc<HubService>>,
) -> Result<Envelope<Vec<SliderOut>>, Problem> {
    service.settle().await?;
    let sliders = service.read(|records| {
        let all = records.sliders.all.iter().rev();
        all.map(|slider| view(&service, slider)).collect()
    });
    Ok(service.data(sliders))
}

/// A new draft.
#[utoipa::path(
    post,
    path = "/api/sliders",
    security(("bearer" = [])),
    request_body = SliderForm,
    responses(
        (status = 201, body = Envelope<SliderOut>),
        Unauthorized,
        Forbidden,
        Invalid,
        Unreadable,
        Unannounced,
        Broken
    )
)]
pub(crate) async fn create(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Envelope<SliderOut>), Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    let mut shape = form::plain();
    form::shape(&mut fields, &mut shape);
    fields.finish()?;
    let slug = new_slug();
    service.change(|records, course| {
        records.sliders.all.push(Slider {
            slug: slug.clone(),
            shape,
            caption: None,
            hashtags: Vec::new(),
            status: SliderStatus::Draft,
            error: None,
            slides: Vec::new(),
            generation: 0,
            charge: None,
            inserted: course.now,
            updated: course.now,
        });
    })?;
    Ok((StatusCode::CREATED, answer(&service, &slug)?))
}

/// A carousel.
#[utoipa::path(
    get,
    path = "/api/sliders/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses((status = 200, body = Envelope<SliderOut>), Unauthorized, Forbidden, NotFound, Broken)
)]
pub(crate) async fn one(
    _: MayRead,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<Envelope<SliderOut>, Problem> {
    service.settle().await?;
    answer(&service, &slug)
}

/// Changes a carousel. Once its render is under way or done, only the copy can be changed; the
/// rest is ignored.
#[utoipa::path(
    patch,
    path = "/api/sliders/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    request_body = SliderPatch,
    responses(
        (status = 200, body = Envelope<SliderOut>),
        Unauthorized,
        Forbidden,
        NotFound,
        Invalid,
        Unreadable,
        Unannounced,
        Broken
    )
)]
pub(crate) async fn patch(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Envelope<SliderOut>, Problem> {
    service.settle().await?;
    let mut fields = Fields::read(&headers, &body)?;
    service.change(|records, course| {
        let slider = records
            .sliders
            .find_mut(&slug)
            .ok_or_else(Problem::not_found)?;
        let mut changed = slider.clone();
        if slider.is_open() {
            form::shape(&mut fields, &mut changed.shape);
            form::logo(&mut fields, &mut changed, |key| logo::stored(&service, key));
        } else {
            form::close(&mut fields);
        }
        form::copy(&mut fields, &mut changed);
        fields.finish()?;
        changed.updated = course.now;
        *slider = changed;
        Ok::<_, Problem>(())
    })??;
    answer(&service, &slug)
}

/// Deletes a carousel, whatever it is doing.
#[utoipa::path(
    delete,
    path = "/api/sliders/{slug}",
    security(("bearer" = [])),
    params(("slug" = String, Path)),
    responses((status = 204), Unauthorized, Forbidden, NotFound, Broken)
)]
pub(crate) async fn delete(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
    Name(slug): Name,
) -> Result<StatusCode, Problem> {
    let gone = service.change(|records, _| {
        let all = &mut records.sliders.all;
        let place = all.iter().position(|slider| slider.slug == slug)?;
        Some(all.remove(place))
    })?;
    let gone = gone.ok_or_else(Problem::not_found)?;
    for slide in &gone.slides {
        for key in [gone.picture_key(slide), gone.background_key(slide)] {
            if let Err(error) = service.objects.remove(&key) {
                tracing::warn!(%error, "a deleted slide could not be removed");
            }
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

/// A carousel as it is now, in its envelope.
///
/// # Errors
/// 404.
pub(super) fn answer(service: &HubService, slug: &str) -> Result<Envelope<SliderOut>, Problem> {
    let seen = service.read(|records| {
        let slider = records.sliders.find(slug)?;
        Some(view(service, slider))
    });
    let seen = seen.ok_or_else(Problem::not_found)?;
    Ok(service.data(seen))
}
