//! A riff from a template: with characters, with a product that is written after the yes, and with
//! an analysis that has gone stale.

use std::path::{Path, PathBuf};

use sandbox::{Fault, Pace, RiffSource};

use crate::harness::app::App;
use crate::harness::stage::Stage;
use crate::harness::until;
use crate::steps::{drop_files, order_is, sign_in};

/// The smallest PNG there is, with a tail that makes each another file.
fn image(folder: &Path, name: &str) -> PathBuf {
    const PNG: &[u8] = &[
        0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, b'I', b'H', b'D', b'R', 0,
        0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0a, b'I', b'D',
        b'A', b'T', 0x78, 0x9c, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0d, 0x0a, 0x2d, 0xb4, 0, 0, 0, 0,
        b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
    ];
    let path = folder.join(format!("{name}.png"));
    std::fs::write(&path, [PNG, name.as_bytes()].concat()).expect("an image");
    path
}

/// Opens the templates, chooses the first one that is fresh, and comes back to the Riff page with it.
async fn choose_template(app: &App) {
    app.click("rail-riff").await;
    app.click("choose-template").await;
    app.find("page-templates").await;
    // Most used first: the sandbox's most used one is fresh.
    app.click("template-tile").await;
    app.words("template-narrative", |words| !words.is_empty())
        .await;
    app.click("template-riff").await;
    app.find("template-card").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_characters_and_a_new_product_whose_second_image_fails_at_first() {
    let stage = Stage::with("from-template", |service| service.pace = Pace::Seconds(6.0)).await;
    let Some(stage) = stage else { return };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    choose_template(&app).await;

    app.click("characters-open").await;
    app.click("character-sandbox-caden").await;
    app.click("character-sandbox-noor").await;
    app.click("characters-take").await;
    app.words("character-videos", |words| words.contains('2'))
        .await;

    app.click("product-open").await;
    app.click("product-new").await;
    app.write("product-name", "Label Scan").await;
    app.write("product-description", "Shows every additive in a second.")
        .await;
    let folder = stage.clips();
    let images = ["front", "back", "label"].map(|name| image(&folder, name));
    let images: Vec<&Path> = images.iter().map(PathBuf::as_path).collect();
    drop_files(&app, &stage, &images).await;
    app.find("image-name-3").await;
    app.click("stage-product").await;
    app.find("product-staged").await;
    assert!(
        stage.sandbox.books().products.is_empty(),
        "nothing is written before the yes"
    );

    app.click("review").await;
    app.words("confirm-videos", |words| words.contains('2'))
        .await;
    app.words("confirm-product-new", |words| words.contains('3'))
        .await;
    stage.sandbox.faults().arm(Fault::ProductImage500(2));
    app.click("confirm-submit").await;
    app.find("page-queue").await;
    order_is(&app, "preparing").await;
    app.click("order-resume").await;
    order_is(&app, "ready").await;

    let books = stage.sandbox.books();
    let product = books.products.last().expect("the product").clone();
    assert_eq!(product.images.len(), 3);
    assert_eq!(books.overlapping_images, 0, "one after another");
    let path = format!("/api/products/{}/images", product.product_id);
    assert_eq!(books.count("POST", &path), 4, "none was sent twice");
    assert_eq!(books.count("POST", "/api/pipeline/batch"), 1);
    assert_eq!(books.riffs.len(), 1);
    assert_eq!(
        (books.riffs[0].reels, &books.riffs[0].character_ids.len()),
        (2, &2)
    );
    assert!(matches!(books.riffs[0].source, RiffSource::Template(_)));
    let used = books.riffs[0].product.clone().expect("the product");
    assert_eq!(used.product_id, product.product_id);
    until("both reels on disk", async || {
        (stage.saved_reels().len() == 2).then_some(())
    })
    .await;
    app.is_sound().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_template_says_so_and_is_analysed_again() {
    let Some(stage) = Stage::set("stale-template").await else {
        return;
    };
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    app.click("rail-templates").await;
    app.click("template-stale-mark").await;
    app.find("template-stale").await;
    stage.sandbox.faults().arm(Fault::FailAnalysis);
    app.click("template-refresh").await;
    // The first try fails and says so; nothing is tried again by itself.
    app.find("template-refresh-failed").await;
    app.click("template-refresh").await;
    app.gone("template-stale").await;
    app.click("template-riff").await;
    app.find("template-card").await;
    assert!(!app.has("template-stale").await);
    assert!(stage.sandbox.books().riffs.is_empty(), "it cost nothing");
    app.is_sound().await;
}
