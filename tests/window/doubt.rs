//! An order whose answer was lost: found again, not taken, or one of several.

use sandbox::Fault;

use crate::harness::app::App;
use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{order, order_is, sign_in};

async fn search_is(app: &App, search: &str) {
    app.attribute("order-doubt", "data-search", |now| now == search)
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_taken_is_found_and_goes_on_by_itself() {
    let Some(stage) = Stage::set("doubt-found").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    stage.sandbox.faults().arm(Fault::LoseRiffAnswer);
    order(&app).await;
    order_is(&app, "ready").await;
    let books = stage.sandbox.books();
    assert_eq!(books.count("POST", "/api/riffs"), 1, "it was sent once");
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_was_not_taken_is_sent_again_only_after_another_yes() {
    let Some(stage) = Stage::set("doubt-again").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    app.write("direction", "the pour × the foam → I want one")
        .await;
    stage.sandbox.faults().arm(Fault::LoseRiff);
    order(&app).await;
    search_is(&app, "not_taken").await;
    app.click("order-send-again").await;
    app.find("clip-card").await;
    until("the words of before", async || {
        let words = app
            .look("return document.querySelector(\"[data-test='direction']\")?.value")
            .await;
        (words == "the pour × the foam → I want one").then_some(())
    })
    .await;
    let sent = || stage.sandbox.books().count("POST", "/api/riffs");
    assert_eq!(sent(), 1, "nothing leaves without another yes");

    order(&app).await;
    order_is(&app, "ready").await;
    assert_eq!(sent(), 2);
    assert_eq!(stage.sandbox.books().riffs.len(), 1, "one was taken");
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_the_person_chooses() {
    let Some(stage) = Stage::set("doubt-several").await else {
        return;
    };
    let app = stage.open(&[&clips::sample()]).await;
    sign_in(&app, &stage).await;
    let faults = stage.sandbox.faults();
    // The first would be found before the second is ordered.
    faults.arm_always(Fault::Answer(
        500,
        "/api/tasks".parse().expect("an endpoint"),
    ));
    for number in 0..2 {
        if number > 0 {
            stage.start_again(&clips::sample()).await;
            app.click("rail-riff").await;
        }
        faults.arm(Fault::LoseRiffAnswer);
        order(&app).await;
        // Each of them: the one before it says so already.
        let offline = "[data-test='order-doubt'][data-search='offline']";
        let all = format!(
            "return document.querySelectorAll(\"{offline}\").length === {}",
            number + 1
        );
        until("each order in doubt, its list unreadable", async || {
            (app.look(&all).await == true).then_some(())
        })
        .await;
    }
    faults.clear();
    app.click("order-look-now").await;
    search_is(&app, "several").await;
    app.click("doubt-choose").await;
    // What is left is certain.
    until("both orders to be ready", async || {
        let ready = "[data-test='order-card'][data-state='ready']";
        let both = format!("return document.querySelectorAll(\"{ready}\").length === 2");
        (app.look(&both).await == true).then_some(())
    })
    .await;
    assert_eq!(stage.sandbox.books().count("POST", "/api/riffs"), 2);
    app.is_sound().await;
}
