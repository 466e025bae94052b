//! Batches of which the service says less than it said before: none ends an order by mistake, and none
//! is watched for ever.

use std::time::Duration;

use contract::{Code, Event, OrderNote, OrderState, OrderView, TaskStatus};
use sandbox::Fault;
use serde_json::json;

use crate::harness::{Guest, NoBrowser, StandIn, World};

fn is_ready(order: &OrderView) -> bool {
    order.state == OrderState::Ready
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_is_unknown_for_a_while_is_told_and_goes_on() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| !order.tasks.is_empty())
        .await;
    world.arm(Fault::BatchVanishes);
    let order = world
        .until_order(&order_id, |order| {
            matches!(order.note, Some(OrderNote::Vanished { .. }))
        })
        .await;
    assert!(order.state.is_open());
    // The service has said that it took it: nobody may say now that it did not.
    let refused = world.studio.give_up(&order_id).await;
    assert_eq!(refused.unwrap_err().code, Code::Unknown);
    let asked = world.sandbox.books().count("GET", "/api/tasks");
    assert!(asked > 0, "the list of tasks was asked too");
    world.sandbox.faults().clear();
    let order = world.until_order(&order_id, is_ready).await;
    assert_eq!((order.reels.len(), order.note), (1, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_that_stays_unknown_is_given_up_and_can_be_looked_at_again() {
    let world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| !order.tasks.is_empty())
        .await;
    world.arm(Fault::BatchVanishes);
    // Nothing is listed of it either: its tasks never ended for us.
    let begun = world.clock.now();
    world.arm(Fault::Answer(500, "/api/assets".parse().unwrap()));
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    let hour = world.clock.now().duration_since(begun).as_secs();
    assert!((3_000..9_000).contains(&hour), "{hour}");
    if order.state == OrderState::Failed {
        let refusal = order.refusal.unwrap();
        assert_eq!(refusal.code, Code::OrderVanished);
        world.sandbox.faults().clear();
        world.studio.look_now(&order_id);
    }
    // What it made was made all the same.
    world.until_order(&order_id, is_ready).await;
    let in_doubt = |event: &Event| match event {
        Event::Order(order) => matches!(order.state, OrderState::InDoubt { .. }),
        _ => false,
    };
    assert_eq!(world.told(in_doubt), 0, "it was acknowledged");
    assert_eq!(world.riffs_asked(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_goes_backwards_is_shown_as_it_is_and_ends_nothing() {
    let world = World::signed_in().await;
    world.arm(Fault::TaskBackwards(5));
    let order_id = world.order().await;
    let order = world.until_order(&order_id, is_ready).await;
    assert_eq!(order.reels.len(), 1);
    let ready = || world.told(|event| matches!(event, contract::Event::ReelReady { .. }));
    world.clock.until(|| (ready() > 0).then_some(())).await;
    assert_eq!(ready(), 1, "told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_analysis_with_neither_a_video_nor_a_word_comes_to_an_end() {
    let service = StandIn::start(|line| {
        Box::pin(async move {
            Some(match line.as_str() {
                "POST /api/riffs" => (
                    200,
                    json!({"mode": "analyze_then_generate", "batch_id": "b"}),
                ),
                "GET /api/tasks/batch/b" => (
                    200,
                    json!({"batch_id": "b", "tasks": [
                        {"id": "t", "type": "analyze", "status": "completed", "batch_id": "b"},
                    ]}),
                ),
                _ => return None,
            })
        })
    })
    .await;
    let guest = Guest::of(&service, NoBrowser).await;
    let order_id = guest.order().await;
    let order = guest
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Failed);
    assert_eq!(order.refusal.unwrap().code, Code::AutoGenerateFailed);
    assert_eq!(order.tasks[0].status, TaskStatus::Completed);
    let asked = service.asked("GET /api/tasks/batch/b");
    guest.clock.advance(Duration::from_secs(3_600));
    guest.clock.settle().await;
    assert_eq!(
        service.asked("GET /api/tasks/batch/b"),
        asked,
        "watched no more"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_whose_batch_is_no_text_is_a_doubt_and_the_order_is_found() {
    let world = World::signed_in().await;
    let riffs = "POST:/api/riffs".parse().unwrap();
    world.arm(Fault::AnswerBody("wrong-types".parse().unwrap(), riffs));
    let order_id = world.order().await;
    let order = world.until_order(&order_id, is_ready).await;
    assert_eq!(order.reels.len(), 1);
    assert_eq!((world.riffs_asked(), world.riffs_taken()), (1, 1));
}
