//! What several tests do on their way to what they are about.

use std::path::Path;

use crate::harness::app::App;
use crate::harness::stage::Stage;

/// Signs in: the page opens the browser, the person approves there.
pub async fn sign_in(app: &App, stage: &Stage) {
    let before = stage.browser.opened().len();
    app.click("account-chip").await;
    let link = stage.browser.opens(before).await;
    stage.browser.approve(&link).await;
    signed_in(app).await;
}

/// Waits until somebody is signed in, and nothing is in the way any more.
pub async fn signed_in(app: &App) {
    app.attribute("account-chip", "data-state", |state| state == "signed-in")
        .await;
    app.gone("sign-in-code").await;
}

/// Drags files from another program onto the window.
pub async fn drop_files(app: &App, stage: &Stage, files: &[&Path]) {
    let welcomed = async || app.welcomes_files().await;
    stage.desktop.drag(files, (500, 400), welcomed).await;
}

/// Reviews the plan and gives the one yes.
pub async fn order(app: &App) {
    app.click("review").await;
    app.find("confirm-plan").await;
    app.click("confirm-submit").await;
    app.find("page-queue").await;
}

/// Waits until the one order in the queue is in this state.
pub async fn order_is(app: &App, state: &str) {
    app.attribute("order-card", "data-state", |now| now == state)
        .await;
}
