//! The main job, end to end.

use sandbox::Pace;

use crate::harness::stage::Stage;
use crate::harness::{clips, until};
use crate::steps::{drop_files, order, order_is, sign_in, signed_in};

const DIRECTION: &str = "Slow mornings: the kettle, the light, the first page.";

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_is_dropped_ordered_watched_and_the_reel_is_on_disk() {
    // Slow enough for the stages of the work to be seen.
    let stage = Stage::with("main-job", |service| service.pace = Pace::Seconds(8.0)).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;

    // The code on the page is the one in the link, and nothing else is asked.
    app.click("account-chip").await;
    let code = app.words("sign-in-code", |words| words.len() > 3).await;
    let link = stage.browser.opens(0).await;
    assert!(link.contains(code.trim()), "{link} is for {code}");
    stage.browser.approve(&link).await;
    signed_in(&app).await;

    drop_files(&app, &stage, &[&clips::sample()]).await;
    app.words("clip-name", |name| name == "sample.mp4").await;
    app.write("direction", DIRECTION).await;
    app.click("review").await;
    app.words("confirm-source", |words| words.contains("sample.mp4"))
        .await;
    app.words("confirm-direction", |words| words == DIRECTION)
        .await;
    assert!(
        stage.sandbox.books().riffs.is_empty(),
        "nothing is sent before the yes"
    );
    app.click("confirm-submit").await;

    app.find("page-queue").await;
    order_is(&app, "working").await;
    app.find("stages").await;
    order_is(&app, "ready").await;
    let riffs = stage.sandbox.books().riffs;
    assert_eq!(riffs.len(), 1, "exactly one was ordered");
    assert_eq!(riffs[0].content_anchor, DIRECTION);

    // Saved by itself: whole, and nothing half beside it.
    let saved = until("the saved reel", async || stage.saved_reels().pop()).await;
    let bytes = std::fs::read(&saved).expect("the reel");
    assert_eq!(&bytes[4..8], b"ftyp", "{} is an MP4", saved.display());
    let half: Vec<_> = std::fs::read_dir(saved.parent().expect("a folder"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "part")
        })
        .collect();
    assert!(half.is_empty(), "{half:?}");

    app.click("rail-library").await;
    app.click("reel-tile").await;
    let caption = app.words("reel-caption", |words| !words.is_empty()).await;
    app.click("copy-caption").await;
    until("the caption on the clipboard", async || {
        (stage.desktop.clipboard().await.trim() == caption.trim()).then_some(())
    })
    .await;
    let name = saved
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    app.words("reel-saved", |path| path.ends_with(&name)).await;

    // It plays here: the engine knows its length and shape.
    app.click("player-play").await;
    until("the reel to play", async || {
        let playing = app
            .look(
                "const v = document.querySelector('video');
                 return !!v && v.currentTime > 0 && v.videoHeight > v.videoWidth",
            )
            .await;
        (playing == true).then_some(())
    })
    .await;
    app.is_sound().await;
    assert_eq!(
        stage.sandbox.books().cookies_leaked,
        0,
        "the session stays with its own origin"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_from_the_file_dialog_can_be_ordered_too() {
    let Some(stage) = Stage::set("browse").await else {
        return;
    };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    app.click("browse").await;
    stage.desktop.choose_file(&clips::sample()).await;
    app.words("clip-name", |name| name == "sample.mp4").await;
    order(&app).await;
    order_is(&app, "ready").await;
}
