//! A clip of the person's on its way to an ad.

use sandbox::Fault;

use crate::harness::clips;
use crate::harness::desktop::screenshot_of;
use crate::harness::stage::Stage;
use crate::hub_steps::{begin_ad, clip_is_ready, drop_clip};
use crate::looks::Looks;

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_that_storage_does_not_take_waits_and_is_tried_at_once_when_that_is_asked_for() {
    let Some(stage) = Stage::set("hub-footage").await else {
        return;
    };
    let app = stage.open(&[]).await;
    begin_ad(&app, &stage).await;
    stage.sandbox.faults().arm_always(Fault::Part500);
    drop_clip(&app, &stage, &clips::sample()).await;
    app.click("clip-send").await;
    app.attribute("clip-row", "data-state", |now| now == "awaiting_server")
        .await;
    let line = app
        .words("clip-line", |line| {
            line.starts_with("The server isn’t answering")
        })
        .await;
    assert!(!line.contains("MB/s"), "no speed of nothing: {line}");
    if let Some(folder) = Looks::folder() {
        screenshot_of("Reelwright", &folder.join("clip-waits.png"));
    }
    stage.sandbox.faults().clear();
    app.click("clip-try-now").await;
    clip_is_ready(&app).await;
    app.is_sound().await;
}
