//! Limits of the person's own, and the extra yes to go over one.

use crate::harness::app::App;
use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::hub_steps::come_with_token;
use crate::steps::{order_is, sign_in};

const CONTROL: char = '\u{e009}';
const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';

/// Writes a limit in the settings, as a person does who leaves the field by this key.
async fn set_limit(app: &App, field: &str, limit: &str, leave: char) {
    app.click("rail-settings").await;
    app.click(field).await;
    app.chord(CONTROL, 'a').await;
    // By keys alone: another click would unmark what is to be written over.
    let keys: Vec<char> = limit.chars().chain([leave]).collect();
    app.keys(&keys).await;
}

async fn is_disabled(app: &App, button: &str) -> bool {
    app.find(button).await;
    let script = format!("return document.querySelector(\"[data-test='{button}']\").disabled");
    app.look(&script).await == true
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_over_a_limit_takes_the_extra_yes_by_keyboard() {
    let Some(stage) = Stage::set("limit").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    set_limit(&app, "limit-riffkit-day", "soon", TAB).await;
    app.words("limit-riffkit-day-fault", |words| {
        words.contains("whole number")
    })
    .await;
    set_limit(&app, "limit-riffkit-day", "1", ENTER).await;
    app.words("limit-riffkit-day-used", |words| {
        words.contains("0 s today")
    })
    .await;

    app.click("rail-riff").await;
    app.click("review").await;
    let over = app.words("over-limit", |words| !words.is_empty()).await;
    assert!(over.contains("Your limit for a day is 1 s"), "{over}");
    assert!(is_disabled(&app, "confirm-submit").await, "not without it");
    app.tab_to("over-limit-agree").await;
    app.keys(&[' ']).await;
    app.tab_to("confirm-submit").await;
    app.keys(&[ENTER]).await;
    app.find("page-queue").await;
    order_is(&app, "ready").await;
    assert_eq!(stage.sandbox.books().riffs.len(), 1);

    app.click("rail-usage").await;
    app.words("usage-limits", |words| words.contains("of 1 s"))
        .await;
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_written_one_right_after_the_other_are_all_kept() {
    let Some(stage) = Stage::set("limits-in-a-row").await else {
        return;
    };
    let app = stage.open(&[]).await;
    app.click("rail-settings").await;
    app.click("limit-riffkit-order").await;
    // Each is kept as its field is left, while the next one is being written already.
    let keys: Vec<char> = format!("120{TAB}1234{TAB}98765{TAB}").chars().collect();
    app.keys(&keys).await;
    // The page is made anew, with what the core has.
    app.click("rail-queue").await;
    app.click("rail-settings").await;
    for (field, limit) in [
        ("limit-riffkit-order", "120"),
        ("limit-riffkit-day", "1234"),
        ("limit-riffkit-month", "98765"),
    ] {
        app.find(field).await;
        let written = format!("return document.querySelector(\"[data-test='{field}']\").value");
        until(field, async || {
            (app.look(&written).await == limit).then_some(())
        })
        .await;
    }
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paid_step_over_a_limit_takes_it_too_and_without_it_costs_nothing() {
    let Some(stage) = Stage::set("limit-step").await else {
        return;
    };
    let app = stage.open(&[]).await;
    come_with_token(&app, &stage, "rail-shorts").await;
    set_limit(&app, "limit-hubfluencer-step", "0", TAB).await;
    app.click("rail-usage").await;
    app.click("usage-hub-unlock").await;
    app.words("over-limit", |words| words.contains("one step is 0."))
        .await;
    assert!(is_disabled(&app, "step-yes").await, "not without it");
    app.click("over-limit-agree").await;
    app.click("step-yes").await;
    app.gone("step-yes").await;
    app.find("usage-hub-purchase").await;
    app.is_sound().await;
}
