//! Pictures of limits, orders in doubt, transfers and the trash, in every look: for a person to look
//! at. Only where `REELWRIGHT_PICTURES` names a folder.

use std::path::PathBuf;

use sandbox::Fault;

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::hub_steps::come_with_token;
use crate::looks::Looks;
use crate::steps::{order, order_is, sign_in};

const MEGABYTE: u64 = 1_000_000;
/// A name as phones and editors make them, and then some.
const LONG_NAME: &str = "2026-11-22 morning routine, second take with the oat milk and the new cup \
    (final, colour corrected, without the music) export 1080x1920 v12.mp4";

/// The sample, under that name.
fn long_named(stage: &Stage) -> PathBuf {
    let long = stage.clips().join(LONG_NAME);
    std::fs::copy(clips::sample(), &long).expect("a copy");
    long
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_are_pictured() {
    let looks = Looks::open("pictures-limits", &[&clips::sample()], |_| {}).await;
    let Some(looks) = looks else { return };
    let (app, stage) = (&looks.app, &looks.stage);
    sign_in(app, stage).await;
    come_with_token(app, stage, "rail-shorts").await;
    app.click("rail-settings").await;
    for (field, limit) in [
        ("limit-riffkit-order", "2"),
        ("limit-riffkit-day", "1"),
        ("limit-riffkit-month", "900"),
        ("limit-hubfluencer-step", "0"),
        ("limit-hubfluencer-day", "x"),
    ] {
        app.write(field, limit).await;
    }
    looks
        .take(
            "settings-limits",
            &["limit-hubfluencer-month"],
            "limits-riffkit",
        )
        .await;
    looks
        .take(
            "settings-speed",
            &["settings-upload-limit"],
            "settings-download-limit",
        )
        .await;
    looks
        .take("confirm-over", &["rail-riff", "review"], "over-limit")
        .await;
    looks.leave_dialog().await;
    looks
        .take(
            "step-over",
            &["rail-usage", "usage-hub-unlock"],
            "over-limit",
        )
        .await;
    looks.leave_dialog().await;
    looks
        .take(
            "usage-limits",
            &["rail-usage", "usage-left"],
            "usage-limits",
        )
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn transfers_are_pictured() {
    let looks = Looks::open("pictures-transfers", &[&clips::sample()], |_| {}).await;
    let Some(looks) = looks else { return };
    let (app, stage) = (&looks.app, &looks.stage);
    app.click("rail-library").await;
    app.click("transfers").await;
    looks
        .take("transfers-none", &["rail-library"], "transfers-none")
        .await;
    app.click("transfers").await;
    sign_in(app, stage).await;
    let faults = stage.sandbox.faults();
    faults.arm_always(Fault::HugeAsset(900 * MEGABYTE));
    faults.arm_always(Fault::SlowDownload(MEGABYTE));
    let long = long_named(stage);
    for number in 0..6 {
        if number > 0 {
            let clip = if number % 2 == 1 {
                &long
            } else {
                &clips::sample()
            };
            stage.start_again(clip).await;
        }
        app.click("rail-riff").await;
        order(app).await;
        order_is(app, "ready").await;
    }
    app.click("order-transfers").await;
    app.click("transfer-pause").await;
    looks
        .take("transfers", &["rail-library"], "transfers-list")
        .await;
    looks
        .take("queue-saving", &["rail-queue"], "order-transfers")
        .await;
    faults.clear();
    app.click("rail-library").await;
    for ended in 1..=6 {
        app.click("transfer-cancel").await;
        let cancelled = "[data-test='transfer'][data-state='cancelled']";
        let all = format!("return document.querySelectorAll(\"{cancelled}\").length === {ended}");
        until("it to be cancelled", async || {
            (app.look(&all).await == true).then_some(())
        })
        .await;
    }
    looks
        .take("transfers-ended", &["rail-library"], "transfers-list")
        .await;
    app.click("reel-tile").await;
    app.click("reel-save").await;
    app.find("reel-saved").await;
    looks
        .take("reel-saved", &["rail-library", "reel-tile"], "reel-trash")
        .await;
    looks
        .take(
            "trash",
            &["rail-library", "reel-tile", "reel-trash"],
            "trash-files",
        )
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn doubts_are_pictured() {
    let looks = Looks::open("pictures-doubt", &[], |_| {}).await;
    let Some(looks) = looks else { return };
    let (app, stage) = (&looks.app, &looks.stage);
    sign_in(app, stage).await;
    let faults = stage.sandbox.faults();
    let unreadable = Fault::Answer(500, "/api/tasks".parse().expect("an endpoint"));
    faults.arm_always(unreadable.clone());
    let long = long_named(stage);
    for _ in 0..2 {
        stage.start_again(&long).await;
        app.click("rail-riff").await;
        faults.arm(Fault::LoseRiffAnswer);
        order(app).await;
        app.find("order-doubt").await;
    }
    looks
        .take("doubt-offline", &["rail-queue"], "order-look-now")
        .await;
    looks
        .take(
            "doubt-give-up",
            &["rail-queue", "order-give-up"],
            "order-give-up-no",
        )
        .await;
    faults.disarm(&unreadable);
    app.click("rail-queue").await;
    app.click("order-look-now").await;
    looks
        .take("doubt-several", &["rail-queue"], "doubt-choose")
        .await;
    stage.start_again(&clips::sample()).await;
    app.click("rail-riff").await;
    faults.arm(Fault::LoseRiff);
    order(app).await;
    app.find("order-send-again").await;
    looks
        .take("doubt-not-taken", &["rail-queue"], "order-send-again")
        .await;
    stage.start_again(&clips::sample()).await;
    app.click("rail-riff").await;
    faults.arm(Fault::DeadTask);
    order(app).await;
    order_is(app, "failed").await;
    looks
        .take("order-failed", &["rail-queue"], "order-retry-until")
        .await;
    looks
        .take(
            "task-failed",
            &["rail-queue", "queue-tab-tasks", "task-row"],
            "task-retry-until",
        )
        .await;
}
