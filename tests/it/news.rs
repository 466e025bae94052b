//! Two fronts at once: an open window learns of what `reel` does beside it, and the other way round.

use contract::{Event, OrderState, Plan, Source};
use sandbox::Fault;

use crate::harness::{World, sample};

#[tokio::test(flavor = "multi_thread")]
async fn an_open_window_learns_of_the_other_fronts_orders_and_savings() {
    let world = World::signed_in().await;
    let beside = world.beside().await;
    beside.session_settled().await;
    world.studio.keep_up_with_others();
    let clip = beside.add_clips(vec![sample()]).await.remove(0);
    let plan = Plan {
        source: Some(Source::Clip {
            clip_id: clip.clip_id,
        }),
        ..Plan::default()
    };
    let review = beside.review(plan).await.unwrap();
    let order_id = beside.submit(&review.review_id).await.unwrap();
    world
        .until_order(&order_id, |order| {
            matches!(order.state, OrderState::Working { .. })
        })
        .await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(world.riffs_asked(), 1);

    let reel = &order.reels[0];
    let saving = world.clock.drive(async {
        let transfer_id = beside.save(reel).await.unwrap();
        beside.transfer_ended(&transfer_id).await.unwrap()
    });
    saving.await;
    let told = || {
        world.told(|event| match event {
            Event::Reel(told) => told.asset_id == *reel && told.saved.is_some(),
            _ => false,
        })
    };
    world.clock.until(|| (told() > 0).then_some(())).await;
    beside.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_front_finds_or_gives_up_is_seen() {
    let world = World::signed_in().await;
    world.studio.keep_up_with_others();
    world.arm(Fault::LoseRiff);
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| {
            matches!(order.state, OrderState::InDoubt { .. })
        })
        .await;
    let beside = world.beside().await;
    beside.give_up(&order_id).await.unwrap();
    world
        .until_order(&order_id, |order| order.state == OrderState::GivenUp)
        .await;
    beside.close().await;
}
