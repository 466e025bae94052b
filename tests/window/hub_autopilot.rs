//! An ad that autopilot makes: what it costs, one yes, and the film.

use sandbox::Pace;

use crate::harness::stage::Stage;
use crate::harness::{clips, until_rendered};
use crate::hub_steps::{come_with_token, saved, say_yes};

#[tokio::test(flavor = "multi_thread")]
async fn autopilot_makes_the_whole_ad_after_one_yes_and_has_the_timeline_meanwhile() {
    // Slow enough for the locked timeline to be seen.
    let stage = Stage::with("hub-autopilot", |service| service.pace = Pace::Seconds(8.0)).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    come_with_token(&app, &stage, "rail-editors").await;

    app.click("editor-new").await;
    app.write(
        "ad-brief",
        "A lamp that folds flat for travel, in a small kitchen.",
    )
    .await;
    app.click("ad-autopilot").await;
    app.find("page-editor").await;
    assert_eq!(
        stage.sandbox.hub_books().charged(),
        0,
        "nothing before the yes"
    );
    // Five scenes in one order, the voice and the music.
    say_yes(&app, 28).await;

    app.attribute("locked", "data-by", |by| by == "autopilot")
        .await;
    // Scenes come; none of them can be changed, nor one added.
    app.find("scene").await;
    app.attribute("scenes", "data-locked", |is| is == "true")
        .await;
    app.attribute("scene-grip", "aria-disabled", |is| is == "true")
        .await;
    for action in ["scene-add", "scene-delete", "render"] {
        let element = app.find(action).await;
        assert!(!element.is_enabled().await.expect("its state"), "{action}");
    }

    until_rendered("the film", async || {
        app.has_any("[data-test='film'][data-state='completed']")
            .await
            .then_some(())
    })
    .await;
    app.gone("locked").await;
    let film = saved(&app, &stage, None).await;
    // Five scenes of eight seconds.
    assert_eq!(clips::seconds(&film).round(), 40.0);
    let books = stage.sandbox.hub_books();
    assert_eq!(books.charged(), 28, "{:?}", books.charges);
    assert_eq!(books.charges.len(), 1, "one yes, one charge");
    app.is_sound().await;
}
