//! Savings in the drawer, and files that go to the trash.

use sandbox::Fault;

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order, order_is, sign_in};

const MEGABYTE: u64 = 1_000_000;

#[tokio::test(flavor = "multi_thread")]
async fn a_saving_is_paused_gone_on_with_and_its_file_put_into_the_trash() {
    let Some(stage) = Stage::set("transfers").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    app.click("rail-library").await;
    app.click("transfers").await;
    app.find("transfers-none").await;
    app.click("transfers").await;
    sign_in(&app, &stage).await;
    let faults = stage.sandbox.faults();
    faults.arm_always(Fault::HugeAsset(60 * MEGABYTE));
    faults.arm_always(Fault::SlowDownload(2 * MEGABYTE));
    app.click("rail-riff").await;
    order(&app).await;
    order_is(&app, "ready").await;

    app.click("order-transfers").await;
    let state = async |wanted: &str| {
        app.attribute("transfer", "data-state", |now| now == wanted)
            .await;
    };
    state("running").await;
    app.click("transfer-pause").await;
    state("paused").await;
    app.words("transfer-line", |line| line.contains("of 60.0 MB"))
        .await;
    app.words("transfers-summary", |words| words == "1 paused")
        .await;
    app.click("transfer-resume").await;
    state("running").await;
    faults.disarm(&Fault::SlowDownload(2 * MEGABYTE));
    state("done").await;
    assert_eq!(stage.saved_reels().len(), 1);

    app.click("reel-tile").await;
    app.click("reel-trash").await;
    let files = app.words("trash-files", |words| !words.is_empty()).await;
    assert!(files.contains("~/Videos/Reels"), "{files}");
    app.click("trash-no").await;
    app.find("reel-saved").await;
    app.click("reel-trash").await;
    app.click("trash-yes").await;
    app.find("reel-save").await;
    until("the file to be gone", async || {
        stage.saved_reels().is_empty().then_some(())
    })
    .await;
    app.click("reel-save").await;
    app.find("reel-saved").await;
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saving_that_is_cancelled_leaves_nothing_and_can_be_begun_anew() {
    let Some(stage) = Stage::set("transfer-cancelled").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    let faults = stage.sandbox.faults();
    faults.arm_always(Fault::HugeAsset(60 * MEGABYTE));
    faults.arm_always(Fault::SlowDownload(2 * MEGABYTE));
    order(&app).await;
    order_is(&app, "ready").await;
    app.click("order-show").await;
    app.find("reel-saving").await;
    app.click("reel-save-pause").await;
    app.click("reel-save-resume").await;
    app.click("reel-save-cancel").await;
    app.find("reel-save").await;
    until("no part to be left", async || {
        stage.saved("part").is_empty().then_some(())
    })
    .await;
    faults.disarm(&Fault::SlowDownload(2 * MEGABYTE));
    app.click("reel-save").await;
    app.find("reel-saved").await;
    assert_eq!(stage.saved_reels().len(), 1);
    app.is_sound().await;
}
