//! In parts.

use contract::{Code, FootageState, UploadMethod};

use super::{PART, clip_of, is_ready};
use crate::harness::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_large_clip_goes_in_parts_each_signed_once_and_is_stored_byte_for_byte() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 50_000_000);
    let id = world.sends(&slug, &clip, UploadMethod::Auto).await.unwrap();
    let view = world.rests(&id).await;
    is_ready(&view);
    assert!(view.in_parts);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/sign-part"), 10);
    let puts = world.sandbox.storage_books().requests;
    assert_eq!(puts.iter().filter(|put| put.method == "PUT").count(), 10);
    let told = world.told_of_footage();
    assert!(told.iter().any(|view| matches!(
        view.state,
        FootageState::Sending { sent, total: 50_000_000, .. } if sent > 0
    )));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_signature_costs_exactly_one_new_one() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 3 * PART + 7);
    world.fault("part-expired");
    let id = world.sends_in_parts(&slug, &clip).await;
    is_ready(&world.rests(&id).await);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/sign-part"), 4 + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_refused_twice_pauses_the_clip_and_it_goes_on_with_what_is_missing() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", PART - 1);
    world.fault("part-expired");
    world.fault("part-expired");
    let id = world.sends_in_parts(&slug, &clip).await;
    let view = world.rests(&id).await;
    let FootageState::Paused { refusal, .. } = view.state else {
        panic!("{view:?}")
    };
    assert_eq!(refusal.unwrap().code, Code::StorageRefused);
    assert_eq!(world.asks(&slug, "/multipart/sign-part"), 2);
    world.studio.resume_footage(&id).await.unwrap();
    world
        .until_footage(&id, |state| *state == FootageState::Ready)
        .await;
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/init"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn storage_that_stumbles_is_tried_again_after_a_pause() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 3 * PART + 7);
    for fault in ["part-500", "cut-part=1000000", "lose-part-answer"] {
        world.fault(fault);
    }
    let id = world.sends_in_parts(&slug, &clip).await;
    is_ready(&world.rests(&id).await);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(
        world.asks(&slug, "/multipart/sign-part"),
        4,
        "the same address"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_completion_whose_answer_is_lost_is_not_asked_again() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", PART + 7);
    let complete = format!("lose-answer=POST:/api/editor/{slug}/uploads/multipart/complete");
    world.fault(&complete);
    let id = world.sends_in_parts(&slug, &clip).await;
    is_ready(&world.rests(&id).await);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/complete"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_completion_that_storage_refuses_is_asked_again() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", PART + 7);
    world.fault("complete-error");
    let id = world.sends_in_parts(&slug, &clip).await;
    is_ready(&world.rests(&id).await);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/complete"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_that_was_cancelled_leaves_nothing_in_storage() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 8 * PART);
    world.fault("slow-storage=4000000");
    let id = world.sends_in_parts(&slug, &clip).await;
    world.until_stored(2).await;
    world.studio.cancel_footage(&id).await.unwrap();
    assert_eq!(world.rests(&id).await.state, FootageState::Cancelled);
    world.sandbox.faults().clear();
    world.until_cleared().await;
    assert_eq!(world.asks(&slug, "/multipart/abort"), 1);
    assert_eq!(world.footage_listed(&slug).await, []);
}
