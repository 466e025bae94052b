//! Assists: one each, apart from credits.

use contract::{Assist, Code, HubEvent, NextStep, ProjectView};
use sandbox::Fault;

use crate::harness::World;
use crate::harness::hub::{editor, short};

#[tokio::test(flavor = "multi_thread")]
async fn each_assist_takes_one_and_no_credits_and_says_what_is_left() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    let run = |assist| world.studio.run_assist(assist);
    let before = world.studio.assists().await.unwrap().remaining;

    let scenario = Assist::Scenario {
        slug: slug.clone(),
        segments_count: Some(4),
        creative_format: None,
        visual_language: None,
        theme: None,
    };
    let answer = run(scenario).await.unwrap();
    assert!(!editor(answer.project).scenario_prompt.is_empty());
    assert_eq!(answer.suggestion, None, "it is part of the ad already");
    assert_eq!(answer.assists.unwrap().remaining, before - 1);
    let answer = run(Assist::Narration { slug: slug.clone() }).await.unwrap();
    assert!(!editor(answer.project).narration_script.is_empty());

    let next = run(Assist::NextScene { slug: slug.clone() }).await.unwrap();
    let suggestion = next.suggestion.expect("a next scene");
    let ad = world.studio.add_scene(&slug, &suggestion).await.unwrap();
    let scene = ad.scenes.last().unwrap();
    let enhance = Assist::EnhanceScene {
        slug: slug.clone(),
        scene_id: scene.scene_id.clone(),
    };
    let enhanced = run(enhance).await.unwrap();
    let after = editor(enhanced.project)
        .scenes
        .last()
        .unwrap()
        .prompt
        .clone();
    assert!(after != suggestion || enhanced.suggestion.is_some());
    let music = run(Assist::MusicPrompt { slug }).await.unwrap();
    assert!(music.suggestion.is_some_and(|prompt| !prompt.is_empty()));
    assert_eq!(music.assists.unwrap().remaining, before - 5);
    let counts = world.hub_told(|event| matches!(event, HubEvent::Assists(_)));
    assert!(counts >= 6, "the count is told each time: {counts}");
    let books = world.sandbox.hub_books();
    assert_eq!((books.assists_used, books.charged()), (5, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shorts_words_are_written_into_its_own_fields() {
    let world = World::with_token().await;
    let slug = world.short().await.slug;
    let answer = world
        .studio
        .run_assist(Assist::ShortText { slug })
        .await
        .unwrap();
    let ProjectView::Short(written) = &answer.project else {
        panic!("{answer:?}");
    };
    assert!(!written.brief.headline.is_empty() && !written.text_beats.is_empty());
    assert_eq!(answer.suggestion, None);
    let known = world.studio.known_projects().await.unwrap().remove(0);
    assert_eq!(short(known).brief, written.brief);
}

#[tokio::test(flavor = "multi_thread")]
async fn out_of_assists_is_not_out_of_credits() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    world.arm(Fault::AssistQuota);
    let refused = world
        .studio
        .run_assist(Assist::Narration { slug: slug.clone() })
        .await;
    let refusal = refused.unwrap_err();
    assert_eq!(
        (refusal.code, refusal.next),
        (Code::AssistsUsedUp, NextStep::UnlockAssists)
    );
    let many = Assist::Scenario {
        slug,
        segments_count: Some(11),
        creative_format: None,
        visual_language: None,
        theme: None,
    };
    let used = world.sandbox.hub_books().assists_used;
    let refusal = world.studio.run_assist(many).await.unwrap_err();
    assert_eq!(
        (refusal.code, &refusal.args["fault"]),
        (Code::FieldInvalid, &"out-of-range".into())
    );
    assert_eq!(world.sandbox.hub_books().assists_used, used);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_assist_wrote_is_shown_where_the_ad_cannot_be_read_anew() {
    let world = World::with_token().await;
    let slug = world.editor().await.slug;
    for _ in 0..20 {
        let path = format!("GET:/api/editor/{slug}");
        world.arm(Fault::Answer(500, path.parse().unwrap()));
    }
    let asked = world.studio.run_assist(Assist::NextScene { slug });
    let answer = world.clock.drive(asked).await.unwrap();
    assert!(answer.suggestion.is_some_and(|prompt| !prompt.is_empty()));
}
