//! What several tests do with Hubfluencer on their way to what they are about.

use std::path::{Path, PathBuf};

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::harness::until_rendered;

/// Puts a token into the field that the page shows, and waits until it is taken.
pub async fn give_token(app: &App, token: &str) {
    app.write("token-field", token).await;
    app.click("token-send").await;
    app.gone("token-form").await;
}

/// Gives the sandbox's token, which may do everything, on the page that this entry leads to.
pub async fn come_with_token(app: &App, stage: &Stage, entry: &str) {
    app.click(entry).await;
    app.find("token-field").await;
    give_token(app, &stage.sandbox.hubfluencer_token()).await;
    app.attribute("hub-account-chip", "data-state", |state| {
        state == "signed-in"
    })
    .await;
}

/// Reads what a step costs, and gives the one yes.
pub async fn say_yes(app: &App, credits: u32) {
    app.attribute("step-cost", "data-credits", |cost| {
        cost == credits.to_string()
    })
    .await;
    app.click("step-yes").await;
    app.gone("step-yes").await;
}

/// Drags a file from another program onto one thing of the page, which welcomes it once `welcome`
/// matches something.
pub async fn drop_on(app: &App, stage: &Stage, target: &str, welcome: &str, file: &Path) {
    let middle = stage.desktop.on_screen(app.middle_of(target).await).await;
    let welcomed = async || app.has_any(welcome).await;
    stage.desktop.drag(&[file], middle, welcomed).await;
}

/// Begins an ad whose scenes are chosen by hand, with the sandbox's token.
pub async fn begin_ad(app: &App, stage: &Stage) {
    come_with_token(app, stage, "rail-editors").await;
    app.click("editor-new").await;
    app.write("ad-brief", "A kettle for slow mornings.").await;
    app.click("ad-by-hand").await;
    app.find("page-editor").await;
}

/// Adds a scene to the ad at hand.
pub async fn add_scene(app: &App, prompt: &str) {
    app.click("scene-add").await;
    app.write("new-scene", prompt).await;
    app.click("new-scene-add").await;
    app.gone("new-scene").await;
}

/// Drops a clip on the ad at hand, which shows it then.
pub async fn drop_clip(app: &App, stage: &Stage, clip: &Path) {
    drop_on(app, stage, "scenes", "[data-test='editor-drop']", clip).await;
    app.find("clip-file").await;
}

/// Waits until the service has looked at the ad's clip.
pub async fn clip_is_ready(app: &App) {
    until_rendered("the clip, ready", async || {
        app.has_any("[data-test='clip-row'][data-state='ready']")
            .await
            .then_some(())
    })
    .await;
}

/// Waits until the project at hand is saved, and not as `before`; the file that the page names.
pub async fn saved(app: &App, stage: &Stage, before: Option<&Path>) -> PathBuf {
    let of = |shown: &str| {
        let name = shown.rsplit('/').next().unwrap_or(shown);
        stage.user().join("Videos/Reels").join(name)
    };
    let is_other = |shown: &str| before.is_none_or(|before| before != of(shown));
    of(&app.attribute("project-saved", "title", is_other).await)
}
