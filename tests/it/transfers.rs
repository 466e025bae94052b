//! Savings that are interrupted, and come to their end all the same.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use contract::{
    AssetId, Code, Event, LibraryQuery, OrderState, Preferences, TransferId, TransferState,
    TransferView,
};
use sandbox::Fault;
use studio::AutoSave;
use studio::ports::Disk;

use crate::harness::{Bin, Machine, Options, World};

const MEGABYTE: u64 = 1_000_000;

/// A window in which nothing saves itself unasked.
fn window() -> Options {
    Options {
        auto_save: AutoSave::ByPreference,
        preferences: Preferences {
            save_automatically: false,
            ..Preferences::default()
        },
        ..Options::default()
    }
}

impl World {
    /// A reel that is ready, of so many megabytes, which come at one a second.
    async fn large_reel(&self, megabytes: u64) -> AssetId {
        let order_id = self.order().await;
        let order = self
            .until_order(&order_id, |order| order.state == OrderState::Ready)
            .await;
        let faults = self.sandbox.faults();
        faults.arm_always(Fault::HugeAsset(megabytes * MEGABYTE));
        faults.arm_always(Fault::SlowDownload(MEGABYTE));
        order.reels[0].clone()
    }

    fn quick(&self) {
        self.sandbox.faults().disarm(&Fault::SlowDownload(MEGABYTE));
    }

    fn transfer(&self, transfer: &TransferId) -> Option<TransferView> {
        let mut views = self.studio.transfers().into_iter();
        views.find(|view| view.transfer_id == *transfer)
    }

    async fn until_transfer(
        &self,
        transfer: &TransferId,
        wanted: impl Fn(&TransferState) -> bool,
    ) -> TransferState {
        let found = || Some(self.transfer(transfer)?.state).filter(|state| wanted(state));
        self.clock.until(found).await
    }

    async fn until_received(&self, transfer: &TransferId, megabytes: u64) {
        let enough = |state: &TransferState| {
            matches!(state, TransferState::Running { received, .. }
                if *received >= megabytes * MEGABYTE)
        };
        self.until_transfer(transfer, enough).await;
    }

    /// Lets time pass until some of it is on record, and more has come since.
    async fn until_vouched(&self, transfer: &TransferId) {
        for megabytes in [6, 9, 12] {
            self.until_received(transfer, megabytes).await;
            // The record is kept beside what comes: no time passes for it.
            for _ in 0..40 {
                self.clock.settle().await;
            }
        }
    }

    async fn is_done(&self, transfer: &TransferId) {
        let end = self
            .clock
            .drive(self.studio.transfer_ended(transfer))
            .await
            .unwrap();
        assert!(matches!(end.state, TransferState::Done { .. }), "{end:?}");
    }

    fn given(&self) -> u64 {
        self.sandbox.books().given_bytes
    }

    /// What is in the reels' folder, but for words.
    fn on_disk(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(self.reels()) else {
            return Vec::new();
        };
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_none_or(|extension| extension != "txt"));
        paths.sort();
        paths
    }

    /// The only file there is the reel, byte for byte as it comes when nothing goes wrong.
    async fn saved_as_it_is(&self, asset_id: &AssetId) {
        let files = self.on_disk();
        let [file] = &files[..] else {
            panic!("{files:?}")
        };
        self.quick();
        let whole = self.folder.path().join("whole.mp4");
        let transfer = self.studio.save_as(asset_id, &whole).await.unwrap();
        self.is_done(&transfer).await;
        assert!(std::fs::read(file).unwrap() == std::fs::read(&whole).unwrap());
    }
}

fn is_part(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "part")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_outlives_the_program_and_no_byte_that_is_there_comes_twice() {
    let mut world = World::signed_in_with(window()).await;
    let asset_id = world.large_reel(24).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 9).await;
    world.studio.pause_transfer(&transfer).await.unwrap();
    let is_paused = |state: &TransferState| matches!(state, TransferState::Paused { .. });
    world.until_transfer(&transfer, is_paused).await;
    world.restart(AutoSave::ByPreference).await;
    world.clock.advance(Duration::from_secs(3600));
    world.clock.settle().await;
    let TransferState::Paused {
        received,
        total,
        refusal,
    } = world.transfer(&transfer).unwrap().state
    else {
        panic!("{:?}", world.transfer(&transfer))
    };
    assert!(received >= 9 * MEGABYTE && refusal.is_none());
    assert_eq!(total, Some(24 * MEGABYTE));
    let before = world.given();
    world.quick();
    world.studio.resume_transfer(&transfer).await.unwrap();
    world.is_done(&transfer).await;
    assert_eq!(world.given() - before, 24 * MEGABYTE - received);
    world.saved_as_it_is(&asset_id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_died_goes_on_by_itself_where_it_was() {
    let mut world = World::signed_in_with(window()).await;
    let asset_id = world.large_reel(24).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_vouched(&transfer).await;
    // Everything stops where it is: no last word to the journal.
    world.studio.close().await;
    let before = world.given();
    assert!(is_part(&world.on_disk()[0]));
    world.quick();
    world.restart(AutoSave::ByPreference).await;
    world.is_done(&transfer).await;
    let again = world.given() - before;
    assert!(again <= 20 * MEGABYTE, "{again}");
    world.saved_as_it_is(&asset_id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_command_line_left_waits_for_the_same_again_and_not_for_ever() {
    let mut world = World::signed_in().await;
    let asset_id = world.large_reel(24).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_vouched(&transfer).await;
    // Neither another run of it nor the window takes it up unasked.
    for auto_save in [AutoSave::Never, AutoSave::ByPreference, AutoSave::Never] {
        world.restart(auto_save).await;
        assert_eq!(world.studio.transfers(), []);
        assert!(is_part(&world.on_disk()[0]));
    }
    let before = world.given();
    world.quick();
    let again = world.studio.save(&asset_id).await.unwrap();
    world.is_done(&again).await;
    assert!(world.given() - before <= 20 * MEGABYTE);
    world.saved_as_it_is(&asset_id).await;

    let faults = world.sandbox.faults();
    faults.arm_always(Fault::SlowDownload(MEGABYTE));
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 9).await;
    world.restart(AutoSave::Never).await;
    assert_eq!(world.on_disk().len(), 2);
    world.clock.advance(Duration::from_secs(8 * 24 * 3600));
    world.restart(AutoSave::Never).await;
    let left = world.on_disk();
    assert!(left.len() == 1 && !is_part(&left[0]), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reel_that_changed_meanwhile_is_not_stitched_together() {
    let world = World::signed_in_with(window()).await;
    let asset_id = world.large_reel(20).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 9).await;
    world.studio.pause_transfer(&transfer).await.unwrap();
    let is_paused = |state: &TransferState| matches!(state, TransferState::Paused { .. });
    world.until_transfer(&transfer, is_paused).await;
    let faults = world.sandbox.faults();
    faults.disarm(&Fault::HugeAsset(20 * MEGABYTE));
    faults.arm_always(Fault::HugeAsset(21 * MEGABYTE));
    world.quick();
    let before = world.given();
    world.studio.resume_transfer(&transfer).await.unwrap();
    world.is_done(&transfer).await;
    assert!(world.given() - before >= 21 * MEGABYTE, "all of it anew");
    world.saved_as_it_is(&asset_id).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_expires_on_the_way_is_minted_anew() {
    let world = World::signed_in().await;
    let asset_id = world.large_reel(20).await;
    world.quick();
    world.arm(Fault::CutDownload(5 * MEGABYTE));
    world.sandbox.faults().arm_times(Fault::ExpiredLink, 2);
    let before = world.given();
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.is_done(&transfer).await;
    assert!(world.given() - before < 21 * MEGABYTE);
    world.saved_as_it_is(&asset_id).await;
}

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
    let is_paused = |state: &TransferState| matches!(state, TransferState::Paused { .. });
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

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_reel_goes_to_the_trash_with_its_words_unless_they_are_the_person_s() {
    let bin = Arc::new(Bin::default());
    let world = World::signed_in_with(Options {
        machine: Machine {
            trash: Arc::clone(&bin) as Arc<dyn studio::ports::Trash>,
            ..Machine::default()
        },
        ..window()
    })
    .await;
    let asset_id = world.large_reel(1).await;
    world.quick();
    for is_changed in [false, true] {
        let transfer = world.studio.save(&asset_id).await.unwrap();
        world.is_done(&transfer).await;
        let video = world.studio.saved_path(&asset_id).await.unwrap();
        let words = video.with_extension("txt");
        if is_changed {
            std::fs::write(&words, "my own").unwrap();
        }
        world.studio.trash_reel(&asset_id).await.unwrap();
        assert!(!video.exists());
        assert_eq!(words.exists(), is_changed);
        assert_eq!(bin.0.lock().unwrap().contains(&words), !is_changed);
        assert!(bin.0.lock().unwrap().contains(&video));
        assert_eq!(world.studio.reel(&asset_id).await.unwrap().saved, None);
        bin.0.lock().unwrap().clear();
    }
    let refused = world.studio.trash_reel(&asset_id).await.unwrap_err();
    assert_eq!(refused.code, Code::Unknown);
}
