//! Watching what Hubfluencer works on.

use std::time::Duration;

use contract::{HubEvent, ProjectKey, ProjectNote, ProjectView, ShortStage, Step};
use sandbox::{Fault, Pace};
use studio::AutoSave;

use crate::harness::hub::{short, short_key};
use crate::harness::{Options, World};

async fn begun(world: &World) -> ProjectKey {
    let slug = world.short().await.slug;
    world.take(Step::GenerateShort { slug: slug.clone() }).await;
    short_key(&slug)
}

fn looks(world: &World, key: &ProjectKey) -> usize {
    world.hub_asked("GET", &format!("/api/shorts/{}", key.slug))
}

fn noted(world: &World, wanted: impl Fn(&ProjectNote) -> bool) -> usize {
    world.hub_told(|event| {
        matches!(event, HubEvent::Project(ProjectView::Short(short))
            if short.note.as_ref().is_some_and(&wanted))
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_asked_while_nothing_is_under_way() {
    let world = World::with_token().await;
    let slug = world.short().await.slug;
    world.clock.advance(Duration::from_secs(600));
    world.clock.settle().await;
    let key = short_key(&slug);
    assert_eq!(looks(&world, &key), 0, "a draft needs no looking after");
    world.take(Step::GenerateShort { slug }).await;
    world.ended(&key).await;
    let asked = looks(&world, &key);
    assert!(asked > 0);
    world.clock.advance(Duration::from_secs(600));
    world.clock.settle().await;
    assert_eq!(looks(&world, &key), asked, "and what is done neither");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_takes_long_is_looked_at_less_often_until_somebody_asks() {
    let options = Options {
        pace: Pace::Seconds(3_000.0),
        ..Options::default()
    };
    let world = World::with_token_and(options).await;
    let key = begun(&world).await;
    let long =
        |note: &ProjectNote| matches!(note, ProjectNote::TakingLong { minutes } if *minutes >= 10);
    let minutes = |world: &World| world.clock.now().as_second() / 60;
    world
        .clock
        .until(|| (noted(&world, long) > 0).then_some(()))
        .await;
    let (asked, since) = (looks(&world, &key), minutes(&world));
    world
        .clock
        .until(|| (minutes(&world) >= since + 5).then_some(()))
        .await;
    let slow = looks(&world, &key) - asked;
    assert!((1..=6).contains(&slow), "once a minute: {slow} in five");

    world.studio.look_at_project(&key).await.unwrap();
    let (asked, since) = (looks(&world, &key), minutes(&world));
    world
        .clock
        .until(|| (minutes(&world) >= since + 2).then_some(()))
        .await;
    let fast = looks(&world, &key) - asked;
    assert!(fast > 20, "at full pace again: {fast} in two minutes");
    let known = world.studio.known_project(&key).await.unwrap().unwrap();
    assert_eq!(short(known).note, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_picks_up_what_is_under_way() {
    let mut world = World::with_token().await;
    let key = begun(&world).await;
    world.restart(AutoSave::Never).await;
    let made = short(world.ended(&key).await);
    assert_eq!(made.stage, ShortStage::VideoReady);
    assert_eq!(
        world.hub_told(|e| *e == HubEvent::ProjectReady(key.clone())),
        1
    );
    assert_eq!(world.sandbox.hub_books().charged(), 15);
}

#[tokio::test(flavor = "multi_thread")]
async fn both_fronts_know_the_same_projects_and_each_tells_its_own() {
    let world = World::with_token().await;
    let beside = world.beside().await;
    let brief = contract::ShortBrief {
        product_prompt: "A lamp that folds flat for travel".to_owned(),
        ..contract::ShortBrief::default()
    };
    let slug = beside.create_short(brief).await.unwrap().slug;
    let key = short_key(&slug);
    let take = async {
        let review = beside
            .review_step(Step::GenerateShort { slug })
            .await
            .unwrap();
        beside.take_step(&review.step_review_id).await.unwrap()
    };
    world.clock.drive(take).await;
    let known = world
        .clock
        .drive(async {
            loop {
                let known = world.studio.known_projects().await.unwrap();
                if known.first().is_some_and(ProjectView::is_under_way) {
                    return known;
                }
                tokio::task::yield_now().await;
            }
        })
        .await;
    assert_eq!(known[0].key(), key);
    let made = short(world.ended(&key).await);
    assert_eq!(made.stage, ShortStage::VideoReady);
    world
        .clock
        .until(|| (world.hub_told(|e| *e == HubEvent::ProjectReady(key.clone())) > 0).then_some(()))
        .await;
    beside.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_token_is_said_and_the_next_one_goes_on() {
    let world = World::with_token().await;
    let key = begun(&world).await;
    world.arm(Fault::Hub401);
    let waiting = short(world.ended(&key).await);
    assert_eq!(waiting.note, Some(ProjectNote::SignInNeeded));
    assert_eq!(waiting.stage, ShortStage::Rendering);
    world.give_token().await;
    world
        .clock
        .until(|| (world.hub_told(|e| *e == HubEvent::ProjectReady(key.clone())) > 0).then_some(()))
        .await;
    let made = short(world.ended(&key).await);
    assert_eq!((made.stage, made.note), (ShortStage::VideoReady, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_is_away_is_found_again() {
    let world = World::with_token().await;
    let key = begun(&world).await;
    let path = format!("/api/shorts/{}", key.slug);
    for _ in 0..3 {
        world.arm(format!("answer=503:{path}").parse().unwrap());
    }
    let away = |note: &ProjectNote| matches!(note, ProjectNote::Unreachable { .. });
    let made = short(world.ended(&key).await);
    assert!(noted(&world, away) >= 1);
    assert_eq!((made.stage, made.note), (ShortStage::VideoReady, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_journal_has_no_link_that_opens_anything() {
    let world = World::with_token().await;
    let key = begun(&world).await;
    world.ended(&key).await;
    let carousel = world.finished_carousel().await;
    assert!(carousel.slides.iter().all(|slide| slide.has_image));
    let storage = world.sandbox.objects_url();
    let host = format!("{}", storage.port().unwrap());
    let mut kept = Vec::new();
    for entry in std::fs::read_dir(world.home().root()).unwrap() {
        let path = entry.unwrap().path();
        if path.to_string_lossy().contains("journal.db") {
            kept.extend(std::fs::read(path).unwrap());
        }
    }
    let kept = String::from_utf8_lossy(&kept);
    assert!(kept.contains(&key.slug), "the projects are there");
    assert!(!kept.contains("ignature"), "and no signed link is");
    assert!(!kept.contains(&format!("127.0.0.1:{host}")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_short_that_is_not_found_for_a_while_is_not_forgotten() {
    let options = Options {
        pace: Pace::Seconds(300.0),
        ..Options::default()
    };
    let world = World::with_token_and(options).await;
    let key = begun(&world).await;
    let path = format!("GET:/api/shorts/{}", key.slug);
    world.arm(Fault::Answer(404, path.parse().unwrap()));
    let made = short(world.ended(&key).await);
    assert_eq!(made.stage, ShortStage::VideoReady);
    assert!(
        noted(&world, |note| matches!(
            note,
            ProjectNote::Unreachable { .. }
        )) > 0
    );

    world.arm(Fault::Answer(404, path.parse().unwrap()));
    let refused = world.studio.project(&key).await.unwrap_err();
    assert_eq!(refused.code, contract::Code::NotFound);
    assert_eq!(world.studio.known_projects().await.unwrap().len(), 1);
    assert!(world.studio.project_asset(&key).await.unwrap().is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_look_that_is_answered_last_undoes_nothing() {
    let world = World::with_token().await;
    let key = begun(&world).await;
    let stage = async || match world.studio.project(&key).await.unwrap() {
        ProjectView::Short(short) => short.stage,
        _ => panic!("it is a short"),
    };
    let path = format!("GET:/api/shorts/{}", key.slug);
    world.arm(Fault::HoldAnswer(path.parse().unwrap()));
    let (studio, looked, before) = (world.studio.clone(), key.clone(), looks(&world, &key));
    let older = tokio::spawn(async move { studio.project(&looked).await });
    while looks(&world, &key) == before {
        world.clock.settle().await;
    }
    let made = async { while stage().await != ShortStage::VideoReady {} };
    world.clock.drive(made).await;
    world.sandbox.faults().release();
    world.clock.drive(older).await.unwrap().unwrap();
    // It may have been the watch's own look that was held.
    for _ in 0..10 {
        world.clock.settle().await;
    }
    assert_eq!(stage().await, ShortStage::VideoReady);
    let ready = world.hub_told(|event| matches!(event, HubEvent::ProjectReady(_)));
    assert_eq!(ready, 1);
}
