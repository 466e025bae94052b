//! What goes wrong after the yes.

use sandbox::{Fault, Pace};

use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order, order_is, sign_in};

#[tokio::test(flavor = "multi_thread")]
async fn too_few_seconds_are_told_in_seconds_with_the_services_own_link() {
    let stage = Stage::with("no-seconds", |service| service.balance_seconds = 1.0).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    order(&app).await;
    order_is(&app, "refused").await;
    let code = app.attribute("order-refusal", "data-code", |_| true).await;
    assert_eq!(code, "not-enough-seconds");
    let words = app
        .words("order-refusal", |words| !words.is_empty())
        .await
        .to_lowercase();
    assert!(words.contains("6 s"), "the shortfall: {words}");
    assert!(!words.contains("credit") && !words.contains('$'), "{words}");

    let before = stage.browser.opened().len();
    app.click("order-top-up").await;
    let short = app.words("top-up-short", |words| !words.is_empty()).await;
    assert!(short.ends_with(" s"), "{short}");
    let plans = app.words("plans", |words| words.contains("daily")).await;
    assert!(plans.contains("150 seconds"), "{plans}");
    assert!(
        !plans.to_lowercase().contains("credit") && !plans.contains('$'),
        "{plans}"
    );
    let place = app
        .words("top-up-leads-to", |words| !words.is_empty())
        .await;
    assert!(place.contains("127.0.0.1"), "{place}");
    app.click("top-up-open").await;
    let link = stage.browser.opens(before).await;
    assert!(
        link.starts_with(stage.sandbox.riffkit_url().as_str()),
        "{link}"
    );
    assert!(stage.sandbox.books().riffs.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_is_lost_while_watching_is_said_and_survived() {
    // Slow enough for the network to be lost while it works.
    let stage = Stage::with("lost-network", |service| service.pace = Pace::Seconds(8.0)).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    order(&app).await;
    order_is(&app, "working").await;
    stage.sandbox.faults().arm_times(Fault::CutPoll, 3);
    app.find("order-note").await;
    order_is(&app, "working").await;
    order_is(&app, "ready").await;
    until("the note to go", async || {
        (!app.has("order-note").await).then_some(())
    })
    .await;
    assert_eq!(stage.sandbox.books().riffs.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_in_doubt_and_nothing_is_sent_again() {
    let Some(stage) = Stage::set("in-doubt").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    stage.sandbox.faults().arm(Fault::LoseRiff);
    order(&app).await;
    order_is(&app, "in_doubt").await;
    app.find("order-doubt").await;
    app.click("order-give-up").await;
    app.click("order-give-up-yes").await;
    order_is(&app, "given_up").await;
    let books = stage.sandbox.books();
    assert_eq!(books.count("POST", "/api/riffs"), 1, "it was sent once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_that_fails_is_never_shown_as_a_success() {
    let Some(stage) = Stage::set("fails").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    stage.sandbox.faults().arm(Fault::DeadTask);
    order(&app).await;
    order_is(&app, "failed").await;
    app.find("order-refusal").await;
    assert!(stage.saved_reels().is_empty());
}
