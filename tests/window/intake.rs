//! Clips that can't be sent say so, by how much, before anything is sent.

use crate::harness::app::App;
use crate::harness::clips;
use crate::harness::stage::Stage;
use crate::steps::{drop_files, sign_in};

const HARD_CAP_BYTES: u64 = 104_857_600;

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_over_the_size_cap_says_by_how_much_and_cannot_be_sent() {
    let Some(stage) = Stage::set("too-large").await else {
        return;
    };
    let clip = clips::of_size(&stage.clips(), "large.mp4", HARD_CAP_BYTES + 1);
    let app = stage.open(&[]).await;
    drop_files(&app, &stage, &[&clip]).await;
    app.words("clip-reason", |words| {
        words.contains("104.9 MB") && words.contains("4.9 MB")
    })
    .await;
    cannot_be_sent(&app).await;
    assert_eq!(stage.sandbox.books().upload_bytes, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clip_over_the_length_cap_says_by_how_much_and_cannot_be_sent() {
    let Some(stage) = Stage::set("too-long").await else {
        return;
    };
    let clip = clips::slowed(&stage.clips(), "long.mp4", 10);
    let app = stage.open(&[&clip]).await;
    // 70 seconds, where 45 are allowed.
    app.words("clip-reason", |words| {
        words.contains("70") && words.contains("25")
    })
    .await;
    cannot_be_sent(&app).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_dropped_files_each_gets_its_card_and_a_good_one_is_chosen() {
    let Some(stage) = Stage::set("several").await else {
        return;
    };
    let folder = stage.clips();
    let words = folder.join("notes.txt");
    std::fs::write(&words, "not a video").expect("a file");
    let app = stage.open(&[]).await;
    sign_in(&app, &stage).await;
    drop_files(&app, &stage, &[&words, &clips::sample(), &folder]).await;
    let names = app.find_all_words("clip-name", 3).await;
    assert!(names.iter().any(|name| name == "notes.txt"), "{names:?}");
    app.words("plan-sentence", |plan| plan.contains("sample.mp4"))
        .await;
}

async fn cannot_be_sent(app: &App) {
    app.attribute("plan-sentence", "data-ready", |ready| ready == "false")
        .await;
    assert!(!app.shows("review").await, "there is nothing to review");
}
