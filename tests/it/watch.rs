//! Watching what was ordered.

use contract::{Code, OrderNote, OrderState, Preferences, Stage, TaskStatus};
use sandbox::{Fault, Pace};

use crate::harness::{Options, World};

fn batch_polls(world: &World) -> Vec<jiff::Timestamp> {
    world
        .sandbox
        .books()
        .polls
        .into_values()
        .next()
        .unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_riff_goes_through_its_stages_and_sleep_follows() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    let mut stages = Vec::new();
    world
        .clock
        .until(|| {
            let order = world.studio.order(&order_id)?;
            if let OrderState::Working { stage } = order.state {
                let word = match stage {
                    Stage::Queued => "queued",
                    Stage::Analysing { .. } => "analysing",
                    Stage::Analysed => "analysed",
                    Stage::Generating { .. } => "generating",
                };
                if stages.last() != Some(&word) {
                    stages.push(word);
                }
            }
            (order.state == OrderState::Ready).then_some(())
        })
        .await;
    assert!(
        stages.ends_with(&["analysing", "generating"]) || stages.contains(&"generating"),
        "{stages:?}"
    );
    let order = world.studio.order(&order_id).unwrap();
    assert_eq!(order.reels.len(), 1);
    let polls = batch_polls(&world).len();
    world.clock.advance(std::time::Duration::from_secs(600));
    world.clock.settle().await;
    assert_eq!(
        batch_polls(&world).len(),
        polls,
        "nothing runs, nothing is asked"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn failures_are_shown_with_their_cause_and_never_as_success() {
    for (fault, status, code) in [
        (Fault::FailTask, TaskStatus::Failed, None),
        (Fault::DeadTask, TaskStatus::Dead, None),
        (Fault::FailAnalysis, TaskStatus::Failed, None),
        (
            Fault::AutoGenerateNoBalance,
            TaskStatus::Completed,
            Some(Code::AutoGenerateNoBalance),
        ),
    ] {
        let world = World::signed_in().await;
        world.arm(fault.clone());
        let order_id = world.order().await;
        let order = world
            .until_order(&order_id, |order| !order.state.is_open())
            .await;
        assert_eq!(order.state, OrderState::Failed, "{fault:?}");
        let last = order.tasks.last().unwrap();
        assert_eq!(last.status, status, "{fault:?}");
        assert_eq!(order.refusal.map(|refusal| refusal.code), code, "{fault:?}");
        if code.is_none() {
            assert!(
                last.error.as_ref().is_some_and(|error| !error.is_empty()),
                "{fault:?}"
            );
        }
        assert!(order.reels.is_empty());
        assert_eq!(world.riffs_taken(), 1, "nothing retries by itself");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_is_away_is_asked_ever_less_often_and_found_again() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    world.arm(Fault::BatchUnavailable(4));
    world
        .until_order(&order_id, |order| {
            matches!(order.note, Some(OrderNote::Unreachable { .. }))
        })
        .await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.note, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn retry_after_is_honoured() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    world.arm(Fault::Batch429(90));
    let order = world
        .until_order(&order_id, |order| {
            matches!(order.note, Some(OrderNote::Unreachable { .. }))
        })
        .await;
    let Some(OrderNote::Unreachable { retry_at }) = order.note else {
        unreachable!()
    };
    let asked_again = retry_at - world.clock.now().as_millisecond();
    assert!(asked_again >= 89_000, "{asked_again}");
    let before = batch_polls(&world).len();
    world
        .clock
        .until(|| (batch_polls(&world).len() > before).then_some(()))
        .await;
    assert!(world.clock.now().as_millisecond() >= retry_at);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_lost_while_watching_is_picked_up_after_the_sign_in() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    world.arm(Fault::Session401);
    world
        .until_order(&order_id, |order| {
            order.note == Some(OrderNote::SignInNeeded)
        })
        .await;
    world.sign_in().await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_says_in_words_unknown_to_us_is_kept_and_survived() {
    let world = World::signed_in().await;
    world.arm(Fault::UnknownStatus);
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let seen = world.told(|event| match event {
        contract::Event::Order(order) => order
            .tasks
            .iter()
            .any(|task| task.status == TaskStatus::Other("paused".into())),
        _ => false,
    });
    assert!(seen > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn long_waits_get_their_word() {
    let options = Options {
        pace: Pace::Seconds(4000.0),
        preferences: Preferences::default(),
        ..Options::default()
    };
    let world = World::signed_in_with(options).await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.note == Some(OrderNote::TakingLong))
        .await;
    let polls = batch_polls(&world);
    let last = polls.last().copied().unwrap();
    world
        .clock
        .until(|| (batch_polls(&world).len() > polls.len() + 1).then_some(()))
        .await;
    let next = batch_polls(&world);
    let gap = (next[next.len() - 1] - next[next.len() - 2])
        .total(jiff::Unit::Second)
        .unwrap();
    assert!(gap >= 59.0, "looked at less often: {gap} after {last}");
}
