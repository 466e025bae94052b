//! Closing and starting again in the middle.

use contract::{OrderState, TransferState};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::{Options, World, big_clip};

#[tokio::test(flavor = "multi_thread")]
async fn a_riff_under_way_is_picked_up_after_a_restart() {
    let mut world = World::signed_in().await;
    let order_id = world.order().await;
    world
        .until_order(&order_id, |order| order.batch_id.is_some())
        .await;
    world.restart(AutoSave::Never).await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(order.reels.len(), 1);
    assert_eq!(world.riffs_asked(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_cant_be_written_down_is_written_later() {
    let mut world = World::signed_in().await;
    let journal = rusqlite::Connection::open(world.home().root().join("journal.db")).unwrap();
    let full = "CREATE TRIGGER full BEFORE UPDATE OF batch_id ON orders
                BEGIN SELECT RAISE(ABORT, 'no room'); END";
    journal.execute_batch(full).unwrap();
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.note.is_some())
        .await;
    assert!(order.batch_id.is_some(), "this run knows it: {order:?}");
    journal.execute_batch("DROP TRIGGER full").unwrap();
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    world.restart(AutoSave::Never).await;
    let order = world.studio.order(&order_id).unwrap();
    assert_eq!(order.state, OrderState::Ready);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_end_that_cant_be_written_down_is_written_later() {
    let world = World::signed_in().await;
    let journal = rusqlite::Connection::open(world.home().root().join("journal.db")).unwrap();
    let full = "CREATE TRIGGER full BEFORE UPDATE OF phase ON orders
                BEGIN SELECT RAISE(ABORT, 'no room'); END";
    journal.execute_batch(full).unwrap();
    world.arm(Fault::Riff403);
    let order_id = world.order().await;
    world
        .clock
        .until(|| {
            let troubles = world.told(|event| matches!(event, contract::Event::Trouble(_)));
            (troubles > 0).then_some(())
        })
        .await;
    journal.execute_batch("DROP TRIGGER full").unwrap();
    world
        .until_order(&order_id, |order| order.state == OrderState::Refused)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_that_was_taken_is_not_over_before_its_order_goes_on() {
    let mut world = World::signed_in().await;
    world.arm(Fault::FailTask);
    let order_id = world.order().await;
    let failed = world
        .until_order(&order_id, |order| order.state == OrderState::Failed)
        .await;
    let journal = rusqlite::Connection::open(world.home().root().join("journal.db")).unwrap();
    let full = "CREATE TRIGGER full BEFORE UPDATE OF phase ON orders
                BEGIN SELECT RAISE(ABORT, 'no room'); END";
    journal.execute_batch(full).unwrap();
    let task_id = &failed.tasks.last().unwrap().task_id;
    let review = world.clock.drive(world.studio.review_retry(task_id)).await;
    let retry_id = review.unwrap().retry_id;
    let retried = world.studio.retry_task(&retry_id);
    world.clock.drive(retried).await.expect("taken");
    journal.execute_batch("DROP TRIGGER full").unwrap();
    let clock = world.clock.clone();
    clock.drive(world.restart(AutoSave::Never)).await;
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_was_cut_by_closing_was_not_sent() {
    let mut world = World::signed_in().await;
    world.arm(Fault::HoldRiffBody);
    let clip = big_clip(&world, 30_000_000);
    let review = world.review_clip(&clip).await;
    let order_id = world.submit(&review).await;
    world
        .until_order(
            &order_id,
            |o| matches!(o.state, OrderState::Sending { sent, .. } if sent > 0),
        )
        .await;
    world.restart(AutoSave::Never).await;
    let order = world.studio.order(&order_id).unwrap();
    assert_eq!(order.state, OrderState::NotSent);
    world.sandbox.faults().release();
    world.clock.settle().await;
    assert_eq!(world.riffs_taken(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saving_that_was_cut_by_closing_begins_again() {
    let options = Options {
        auto_save: AutoSave::ByPreference,
        ..Options::default()
    };
    let mut world = World::signed_in_with(options).await;
    world.arm(Fault::HugeAsset(20_000_000));
    world.arm(Fault::SlowDownload(100_000));
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    let running = |world: &World| {
        world.told(|event| {
            matches!(event, contract::Event::Transfer(t) if matches!(t.state, TransferState::Running { received, .. } if received > 0))
        })
    };
    world
        .clock
        .until(|| (running(&world) > 0).then_some(()))
        .await;
    world.sandbox.faults().clear();
    // The command line is used before the window comes back: what the window saves is not its business.
    world.restart(AutoSave::Never).await;
    world.restart(AutoSave::ByPreference).await;
    let asset_id = order.reels[0].clone();
    let studio = world.studio.clone();
    let saved = tokio::spawn(async move {
        while studio.saved_path(&asset_id).await.is_none() {
            tokio::task::yield_now().await;
        }
    });
    world
        .clock
        .until(|| saved.is_finished().then_some(()))
        .await;
    let parts = std::fs::read_dir(world.reels())
        .unwrap()
        .filter(|entry| {
            entry
                .as_ref()
                .unwrap()
                .path()
                .extension()
                .is_some_and(|e| e == "part")
        })
        .count();
    assert_eq!(parts, 0, "the cut one's part is gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_waits_a_moment_for_the_answer_to_an_order_that_has_left() {
    let mut world = World::signed_in().await;
    world.arm(Fault::HoldRiffAnswer);
    let order_id = world.order().await;
    world
        .clock
        .until(|| (world.riffs_taken() == 1).then_some(()))
        .await;
    let closing = tokio::spawn({
        let studio = world.studio.clone();
        async move { studio.close().await }
    });
    world.clock.settle().await;
    assert!(!closing.is_finished(), "it waits");
    world.sandbox.faults().release();
    closing.await.unwrap();
    world.restart(AutoSave::Never).await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert!(order.batch_id.is_some(), "not in doubt");
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_waits_no_longer_than_that() {
    let mut world = World::signed_in().await;
    world.arm(Fault::HoldRiffAnswer);
    let order_id = world.order().await;
    world
        .clock
        .until(|| (world.riffs_taken() == 1).then_some(()))
        .await;
    world.clock.drive(world.studio.close()).await;
    world.restart(AutoSave::Never).await;
    // In doubt, and found again.
    world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    assert_eq!(world.riffs_asked(), 1);
}
