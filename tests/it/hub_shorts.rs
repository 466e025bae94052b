//! Shorts: created, changed field by field, and made.

use contract::{Arg, Code, HubEvent, JobStatus, ProjectView, ShortBrief, ShortStage, Step};
use sandbox::Fault;

use crate::harness::World;
use crate::harness::hub::{short, short_key};

#[tokio::test(flavor = "multi_thread")]
async fn a_short_is_created_changed_field_by_field_and_made_once() {
    let world = World::with_token().await;
    let brief = ShortBrief {
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        headline: "Light that packs".to_owned(),
        subheadline: "Folds flat, glows warm".to_owned(),
        creative_format: Some("problem_solution".to_owned()),
        visual_language: Some("cinematic_product".to_owned()),
        music_vibe: "Jazz".to_owned(),
        music_instruments: vec!["piano".to_owned(), "strings".to_owned()],
        short_text_position: Some("top".to_owned()),
        short_text_animation: Some("pop".to_owned()),
        short_font_family: Some("ShortFontAnton".to_owned()),
        ..ShortBrief::default()
    };
    let created = world.studio.create_short(brief.clone()).await.unwrap();
    assert_eq!(created.brief, brief);
    assert_eq!(
        (&created.stage, created.seconds()),
        (&ShortStage::Draft, 12)
    );
    let slug = created.slug.clone();
    let path = format!("/api/shorts/{slug}");

    let same = world.studio.edit_short(&slug, brief.clone()).await.unwrap();
    assert_eq!(same.brief, brief);
    assert_eq!(
        world.hub_asked("PATCH", &path),
        0,
        "nothing changed, nothing is sent"
    );
    let wanted = ShortBrief {
        headline: "Packs like a book".to_owned(),
        creative_format: None,
        ..brief
    };
    let edited = world
        .studio
        .edit_short(&slug, wanted.clone())
        .await
        .unwrap();
    assert_eq!(edited.brief, wanted);

    let key = short_key(&slug);
    world.take(Step::GenerateShort { slug: slug.clone() }).await;
    let made = short(world.ended(&key).await);
    assert_eq!(made.stage, ShortStage::VideoReady);
    assert_eq!(made.render.unwrap().status, JobStatus::Completed);
    assert_eq!(made.began_at, None);
    let ready = |event: &HubEvent| *event == HubEvent::ProjectReady(key.clone());
    assert_eq!(world.hub_told(ready), 1);
    assert_eq!(world.sandbox.hub_books().charged(), 15);
    let known = world.studio.known_projects().await.unwrap();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].key(), key);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_would_refuse_never_leaves() {
    let world = World::with_token().await;
    let brief = ShortBrief {
        product_prompt: "too short".to_owned(),
        ..ShortBrief::default()
    };
    let refusal = world.studio.create_short(brief).await.unwrap_err();
    assert_eq!(refusal.code, Code::FieldInvalid);
    assert_eq!(refusal.args["field"], "product_prompt".into());
    assert_eq!(refusal.args["fault"], "too-short".into());
    assert_eq!(refusal.args["least"], Arg::Number(10.0));
    assert_eq!(world.hub_asked("POST", "/api/shorts"), 0);

    let created = world.short().await;
    let long = ShortBrief {
        headline: "é".repeat(163),
        ..created.brief.clone()
    };
    let refusal = world
        .studio
        .edit_short(&created.slug, long)
        .await
        .unwrap_err();
    assert_eq!(refusal.args["over"], Arg::Number(3.0));
    let other = ShortBrief {
        product_prompt: "Something else entirely".to_owned(),
        ..created.brief
    };
    let refusal = world
        .studio
        .edit_short(&created.slug, other)
        .await
        .unwrap_err();
    assert_eq!(refusal.args["fault"], "fixed".into());
    let path = format!("/api/shorts/{}", created.slug);
    assert_eq!(world.hub_asked("PATCH", &path), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_to_a_creation_makes_no_second_short() {
    let world = World::with_token().await;
    world.arm("lose-answer=POST:/api/shorts".parse().unwrap());
    let brief = ShortBrief {
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..ShortBrief::default()
    };
    let created = world.clock.drive(world.studio.create_short(brief)).await;
    let slug = created.unwrap().slug;
    assert_eq!(world.hub_asked("POST", "/api/shorts"), 2);
    assert_eq!(
        world.sandbox.hub_books().replays,
        1,
        "asked again by the same key"
    );
    let known = world.studio.known_projects().await.unwrap();
    assert_eq!(known.len(), 1);
    assert_eq!(known[0].key(), short_key(&slug));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failure_is_shown_with_its_words_and_never_as_success() {
    let world = World::with_token().await;
    let slug = world.short().await.slug;
    world.arm(Fault::FailShort);
    world.take(Step::GenerateShort { slug: slug.clone() }).await;
    let failed = short(world.ended(&short_key(&slug)).await);
    assert_eq!(failed.stage, ShortStage::Failed);
    assert!(failed.error.is_some_and(|error| !error.is_empty()));
    assert_eq!(
        world.hub_told(|e| matches!(e, HubEvent::ProjectReady(_))),
        0
    );
    assert_eq!(
        world.sandbox.hub_books().charged(),
        0,
        "the credits came back"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_that_was_made_elsewhere_is_taken_up_and_taken_off() {
    let world = World::with_token().await;
    let (_folder, elsewhere) = world.elsewhere().await;
    let brief = ShortBrief {
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..ShortBrief::default()
    };
    let slug = elsewhere.create_short(brief).await.unwrap().slug;
    let key = short_key(&slug);
    assert_eq!(world.studio.known_projects().await.unwrap(), Vec::new());
    let adopted = world.studio.adopt_project(&key).await.unwrap();
    assert!(matches!(&adopted, ProjectView::Short(short) if short.slug == slug));
    assert_eq!(world.studio.known_projects().await.unwrap().len(), 1);

    world.studio.remove_project(&key).await.unwrap();
    assert_eq!(world.studio.known_projects().await.unwrap(), Vec::new());
    assert_eq!(
        world.hub_told(|e| *e == HubEvent::ProjectGone(key.clone())),
        1
    );
    assert!(
        elsewhere.project(&key).await.is_ok(),
        "the service has no way to delete it"
    );
    world.studio.adopt_project(&key).await.unwrap();
    assert_eq!(world.studio.known_projects().await.unwrap().len(), 1);
    let nowhere = world.studio.adopt_project(&short_key("nowhere")).await;
    assert_eq!(nowhere.unwrap_err().code, Code::NotFound);
}
