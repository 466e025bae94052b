//! The day's assists are used up, and bought anew.

use crate::harness::stage::Stage;
use crate::harness::until;
use crate::hub_steps::{come_with_token, say_yes};

#[tokio::test(flavor = "multi_thread")]
async fn used_up_assists_say_so_and_one_purchase_brings_more() {
    let stage = Stage::with("hub-assists", |service| service.hub_assists = 1).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    come_with_token(&app, &stage, "rail-shorts").await;
    app.click("short-new").await;
    app.write("short-prompt", "A lamp that folds flat for travel.")
        .await;
    app.click("short-create").await;
    app.find("page-short").await;
    app.attribute("assists-left", "data-left", |left| left == "1")
        .await;

    app.click("short-assist").await;
    app.find("short-beats").await;
    app.attribute("assists-left", "data-left", |left| left == "0")
        .await;
    // The next one is refused: not for credits, and with its own way on.
    app.click("short-assist").await;
    app.attribute("refusal", "data-code", |code| code == "assists-used-up")
        .await;
    assert_eq!(stage.sandbox.hub_books().assists_used, 1);
    app.click("next-unlock-assists").await;
    say_yes(&app, 1).await;
    app.attribute("assists-left", "data-left", |left| left == "10")
        .await;

    app.click("short-assist").await;
    app.attribute("assists-left", "data-left", |left| left == "9")
        .await;
    app.gone("refusal").await;
    let books = stage.sandbox.hub_books();
    assert_eq!((books.charged(), books.assists_used), (1, 2));
    assert_eq!(books.count("POST", "/api/ai-assists/unlock"), 1);
    until("the balance in the bar", async || {
        let words =
            app.look("return document.querySelector(\"[data-test='credit-line']\")?.innerText");
        words.await.as_str()?.contains("199").then_some(())
    })
    .await;
    app.is_sound().await;
}
