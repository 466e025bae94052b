//! A sign-in that does not go well, and one that comes late.

use sandbox::Fault;

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order_is, signed_in};

#[tokio::test(flavor = "multi_thread")]
async fn a_denied_sign_in_says_so_and_can_be_begun_again() {
    let Some(stage) = Stage::set("denied").await else {
        return;
    };
    let app = stage.open(&[]).await;
    app.click("account-chip").await;
    let link = stage.browser.opens(0).await;
    stage.browser.deny(&link).await;
    app.find("sign-in-ended-sign-in-denied").await;

    app.click("sign-in-again").await;
    let link = stage.browser.opens(1).await;
    stage.browser.approve(&link).await;
    signed_in(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_sign_in_says_so_and_can_be_begun_again() {
    let Some(stage) = Stage::set("expired").await else {
        return;
    };
    let app = stage.open(&[]).await;
    stage.sandbox.faults().arm(Fault::DeviceExpired);
    app.click("account-chip").await;
    app.find("sign-in-ended-sign-in-expired").await;

    app.click("sign-in-again").await;
    app.click("sign-in-copy").await;
    let link = stage.browser.opens(1).await;
    until("the opened link on the clipboard", async || {
        (stage.desktop.clipboard().await.trim() == link).then_some(())
    })
    .await;
    stage.browser.approve(&link).await;
    signed_in(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ends_keeps_the_plan_and_goes_on_after_the_sign_in() {
    let Some(stage) = Stage::set("session-ends").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    crate::steps::sign_in(&app, &stage).await;
    app.write("direction", "Kept while signing in again.").await;
    app.click("review").await;
    app.find("confirm-plan").await;
    stage.sandbox.faults().arm(Fault::Session401);
    app.click("confirm-submit").await;
    app.find("page-queue").await;
    order_is(&app, "awaiting_sign_in").await;

    let before = stage.browser.opened().len();
    app.click("order-sign-in").await;
    let link = stage.browser.opens(before).await;
    stage.browser.approve(&link).await;
    order_is(&app, "ready").await;
    let riffs = stage.sandbox.books().riffs;
    assert_eq!(riffs.len(), 1);
    assert_eq!(riffs[0].content_anchor, "Kept while signing in again.");
}
