//! Retries whose answer was lost: looked up, never sent again.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use contract::{Code, Event, OrderState, TaskId};
use futures_util::FutureExt as _;
use sandbox::Fault;
use serde_json::json;
use studio::AutoSave;

use crate::harness::{Guest, NoBrowser, StandIn, World};

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_that_the_service_never_saw_is_never_sent_again() {
    let world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::FailTask).await;
    world.arm_at_retry("cut=");
    let refusal = world.retried(&task_id).await.unwrap_err();
    assert_eq!(refusal.code, Code::InDoubt);
    let blocked = world.studio.review_retry(&task_id).await;
    assert_eq!(blocked.unwrap_err().code, Code::InDoubt);
    let not_sent =
        |event: &Event| matches!(event, Event::Trouble(why) if why.code == Code::NotSent);
    world
        .clock
        .until(|| (world.told(not_sent) == 1).then_some(()))
        .await;
    assert_eq!(world.retries_asked(&task_id), 1);
    let order = world.studio.order(&order_id).unwrap();
    assert_eq!(order.state, OrderState::Failed);
    world.retried(&task_id).await.expect("a new yes is another");
    assert_eq!(world.retries_asked(&task_id), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_retry_is_looked_up_by_the_next_run() {
    let mut world = World::signed_in().await;
    let (order_id, task_id) = world.failed(Fault::FailTask).await;
    let review = world.reviewed(&task_id).await;
    world.arm_at_retry("hold=");
    let studio = world.studio.clone();
    let yes = tokio::spawn(async move { studio.retry_task(&review.retry_id).await });
    world
        .clock
        .until(|| (world.retries_asked(&task_id) == 1).then_some(()))
        .await;
    let clock = world.clock.clone();
    // Long enough for the closing, and too short for the next run to believe that it was not taken.
    let closing = Duration::from_secs(6);
    clock
        .drive_within(closing, world.restart(AutoSave::Never))
        .await;
    assert_eq!(yes.await.unwrap().unwrap_err().code, Code::InDoubt);
    let blocked = world.studio.review_retry(&task_id).await;
    assert_eq!(blocked.unwrap_err().code, Code::InDoubt);
    // As if the one that was on its way had been taken.
    world.retried_elsewhere(&task_id).await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.reels.len(), 1);
    assert_eq!(world.retries_asked(&task_id), 2, "ours once, and the other");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_whose_answer_was_lost_is_seen_as_the_new_task_of_the_batch() {
    let retries = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&retries);
    let service = StandIn::start(move |line| {
        let retries = Arc::clone(&counted);
        async move {
            let failed = json!({
                "id": "t", "type": "pipeline", "status": "failed", "batch_id": "b",
                "finished_at": "2026-06-20T11:00:00",
            });
            let taken = retries.load(Ordering::SeqCst) > 0;
            let new = json!({"id": "u", "type": "pipeline", "status": "queued", "batch_id": "b"});
            match line.as_str() {
                "GET /api/tasks/t" => Some((200, failed)),
                "GET /api/tasks/u" => Some((200, new)),
                "GET /api/tasks/batch/b" => {
                    let tasks = if taken {
                        vec![failed, new]
                    } else {
                        vec![failed]
                    };
                    Some((200, json!({"batch_id": "b", "tasks": tasks})))
                }
                "POST /api/tasks/t/retry" => {
                    retries.fetch_add(1, Ordering::SeqCst);
                    Some((500, json!({"detail": "Internal Server Error"})))
                }
                _ => None,
            }
        }
        .boxed()
    })
    .await;
    let guest = Guest::of(&service, NoBrowser).await;
    let task_id = TaskId::from("t");
    let review = guest.clock.drive(guest.studio.review_retry(&task_id)).await;
    let review = review.unwrap();
    assert_eq!(review.left_seconds, None, "it could not be read");
    let retried = guest.studio.retry_task(&review.retry_id);
    let detail = guest.clock.drive(retried).await.unwrap();
    assert_eq!(detail.task.task_id, TaskId::from("u"));
    assert_eq!(retries.load(Ordering::SeqCst), 1);
}
