//! A picture of every page of the main job, in every look: for a person to look at. Only where
//! `REELWRIGHT_PICTURES` names a folder.

use sandbox::{Fault, Pace};

use crate::harness::clips;
use crate::harness::until;
use crate::looks::Looks;
use crate::steps::{order, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_pictured() {
    // Slow enough for a picture of the work in every look.
    let looks = Looks::open("pictures", &[], |service| {
        service.pace = Pace::Seconds(30.0)
    })
    .await;
    let Some(looks) = looks else { return };
    let (app, stage) = (&looks.app, &looks.stage);

    looks.take("riff-empty", &["rail-riff"], "drop-zone").await;
    looks
        .take("queue-empty", &["rail-queue"], "queue-empty")
        .await;
    looks
        .take(
            "library-signed-out",
            &["rail-library"],
            "library-signed-out",
        )
        .await;
    looks
        .take("sign-in", &["account-chip"], "sign-in-code")
        .await;
    looks.leave_dialog().await;
    sign_in(app, stage).await;
    looks
        .take("library-empty", &["rail-library"], "library-empty")
        .await;

    stage.start_again(&clips::sample()).await;
    app.click("rail-riff").await;
    app.write("direction", "The first sip, seen from inside the cup.")
        .await;
    looks.take("riff", &["rail-riff"], "clip-card").await;
    looks
        .take("confirm", &["rail-riff", "review"], "confirm-submit")
        .await;
    looks.leave_dialog().await;
    stage.sandbox.faults().arm(Fault::Riff402);
    app.click("rail-riff").await;
    order(app).await;
    app.find("order-refusal").await;
    stage.start_again(&clips::sample()).await;
    app.click("rail-riff").await;
    order(app).await;
    looks.take("queue-working", &["rail-queue"], "stages").await;
    until("the saved reel", async || stage.saved_reels().pop()).await;
    looks.take("queue", &["rail-queue"], "order-show").await;
    looks
        .take("top-up", &["rail-queue", "order-top-up"], "top-up-figures")
        .await;
    looks.leave_dialog().await;
    looks.take("usage", &["rail-usage"], "usage-chart").await;
    looks
        .take(
            "activity",
            &["rail-settings", "settings-activity"],
            "activity-empty",
        )
        .await;
    looks.take("library", &["rail-library"], "reel-tile").await;
    looks
        .take("reel", &["rail-library", "reel-tile"], "reel-saved")
        .await;

    let name = "a rather long name for a clip that is rather long itself.mp4";
    stage
        .start_again(&clips::slowed(&stage.clips(), name, 10))
        .await;
    looks
        .take("riff-refused", &["rail-riff"], "clip-reason")
        .await;
    looks
        .take("riff-link", &["rail-riff", "paste-link"], "link-input")
        .await;
    looks
        .take("settings", &["rail-settings"], "settings-folder")
        .await;
    looks
        .take(
            "settings-end",
            // Opened anew each time: a second press would fold the report away.
            &["rail-riff", "rail-settings", "settings-report-show"],
            "settings-report",
        )
        .await;
}
