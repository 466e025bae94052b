//! Signing in by device authorization, and every way in which it can end.

use std::time::Duration;

use contract::{Code, OrderState, SessionState, SignInEnd};
use sandbox::Fault;

use crate::harness::{Options, World, submit_approval};

fn ended_with(state: &SessionState) -> Option<Code> {
    match state {
        SessionState::SignedOut {
            ended: Some(SignInEnd::Refused { refusal }),
        } => Some(refusal.code),
        _ => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn approving_in_the_browser_signs_in_and_the_session_outlives_the_program() {
    let mut world = World::new(Options::default()).await;
    world.studio.sign_in();
    let link = world.clock.until(|| world.studio.sign_in_link()).await;
    let SessionState::Waiting {
        user_code,
        expires_at,
        browser_opened,
        ..
    } = world.studio.session()
    else {
        panic!("{:?}", world.studio.session());
    };
    assert!(link.contains(&user_code), "the link has the code filled in");
    assert_eq!(*world.opened.lock().unwrap(), std::slice::from_ref(&link));
    assert!(browser_opened);
    let left = expires_at - world.clock.now().as_millisecond();
    assert!((590_000..=600_000).contains(&left), "{left}");

    submit_approval(&link, "approve").await;
    world
        .until_session(|state| matches!(state, SessionState::SignedIn { email: Some(_) }))
        .await;

    world.restart(studio::AutoSave::Never).await;
    world
        .until_session(|state| matches!(state, SessionState::SignedIn { email: Some(_) }))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_polls_keep_the_services_interval_even_when_it_changes() {
    let world = World::new(Options::default()).await;
    world.arm(Fault::DeviceInterval(9));
    world.studio.sign_in();
    let polls = || {
        let books = world.sandbox.books();
        let of_token = books
            .requests
            .iter()
            .filter(|r| r.path == "/api/skill/device/token");
        of_token.map(|request| request.at).collect::<Vec<_>>()
    };
    let times = world
        .clock
        .until(|| Some(polls()).filter(|times| times.len() >= 4))
        .await;
    let gaps: Vec<f64> = times
        .windows(2)
        .map(|pair| (pair[1] - pair[0]).total(jiff::Unit::Second).unwrap())
        .collect();
    assert!(gaps.iter().all(|gap| (gap - 9.0).abs() < 0.01), "{gaps:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn being_told_to_wait_is_no_end() {
    let world = World::new(Options::default()).await;
    world.arm(Fault::Device429);
    world.sign_in().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn denied_expired_blocked_and_cancelled_each_say_so() {
    let world = World::new(Options::default()).await;
    for (fault, code) in [
        (Fault::DeviceDenied, Code::SignInDenied),
        (Fault::DeviceExpired, Code::SignInExpired),
        (Fault::DeviceProxy403, Code::SignInBlocked),
    ] {
        world.arm(fault);
        world.studio.sign_in();
        let state = world
            .until_session(|state| ended_with(state).is_some())
            .await;
        assert_eq!(ended_with(&state), Some(code));
    }
    world.studio.sign_in();
    world.clock.until(|| world.studio.sign_in_link()).await;
    world.studio.cancel_sign_in();
    assert_eq!(
        world.studio.session(),
        SessionState::SignedOut {
            ended: Some(SignInEnd::Cancelled)
        }
    );
    assert_eq!(world.studio.sign_in_link(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_presses_deny_is_believed() {
    let world = World::new(Options::default()).await;
    world.studio.sign_in();
    let link = world.clock.until(|| world.studio.sign_in_link()).await;
    submit_approval(&link, "deny").await;
    let state = world
        .until_session(|state| ended_with(state).is_some())
        .await;
    assert_eq!(ended_with(&state), Some(Code::SignInDenied));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_approves_and_it_expires_at_its_time() {
    let world = World::new(Options::default()).await;
    world.studio.sign_in();
    world.clock.until(|| world.studio.sign_in_link()).await;
    let begun = world.clock.now();
    let state = world
        .until_session(|state| ended_with(state).is_some())
        .await;
    assert_eq!(ended_with(&state), Some(Code::SignInExpired));
    let took = (world.clock.now() - begun)
        .total(jiff::Unit::Second)
        .unwrap();
    assert!((595.0..=605.0).contains(&took), "{took}");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_forgets_the_session_everywhere() {
    let mut world = World::signed_in().await;
    world.studio.sign_out().await;
    assert!(matches!(
        world.studio.session(),
        SessionState::SignedOut { .. }
    ));
    world.restart(studio::AutoSave::Never).await;
    assert!(matches!(
        world.studio.session(),
        SessionState::SignedOut { .. }
    ));
    let vault = std::fs::read_to_string(world.home().vault()).unwrap();
    assert_eq!(vault.trim(), "{}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_is_to_stay_in_memory_leaves_the_file() {
    let world = World::signed_in().await;
    let file = || std::fs::read_to_string(world.home().vault()).unwrap();
    assert_ne!(file().trim(), "{}");
    let memory = contract::VaultChoice::Memory;
    world.studio.choose_vault(memory).await.unwrap();
    assert_eq!(file().trim(), "{}");
    world
        .studio
        .refresh_library()
        .await
        .expect("still signed in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_session_keeps_the_order_and_goes_on_with_it_after_the_sign_in() {
    let world = World::signed_in().await;
    let review = world.studio.review(world.plan().await).await.unwrap();
    world.arm(Fault::Session401);
    let order_id = world.studio.submit(&review.review_id).await.unwrap();
    world
        .until_order(&order_id, |order| order.state == OrderState::AwaitingSignIn)
        .await;
    assert_eq!(ended_with(&world.studio.session()), Some(Code::NotSignedIn));
    assert_eq!(world.riffs_taken(), 0);

    world.sign_in().await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(world.riffs_taken(), 1, "one yes, one order");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_network_while_waiting_is_shown_and_survived() {
    let world = World::new(Options::default()).await;
    world.studio.sign_in();
    world.clock.until(|| world.studio.sign_in_link()).await;
    world.sandbox.stop().await;
    let clock = world.clock.clone();
    let studio = world.studio.clone();
    clock
        .until(|| {
            matches!(
                studio.session(),
                SessionState::Waiting { offline: true, .. }
            )
            .then_some(())
        })
        .await;
    clock.advance(Duration::from_secs(700));
    let state = clock
        .until(|| Some(studio.session()).filter(|s| ended_with(s).is_some()))
        .await;
    assert_eq!(ended_with(&state), Some(Code::SignInExpired));
}
