//! A token that may only look.

use serde_json::{Value, json};

use crate::harness::stage::Stage;
use crate::hub_steps::{give_token, say_yes};

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_may_only_look_says_which_permission_is_missing_and_leads_on() {
    let Some(stage) = Stage::set("hub-scope").await else {
        return;
    };
    let (looking, making) = (
        token_with(&stage, &["video:read"]).await,
        token_with(&stage, &["video:read", "video:generate"]).await,
    );
    let app = stage.open(&[]).await;
    app.click("rail-shorts").await;
    give_token(&app, &looking).await;
    app.click("short-new").await;
    app.write("short-prompt", "A lamp that folds flat for travel.")
        .await;
    app.click("short-generate").await;
    app.attribute("refusal", "data-code", |code| code == "scope-missing")
        .await;
    app.words("refusal", |words| words.contains("video:generate"))
        .await;
    app.attribute("hub-account-chip", "data-state", |state| state == "lacks")
        .await;

    // The site is where permissions are given.
    app.click("next-open-hubfluencer").await;
    let site = stage.browser.opens(0).await;
    assert!(site.starts_with(stage.sandbox.hubfluencer_url().as_str()));

    // The tokens' page says what it lacks for that page, and takes another.
    app.click("rail-settings").await;
    app.click("settings-hub-tokens").await;
    app.words("tokens-admin-needed", |words| {
        words.contains("account:admin")
    })
    .await;
    app.click("tokens-give-token").await;
    app.find("token-dialog").await;
    give_token(&app, &making).await;
    app.attribute("hub-account-chip", "data-state", |state| {
        state == "signed-in"
    })
    .await;

    // What was written is still there.
    app.click("rail-shorts").await;
    app.click("short-new").await;
    assert_eq!(stage.sandbox.hub_books().charged(), 0);
    app.click("short-generate").await;
    app.find("page-short").await;
    say_yes(&app, 15).await;
    assert_eq!(stage.sandbox.hub_books().charged(), 15);
    app.is_sound().await;
}

/// A new token of the sandbox with these permissions.
async fn token_with(stage: &Stage, scopes: &[&str]) -> String {
    let address = stage.sandbox.hubfluencer_url().join("/api/tokens");
    let answer = reqwest::Client::new()
        .post(address.expect("an address"))
        .bearer_auth(stage.sandbox.hubfluencer_token())
        .json(&json!({ "name": "Window", "scopes": scopes }))
        .send()
        .await
        .expect("an answer");
    let made: Value = answer.json().await.expect("a token");
    let token = made["data"]["token"].as_str().or(made["token"].as_str());
    token.expect("the token itself").to_owned()
}
