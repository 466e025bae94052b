//! A short as the API shows it.

use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{images::Image, moment::zoned, service::HubService},
    record::{Short, ShortFilm, Stage},
};

/// `<Short>`. Every address in it is signed anew at each look.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ShortOut {
    slug: String,
    /// The poll signal.
    stage: Stage,
    product_prompt: Option<String>,
    headline: Option<String>,
    subheadline: Option<String>,
    text_beats: Vec<String>,
    creative_format: Option<String>,
    visual_language: Option<String>,
    theme: Option<String>,
    music_vibe: String,
    music_instruments: Vec<String>,
    short_text_position: String,
    short_text_animation: String,
    short_font_family: String,
    product_image_url: Option<String>,
    product_description: Option<String>,
    poster_image_url: Option<String>,
    /// Where a failed generation stopped.
    failed_stage: Option<&'static str>,
    error_message: Option<String>,
    latest_render: Option<ShortRenderOut>,
    inserted_at: String,
    updated_at: String,
}

/// The newest render of a short.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ShortRenderOut {
    /// `processing`, `completed` or `failed`.
    status: &'static str,
    /// Holds for 24 hours.
    video_url: Option<String>,
    thumbnail_url: Option<String>,
    duration_seconds: Option<f64>,
    completed_at: Option<String>,
    error_message: Option<String>,
}

/// `<Short>`.
pub(crate) fn view(service: &HubService, short: &Short) -> ShortOut {
    let creative = short.creative.clone();
    let image = |image: &Option<Image>| image.as_ref().map(|image| image.url(&service.objects));
    let product = short.product.as_ref();
    ShortOut {
        slug: short.slug.clone(),
        stage: short.stage,
        music_vibe: creative.vibe().to_owned(),
        short_text_position: creative.position().to_owned(),
        short_text_animation: creative.animation().to_owned(),
        short_font_family: creative.font().to_owned(),
        product_prompt: creative.product_prompt,
        headline: creative.headline,
        subheadline: creative.subheadline,
        text_beats: creative.text_beats,
        creative_format: creative.creative_format,
        visual_language: creative.visual_language,
        theme: creative.theme,
        music_instruments: creative.music_instruments,
        product_image_url: image(&short.product),
        product_description: product.and_then(|image| image.product_description.clone()),
        poster_image_url: image(&short.poster),
        failed_stage: (short.stage == Stage::Failed).then_some("rendering"),
        error_message: short.error.clone(),
        latest_render: render(service, short),
        inserted_at: zoned(short.created),
        updated_at: zoned(short.updated),
    }
}

impl ShortRenderOut {
    fn with(status: &'static str) -> Self {
        Self {
            status,
            video_url: None,
            thumbnail_url: None,
            duration_seconds: None,
            completed_at: None,
            error_message: None,
        }
    }
}

/// The newest render: the one under way, the failed one, or the finished one.
fn render(service: &HubService, short: &Short) -> Option<ShortRenderOut> {
    match short.stage {
        Stage::Rendering => Some(ShortRenderOut::with("processing")),
        Stage::Failed => Some(ShortRenderOut {
            error_message: short.error.clone(),
            ..ShortRenderOut::with("failed")
        }),
        Stage::Draft | Stage::VideoReady => short.film.as_ref().map(|film| finished(service, film)),
    }
}

fn finished(service: &HubService, film: &ShortFilm) -> ShortRenderOut {
    ShortRenderOut {
        video_url: Some(service.result_url(&film.video)),
        thumbnail_url: Some(service.preview_url(&film.picture)),
        duration_seconds: Some(film.duration_ms as f64 / 1000.0),
        completed_at: Some(zoned(film.finished)),
        ..ShortRenderOut::with("completed")
    }
}
