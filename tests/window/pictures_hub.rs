//! A picture of every page of Hubfluencer, in every look. Only where `REELWRIGHT_PICTURES` names a
//! folder.

use sandbox::Pace;

use crate::harness::{clips, images, until_rendered};
use crate::hub_steps::{add_scene, clip_is_ready, come_with_token, drop_clip, drop_on, say_yes};
use crate::looks::Looks;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_hubfluencer_is_pictured() {
    let looks = Looks::open("pictures-hub", &[], |service| service.pace = Pace::Fast).await;
    let Some(looks) = looks else { return };
    let (app, stage) = (&looks.app, &looks.stage);
    looks
        .take("hub-token", &["rail-shorts"], "token-field")
        .await;
    come_with_token(app, stage, "rail-shorts").await;
    for kind in ["shorts", "carousels", "editors"] {
        let (name, rail) = (format!("{kind}-empty"), format!("rail-{kind}"));
        looks
            .take(&name, &[rail.as_str()], &format!("{kind}-empty"))
            .await;
    }
    shorts(&looks).await;
    carousels(&looks).await;
    ads(&looks).await;
    looks
        .take("library-both", &["rail-library"], "reel-tile")
        .await;
    looks
        .take(
            "tokens",
            &["rail-settings", "settings-hub-tokens"],
            "page-tokens",
        )
        .await;
    looks.take("usage-hub", &["rail-usage"], "page-usage").await;
}

async fn shorts(looks: &Looks) {
    let (app, stage) = (&looks.app, &looks.stage);
    app.click("rail-shorts").await;
    app.click("short-new").await;
    app.write(
        "short-prompt",
        "A lamp that folds flat for travel and reads like daylight.",
    )
    .await;
    app.write("short-headline", "Folds flat").await;
    looks
        .take("short-new", &["rail-shorts", "short-new"], "short-create")
        .await;
    app.click("rail-shorts").await;
    app.click("short-new").await;
    app.click("short-create").await;
    app.find("short-page").await;
    let poster = images::png(&stage.clips(), "end-card.png", (540, 960));
    let welcome = "[data-test='image-slot-poster'].over";
    drop_on(app, stage, "image-slot-poster", welcome, &poster).await;
    app.attribute("image-slot-poster", "data-present", |is| is == "true")
        .await;
    let draft = ["rail-shorts", "project-tile"];
    looks.take("short-draft", &draft, "short-generate").await;
    let sheet = ["rail-shorts", "project-tile", "short-generate"];
    looks.take("short-sheet", &sheet, "step-yes").await;
    say_yes(app, 15).await;
    until_rendered("the finished short", async || {
        app.shows("short-result").await.then_some(())
    })
    .await;
    looks.take("short-ready", &draft, "short-result").await;
}

async fn carousels(looks: &Looks) {
    let app = &looks.app;
    app.click("rail-carousels").await;
    app.click("carousel-new").await;
    app.write("carousel-prompt", "Five ways to pour coffee slowly.")
        .await;
    let new = ["rail-carousels", "carousel-new"];
    looks.take("carousel-new", &new, "carousel-create").await;
    app.click("rail-carousels").await;
    app.click("carousel-new").await;
    app.click("carousel-generate").await;
    say_yes(app, 5).await;
    until_rendered("the finished carousel", async || {
        app.has_any("[data-test='carousel-page'][data-status='completed']")
            .await
            .then_some(())
    })
    .await;
    let ready = ["rail-carousels", "project-tile"];
    looks.take("carousel-ready", &ready, "restyle").await;
    let edit = ["rail-carousels", "project-tile", "slide-2", "slide-edit"];
    looks.take("carousel-edit", &edit, "slide-fields").await;
}

async fn ads(looks: &Looks) {
    let (app, stage) = (&looks.app, &looks.stage);
    app.click("rail-editors").await;
    app.click("editor-new").await;
    app.write("ad-brief", "A kettle for slow mornings.").await;
    let new = ["rail-editors", "editor-new"];
    looks.take("ad-new", &new, "ad-by-hand").await;
    app.click("rail-editors").await;
    app.click("editor-new").await;
    app.click("ad-by-hand").await;
    let ad = ["rail-editors", "project-tile"];
    looks.take("ad-begin", &ad, "ways").await;
    app.click("rail-editors").await;
    app.click("project-tile").await;
    app.click("by-hand").await;
    for prompt in [
        "A kettle pours into a paper filter, seen from above, steam in morning light",
        "Somebody takes the first sip",
    ] {
        add_scene(app, prompt).await;
    }
    drop_clip(app, stage, &clips::sample()).await;
    app.click("clip-send").await;
    clip_is_ready(app).await;
    app.click("clip-place").await;
    app.find_all_words("scene-facts", 3).await;
    looks.take("ad-scenes", &ad, "scenes").await;
    app.click("rail-editors").await;
    app.click("project-tile").await;
    app.click("render").await;
    say_yes(app, 10).await;
    until_rendered("the film", async || {
        app.has_any("[data-test='film'][data-state='completed']")
            .await
            .then_some(())
    })
    .await;
    looks.take("ad-film", &ad, "film").await;
}
