//! What the service does that its contract does not say; and the contract's version.

use std::time::Duration;

use contract::{ActivityEntry, Anomaly, Event, OrderState, TemplateQuery, UsagePeriod};
use sandbox::{Endpoint, Fault};
use studio::AutoSave;

use crate::harness::{Options, World};

fn endpoint(text: &str) -> Endpoint {
    text.parse().unwrap()
}

/// The entries that the core told of.
fn told(world: &World) -> Vec<ActivityEntry> {
    let events = world.events.lock().unwrap();
    let entries = events.iter().filter_map(|event| match event {
        Event::Activity(entry) => Some(entry.clone()),
        _ => None,
    });
    entries.collect()
}

async fn until_told(world: &World, count: usize) -> Vec<ActivityEntry> {
    let is_all = || Some(told(world)).filter(|told| told.len() >= count);
    world.clock.until(is_all).await
}

async fn look_at_use(world: &World) {
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Week));
    usage.await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_that_the_contract_does_not_have_is_kept_and_counted_up() {
    let mut world = World::signed_in().await;
    for times in 1..=2 {
        world.arm(Fault::Answer(418, endpoint("/api/usage/history")));
        look_at_use(&world).await;
        let entry = until_told(&world, times).await.pop().unwrap();
        assert_eq!(entry.times, u32::try_from(times).unwrap());
        assert!(matches!(
            entry.anomaly,
            Anomaly::UndocumentedStatus { endpoint, status: 418, .. } if endpoint == "GET /api/usage/history"
        ));
    }
    let kept = world.studio.activity().await.unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].times, 2);
    assert_eq!(world.studio.snapshot().await.activity, kept);
    let report = world.studio.diagnostics();
    assert!(
        report.contains("undocumented status 418"),
        "in the report: {report}"
    );

    world.restart(AutoSave::Never).await;
    assert_eq!(world.studio.activity().await.unwrap(), kept);
    assert!(world.studio.diagnostics().contains("(2 times)"));
    world.studio.clear_activity().await.unwrap();
    assert_eq!(world.studio.activity().await.unwrap(), []);
    assert!(!world.studio.diagnostics().contains("418"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_that_should_not_be_there_is_kept_by_its_name_alone() {
    let world = World::signed_in().await;
    world.arm(Fault::InternalField);
    let templates = world.studio.templates(TemplateQuery::default());
    world.clock.drive(templates).await.unwrap();
    let is_the_field = |anomaly: &Anomaly| {
        matches!(
            anomaly,
            Anomaly::UnexpectedField { endpoint, field }
                if endpoint == "GET /api/formulas" && field.ends_with("hook_type")
        )
    };
    // There are several such fields, told one after another.
    world
        .clock
        .until(|| {
            let told = world.told(
                |event| matches!(event, Event::Activity(entry) if is_the_field(&entry.anomaly)),
            );
            Some(()).filter(|()| told > 0)
        })
        .await;
    let kept = world.studio.activity().await.unwrap();
    assert!(kept.iter().any(|entry| is_the_field(&entry.anomaly)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_contract_has_is_no_anomaly() {
    let world = World::signed_in().await;
    world.arm(Fault::Answer(503, endpoint("/api/usage/credits")));
    world.arm(Fault::Riff402);
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Refused)
        .await;
    look_at_use(&world).await;
    assert_eq!(world.studio.activity().await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_balance_that_falls_without_a_reason_is_told() {
    let world = World::signed_in().await;
    look_at_use(&world).await;
    world.clock.advance(Duration::from_secs(30));
    world.arm(Fault::BalanceLeak(20));
    look_at_use(&world).await;
    let entry = until_told(&world, 1).await.pop().unwrap();
    assert_eq!(
        entry.anomaly,
        Anomaly::BalanceFell {
            from_seconds: 600,
            to_seconds: 480
        }
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_or_a_small_fall_and_one_of_our_own_are_not() {
    let world = World::signed_in().await;
    look_at_use(&world).await;
    world.clock.advance(Duration::from_secs(61));
    world.arm(Fault::BalanceLeak(20));
    look_at_use(&world).await;
    world.arm(Fault::BalanceLeak(10));
    look_at_use(&world).await;
    assert_eq!(world.studio.activity().await.unwrap(), []);

    let world = World::signed_in_with(Options {
        balance_seconds: 30.0,
        ..Options::default()
    })
    .await;
    look_at_use(&world).await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    look_at_use(&world).await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    look_at_use(&world).await;
    assert_eq!(world.studio.activity().await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_contracts_version_is_asked_once_a_day_without_anybody_signed_in() {
    let mut world = World::new(Options {
        skill_version: "1.2.0",
        ..Options::default()
    })
    .await;
    let asked = |world: &World| world.sandbox.books().count("GET", "/SKILL.json");
    let version = world.studio.contract_version().await.unwrap();
    assert_eq!(version.built_for, "1.1.0");
    assert_eq!(version.published.as_deref(), Some("1.2.0"));
    assert!(version.has_moved());
    let again = world.studio.contract_version().await.unwrap();
    assert_eq!(again, version);
    world.restart(AutoSave::Never).await;
    world.clock.advance(Duration::from_secs(24 * 60 * 60 - 60));
    assert_eq!(world.studio.contract_version().await.unwrap(), version);
    assert_eq!(asked(&world), 1, "kept over a restart");
    let requests = world.sandbox.books().requests;
    assert_eq!(requests.len(), 1, "no other request rides on it");
    world.clock.advance(Duration::from_secs(60));
    let later = world.studio.contract_version().await.unwrap();
    assert!(later.checked_at > version.checked_at);
    assert_eq!(asked(&world), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_can_not_be_read_is_no_trouble_and_waits_for_a_day() {
    let world = World::new(Options::default()).await;
    world.arm(Fault::Answer(500, endpoint("/SKILL.json")));
    for _ in 0..2 {
        let version = world.studio.contract_version().await.unwrap();
        assert_eq!(version.published, None);
        assert_eq!(version.checked_at, None);
        assert!(!version.has_moved());
    }
    assert_eq!(world.sandbox.books().count("GET", "/SKILL.json"), 1);
    world.clock.advance(Duration::from_secs(24 * 60 * 60));
    let version = world.studio.contract_version().await.unwrap();
    assert_eq!(version.published.as_deref(), Some("1.1.0"));
    assert!(!version.has_moved());
}
