//! A carousel, from its prompt to its slides on disk.

use contract::{CarouselBrief, CarouselStatus, ProjectKey, ProjectKind, ProjectView, Step};

use super::projects::{bought, charged_once, made, saved};
use super::{befall, insist};
use crate::world::Options;

/// So many are asked for, at a credit each.
const SLIDES: u32 = 3;

/// A carousel with these faults falling into it; then the books are looked at.
pub async fn carousel(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    let befallen = befall(&world, faults);
    let brief = CarouselBrief {
        prompt: "Three ways to pour coffee slowly".to_owned(),
        slide_count: Some(SLIDES),
        ..CarouselBrief::default()
    };
    let create = async || world.studio.create_carousel(brief.clone()).await;
    let slug = insist(&world, create).await.slug;
    let key = ProjectKey::new(ProjectKind::Carousel, &slug);
    bought(&world, &Step::GenerateCarousel { slug }).await;
    made(&world, &key, |project| {
        matches!(project, ProjectView::Carousel(it) if it.status == CarouselStatus::Completed)
    })
    .await;
    saved(&world, &key, "png", SLIDES as usize).await;
    charged_once(&world, SLIDES.into());
    befallen.struck();
}
