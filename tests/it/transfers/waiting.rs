//! Savings that something holds up: no room, no network, others before them, a limit.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use contract::{Code, Event, LibraryQuery, Preferences, TransferId, TransferState, TransferView};
use sandbox::Fault;
use studio::ports::Disk;

use super::{MEGABYTE, is_paused, window};
use crate::harness::{Machine, Options, World};

/// A disk with so much room.
struct Room(AtomicU64);

impl Disk for Room {
    fn free_bytes(&self, _: &Path) -> std::io::Result<u64> {
        Ok(self.0.load(Ordering::SeqCst))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_a_pause_that_ends_with_room() {
    let disk = Arc::new(Room(AtomicU64::new(u64::MAX)));
    let world = World::signed_in_with(Options {
        machine: Machine {
            disk: Arc::clone(&disk) as Arc<dyn Disk>,
            ..Machine::default()
        },
        ..window()
    })
    .await;
    let asset_id = world.large_reel(24).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 9).await;
    disk.0.store(3 * MEGABYTE, Ordering::SeqCst);
    for megabytes in [12, 14, 16, 18, 20] {
        let there = |state: &TransferState| match state {
            TransferState::Running { received, .. } => *received >= megabytes * MEGABYTE,
            state => is_paused(state),
        };
        world.until_transfer(&transfer, there).await;
        // The disk is looked at beside what comes: no time passes for it.
        for _ in 0..40 {
            world.clock.settle().await;
        }
    }
    let state = world.until_transfer(&transfer, is_paused).await;
    let TransferState::Paused {
        received,
        refusal: Some(refusal),
        ..
    } = state
    else {
        panic!("{state:?}")
    };
    assert_eq!(refusal.code, Code::DiskFull);
    assert_eq!(refusal.args.get("free"), Some(&3.0.into()));
    let before = world.given();
    world.clock.advance(Duration::from_secs(600));
    world.clock.settle().await;
    assert_eq!(world.given(), before, "nothing is asked for meanwhile");
    let rested = world.studio.transfer_rested(&transfer).await.unwrap();
    assert!(is_paused(&rested.state), "{rested:?}");
    world.quick();
    disk.0.store(u64::MAX, Ordering::SeqCst);
    world.is_done(&transfer).await;
    assert_eq!(world.given() - before, 24 * MEGABYTE - received);
    world.saved_as_it_is(&asset_id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_network_it_waits_and_a_cancel_leaves_nothing() {
    let world = World::signed_in().await;
    let asset_id = world.large_reel(24).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 9).await;
    let (studio, clock, folder) = (world.studio.clone(), world.clock.clone(), world.reels());
    world.sandbox.stop().await;
    let state = || studio.transfers().into_iter().next().map(|view| view.state);
    let waits = |state: &TransferState| {
        matches!(state, TransferState::AwaitingNetwork { received, .. }
            if *received >= 9 * MEGABYTE)
    };
    clock.until(|| state().filter(waits)).await;
    // However long that takes.
    clock.advance(Duration::from_secs(24 * 3600));
    clock.until(|| state().filter(waits)).await;
    studio.cancel_transfer(&transfer).await;
    let end = clock.drive(studio.transfer_ended(&transfer)).await.unwrap();
    assert_eq!(end.state, TransferState::Cancelled);
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_fails_is_waited_for_and_not_said_to_be_the_network() {
    let world = World::signed_in().await;
    let asset_id = world.large_reel(2).await;
    world.quick();
    for _ in 0..4 {
        world.arm(Fault::Answer(503, "GET:/api/files/{name}".parse().unwrap()));
    }
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.is_done(&transfer).await;
    let told = |wanted: fn(&TransferState) -> bool| {
        world.told(|event| matches!(event, Event::Transfer(view) if wanted(&view.state)))
    };
    let waits = |state: &TransferState| matches!(state, TransferState::AwaitingServer { retry_at, .. } if *retry_at > 0);
    assert!(told(waits) > 0, "it says so");
    let is_offline = |state: &TransferState| matches!(state, TransferState::AwaitingNetwork { .. });
    assert_eq!(told(is_offline), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_windows_savings_outlast_a_server_that_fails_for_long() {
    let world = World::signed_in_with(window()).await;
    let asset_id = world.large_reel(2).await;
    world.quick();
    let fails = Fault::Answer(503, "GET:/api/files/{name}".parse().unwrap());
    world.sandbox.faults().arm_always(fails.clone());
    let transfer = world.studio.save(&asset_id).await.unwrap();
    let begun = world.clock.now().as_millisecond();
    // Longer than any few tries.
    let waits = |state: &TransferState| {
        matches!(state, TransferState::AwaitingServer { retry_at, .. }
            if *retry_at - begun > 60 * 60 * 1000)
    };
    world.until_transfer(&transfer, waits).await;
    world.sandbox.faults().disarm(&fails);
    world.is_done(&transfer).await;
    world.saved_as_it_is(&asset_id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saving_that_needs_a_sign_in_goes_on_after_it_as_it_says() {
    let mut world = World::signed_in_with(window()).await;
    let asset_id = world.large_reel(2).await;
    world.quick();
    world.studio.sign_out().await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    let waits = |state: &TransferState| {
        matches!(state, TransferState::Paused { refusal: Some(refusal), .. }
            if refusal.code == Code::NotSignedIn)
    };
    world.until_transfer(&transfer, waits).await;
    // Nothing of it is on the disk yet: it is not forgotten for that.
    world.restart(studio::AutoSave::ByPreference).await;
    world.until_transfer(&transfer, waits).await;
    world.sign_in().await;
    world.is_done(&transfer).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_put_first_goes_before_the_others_that_wait() {
    let world = World::signed_in_with(Options {
        reels: 5,
        ..window()
    })
    .await;
    let listed = world.studio.list_reels(LibraryQuery::default());
    let listed = world.clock.drive(listed).await.unwrap();
    let faults = world.sandbox.faults();
    // So long that neither of the first two ends before the last is put first.
    faults.arm_always(Fault::HugeAsset(20 * MEGABYTE));
    faults.arm_always(Fault::SlowDownload(MEGABYTE));
    let mut begun = Vec::new();
    for reel in listed.reels.iter().take(5) {
        begun.push(world.studio.save(&reel.asset_id).await.unwrap());
    }
    for first in &begun[..2] {
        world.until_received(first, 1).await;
    }
    let last = &begun[4];
    world.studio.put_transfer_first(last).await.unwrap();
    let listed = world.studio.transfers();
    let listed = TransferView::in_order(&listed).into_iter();
    let listed: Vec<TransferId> = listed.map(|view| view.transfer_id.clone()).collect();
    assert!(begun[..2].iter().all(|runs| listed[..2].contains(runs)));
    let line = [&begun[4], &begun[2], &begun[3]];
    assert!(
        listed[2..].iter().eq(line),
        "as their turns come: {listed:?}"
    );
    for transfer in &begun {
        world.is_done(transfer).await;
    }
    let events = world.events.lock().unwrap();
    let began = |transfer: &TransferId| {
        events.iter().position(|event| {
            matches!(event, Event::Transfer(view) if view.transfer_id == *transfer
                && matches!(view.state, TransferState::Running { .. }))
        })
    };
    // The first two may end in the same moment: then the next of the line begins beside it.
    assert!(began(last) < began(&begun[3]), "it would be the very last");
    assert!(began(last) > began(&begun[1]), "what runs goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_speed_limit_holds_and_can_be_changed_on_the_way() {
    let mut options = window();
    options.preferences.download_limit = Some(500);
    let world = World::signed_in_with(options).await;
    let asset_id = world.large_reel(20).await;
    world.quick();
    let began = world.clock.now();
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 5).await;
    let changed = world.clock.now();
    let took = changed.duration_since(began).as_secs();
    assert!(took >= 8, "5 MB at 0.5 MB/s: {took} s");
    let unlimited = Preferences {
        download_limit: None,
        ..world.studio.preferences()
    };
    world.studio.set_preferences(unlimited).await.unwrap();
    // No time passes any more, and none is needed.
    let ended = world.studio.transfer_ended(&transfer);
    let ended = tokio::time::timeout(Duration::from_secs(60), ended).await;
    assert!(matches!(
        ended.unwrap().unwrap().state,
        TransferState::Done { .. }
    ));
    assert_eq!(world.clock.now(), changed);
}
