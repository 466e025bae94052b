//! Paused, left by a program that ended, and gone on with.

use contract::{Code, FootageState};
use studio::AutoSave;

use super::{PART, clip_of, is_ready};
use crate::harness::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_ended_goes_on_where_it_stopped_and_sends_no_part_twice() {
    let mut world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 12 * PART + 99);
    world.fault("slow-storage=20000000");
    let first = world.sends_in_parts(&slug, &clip).await;
    for parts in [2, 5, 8] {
        world.until_stored(parts).await;
        world.closes().await;
        world.restart(AutoSave::ByPreference).await;
        let left = world.studio.footage_view(&first).unwrap();
        let FootageState::Paused { sent, refusal, .. } = left.state else {
            panic!("{left:?}")
        };
        assert!(sent >= PART && refusal.is_none());
        let again = world.sends_in_parts(&slug, &clip).await;
        assert_eq!(again, first, "the same file to the same ad");
    }
    world.sandbox.faults().clear();
    is_ready(&world.rests(&first).await);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/init"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_lets_the_parts_under_way_arrive() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 12 * PART);
    world.fault("slow-storage=20000000");
    let id = world.sends_in_parts(&slug, &clip).await;
    world.until_stored(1).await;
    world.studio.pause_footage(&id).await.unwrap();
    let view = world.rests(&id).await;
    let stored = world.sandbox.storage_books().puts.len() as u64;
    let FootageState::Paused { sent, refusal, .. } = view.state else {
        panic!("{view:?}")
    };
    assert_eq!((sent, refusal), (stored * PART, None));
    assert!((1..=8).contains(&stored), "{stored}");
    world.sandbox.faults().clear();
    world.studio.resume_footage(&id).await.unwrap();
    world
        .until_footage(&id, |state| *state == FootageState::Ready)
        .await;
    world.stored_whole(&clip, "video/mp4");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changed_meanwhile_is_refused_and_storage_cleared() {
    let mut world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 6 * PART);
    world.fault("slow-storage=20000000");
    let id = world.sends_in_parts(&slug, &clip).await;
    world.until_stored(1).await;
    world.closes().await;
    world.restart(AutoSave::Never).await;
    world.sandbox.faults().clear();
    let time = std::fs::metadata(&clip).unwrap().modified().unwrap();
    let mut bytes = std::fs::read(&clip).unwrap();
    *bytes.last_mut().unwrap() ^= 1;
    std::fs::write(&clip, bytes).unwrap();
    let file = std::fs::File::options().write(true).open(&clip).unwrap();
    file.set_modified(time).unwrap();
    world.studio.resume_footage(&id).await.unwrap();
    let view = world.until_footage(&id, FootageState::has_ended).await;
    let FootageState::Failed { refusal } = view.state else {
        panic!("{view:?}")
    };
    assert_eq!(refusal.code, Code::FileGone);
    world.until_cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_cleared_is_cleared_at_the_next_start() {
    let mut world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 6 * PART);
    world.fault("slow-storage=20000000");
    let id = world.sends_in_parts(&slug, &clip).await;
    world.until_stored(1).await;
    world.sandbox.faults().clear();
    for _ in 0..5 {
        world.fault(&format!(
            "answer=503:POST:/api/editor/{slug}/uploads/multipart/abort"
        ));
    }
    world.studio.cancel_footage(&id).await.unwrap();
    assert_eq!(world.rests(&id).await.state, FootageState::Cancelled);
    world
        .clock
        .until(|| (world.asks(&slug, "/multipart/abort") == 5).then_some(()))
        .await;
    world.clock.settle().await;
    assert_eq!(world.sandbox.storage_books().open_uploads.len(), 1);
    world.closes().await;
    world.restart(AutoSave::Never).await;
    world.until_cleared().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_living_process_sends_is_left_alone() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 6 * PART);
    world.fault("slow-storage=20000000");
    let id = world.sends_in_parts(&slug, &clip).await;
    world.until_stored(1).await;
    let beside = world.beside().await;
    let seen = beside.footage_view(&id).unwrap();
    assert!(
        matches!(seen.state, FootageState::Sending { .. }),
        "{seen:?}"
    );
    let resumed = beside.resume_footage(&id).await;
    assert_eq!(resumed.map_err(|r| r.code), Err(Code::AlreadyRunning));
    let cancelled = beside.cancel_footage(&id).await;
    assert_eq!(cancelled.map_err(|r| r.code), Err(Code::AlreadyRunning));
    beside.close().await;
    world.sandbox.faults().clear();
    is_ready(&world.rests(&id).await);
    world.stored_whole(&clip, "video/mp4");
}

#[tokio::test(flavor = "multi_thread")]
async fn another_accounts_token_that_finds_nothing_loses_nothing_of_an_upload() {
    let world = World::with_token().await;
    let slug = world.ad().await;
    let clip = clip_of(&world, "a.mp4", 12 * PART);
    world.fault("slow-storage=20000000");
    let id = world.sends_in_parts(&slug, &clip).await;
    world.until_stored(1).await;
    world.studio.pause_footage(&id).await.unwrap();
    world.rests(&id).await;
    world.sandbox.faults().clear();
    let uploads = format!("/api/editor/{slug}/uploads");
    world.fault(&format!("answer=404:POST:{uploads}/multipart/sign-part"));
    world.fault(&format!("answer=404:GET:{uploads}"));
    world.studio.resume_footage(&id).await.unwrap();
    let FootageState::Paused { sent, refusal, .. } = world.rests(&id).await.state else {
        panic!("{:?}", world.studio.footage_view(&id))
    };
    assert!(sent >= PART);
    assert_eq!(refusal.map(|refusal| refusal.code), Some(Code::NotFound));
    world.studio.resume_footage(&id).await.unwrap();
    is_ready(&world.rests(&id).await);
    world.stored_whole(&clip, "video/mp4");
    assert_eq!(world.asks(&slug, "/multipart/init"), 1);
    assert_eq!(world.sandbox.storage_books().puts.len(), 12, "none twice");
}
