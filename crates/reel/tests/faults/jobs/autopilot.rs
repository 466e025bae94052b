//! An ad by autopilot: one paid step that the service takes longest for, in many pieces.

use contract::{
    AutopilotStatus, EditorBrief, JobStatus, ProjectKey, ProjectKind, ProjectView, Step,
};

use super::projects::{bought, charged_once, made, saved};
use super::{befall, insist};
use crate::world::Options;

/// An ad from its brief to the video on disk, with these faults falling into it; then the books are
/// looked at.
pub async fn autopilot(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    let befallen = befall(&world, faults);
    let brief = EditorBrief {
        language: "en".to_owned(),
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..EditorBrief::default()
    };
    let create = async || world.studio.create_editor(brief.clone()).await;
    let slug = insist(&world, create).await.slug;
    let key = ProjectKey::new(ProjectKind::Editor, &slug);
    let shown = bought(&world, &Step::Autopilot { slug }).await;
    made(&world, &key, |project| {
        let ProjectView::Editor(ad) = project else {
            return false;
        };
        let render = ad.render.as_ref();
        ad.autopilot.status == AutopilotStatus::Completed
            && render.is_some_and(|render| render.status == JobStatus::Completed)
    })
    .await;
    saved(&world, &key, "mp4", 1).await;
    charged_once(&world, shown.into());
    befallen.struck();
}
