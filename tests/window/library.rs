//! The library beyond one's own orders: filters, riffing a reel again, the raw version, and
//! reference material.

use sandbox::Pace;

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order, order_is, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_reel_is_seen_raw_and_riffed_again_with_its_own_plan() {
    let Some(stage) = Stage::set("riff-again").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    // A direction: the sandbox gives such reels a raw version beside the final.
    app.write("direction", "the pour × the foam → I want one")
        .await;
    order(&app).await;
    order_is(&app, "ready").await;
    app.click("rail-library").await;
    app.click("reel-tile").await;
    app.find("recap-rewrite").await;
    app.click("reel-raw").await;
    until("the raw version to play", async || {
        let is_raw = "const v = document.querySelector('video');
            const raw = document.querySelector(\"[data-test='reel-raw']\");
            return raw.checked && !!v && v.readyState > 0";
        (app.look(is_raw).await == true).then_some(())
    })
    .await;
    app.click("riff-again").await;
    app.find("template-card").await;
    app.words("plan-sentence", |words| !words.is_empty()).await;
    assert_eq!(stage.sandbox.books().riffs.len(), 1, "nothing was ordered");
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reference_material_is_uploaded_and_listed() {
    let stage = Stage::with("material", |service| service.pace = Pace::Fast).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    app.click("rail-library").await;
    app.click("library-tab-material").await;
    app.find("material-empty").await;
    app.click("reference-upload-first").await;
    app.click("reference-browse").await;
    stage.desktop.choose_file(&clips::sample()).await;
    app.words("reference-file", |words| words.contains("sample.mp4"))
        .await;
    app.click("reference-send").await;
    app.words("reference-tile", |words| words.contains("sample"))
        .await;
    assert_eq!(stage.sandbox.books().count("POST", "/api/assets/upload"), 1);
    app.is_sound().await;
}
