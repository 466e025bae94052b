//! The film of an ad whose scenes are not made yet: one paid step that does much.

use contract::{JobStatus, ProjectKey, ProjectKind, ProjectView, Step};

use super::befall;
use super::projects::{bought, charged_once, made, saved};
use crate::world::Options;

/// Two scenes, at five credits each.
const CREDITS: i64 = 10;

/// A film from its paid step to the video on disk, with these faults falling into it; then the books
/// are looked at.
pub async fn render(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    let slug = world.editor().await.slug;
    for prompt in ["A desk in the dark", "The lamp unfolds"] {
        world.studio.add_scene(&slug, prompt).await.unwrap();
    }
    let key = ProjectKey::new(ProjectKind::Editor, &slug);
    let befallen = befall(&world, faults);
    bought(&world, &Step::Render { slug }).await;
    made(&world, &key, |project| {
        let ProjectView::Editor(ad) = project else {
            return false;
        };
        let render = ad.render.as_ref();
        render.is_some_and(|render| render.status == JobStatus::Completed)
    })
    .await;
    saved(&world, &key, "mp4", 1).await;
    charged_once(&world, CREDITS);
    befallen.struck();
}
