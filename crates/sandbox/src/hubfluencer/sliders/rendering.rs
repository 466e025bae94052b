//! From an ordered slide to its stored pictures, in the background.

use std::{io, sync::Arc};

use super::{
    drawing::{self, Plan},
    record::{SlideStatus, Slider, SliderStatus},
};
use crate::hubfluencer::service::HubService;

/// The content type of what is drawn.
const PNG: &str = "image/png";

/// A slide to be drawn.
struct Job {
    position: u32,
    version: u32,
    generation: u32,
    picture_key: String,
    /// None where the background is there already.
    background_key: Option<String>,
    plan: Plan,
}

/// Takes up again what a stopped process had left undrawn.
pub(crate) fn resume(service: &Arc<HubService>) {
    let slugs: Vec<String> = service.read(|records| {
        let all = records.sliders.all.iter();
        all.filter(|slider| slider.status == SliderStatus::Processing)
            .map(|slider| slider.slug.clone())
            .collect()
    });
    for slug in slugs {
        service.draw_slides(&slug);
    }
}

impl HubService {
    /// Starts drawing the slides of a carousel that are ordered. It begins at once, not when they
    /// are due, so that even a short life doesn't wait for it.
    pub(crate) fn draw_slides(self: &Arc<Self>, slug: &str) {
        let service = Arc::clone(self);
        let slug = slug.to_owned();
        self.renderer.spawn(async move {
            while let Some(job) = service.next_slide(&slug) {
                if let Err(error) = service.draw(&slug, job).await {
                    tracing::error!(%error, "a slide could not be drawn");
                    return;
                }
            }
        });
    }

    fn next_slide(&self, slug: &str) -> Option<Job> {
        self.read(|records| {
            let slider = records.sliders.find(slug)?;
            let mut slides = slider.slides.iter();
            let slide = slides.find(|slide| {
                let is_ordered =
                    matches!(slide.status, SlideStatus::Pending | SlideStatus::Processing);
                is_ordered && slide.drawn != slide.version
            })?;
            let is_new = slide.background != slider.generation;
            Some(Job {
                position: slide.position,
                version: slide.version,
                generation: slider.generation,
                picture_key: slider.picture_key(slide),
                background_key: is_new.then(|| slider.background_key(slide)),
                plan: self.plan(slider, slide.position)?,
            })
        })
    }

    fn plan(&self, slider: &Slider, position: u32) -> Option<Plan> {
        let shape = &slider.shape;
        let mut slides = slider.slides.iter();
        let slide = slides.find(|slide| slide.position == position)?;
        let logo = shape.logo.as_ref();
        Some(Plan {
            seed: format!("{} {} {position}", slider.slug, slider.generation),
            size: shape.size(),
            template: shape.template().to_owned(),
            accent: shape.accent_color.clone(),
            placement: shape.text_position.clone(),
            headline: slide.headline.clone(),
            body: slide.body.clone(),
            kicker: slide.kicker.clone(),
            number: format!("{position}/{}", slider.slides.len()),
            logo: logo.and_then(|logo| self.objects.path(&logo.s3_key)),
        })
    }

    async fn draw(&self, slug: &str, job: Job) -> io::Result<()> {
        let Job {
            position,
            version,
            generation,
            picture_key,
            background_key,
            plan,
        } = job;
        let wants_background = background_key.is_some();
        let drawn = tokio::task::spawn_blocking(move || {
            let background = wants_background.then(|| drawing::background(&plan));
            Ok::<_, io::Error>((background.transpose()?, drawing::slide(&plan)?))
        });
        let (background, picture) = drawn.await.map_err(io::Error::other)??;
        if let (Some(key), Some(background)) = (background_key, background) {
            self.objects.put_bytes(&key, background, PNG).await?;
        }
        self.objects.put_bytes(&picture_key, picture, PNG).await?;
        self.change(|records, _| {
            let slider = records.sliders.find_mut(slug)?;
            let mut slides = slider.slides.iter_mut();
            let slide = slides.find(|slide| slide.position == position)?;
            slide.drawn = version;
            slide.background = generation;
            Some(())
        })?;
        self.renderer.tell_finished();
        Ok(())
    }
}
