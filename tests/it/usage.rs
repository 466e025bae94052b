//! What is left, what was used, plans and the team: in seconds, and only when asked for.

use std::time::Duration;

use contract::{Code, NextStep, OrderState, UsagePart, UsagePeriod};
use sandbox::{Endpoint, Fault, Team};

use crate::harness::{Options, World};

/// Seconds of the reel that the sandbox carries, as the tests' world gets it.
const REEL: f64 = 6.0;

fn endpoint(text: &str) -> Endpoint {
    text.parse().unwrap()
}

/// A team that has worked for some days, in which the signed-in person may use this much a day.
fn team(daily_limit_seconds: f64) -> Options {
    Options {
        team: Team::Several {
            daily_limit_seconds,
        },
        past_days: 20,
        ..Options::default()
    }
}

async fn refused(world: &World) -> contract::Refusal {
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Refused);
    order.refusal.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_account_has_its_seconds_and_days_of_nothing() {
    let world = World::signed_in().await;
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Week));
    let usage = usage.await.unwrap();
    assert_eq!(usage.left_seconds, Some(600.0));
    assert_eq!(usage.held_seconds, Some(0.0));
    assert_eq!(usage.remaining_seconds, Some(600.0));
    assert_eq!(usage.period_seconds, Some(0.0));
    assert_eq!(usage.batches.len(), 1);
    assert_eq!(usage.batches[0].remaining_seconds, 600.0);
    assert_eq!(usage.missing, []);
    assert!(!usage.is_shared);
    let allowance = usage.allowance.unwrap();
    assert!(allowance.allowed);
    assert_eq!(allowance.limit_seconds, None, "0 is no limit");
    let dates: Vec<&str> = usage.days.iter().map(|day| day.date.as_str()).collect();
    assert_eq!(
        dates,
        [
            "2026-06-14",
            "2026-06-15",
            "2026-06-16",
            "2026-06-17",
            "2026-06-18",
            "2026-06-19",
            "2026-06-20"
        ]
    );
    assert!(usage.days.iter().all(|day| day.seconds == 0.0));
    let plan = usage.plan.unwrap();
    assert_eq!(plan.status.as_deref(), Some("active"));
    assert!(!plan.can_be_bought, "nothing is bought in the sandbox");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reel_is_held_then_used_and_nobody_asks_for_the_balance_meanwhile() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let books = world.sandbox.books();
    assert_eq!(books.count("GET", "/api/usage/credits"), 0, "not asked for");
    assert_eq!(books.count("GET", "/api/billing/subscription"), 0);
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Today));
    let usage = usage.await.unwrap();
    assert_eq!(usage.days.len(), 1);
    assert!((usage.days[0].seconds - REEL).abs() < 0.01);
    assert!((usage.period_seconds.unwrap() - REEL).abs() < 0.01);
    assert!((usage.left_seconds.unwrap() - (600.0 - REEL)).abs() < 0.01);
    assert!((usage.allowance.unwrap().spent_seconds - REEL).abs() < 0.01);
    assert_eq!(usage.days[0].email.as_deref(), email(&world).as_deref());
}

fn email(world: &World) -> Option<String> {
    match world.studio.session() {
        contract::SessionState::SignedIn { email } => email,
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_fails_is_named_and_the_rest_is_shown() {
    let world = World::signed_in().await;
    let parts = [
        ("/api/usage/history", UsagePart::History),
        ("/api/usage/credits", UsagePart::Balance),
        ("/api/usage/daily-budget", UsagePart::Allowance),
        ("/api/usage/summary", UsagePart::Summary),
        ("/api/billing/subscription", UsagePart::Plan),
    ];
    for (path, part) in parts {
        world.arm(Fault::Answer(500, endpoint(path)));
        let usage = world.clock.drive(world.studio.usage(UsagePeriod::Month));
        let usage = usage.await.unwrap();
        assert_eq!(usage.missing, [part]);
        assert_eq!(usage.left_seconds.is_none(), part == UsagePart::Balance);
        assert_eq!(usage.allowance.is_none(), part == UsagePart::Allowance);
        assert_eq!(usage.period_seconds.is_none(), part == UsagePart::Summary);
        assert_eq!(usage.plan.is_none(), part == UsagePart::Plan);
        assert_eq!(usage.days.is_empty(), part == UsagePart::History);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_period_that_the_deployment_does_not_know_is_summed_up_from_its_days() {
    let world = World::signed_in_with(Options {
        past_days: 10,
        ..Options::default()
    })
    .await;
    world.arm(Fault::Answer(400, endpoint("/api/usage/summary")));
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Week));
    let usage = usage.await.unwrap();
    assert_eq!(usage.missing, []);
    let days: f64 = usage.days.iter().map(|day| day.seconds).sum();
    assert_eq!(usage.period_seconds, Some(days));
    assert!(days > 0.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_passing_failure_of_a_part_is_tried_again() {
    let world = World::signed_in().await;
    world.arm(Fault::Answer(503, endpoint("/api/usage/credits")));
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Week));
    assert_eq!(usage.await.unwrap().missing, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_to_show_is_a_refusal_and_an_ended_session_signs_out() {
    let world = World::signed_in().await;
    let everything = Fault::Answer(500, endpoint("/api/{*rest}"));
    world.sandbox.faults().arm_always(everything.clone());
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Week));
    assert_eq!(usage.await.unwrap_err().code, Code::ServiceFailed);
    world.sandbox.faults().disarm(&everything);
    world.arm(Fault::Session401);
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Week));
    assert_eq!(usage.await.unwrap_err().code, Code::NotSignedIn);
    assert!(matches!(
        world.studio.session(),
        contract::SessionState::SignedOut { .. }
    ));
    let plans = world.studio.plans().await.unwrap_err();
    assert_eq!(plans.next, NextStep::SignIn);
}

#[tokio::test(flavor = "multi_thread")]
async fn plans_are_offered_in_seconds_and_the_own_one_is_marked() {
    let world = World::signed_in().await;
    let plans = world.clock.drive(world.studio.plans()).await.unwrap();
    let read: Vec<(&str, Option<f64>, bool)> = plans
        .iter()
        .map(|plan| (plan.plan_id.as_str(), plan.seconds, plan.is_current))
        .collect();
    assert_eq!(
        read,
        [
            ("starter", Some(45.0), false),
            ("daily", Some(150.0), true),
            ("pro", Some(600.0), false),
        ]
    );
    assert!(plans.iter().all(|plan| !plan.purchasable));
    world.studio.open_service().await.unwrap();
    let opened = world.opened.lock().unwrap();
    assert_eq!(opened.last().unwrap(), world.sandbox.riffkit_url().as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn alone_there_is_no_team_and_nobody_is_counted() {
    let world = World::signed_in().await;
    let team = world.clock.drive(world.studio.team()).await.unwrap();
    assert!(!team.is_team);
    assert_eq!(team.members.len(), 1);
    assert!(team.members[0].is_me);
    assert_eq!(world.sandbox.books().count("GET", "/api/tasks/stats"), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_team_the_balance_is_shared_and_the_allowance_is_ones_own() {
    let world = World::signed_in_with(team(60.0)).await;
    let usage = world.clock.drive(world.studio.usage(UsagePeriod::Month));
    let usage = usage.await.unwrap();
    assert!(usage.is_shared);
    assert_eq!(usage.allowance.unwrap().limit_seconds, Some(60.0));
    let team = world.clock.drive(world.studio.team()).await.unwrap();
    assert!(team.is_team);
    assert_eq!(team.left_seconds, usage.left_seconds);
    assert_eq!(team.allowance.unwrap().limit_seconds, Some(60.0));
    let roles: Vec<(&str, bool)> = team
        .members
        .iter()
        .map(|member| (member.role.as_str(), member.is_me))
        .collect();
    assert_eq!(
        roles,
        [
            ("owner", false),
            ("admin", false),
            ("member", false),
            ("member", true)
        ]
    );
    let mine = team.members.last().unwrap();
    assert_eq!(mine.limit_seconds, Some(60.0));
    assert_eq!(team.members[0].limit_seconds, None, "0 is no limit");
    assert!(team.members.iter().all(|member| member.submitted.is_some()));
    let others = &team.members[..3];
    assert!(others.iter().any(|member| member.submitted > Some(0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_count_that_fails_leaves_the_members() {
    let world = World::signed_in_with(team(60.0)).await;
    let stats = Fault::Answer(500, endpoint("/api/tasks/stats"));
    world.sandbox.faults().arm_always(stats);
    let team = world.clock.drive(world.studio.team()).await.unwrap();
    assert_eq!(team.members.len(), 4);
    assert!(team.members.iter().all(|member| member.submitted.is_none()));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_daily_allowance_and_a_missing_plan_have_words_of_their_own() {
    let world = World::signed_in_with(team(1.0)).await;
    let refusal = refused(&world).await;
    assert_eq!(refusal.code, Code::DailyLimit);
    assert_eq!(refusal.next, NextStep::None);
    let world = World::signed_in().await;
    world.arm(Fault::Riff403);
    let refusal = refused(&world).await;
    assert_eq!(refusal.code, Code::SubscriptionRequired);
    assert_eq!(refusal.next, NextStep::OpenService);
    world.arm(Fault::Riff429);
    assert_eq!(refused(&world).await.code, Code::RateLimited);
    assert_eq!(world.riffs_taken(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rate_is_read_once_for_a_while() {
    let world = World::signed_in_with(Options {
        balance_seconds: 3.0,
        ..Options::default()
    })
    .await;
    let read = || {
        let books = world.sandbox.books();
        books.count("GET", "/api/billing/subscription")
    };
    assert_eq!(refused(&world).await.code, Code::NotEnoughSeconds);
    assert_eq!(refused(&world).await.code, Code::NotEnoughSeconds);
    assert_eq!(read(), 1);
    world.clock.advance(Duration::from_secs(301));
    assert_eq!(refused(&world).await.code, Code::NotEnoughSeconds);
    assert_eq!(read(), 2);
}
