//! A clip of the person's on its way to an ad.

use sandbox::Fault;

use crate::harness::desktop::screenshot_of;
use crate::harness::stage::Stage;
use crate::harness::{clips, until_rendered};
use crate::hub_steps::{come_with_token, drop_on};
use crate::looks::Looks;

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_that_storage_does_not_take_waits_and_is_tried_at_once_when_that_is_asked_for() {
    let Some(stage) = Stage::set("hub-footage").await else {
        return;
    };
    let app = stage.open(&[]).await;
    come_with_token(&app, &stage, "rail-editors").await;
    app.click("editor-new").await;
    app.write("ad-brief", "A kettle for slow mornings.").await;
    app.click("ad-by-hand").await;
    app.find("page-editor").await;
    stage.sandbox.faults().arm_always(Fault::Part500);
    let welcome = "[data-test='editor-drop']";
    drop_on(&app, &stage, "scenes", welcome, &clips::sample()).await;
    app.find("clip-file").await;
    app.click("clip-send").await;
    app.attribute("clip-row", "data-state", |now| now == "awaiting_network")
        .await;
    let line = app
        .words("clip-line", |line| line.starts_with("No connection"))
        .await;
    assert!(!line.contains("MB/s"), "no speed of nothing: {line}");
    if let Some(folder) = Looks::folder() {
        screenshot_of("Reelwright", &folder.join("clip-waits.png"));
    }
    stage.sandbox.faults().clear();
    app.click("clip-try-now").await;
    until_rendered("the clip, ready", async || {
        app.has_any("[data-test='clip-row'][data-state='ready']")
            .await
            .then_some(())
    })
    .await;
    app.is_sound().await;
}
