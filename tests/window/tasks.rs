//! The service's own tasks: cancel, retry, recap.

use sandbox::{Fault, Pace};

use crate::harness::app::App;
use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::steps::{order, order_is, sign_in};

/// Opens the list of tasks and the newest one in it that has this status.
async fn open_task(app: &App, status: &str) {
    app.click("rail-queue").await;
    app.click("queue-tab-tasks").await;
    app.attribute("task-row", "data-status", |now| now == status)
        .await;
    app.click("task-row").await;
    app.find("task-facts").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_is_cancelled_after_what_that_means_was_said() {
    let stage = Stage::with("cancel", |service| service.pace = Pace::Seconds(30.0)).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    order(&app).await;
    order_is(&app, "working").await;
    open_task(&app, "running").await;
    app.click("task-cancel").await;
    app.words("task-cancel-means", |words| !words.is_empty())
        .await;
    app.click("task-cancel-no").await;
    app.gone("task-cancel-means").await;
    app.click("task-cancel").await;
    app.click("task-cancel-yes").await;
    app.gone("task-cancel").await;
    app.click("rail-queue").await;
    app.click("queue-tab-orders").await;
    order_is(&app, "cancelled").await;
    assert_eq!(stage.sandbox.books().reels_finished, 0);
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_task_is_retried_once_after_what_it_can_cost_was_said() {
    let Some(stage) = Stage::set("retry").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    stage.sandbox.faults().arm(Fault::DeadTask);
    order(&app).await;
    order_is(&app, "failed").await;
    open_task(&app, "dead").await;
    app.click("task-retry").await;
    let words = app
        .words("retry-at-most", |words| words.ends_with(" s"))
        .await;
    assert!(!words.to_lowercase().contains("credit"), "{words}");
    assert_eq!(retries(&stage), 0, "nothing before the yes");
    app.click("retry-yes").await;
    app.gone("retry-at-most").await;
    app.click("rail-queue").await;
    app.click("queue-tab-orders").await;
    order_is(&app, "ready").await;
    assert_eq!(retries(&stage), 1);
    assert_eq!(stage.sandbox.books().reels_finished, 1);
    app.is_sound().await;
}

fn retries(stage: &Stage) -> usize {
    let books = stage.sandbox.books();
    let is_retry = |path: &str| path.starts_with("/api/tasks/") && path.ends_with("/retry");
    books
        .requests
        .iter()
        .filter(|entry| entry.method == "POST" && is_retry(&entry.path))
        .count()
}
