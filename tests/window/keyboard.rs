//! The main job with the keyboard alone.

use fantoccini::key::Key;

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order_is, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn everything_can_be_done_without_the_pointer() {
    let Some(stage) = Stage::set("keyboard").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    let enter = char::from(Key::Enter);

    app.tab_to("account-chip").await;
    app.keys(&[enter]).await;
    let link = stage.browser.opens(0).await;
    stage.browser.approve(&link).await;
    signed_in(&app).await;

    app.tab_to("direction").await;
    app.keys(&"By hand.".chars().collect::<Vec<_>>()).await;
    app.chord(char::from(Key::Control), enter).await;
    app.words("confirm-direction", |words| words == "By hand.")
        .await;
    app.tab_to("confirm-submit").await;
    app.keys(&[enter]).await;
    app.find("page-queue").await;
    order_is(&app, "ready").await;

    app.tab_to("rail-library").await;
    app.keys(&[enter]).await;
    app.tab_to("reel-tile").await;
    app.keys(&[enter]).await;
    app.tab_to("copy-caption").await;
    app.keys(&[enter]).await;
    let caption = app.words("reel-caption", |words| !words.is_empty()).await;
    until("the caption on the clipboard", async || {
        (stage.desktop.clipboard().await.trim() == caption.trim()).then_some(())
    })
    .await;
    app.keys(&[char::from(Key::Escape)]).await;
    app.find("reel-tile").await;
}
