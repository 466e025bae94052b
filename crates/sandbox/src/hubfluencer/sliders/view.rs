//! A carousel as it is answered.

use std::time::Duration;

use serde::Serialize;
use utoipa::ToSchema;

use super::record::{Slide, SlideStatus, Slider, SliderStatus};
use crate::{
    faults::Fault,
    hubfluencer::{moment::zoned, service::HubService},
};

/// How long a finished slide's address holds (contract: 24 h).
const PICTURE_LIFE: Duration = Duration::from_secs(24 * 60 * 60);
/// How long a background's address holds (contract: 1 h).
const BACKGROUND_LIFE: Duration = Duration::from_secs(60 * 60);

/// A carousel.
#[derive(Serialize, ToSchema)]
pub(crate) struct SliderOut {
    slug: String,
    status: SliderStatus,
    prompt: Option<String>,
    language: String,
    mode: String,
    template: String,
    slide_count: u32,
    aspect_ratio: String,
    accent_color: Option<String>,
    text_position: Option<String>,
    logo_s3_key: Option<String>,
    logo_url: Option<String>,
    caption: Option<String>,
    hashtags: Vec<String>,
    error_message: Option<String>,
    slides: Vec<SlideOut>,
    inserted_at: String,
    updated_at: String,
}

/// A slide.
#[derive(Serialize, ToSchema)]
pub(crate) struct SlideOut {
    /// From one on.
    position: u32,
    headline: String,
    body: String,
    /// The small line above the headline.
    kicker: String,
    status: SlideStatus,
    /// The finished picture; its address holds 24 hours.
    image_url: Option<String>,
    /// The picture without words; its address holds an hour.
    background_url: Option<String>,
}

/// A carousel as it is answered now.
pub(crate) fn view(service: &HubService, slider: &Slider) -> SliderOut {
    let shape = &slider.shape;
    let slides = slider.slides.iter();
    SliderOut {
        slug: slider.slug.clone(),
        status: slider.status,
        prompt: shape.prompt.clone(),
        language: shape.language.clone(),
        mode: shape.mode.clone(),
        template: shape.template().to_owned(),
        slide_count: shape.slide_count,
        aspect_ratio: shape.aspect_ratio.clone(),
        accent_color: shape.accent_color.clone(),
        text_position: shape.text_position.clone(),
        logo_s3_key: shape.logo.as_ref().map(|logo| logo.s3_key.clone()),
        logo_url: shape.logo.as_ref().map(|logo| logo.url(&service.objects)),
        caption: slider.caption.clone(),
        hashtags: slider.hashtags.clone(),
        error_message: slider.error.clone(),
        slides: slides.map(|slide| seen(service, slider, slide)).collect(),
        inserted_at: zoned(slider.inserted),
        updated_at: zoned(slider.updated),
    }
}

fn seen(service: &HubService, slider: &Slider, slide: &Slide) -> SlideOut {
    let link = |key: String, life| {
        let life = if service.faults.strikes(&Fault::ExpiredResult) {
            Duration::ZERO
        } else {
            life
        };
        service.objects.presign_get(&key, life).to_string()
    };
    let is_finished = slide.status == SlideStatus::Completed && slide.drawn == slide.version;
    let has_background = slide.background == slider.generation && slide.previews <= service.now();
    SlideOut {
        position: slide.position,
        headline: slide.headline.clone(),
        body: slide.body.clone(),
        kicker: slide.kicker.clone(),
        status: slide.status,
        image_url: is_finished.then(|| link(slider.picture_key(slide), PICTURE_LIFE)),
        background_url: has_background.then(|| {
            let key = slider.background_key(slide);
            service
                .objects
                .presign_get(&key, BACKGROUND_LIFE)
                .to_string()
        }),
    }
}
