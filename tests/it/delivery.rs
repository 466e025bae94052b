//! Reels on disk: whole or absent, and never over something else.

use std::path::PathBuf;

use contract::{AssetId, Code, Event, LibraryQuery, OrderState, TransferState, TransferView};
use sandbox::Fault;
use studio::AutoSave;

use crate::harness::{Options, World};

async fn ready(world: &World) -> AssetId {
    let order_id = world.order().await;
    let order = world
        .until_order(&order_id, |order| order.state == OrderState::Ready)
        .await;
    order.reels[0].clone()
}

async fn saved(world: &World, asset_id: &AssetId) -> TransferView {
    let transfer = world.studio.save(asset_id).await.unwrap();
    ended(world, &transfer).await
}

async fn ended(world: &World, transfer: &contract::TransferId) -> TransferView {
    world
        .clock
        .drive(world.studio.transfer_ended(transfer))
        .await
        .unwrap()
}

fn files(world: &World) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(world.reels())
        .map(|entries| {
            entries
                .map(|e| e.unwrap().file_name().into_string().unwrap())
                .collect()
        })
        .unwrap_or_default();
    names.sort();
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finished_reel_saves_itself_with_its_words_beside_it() {
    let options = Options {
        auto_save: AutoSave::ByPreference,
        ..Options::default()
    };
    let world = World::signed_in_with(options).await;
    let asset_id = ready(&world).await;
    let path: PathBuf = world.clock.drive(world.saved(&asset_id)).await;
    assert!(path.starts_with(world.reels()));
    let reel = world.studio.reel(&asset_id).await.unwrap();
    assert!(reel.saved.is_some_and(|saved| saved.present));
    assert!(!reel.caption.is_empty() && reel.hashtags.iter().all(|tag| tag.starts_with('#')));
    let words = std::fs::read_to_string(path.with_extension("txt")).unwrap();
    assert!(
        words.contains(&reel.caption) && words.contains(&reel.hashtags[0]),
        "{words}"
    );
    assert_eq!(
        world.told(|event| matches!(event, Event::ReelReady { .. })),
        1
    );
    assert_eq!(
        world.sandbox.books().cookies_leaked,
        0,
        "the session stays at its own origin"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn saving_again_takes_another_name() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    for _ in 0..3 {
        let end = saved(&world, &asset_id).await;
        assert!(matches!(end.state, TransferState::Done { .. }), "{end:?}");
    }
    let videos: Vec<String> = files(&world)
        .into_iter()
        .filter(|name| name.ends_with(".mp4"))
        .collect();
    assert_eq!(videos.len(), 3, "{videos:?}");
    assert!(
        videos.iter().any(|name| name.ends_with(" (2).mp4")),
        "{videos:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_cut_off_or_is_not_what_was_announced_leaves_nothing() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    for fault in [Fault::CutDownload(0), Fault::LyingLength] {
        world.sandbox.faults().arm_always(fault.clone());
        let end = saved(&world, &asset_id).await;
        let TransferState::Failed { refusal } = end.state else {
            panic!("{fault:?}: {end:?}")
        };
        assert_eq!(refusal.code, Code::DownloadDamaged, "{fault:?}");
        assert!(refusal.retryable);
        assert_eq!(files(&world), [""; 0], "{fault:?}");
        world.sandbox.faults().disarm(&fault);
    }
    world.arm(Fault::NoLength);
    assert!(matches!(
        saved(&world, &asset_id).await.state,
        TransferState::Done { .. }
    ));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_saving_cleans_up() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    world.arm(Fault::HugeAsset(50_000_000));
    world.arm(Fault::SlowDownload(1_000_000));
    let transfer = world.studio.save(&asset_id).await.unwrap();
    let again = world.studio.save(&asset_id).await.unwrap();
    assert_eq!(transfer, again, "a second click is the first one's");
    world
        .clock
        .until(|| (world.told(|event| matches!(event, Event::Transfer(TransferView { state: TransferState::Running { received, .. }, .. }) if *received > 0)) > 0).then_some(()))
        .await;
    assert!(
        files(&world).iter().all(|name| name.ends_with(".part")),
        "{:?}",
        files(&world)
    );
    world.studio.cancel_transfer(&transfer).await;
    assert_eq!(
        ended(&world, &transfer).await.state,
        TransferState::Cancelled
    );
    world
        .clock
        .until(|| files(&world).is_empty().then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clicks_at_once_are_one_saving_and_another_place_is_another() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    let (one, two) = tokio::join!(world.studio.save(&asset_id), world.studio.save(&asset_id));
    assert_eq!(one.as_ref().unwrap(), two.as_ref().unwrap());
    let named = world.folder.path().join("mine.mp4");
    let other = world.studio.save_as(&asset_id, &named).await.unwrap();
    for transfer in [&one.unwrap(), &other] {
        let end = ended(&world, transfer).await;
        assert!(matches!(end.state, TransferState::Done { .. }), "{end:?}");
    }
    assert!(named.is_file());
    let videos = files(&world).into_iter().filter(|n| n.ends_with(".mp4"));
    assert_eq!(videos.count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_name_of_the_persons_own_is_taken() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    let named = world.folder.path().join(format!("{}.mp4", "n".repeat(250)));
    let transfer = world.studio.save_as(&asset_id, &named).await.unwrap();
    let end = ended(&world, &transfer).await;
    assert!(matches!(end.state, TransferState::Done { .. }), "{end:?}");
    assert!(named.is_file());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cant_be_written_is_named() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    let blocked = world.folder.path().join("a file");
    std::fs::write(&blocked, "x").unwrap();
    let transfer = world
        .studio
        .save_in(&asset_id, &blocked.join("below"))
        .await
        .unwrap();
    let TransferState::Failed { refusal } = ended(&world, &transfer).await.state else {
        panic!()
    };
    assert_eq!(refusal.code, Code::FolderUnwritable);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_library_and_its_pictures_are_there_without_a_network() {
    let world = World::signed_in().await;
    let asset_id = ready(&world).await;
    let refreshed = world.clock.drive(world.studio.refresh_library()).await;
    refreshed.unwrap();
    assert_eq!(world.studio.snapshot().await.reels.len(), 1);
    let picture = world
        .clock
        .drive(world.studio.picture(&asset_id))
        .await
        .unwrap();
    let (studio, clock) = (world.studio.clone(), world.clock.clone());
    world.sandbox.stop().await;
    let refusal = clock.drive(studio.refresh_library()).await.unwrap_err();
    assert_eq!(refusal.code, Code::Offline);
    let kept = clock
        .drive(studio.list_reels(LibraryQuery::default()))
        .await;
    let kept = kept.unwrap();
    assert_eq!(kept.reels.len(), 1);
    assert_eq!(
        kept.kept_because.map(|refusal| refusal.code),
        Some(Code::Offline)
    );
    assert_eq!(studio.picture(&asset_id).await.unwrap(), picture);
}
