//! `reel editor scene`, `reel editor generate-scenes`.

use contract::{Assist, Step, check_scene_prompt};

use super::{Goal, assisted, changed, step};
use crate::args::hub::{PaidScene, PaidStep, Scene, UseInScene};
use crate::commands::hub::free;
use crate::exit::Exit;
use crate::run::Run;
use crate::stop::Stop;

/// Does something with a scene.
pub async fn run(run: &Run, asked: Scene) -> Result<Exit, Stop> {
    match asked {
        Scene::Add(new) => {
            free::checked(check_scene_prompt(&new.prompt))?;
            changed(run, async |front| {
                front.studio.add_scene(&new.slug, &new.prompt).await
            })
            .await
        }
        Scene::Edit(edit) => {
            free::checked(check_scene_prompt(&edit.prompt))?;
            let (slug, scene) = (edit.of.slug, edit.of.scene);
            changed(run, async |front| {
                front.studio.edit_scene(&slug, &scene, &edit.prompt).await
            })
            .await
        }
        Scene::Delete(of) => {
            changed(run, async |front| {
                front.studio.delete_scene(&of.slug, &of.scene).await
            })
            .await
        }
        Scene::Order(asked) => {
            changed(run, async |front| {
                let studio = &front.studio;
                studio.reorder_scenes(&asked.slug, &asked.order).await
            })
            .await
        }
        Scene::Generate(asked) => {
            let (slug, scene_id) = of(&asked);
            generate(run, asked, Step::GenerateScene { slug, scene_id }).await
        }
        Scene::Regenerate(asked) => {
            let (slug, scene_id) = of(&asked);
            generate(run, asked, Step::RegenerateScene { slug, scene_id }).await
        }
        Scene::Enhance(of) => {
            let (slug, scene_id) = (of.slug, of.scene);
            assisted(run, Assist::EnhanceScene { slug, scene_id }).await
        }
        Scene::Use(asked) => used(run, asked).await,
    }
}

/// Makes all scenes that are not made.
pub async fn generate_all(run: &Run, asked: PaidStep) -> Result<Exit, Stop> {
    let slug = asked.slug;
    let scenes = Step::GenerateScenes { slug };
    step(run, asked.order.consent, scenes, Goal::Scenes).await
}

async fn generate(run: &Run, asked: PaidScene, generate: Step) -> Result<Exit, Stop> {
    step(run, asked.consent, generate, Goal::Scene(asked.of.scene)).await
}

fn of(asked: &PaidScene) -> (String, String) {
    (asked.of.slug.clone(), asked.of.scene.clone())
}

/// Shows an uploaded clip, or another scene's video, in a scene: exactly one of them.
async fn used(run: &Run, asked: UseInScene) -> Result<Exit, Stop> {
    let (slug, scene) = (asked.of.slug, asked.of.scene);
    changed(run, async |front| {
        let studio = &front.studio;
        match (&asked.shown.upload, &asked.shown.from) {
            (Some(upload), _) => studio.use_footage(&slug, &scene, upload).await,
            (None, Some(source)) => studio.use_scene(&slug, &scene, source).await,
            (None, None) => Err(contract::Code::Unknown.into()),
        }
    })
    .await
}
