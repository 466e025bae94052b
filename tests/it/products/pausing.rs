//! Pausing, giving up, and the end of the program in the middle.

use contract::{Code, ImageWorkState, ProductWorkView, SessionState, WorkState};
use sandbox::Fault;
use studio::AutoSave;

use super::{IMAGES, staged, states};
use crate::harness::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_stops_the_image_that_is_on_its_way_and_it_waits_again() {
    let world = World::signed_in().await;
    let product = staged(&world, &["large"], 40_000_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    let is_sending = |work: &ProductWorkView| {
        let state = work.images[0].state.clone();
        matches!(state, ImageWorkState::Sending { sent, total } if sent > 0 && sent < total)
    };
    world.until_held().await;
    world.until_work(&work_id, is_sending).await;
    world.studio.pause_product_work(&work_id).await.unwrap();
    let paused = world.work_ended(&work_id).await;
    assert_eq!(paused.state, WorkState::Paused);
    assert_eq!(states(&paused), ["waiting"]);
    world.sandbox.faults().release();
    assert_eq!(world.images_there(), [""; 0], "its end never left");

    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["large"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_after_the_last_byte_lets_the_image_be_answered_first() {
    let world = World::signed_in().await;
    let product = staged(&world, &["small", "next"], 1_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    world.until_held().await;
    let has_left = |work: &ProductWorkView| {
        let state = work.images[0].state.clone();
        matches!(state, ImageWorkState::Sending { sent, total } if sent == total)
    };
    world.until_work(&work_id, has_left).await;
    world.studio.pause_product_work(&work_id).await.unwrap();
    world.sandbox.faults().release();
    let paused = world.work_ended(&work_id).await;
    assert_eq!(paused.state, WorkState::Paused);
    assert_eq!(states(&paused), ["done", "waiting"]);
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["small", "next"]);
    assert_eq!(world.images_sent(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_that_is_taken_back_at_once_is_none() {
    let world = World::signed_in().await;
    let product = staged(&world, &["large"], 40_000_000).await;
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    let work_id = world.studio.create_product(product).await.unwrap();
    world.until_held().await;
    world.studio.pause_product_work(&work_id).await.unwrap();
    world.studio.resume_product_work(&work_id).await.unwrap();
    world.sandbox.faults().release();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["large"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_up_is_not_sent_and_what_was_written_stays() {
    let world = World::signed_in().await;
    world.arm(Fault::ProductImage500(2));
    let product = staged(&world, &["front", "back"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    world.work_ended(&work_id).await;
    world.studio.cancel_product_work(&work_id).await.unwrap();
    let cancelled = world.work_ended(&work_id).await;
    assert_eq!(cancelled.state, WorkState::Cancelled);
    let again = world.studio.resume_product_work(&work_id).await;
    assert_eq!(again.unwrap_err().code, Code::Unknown);
    assert_eq!(world.images_there(), ["front"]);
    assert_eq!(world.images_sent(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_earlier_run_left_is_paused_and_goes_on_when_resumed() {
    let mut world = World::signed_in().await;
    world.arm(Fault::ProductImage500(1));
    let product = staged(&world, &["front", "back"], 1_000).await;
    let work_id = world.studio.create_product(product).await.unwrap();
    world.work_ended(&work_id).await;
    // The end comes in the middle of an image that has left whole.
    world.arm(Fault::Hold(format!("POST:{IMAGES}").parse().unwrap()));
    world.studio.resume_product_work(&work_id).await.unwrap();
    world.until_held().await;
    world.restart(AutoSave::Never).await;
    world.sandbox.faults().release();
    let left = world.studio.product_works();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].state, WorkState::Paused);
    assert_eq!(left[0].name, "Label scanner");
    assert_eq!(world.studio.snapshot().await.product_works, left);
    let settled = world.until_session(|state| matches!(state, SessionState::SignedIn { .. }));
    settled.await;
    world.studio.resume_product_work(&work_id).await.unwrap();
    assert_eq!(world.work_ended(&work_id).await.state, WorkState::Done);
    assert_eq!(world.images_there(), ["front", "back"]);
    assert_eq!(world.products_sent(), 1);
}
