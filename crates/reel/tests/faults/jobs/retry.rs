//! A failed task once more: a paying call without a key, of a batch that is known.

use contract::{Code, OrderId, OrderState, OrderView, Refusal, RetryReview, TaskId};
use sandbox::Fault;

use super::{PASSING, PAUSE, TRIES, befall, insist, order_ended, pass, saved};
use crate::world::{Options, World};

/// A failed task is made again, with these faults falling into it, until its reel is on disk; then the
/// books are looked at.
pub async fn retry(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    world.sandbox.faults().arm(Fault::FailTask);
    let order_id = world.order().await;
    let failed = |order: &OrderView| order.state == OrderState::Failed;
    let order = world.until_order(&order_id, failed).await;
    let task_id = order.tasks.last().expect("a task").task_id.clone();
    let charged = world.sandbox.books().charged_seconds;
    let befallen = befall(&world, faults);
    let order = retried(&world, &order_id, &task_id).await;
    assert_eq!(order.reels.len(), 1, "{order:?}");
    saved(&world, &order.reels[0]).await;
    // A second one would be made by now.
    pass(&world, PAUSE).await;
    let books = world.sandbox.books();
    assert_eq!(books.reels_finished, 1, "how often it was made");
    assert_eq!(books.riffs.len(), 1, "riffs that were taken");
    assert!(books.charged_seconds > charged, "made for nothing");
    assert_eq!((books.cookies_leaked, books.tokens_astray), (0, 0));
    befallen.struck();
}

/// Says yes to a retry, again where it was surely not taken, until there is a reel.
async fn retried(world: &World, order_id: &OrderId, task_id: &TaskId) -> OrderView {
    for _ in 0..TRIES {
        // While one is in doubt there is no other.
        world
            .clock
            .drive(world.studio.retries_settled())
            .await
            .unwrap();
        if let Some(order) = made(world, order_id).await {
            return order;
        }
        assert_eq!(world.sandbox.books().reels_finished, 0, "made after all");
        let review = insist(world, async || reviewed(world, task_id).await).await;
        let yes = world.studio.retry_task(&review.retry_id);
        if let Err(refusal) = world.clock.drive(yes).await {
            let may_be_asked_again = [Code::InDoubt, Code::RetryVoid].contains(&refusal.code);
            let passes = may_be_asked_again || PASSING.contains(&refusal.code);
            assert!(passes, "{refusal:?}");
        }
        pass(world, PAUSE).await;
    }
    panic!("it was never taken")
}

/// A task whose status can't be read is not known to have failed; the next look reads it.
async fn reviewed(world: &World, task_id: &TaskId) -> Result<RetryReview, Refusal> {
    let review = world.studio.review_retry(task_id).await;
    review.map_err(|refusal| match refusal.code {
        Code::CannotRetry => Refusal::new(Code::BadAnswer),
        _ => refusal,
    })
}

/// The order with its reel, where its task was made again.
async fn made(world: &World, order_id: &OrderId) -> Option<OrderView> {
    let order = order_ended(world, order_id).await;
    match order.state {
        OrderState::Ready => Some(order),
        OrderState::Failed => None,
        state => panic!("it ended as {state:?}"),
    }
}
