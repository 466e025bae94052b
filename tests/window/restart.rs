//! Closing, and being killed, in the middle of everything.

use sandbox::{Fault, Pace};

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order, order_is, sign_in, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn what_runs_is_picked_up_after_the_window_was_closed() {
    let stage = Stage::with("quit", |service| service.pace = Pace::Seconds(8.0)).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    order(&app).await;
    order_is(&app, "working").await;
    app.quit(&stage).await;

    let app = stage.open(&[]).await;
    signed_in(&app).await;
    app.click("rail-queue").await;
    order_is(&app, "ready").await;
    until("the saved reel", async || stage.saved_reels().pop()).await;
    assert_eq!(
        stage.sandbox.books().riffs.len(),
        1,
        "nothing was sent twice"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_before_the_answer_leaves_the_order_in_doubt_and_sends_nothing_twice() {
    let Some(stage) = Stage::set("kill").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    stage.sandbox.faults().arm(Fault::HoldRiffAnswer);
    order(&app).await;
    until("the order to arrive", async || {
        (stage.sandbox.books().riffs.len() == 1).then_some(())
    })
    .await;
    app.kill().await;
    stage.sandbox.faults().release();

    let app = stage.open(&[]).await;
    app.click("rail-queue").await;
    app.attribute("order-card", "data-state", |state| {
        matches!(state, "in_doubt" | "working" | "ready")
    })
    .await;
    let books = stage.sandbox.books();
    assert_eq!(books.riffs.len(), 1);
    assert_eq!(
        books.count("POST", "/api/riffs"),
        1,
        "nothing was sent twice"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_hands_its_clip_to_the_first() {
    let Some(stage) = Stage::set("second-start").await else {
        return;
    };
    let app = stage.open(&[]).await;
    let second = stage.start_again(&clips::sample()).await;
    assert!(second.success(), "it ends at once, in good order");
    app.words("clip-name", |name| name == "sample.mp4").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_were_not_ordered_yet_are_still_there() {
    let Some(stage) = Stage::set("draft").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    app.write("direction", "foam in one pour").await;
    app.words("direction-count", |count| count.starts_with("16"))
        .await;
    app.quit(&stage).await;

    let app = stage.open(&[&clips::sample()]).await;
    app.words("direction-count", |count| count.starts_with("16"))
        .await;
}
