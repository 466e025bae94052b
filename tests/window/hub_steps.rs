//! What several tests do with Hubfluencer on their way to what they are about.

use std::path::{Path, PathBuf};

use crate::harness::app::App;
use crate::harness::stage::Stage;

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

/// Waits until the project at hand is saved, and not as `before`; the file that the page names.
pub async fn saved(app: &App, stage: &Stage, before: Option<&Path>) -> PathBuf {
    let of = |shown: &str| {
        let name = shown.rsplit('/').next().unwrap_or(shown);
        stage.user().join("Videos/Reels").join(name)
    };
    let is_other = |shown: &str| before.is_none_or(|before| before != of(shown));
    of(&app.attribute("project-saved", "title", is_other).await)
}
