//! Ads: the timeline by hand, and what autopilot and a batch keep to themselves.

use contract::{
    AutopilotStatus, Code, EditorChange, EditorView, HubEvent, JobStatus, LogoChange, NextStep,
    ProjectView, SceneOrigin, SceneStatus, Step, UploadMethod,
};

use crate::harness::hub::{editor, editor_key};
use crate::harness::{World, sample};

fn prompts(ad: &EditorView) -> Vec<&str> {
    ad.scenes
        .iter()
        .map(|scene| scene.prompt.as_str())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_timeline_is_changed_by_hand_for_free() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    let studio = &world.studio;
    for prompt in ["A desk in the dark", "The lamp unfolds", "Warm light"] {
        studio.add_scene(&slug, prompt).await.unwrap();
    }
    let ad = editor(
        studio
            .known_project(&editor_key(&slug))
            .await
            .unwrap()
            .unwrap(),
    );
    assert_eq!(
        prompts(&ad),
        ["A desk in the dark", "The lamp unfolds", "Warm light"]
    );
    assert!((ad.total_seconds() - 24.0).abs() < 1e-9);
    assert_eq!((ad.unmade_scenes(), ad.render_credits()), (3, 15));

    let ids: Vec<String> = ad
        .scenes
        .iter()
        .map(|scene| scene.scene_id.clone())
        .collect();
    let ad = studio
        .edit_scene(&slug, &ids[1], "It unfolds")
        .await
        .unwrap();
    assert_eq!(prompts(&ad)[1], "It unfolds");
    let turned: Vec<String> = ids.iter().rev().cloned().collect();
    let ad = studio.reorder_scenes(&slug, &turned).await.unwrap();
    assert_eq!(
        prompts(&ad),
        ["Warm light", "It unfolds", "A desk in the dark"]
    );
    let partial = studio
        .reorder_scenes(&slug, &turned[1..])
        .await
        .unwrap_err();
    assert_eq!(
        (partial.code, &partial.args["field"]),
        (Code::FieldInvalid, &"order".into())
    );
    let ad = studio.delete_scene(&slug, &ids[0]).await.unwrap();
    assert_eq!(prompts(&ad), ["Warm light", "It unfolds"]);
    let gone = studio
        .edit_scene(&slug, &ids[0], "Back again")
        .await
        .unwrap_err();
    assert_eq!(gone.code, Code::Unknown);

    let change = EditorChange {
        narration_script: Some("Light, wherever you sleep.".to_owned()),
        visual_language: Some("luxury_minimal".to_owned()),
        ..EditorChange::default()
    };
    let ad = studio.edit_editor(&slug, change.clone()).await.unwrap();
    assert_eq!(ad.narration_script, "Light, wherever you sleep.");
    assert_eq!(ad.brief.visual_language.as_deref(), Some("luxury_minimal"));
    studio.edit_editor(&slug, change).await.unwrap();
    assert_eq!(world.hub_asked("PATCH", &format!("/api/editor/{slug}")), 1);
    let ad = studio
        .edit_scenario(&slug, "Night, then light.")
        .await
        .unwrap();
    assert_eq!(ad.scenario_prompt, "Night, then light.");
    let ad = studio.apply_scenario(&slug, 5).await.unwrap();
    assert_eq!(ad.scenes.len(), 5);
    let wrong = studio.apply_scenario(&slug, 4).await.unwrap_err();
    assert_eq!(wrong.code, Code::SceneCountInvalid);
    assert_eq!(world.sandbox.hub_books().charged(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ad_has_twenty_scenes_at_most() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    world
        .studio
        .edit_scenario(&slug, "Ten pictures of light.")
        .await
        .unwrap();
    world.studio.apply_scenario(&slug, 10).await.unwrap();
    for scene in 11..=20 {
        let prompt = format!("Scene {scene}");
        world.studio.add_scene(&slug, &prompt).await.unwrap();
    }
    let path = format!("/api/editor/{slug}/segments");
    let asked = world.hub_asked("POST", &path);
    let refusal = world.studio.add_scene(&slug, "One more").await.unwrap_err();
    assert_eq!(
        (refusal.code, &refusal.args["field"]),
        (Code::FieldInvalid, &"segments".into())
    );
    assert_eq!(world.hub_asked("POST", &path), asked);
}

#[tokio::test(flavor = "multi_thread")]
async fn autopilot_has_the_timeline_until_the_ad_is_there() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    let key = editor_key(&slug);
    world.take(Step::Autopilot { slug: slug.clone() }).await;
    let runs = |event: &HubEvent| {
        matches!(event, HubEvent::Project(ProjectView::Editor(ad))
            if ad.autopilot.status == AutopilotStatus::Running)
    };
    world
        .clock
        .until(|| (world.hub_told(runs) > 0).then_some(()))
        .await;
    let refusal = world.studio.add_scene(&slug, "Mine").await.unwrap_err();
    assert_eq!(
        (refusal.code, refusal.next),
        (Code::AutopilotActive, NextStep::LookNow)
    );

    let ad = editor(world.ended(&key).await);
    assert_eq!(ad.autopilot.status, AutopilotStatus::Completed);
    assert_eq!(
        ad.render.as_ref().map(|render| &render.status),
        Some(&JobStatus::Completed)
    );
    assert!(
        ad.scenes
            .iter()
            .all(|scene| scene.status == SceneStatus::Completed)
    );
    let seconds = 8.0 * ad.scenes.len() as f64;
    assert!((ad.total_seconds() - seconds).abs() < 1e-9);
    assert_eq!(ad.render_credits(), 0);
    let ready = HubEvent::ProjectReady(key);
    assert_eq!(world.hub_told(|event| *event == ready), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scene_is_made_shown_again_in_another_and_a_batch_locks_them() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    let key = editor_key(&slug);
    for prompt in ["One", "Two", "Three", "Four"] {
        world.studio.add_scene(&slug, prompt).await.unwrap();
    }
    let ad = editor(world.studio.project(&key).await.unwrap());
    let ids: Vec<String> = ad
        .scenes
        .iter()
        .map(|scene| scene.scene_id.clone())
        .collect();
    let step = Step::GenerateScene {
        slug: slug.clone(),
        scene_id: ids[0].clone(),
    };
    world.take(step).await;
    let ad = editor(world.ended(&key).await);
    assert_eq!(ad.scenes[0].status, SceneStatus::Completed);
    assert!(ad.scenes[0].has_video && ad.scenes[0].has_still);
    assert_eq!(ad.render_credits(), 15);
    let told = world.hub_told(|e| matches!(e, HubEvent::ProjectReady(_)));
    assert_eq!(told, 0, "a scene is no finished ad");

    world
        .take(Step::GenerateScenes { slug: slug.clone() })
        .await;
    let busy = editor(world.studio.project(&key).await.unwrap());
    assert!(busy.timeline_is_locked(), "{busy:?}");
    let placed = world
        .studio
        .use_scene(&slug, &ids[1], &ids[0])
        .await
        .unwrap_err();
    assert_eq!(
        (placed.code, placed.next),
        (Code::BatchActive, NextStep::LookNow)
    );
    let ad = editor(world.ended(&key).await);
    assert_eq!((ad.unmade_scenes(), ad.batch_active), (0, false));
    assert_eq!(world.sandbox.hub_books().charged(), 5 + 3 * 4);
    let ad = world
        .studio
        .use_scene(&slug, &ids[1], &ids[0])
        .await
        .unwrap();
    assert!(ad.scenes[1].has_video);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_of_ones_own_keeps_its_length_and_costs_nothing_to_show() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    let studio = &world.studio;
    let ad = studio.add_scene(&slug, "A desk in the dark").await.unwrap();
    let first = ad.scenes[0].scene_id.clone();
    let sent = world.sends(&slug, &sample(), UploadMethod::Single).await;
    let clip = world.rests(&sent.unwrap()).await;
    let upload_id = clip.upload_id.unwrap();
    let length = clip.duration_seconds.unwrap();

    let ad = studio.place_footage(&slug, &upload_id).await.unwrap();
    let placed = ad.scenes.last().unwrap();
    assert_eq!(placed.origin, SceneOrigin::Footage);
    assert!((placed.duration_seconds - length).abs() < 1e-9);
    assert_eq!((ad.unmade_scenes(), ad.render_credits()), (1, 5));
    let ad = studio.use_footage(&slug, &first, &upload_id).await.unwrap();
    assert_eq!(ad.render_credits(), 0, "no scene is left to be made");
    assert!((ad.total_seconds() - 2.0 * length).abs() < 1e-9);
    assert_eq!(ad.footage[0].attached_scene_ids.len(), 2);
    assert!(ad.footage[0].has_first_frame);
    let known = studio.known_project(&editor_key(&slug)).await.unwrap();
    assert_eq!(
        editor(known.unwrap()).footage,
        ad.footage,
        "as the journal has it"
    );
    let gone = studio.place_footage(&slug, "nowhere").await.unwrap_err();
    assert_eq!(gone.code, Code::Unknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn product_and_logo_have_their_places() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    let change = LogoChange {
        logo_treatment: Some("watermark".to_owned()),
        logo_position: Some("top_right".to_owned()),
        logo_duration_seconds: Some(3.0),
    };
    let ad = world.studio.place_logo(&slug, change).await.unwrap();
    assert_eq!(ad.logo_position.as_deref(), Some("top_right"));
    assert_eq!(ad.logo_duration_seconds, Some(3.0));
    let refusal = world.studio.place_product(&slug, "none").await.unwrap_err();
    assert_eq!(
        (refusal.code, &refusal.args["field"]),
        (Code::FieldInvalid, &"placement".into())
    );
    let refused = world.studio.place_product(&slug, "end").await;
    let refusal = refused.unwrap_err();
    assert_eq!(
        refusal.code,
        Code::ServiceRefused,
        "there is no product yet"
    );
    assert!(
        refusal.args.contains_key("detail"),
        "in the service's own words"
    );
}
