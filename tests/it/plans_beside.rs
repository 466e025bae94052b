//! An order with a staged product, and another process beside: who confirmed it sends it.

use contract::{Code, OrderId, OrderState, Plan, PlanProduct, ProductWorkId, WorkState};
use sandbox::Fault;

use crate::harness::World;
use crate::plans::staged;

/// An order whose product stopped at its second image.
async fn waiting(world: &World) -> (OrderId, ProductWorkId) {
    let plan = Plan {
        product: Some(PlanProduct::New {
            product: staged(world, &["front", "back"]).await,
        }),
        ..world.plan().await
    };
    let review = world.studio.review(plan).await.unwrap();
    world.arm(Fault::ProductImage500(2));
    let order_id = world.submit(&review).await;
    let order = world
        .until_order(&order_id, |order| order.refusal.is_some())
        .await;
    let OrderState::Preparing { work_id } = order.state else {
        panic!("{:?}", order.state);
    };
    (order_id, work_id)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_product_that_another_process_finished_is_taken_along() {
    let world = World::signed_in().await;
    let (order_id, work_id) = waiting(&world).await;
    let other = world.beside().await;
    other.resume_product_work(&work_id).await.unwrap();
    let ended = world.clock.drive(other.product_work_ended(&work_id)).await;
    assert_eq!(ended.unwrap().state, WorkState::Done);
    assert_eq!(world.riffs_asked(), 0, "nobody has asked for it");
    world.studio.resume_order(&order_id).await.unwrap();
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::Ready);
    assert_eq!(world.sandbox.books().riffs.len(), 1);
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_sent_by_who_confirmed_it_alone() {
    let world = World::signed_in().await;
    let (order_id, work_id) = waiting(&world).await;
    let other = world.beside().await;
    other.resume_order(&order_id).await.unwrap();
    let ended = world.clock.drive(other.product_work_ended(&work_id)).await;
    assert_eq!(ended.unwrap().state, WorkState::Done);
    world.clock.settle().await;
    assert_eq!(world.riffs_asked(), 0);
    // Pressed twice, and sent once.
    let both = futures_util::join!(
        world.studio.resume_order(&order_id),
        world.studio.resume_order(&order_id)
    );
    assert!(both.0.is_ok(), "{both:?}");
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!((order.state, order.refusal), (OrderState::Ready, None));
    assert_eq!(world.riffs_asked(), 1);
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_process_cancelled_never_leaves() {
    let world = World::signed_in().await;
    let (order_id, _) = waiting(&world).await;
    let other = world.beside().await;
    other.cancel_sending(&order_id).await;
    let order = other.order(&order_id).unwrap();
    assert_eq!(order.state, OrderState::NotSent);
    let late = world.studio.resume_order(&order_id).await.unwrap_err();
    assert_eq!(late.code, Code::Unknown);
    let order = world
        .until_order(&order_id, |order| !order.state.is_open())
        .await;
    assert_eq!(order.state, OrderState::NotSent);
    world.clock.settle().await;
    assert_eq!(world.riffs_asked(), 0);
    other.close().await;
}
