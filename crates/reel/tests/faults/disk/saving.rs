//! What becomes of a reel that is being saved.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use contract::{AssetId, Code, OrderState, ProjectKey, ProjectKind, TransferId, TransferState};

use super::GROUP;
use super::stand_in::StandIn;
use crate::jobs;
use crate::table::{Table, Try, attempt};
use crate::waiting::with_extension;
use crate::world::{Machine, Options, World};

/// How long a slow disk thinks before it answers.
const SLOW: Duration = Duration::from_millis(400);
/// So much of a reel comes before its connection breaks, in bytes: enough for a `.part`.
const SOME: u64 = 200_000;

/// What is saved: one of each service.
#[derive(Clone, Copy)]
enum What {
    Reel,
    Short,
}

/// Its rows.
pub fn rows(table: &mut Table) {
    let both = |work: fn(What) -> Try| vec![work(What::Reel), work(What::Short)];
    table.row(
        GROUP,
        "full before a reel is saved, then there is room",
        both(full),
    );
    table.row(
        GROUP,
        "full in the middle of a saving, then there is room",
        both(filled),
    );
    table.row(GROUP, "slow to say how much room it has", both(slow));
    table.row(
        GROUP,
        "a file stands where the folder should be",
        both(no_folder),
    );
    table.row(
        GROUP,
        "the folder is removed in the middle of a saving",
        both(removed),
    );
}

/// A machine with this disk, a service with something finished, and its id in the library.
async fn finished(what: What, disk: &StandIn) -> (World, AssetId) {
    let machine = Machine {
        disk: Arc::new(disk.clone()),
        ..Machine::default()
    };
    let world = jobs::world(Options {
        machine,
        ..Options::default()
    })
    .await;
    let asset_id = match what {
        What::Reel => {
            let order_id = world.order().await;
            let order = jobs::order_ended(&world, &order_id).await;
            assert_eq!(order.state, OrderState::Ready);
            order.reels[0].clone()
        }
        What::Short => {
            let slug = world.short().await.slug;
            world
                .take(contract::Step::GenerateShort { slug: slug.clone() })
                .await;
            let key = ProjectKey::new(ProjectKind::Short, &slug);
            world.ended(&key).await;
            world
                .studio
                .project_asset(&key)
                .await
                .unwrap()
                .expect("a result")
        }
    };
    (world, asset_id)
}

/// Waits until a saving is at rest: ended, or paused for want of room.
async fn at_rest(world: &World, transfer: &TransferId) -> TransferState {
    let state = || {
        let transfers = world.studio.transfers();
        let view = transfers
            .into_iter()
            .find(|view| view.transfer_id == *transfer)?;
        let rests = matches!(
            view.state,
            TransferState::Done { .. }
                | TransferState::Failed { .. }
                | TransferState::Paused { .. }
        );
        rests.then_some(view.state)
    };
    world.clock.until(state).await
}

/// Why a saving stopped.
fn reason(state: &TransferState) -> Code {
    match state {
        TransferState::Failed { refusal }
        | TransferState::Paused {
            refusal: Some(refusal),
            ..
        } => refusal.code,
        other => panic!("it stands at {other:?}"),
    }
}

/// Once all is well again it is saved: by itself where it paused, else by another try.
async fn saved_in_the_end(world: &World, transfer: &TransferId, asset_id: &AssetId) {
    if matches!(at_rest(world, transfer).await, TransferState::Paused { .. }) {
        world
            .clock
            .until(|| is_done(world, transfer).then_some(()))
            .await;
    }
    if !is_done(world, transfer) {
        jobs::saved(world, asset_id).await;
    }
    is_whole(world);
}

fn is_done(world: &World, transfer: &TransferId) -> bool {
    let transfers = world.studio.transfers();
    let mut views = transfers
        .iter()
        .filter(|view| view.transfer_id == *transfer);
    views.any(|view| matches!(view.state, TransferState::Done { .. }))
}

/// One video lies there, as the service made it, and nothing half done.
fn is_whole(world: &World) {
    jobs::no_part_is_left(world);
    let videos = with_extension(&world.reels(), "mp4");
    assert_eq!(videos.len(), 1, "{videos:?}");
    let sum = jobs::sum_of(&videos[0]);
    let made = with_extension(&world.folder.path().join("service/reels"), "mp4");
    let is_reel = made.iter().any(|made| jobs::sum_of(made) == sum);
    let objects = world.sandbox.storage_books().objects;
    let is_object = objects
        .iter()
        .any(|it| it.sha256().is_ok_and(|made| made == sum));
    assert!(is_reel || is_object, "not what the service made");
}

/// Nothing is called saved that is not there.
fn nothing_is_there(world: &World) {
    let videos = with_extension(&world.reels(), "mp4");
    assert!(videos.is_empty(), "{videos:?}");
}

fn name(what: What) -> &'static str {
    match what {
        What::Reel => "reel",
        What::Short => "short",
    }
}

fn full(what: What) -> Try {
    attempt(name(what), async move {
        let disk = StandIn::roomy();
        let (world, asset_id) = finished(what, &disk).await;
        disk.fill();
        let transfer = world.studio.save(&asset_id).await.unwrap();
        assert_eq!(reason(&at_rest(&world, &transfer).await), Code::DiskFull);
        nothing_is_there(&world);
        disk.clear();
        saved_in_the_end(&world, &transfer, &asset_id).await;
    })
}

/// The connection breaks once, so that the room is looked at in the middle.
fn filled(what: What) -> Try {
    attempt(name(what), async move {
        let disk = StandIn::roomy();
        let (world, asset_id) = finished(what, &disk).await;
        world
            .sandbox
            .faults()
            .arm_named(&format!("cut-download={SOME}"))
            .unwrap();
        let transfer = world.studio.save(&asset_id).await.unwrap();
        world.clock.until(|| has_begun(&world).then_some(())).await;
        disk.fill();
        let state = at_rest(&world, &transfer).await;
        if !matches!(state, TransferState::Done { .. }) {
            assert_eq!(reason(&state), Code::DiskFull);
            nothing_is_there(&world);
        }
        disk.clear();
        saved_in_the_end(&world, &transfer, &asset_id).await;
    })
}

/// Bytes are on disk, or all of it was there before anybody could look.
fn has_begun(world: &World) -> bool {
    let begun = |path: &Path| std::fs::metadata(path).is_ok_and(|file| file.len() > 0);
    let parts = with_extension(&world.reels(), "part");
    parts.iter().any(|part| begun(part)) || !with_extension(&world.reels(), "mp4").is_empty()
}

fn slow(what: What) -> Try {
    attempt(name(what), async move {
        let (world, asset_id) = finished(what, &StandIn::slow(SLOW)).await;
        jobs::saved(&world, &asset_id).await;
        is_whole(&world);
    })
}

fn no_folder(what: What) -> Try {
    attempt(name(what), async move {
        let (world, asset_id) = finished(what, &StandIn::roomy()).await;
        std::fs::write(world.reels(), "not a folder").unwrap();
        let transfer = world.studio.save(&asset_id).await.unwrap();
        assert_eq!(
            reason(&at_rest(&world, &transfer).await),
            Code::FolderUnwritable
        );
        assert_eq!(std::fs::read(world.reels()).unwrap(), b"not a folder");
        std::fs::remove_file(world.reels()).unwrap();
        saved_in_the_end(&world, &transfer, &asset_id).await;
    })
}

fn removed(what: What) -> Try {
    attempt(name(what), async move {
        let (world, asset_id) = finished(what, &StandIn::roomy()).await;
        let cut = format!("cut-download={SOME}");
        world.sandbox.faults().arm_named(&cut).unwrap();
        let transfer = world.studio.save(&asset_id).await.unwrap();
        world.clock.until(|| has_begun(&world).then_some(())).await;
        // Somebody may be writing there at this very moment.
        while world.reels().exists() && std::fs::remove_dir_all(world.reels()).is_err() {}
        let state = at_rest(&world, &transfer).await;
        if !matches!(state, TransferState::Done { .. }) {
            assert_ne!(reason(&state), Code::Internal);
        }
        jobs::saved(&world, &asset_id).await;
        is_whole(&world);
    })
}
