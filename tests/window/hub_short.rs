//! A short, from the token to the file on disk.

use crate::harness::stage::Stage;
use crate::harness::{clips, images, until_rendered};
use crate::hub_steps::{come_with_token, drop_on, saved, say_yes};

#[tokio::test(flavor = "multi_thread")]
async fn a_short_with_its_product_and_an_end_card_is_made_and_on_disk() {
    let Some(stage) = Stage::set("hub-short").await else {
        return;
    };
    let product = images::jpeg(&stage.clips(), "lamp.jpg", (640, 640));
    let poster = images::png(&stage.clips(), "end-card.png", (540, 960));
    let app = stage.open(&[]).await;
    come_with_token(&app, &stage, "rail-shorts").await;

    app.click("short-new").await;
    app.write("short-prompt", "A lamp that folds flat for travel.")
        .await;
    app.write("short-headline", "Folds flat").await;
    app.click("short-font-ShortFontAnton").await;
    app.click("short-look-kinetic_creator").await;
    app.click("short-create").await;
    app.attribute("short-page", "data-stage", |stage| stage == "draft")
        .await;

    for (slot, image) in [
        ("image-slot-product", &product),
        ("image-slot-poster", &poster),
    ] {
        let welcome = format!("[data-test='{slot}'].over");
        drop_on(&app, &stage, slot, &welcome, image).await;
        app.attribute(slot, "data-present", |is| is == "true").await;
    }
    let stored = stage.sandbox.storage_books();
    for (kind, image) in [("image/jpeg", &product), ("image/png", &poster)] {
        let length = std::fs::metadata(image).expect("the image").len();
        let is_it = |object: &&sandbox::ObjectEntry| object.content_type == kind;
        let object = stored.objects.iter().find(is_it).expect("the stored image");
        assert_eq!(object.bytes, length, "{kind} arrived whole");
    }
    assert_eq!(stored.credentials_leaked, 0, "the token stays at home");

    // With the end card it is two seconds longer, and costs the same.
    app.words("short-summary", |words| words.contains("14"))
        .await;
    app.click("short-generate").await;
    app.words("step-scope", |words| words.contains("14")).await;
    assert_eq!(
        stage.sandbox.hub_books().charged(),
        0,
        "nothing before the yes"
    );
    say_yes(&app, 15).await;
    app.attribute("short-page", "data-stage", |stage| stage != "draft")
        .await;
    until_rendered("the finished short", async || {
        app.shows("short-result").await.then_some(())
    })
    .await;
    let path = saved(&app, &stage, None).await;
    assert_eq!(clips::seconds(&path).round(), 14.0);
    let books = stage.sandbox.hub_books();
    assert_eq!(books.charged(), 15);
    assert_eq!(books.charges.len(), 1, "{:?}", books.charges);

    // It stands in the one library.
    app.click("project-in-library").await;
    let name = path
        .file_name()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    app.words("reel-saved", |shown| shown.ends_with(&name))
        .await;
    app.is_sound().await;
}
