//! Savings that are interrupted, and come to their end all the same.

use std::time::Duration;

use contract::TransferState;
use sandbox::Fault;
use studio::AutoSave;

use super::{MEGABYTE, is_part, is_paused, window};
use crate::harness::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_pause_outlives_the_program_and_no_byte_that_is_there_comes_twice() {
    let mut world = World::signed_in_with(window()).await;
    let asset_id = world.large_reel(24).await;
    let transfer = world.studio.save(&asset_id).await.unwrap();
    world.until_received(&transfer, 9).await;
    world.studio.pause_transfer(&transfer).await.unwrap();
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
