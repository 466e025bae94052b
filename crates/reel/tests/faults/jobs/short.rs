//! A short, from its prompt to the video on disk.

use contract::{ProjectKey, ProjectKind, ProjectView, ShortBrief, ShortStage, Step};

use super::projects::{bought, charged_once, made, saved};
use super::{befall, insist};
use crate::world::Options;

/// What it costs.
const CREDITS: i64 = 15;

/// A short, from its prompt to the video on disk, with these faults falling into it; then the books
/// are looked at.
pub async fn short(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    let befallen = befall(&world, faults);
    let brief = ShortBrief {
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..ShortBrief::default()
    };
    let short = insist(&world, async || {
        world.studio.create_short(brief.clone()).await
    })
    .await;
    let key = ProjectKey::new(ProjectKind::Short, &short.slug);
    let step = Step::GenerateShort { slug: short.slug };
    bought(&world, &step).await;
    made(&world, &key, |project| {
        matches!(project, ProjectView::Short(short) if short.stage == ShortStage::VideoReady)
    })
    .await;
    saved(&world, &key, "mp4", 1).await;
    charged_once(&world, CREDITS);
    befallen.struck();
}
