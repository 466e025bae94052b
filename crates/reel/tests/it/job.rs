//! The main job, from the sign-in to the reel on disk.

use serde_json::Value;

use crate::bench::{Bench, Decision, members, sample};

#[tokio::test]
async fn a_clip_becomes_a_reel_on_disk() {
    let bench = Bench::signed_in(|_| {}).await;
    let out = bench.out();
    let direction = "At the reveal, show the bottle front.";
    let ended = bench
        .reel(&[
            "riff",
            &sample(),
            "--direction",
            direction,
            "--yes",
            "--save",
            out.to_str().expect("UTF-8"),
            "--json",
        ])
        .await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let document = ended.json();
    assert_eq!(members(&document), ["batch_id", "order_id", "reels"]);
    let reels = document["reels"].as_array().expect("reels");
    assert_eq!(reels.len(), 1);
    assert_eq!(
        members(&reels[0]),
        [
            "asset_id",
            "caption",
            "duration_seconds",
            "hashtags",
            "path"
        ]
    );
    assert!(
        reels[0]["duration_seconds"]
            .as_f64()
            .is_some_and(|seconds| seconds > 1.0)
    );
    assert!(
        reels[0]["hashtags"]
            .as_array()
            .is_some_and(|tags| !tags.is_empty())
    );
    // The whole plan was said before it was sent.
    assert!(ended.stderr.contains(direction), "{}", ended.stderr);

    let path = reels[0]["path"].as_str().expect("saved");
    assert!(std::path::Path::new(path).starts_with(&out));
    let looked = bench.reel(&["check", path, "--json"]).await.json();
    assert_eq!(looked["video_codec"], "h264");
    assert_eq!(looked["audio_codec"], "aac");
    let sides = [&looked["width"], &looked["height"]].map(|side| side.as_u64().expect("a size"));
    assert_eq!(sides[0] * 16, sides[1] * 9, "{sides:?}");

    let books = bench.sandbox.books();
    assert_eq!(books.riffs.len(), 1);
    assert_eq!(books.riffs[0].content_anchor, direction);
    assert_eq!(books.riffs[0].batch_id, document["batch_id"]);
    assert_eq!(books.cookies_leaked, 0);

    listed_and_saved_again(&bench, &reels[0]).await;
}

/// The queue, the library and `reel save` know the reel.
async fn listed_and_saved_again(bench: &Bench, reel: &Value) {
    let queue = bench.reel(&["queue", "--json"]).await;
    assert_eq!(queue.exit, 0, "{}", queue.stderr);
    let orders = queue.json()["orders"].clone();
    assert_eq!(orders[0]["state"], "ready");
    assert_eq!(orders[0]["reels"][0], reel["asset_id"]);

    let library = bench.reel(&["library", "--json"]).await;
    assert_eq!(library.exit, 0, "{}", library.stderr);
    assert_eq!(library.json()["reels"][0]["asset_id"], reel["asset_id"]);
    assert_eq!(library.json()["reels"][0]["path"], reel["path"]);

    let asset = reel["asset_id"].as_str().expect("an id");
    let file = bench.folder.path().join("elsewhere/mine.mp4");
    let file = file.to_str().expect("UTF-8");
    let saved = bench.reel(&["save", asset, "--as", file, "--json"]).await;
    assert_eq!(saved.exit, 0, "{}", saved.stderr);
    assert_eq!(saved.json()["path"], file);
    let first = std::fs::read(reel["path"].as_str().expect("a path")).expect("still there");
    assert_eq!(std::fs::read(file).expect("saved"), first);

    let unknown = bench.reel(&["save", "no-such-reel", "--json"]).await;
    assert_eq!(unknown.exit, 1, "{}", unknown.stdout);
}

#[tokio::test]
async fn without_save_the_reel_stays_where_it_is() {
    let bench = Bench::signed_in(|_| {}).await;
    let ended = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert!(ended.json()["reels"][0]["path"].is_null());
    assert_eq!(bench.sandbox.books().count("GET", "/api/assets"), 1);
}

#[tokio::test]
async fn a_link_is_a_source_too() {
    let bench = Bench::signed_in(|_| {}).await;
    let link = "https://www.tiktok.com/@barista.lab/video/7301234567890123456";
    let ended = bench
        .reel(&["riff", link, "--language", "es", "--yes", "--json"])
        .await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let riffs = bench.sandbox.books().riffs;
    assert_eq!(riffs[0].source, sandbox::RiffSource::Link(link.to_owned()));
    assert_eq!(riffs[0].language, "es");
}

#[tokio::test]
async fn signing_out_forgets_the_session() {
    let bench = Bench::signed_in(|_| {}).await;
    let vault = bench.home().join("vault.json");
    let before = std::fs::read_to_string(&vault).expect("the file vault");
    let ended = bench.reel(&["logout", "--json"]).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(ended.json()["signed_in"], false);
    let after = std::fs::read_to_string(&vault).unwrap_or_default();
    assert!(before.len() > after.len(), "the session is gone: {after}");
    assert_eq!(bench.reel(&["library", "--json"]).await.exit, 4);
}

#[tokio::test]
async fn what_signs_in_says_who_it_is_and_nothing_secret() {
    let bench = Bench::new(|_| {}).await;
    let ended = bench.login(Decision::Approve).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let document = ended.json();
    assert_eq!(members(&document), ["email", "server", "signed_in"]);
    assert!(
        document["email"]
            .as_str()
            .is_some_and(|email| email.contains('@'))
    );
    let secret = std::fs::read_to_string(bench.home().join("vault.json")).expect("kept");
    let secret: Value = serde_json::from_str(&secret).expect("JSON");
    for value in secret
        .as_object()
        .expect("by name")
        .values()
        .filter_map(Value::as_str)
    {
        assert!(!ended.stdout.contains(value) && !ended.stderr.contains(value));
    }
}
