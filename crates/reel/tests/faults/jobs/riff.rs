//! A riff, from the plan to the reel on disk; and what every order of Riffkit has in common.

use std::path::PathBuf;
use std::time::Duration;

use contract::{AssetId, DoubtSearch, OrderId, OrderState, OrderView, TemplateQuery};

use super::{PASSING, PAUSE, TRIES, befall, insist, no_part_is_left, pass, transfer_ended};
use crate::world::{Options, World};

/// Longer than the service ever takes to list what it has taken.
const DOUBT_LASTS: Duration = Duration::from_secs(3 * 60 * 60);

/// A riff of the sample, from the plan to the reel on disk, with these faults falling into it; then
/// the books are looked at.
pub async fn riff(options: Options, faults: &[&str]) {
    let world = super::world(options).await;
    let befallen = befall(&world, faults);
    let templates = async || world.studio.templates(TemplateQuery::default()).await;
    insist(&world, templates).await;
    let order = ordered(&world).await;
    let saved = saved(&world, &order.reels[0]).await;
    let original = world
        .folder
        .path()
        .join(format!("service/reels/{}.mp4", order.reels[0]));
    assert!(
        std::fs::read(saved).unwrap() == std::fs::read(original).unwrap(),
        "not the reel"
    );
    let books = world.sandbox.books();
    assert_eq!(books.riffs.len(), 1, "riffs that were taken");
    assert_eq!(books.reels_finished, 1);
    assert_eq!((books.cookies_leaked, books.tokens_astray), (0, 0));
    befallen.struck();
}

/// Orders the sample, again where it was surely not taken, until there is a reel.
async fn ordered(world: &World) -> OrderView {
    for _ in 0..TRIES {
        let plan = world.plan().await;
        let review = insist(world, async || world.studio.review(plan.clone()).await).await;
        let order_id = insist(world, async || world.studio.submit(&review.review_id).await).await;
        let order = order_ended(world, &order_id).await;
        match order.state {
            OrderState::Ready => return order,
            OrderState::Refused | OrderState::NotSent => {
                let refusal = order.refusal.expect("a reason");
                assert!(PASSING.contains(&refusal.code), "{refusal:?}");
            }
            OrderState::InDoubt {
                search: DoubtSearch::NotTaken { .. },
            } => {
                world.studio.give_up(&order_id).await.unwrap();
            }
            state => panic!("it ended as {state:?}: {:?}", order.refusal),
        }
        assert_eq!(world.riffs_taken(), 0, "it was taken after all");
        pass(world, PAUSE).await;
    }
    panic!("it was never taken")
}

/// Waits until nothing more comes of an order by itself.
pub async fn order_ended(world: &World, order_id: &OrderId) -> OrderView {
    let latest = world.clock.now() + DOUBT_LASTS;
    let rests = |order: &OrderView| match &order.state {
        OrderState::InDoubt { search } => {
            matches!(
                search,
                DoubtSearch::NotTaken { .. } | DoubtSearch::Several { .. }
            ) || world.clock.now() > latest
        }
        state => !state.is_open(),
    };
    let order = world
        .clock
        .until(|| world.studio.order(order_id).filter(rests));
    order.await
}

/// Saves a reel, again where it failed in passing, and gives its file.
pub async fn saved(world: &World, asset_id: &AssetId) -> PathBuf {
    let save = async || {
        let transfer = world.studio.save(asset_id).await?;
        transfer_ended(world, &transfer).await
    };
    insist(world, save).await;
    let path = world
        .studio
        .saved_path(asset_id)
        .await
        .expect("a saved file");
    no_part_is_left(world);
    path
}
