//! A carousel.

use contract::{CarouselBrief, CarouselStatus, CarouselView, ProjectMedia, SlideStatus, SlideView};
use hubfluencer::{Slide, Slider, SliderStatus};

use super::{Beside, hashtags, said};
use crate::hubfluencer::projects::facts;
use crate::journal::{ProjectFacts, ProjectRecord};

pub(super) fn view(record: &ProjectRecord, slider: &Slider, beside: Beside) -> CarouselView {
    let status = match &slider.status {
        SliderStatus::Draft => CarouselStatus::Draft,
        SliderStatus::Processing => CarouselStatus::Processing,
        SliderStatus::Completed => CarouselStatus::Completed,
        SliderStatus::Failed => CarouselStatus::Failed,
        SliderStatus::Pending => CarouselStatus::Other("pending".to_owned()),
        SliderStatus::Other(word) if word.is_empty() => CarouselStatus::Draft,
        SliderStatus::Other(word) => CarouselStatus::Other(word.clone()),
    };
    let is_finished = status == CarouselStatus::Completed;
    let mut slides: Vec<SlideView> = slider
        .slides
        .iter()
        .map(|one| slide(&record.facts, one))
        .collect();
    slides.sort_by_key(|slide| slide.position);
    CarouselView {
        slug: slider.slug.clone(),
        brief: brief(slider),
        caption: slider.caption.clone().unwrap_or_default(),
        hashtags: hashtags(&slider.hashtags),
        status,
        error: slider.error_message.clone(),
        logo_s3_key: slider.logo_s3_key.clone(),
        slides,
        asset_id: record.asset_id.clone().filter(|_| is_finished),
        note: beside.note,
        began_at: record.began_at,
        heard_at: record.heard_at,
        changed_at: record.changed_at,
    }
}

/// What was said of it.
pub(in super::super) fn brief(slider: &Slider) -> CarouselBrief {
    CarouselBrief {
        prompt: slider.prompt.clone().unwrap_or_default(),
        language: said(&slider.language),
        mode: said(&slider.mode),
        template: said(&slider.template),
        slide_count: slider
            .slide_count
            .and_then(|count| u32::try_from(count).ok()),
        aspect_ratio: said(&slider.aspect_ratio),
        accent_color: slider.accent_color.clone(),
        text_position: said(&slider.text_position),
    }
}

fn slide(known: &ProjectFacts, slide: &Slide) -> SlideView {
    let position = slide.position;
    SlideView {
        position,
        headline: slide.headline.clone().unwrap_or_default(),
        body: slide.body.clone().unwrap_or_default(),
        kicker: slide.kicker.clone().unwrap_or_default(),
        status: match &slide.status {
            SliderStatus::Pending | SliderStatus::Draft => SlideStatus::Pending,
            SliderStatus::Processing => SlideStatus::Processing,
            SliderStatus::Completed => SlideStatus::Completed,
            SliderStatus::Failed => SlideStatus::Failed,
            SliderStatus::Other(word) if word.is_empty() => SlideStatus::Pending,
            SliderStatus::Other(word) => SlideStatus::Other(word.clone()),
        },
        has_image: facts::has(known, &ProjectMedia::Slide(position)),
        has_background: facts::has(known, &ProjectMedia::Background(position)),
        revision: known
            .slides
            .get(&position)
            .map_or(0, |slide| slide.revision),
    }
}
