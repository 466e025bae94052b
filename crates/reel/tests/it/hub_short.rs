//! Shorts, from one prompt to the video on disk.

use serde_json::json;

use crate::bench::{Bench, members};
use crate::hub_bench::{PROMPT, files, slug};

#[tokio::test]
async fn a_short_with_product_and_end_card_is_on_disk() {
    let bench = Bench::with_token(|_| {}).await;
    let (badge, out) = (bench.badge(), bench.out_argument());
    let document = bench
        .document(&[
            "short",
            "--prompt",
            PROMPT,
            "--headline",
            "Wake up better",
            "--subheadline",
            "No alarm",
            "--format",
            "proof_demo",
            "--look",
            "premium_editorial",
            "--theme",
            "noir",
            "--music-vibe",
            "Jazz",
            "--instrument",
            "piano",
            "--instruments",
            "strings,bass",
            "--text-position",
            "top",
            "--text-animation",
            "pop",
            "--font",
            "BebasNeue",
            "--product-image",
            &badge,
            "--product-description",
            "A round lamp",
            "--poster",
            &badge,
            "--yes",
            "--save",
            &out,
        ])
        .await;
    let names = ["caption", "credits", "duration_seconds", "files"];
    assert_eq!(members(&document)[..4], names);
    assert_eq!(document["credits"], 15);
    assert_eq!(document["duration_seconds"], 14.0);
    let saved = files(&document);
    assert_eq!(saved.len(), 1);
    assert!(saved[0].starts_with(bench.out()));
    let looked = bench
        .document(&["check", saved[0].to_str().expect("UTF-8")])
        .await;
    let seconds = looked["duration_seconds"].as_f64().expect("a length");
    assert!((seconds - 14.0).abs() < 0.2, "{seconds}");

    let short = bench.document(&["short", "show", &slug(&document)]).await;
    assert_eq!(short["stage"], "video_ready");
    for (field, value) in [
        ("product_prompt", json!(PROMPT)),
        ("headline", json!("Wake up better")),
        ("subheadline", json!("No alarm")),
        ("creative_format", json!("proof_demo")),
        ("visual_language", json!("premium_editorial")),
        ("theme", json!("noir")),
        ("music_vibe", json!("Jazz")),
        ("music_instruments", json!(["piano", "strings", "bass"])),
        ("short_text_position", json!("top")),
        ("short_text_animation", json!("pop")),
        ("short_font_family", json!("ShortFontBebasNeue")),
        ("has_product", json!(true)),
        ("has_poster", json!(true)),
    ] {
        assert_eq!(short[field], value, "{field}");
    }
    assert_eq!(bench.charged(), 15);
}

#[tokio::test]
async fn a_draft_is_edited_written_generated_and_saved_step_by_step() {
    let bench = Bench::with_token(|_| {}).await;
    assert_eq!(bench.document(&["short", "list"]).await, json!([]));
    let draft = bench
        .document(&["short", "--prompt", PROMPT, "--theme", "noir", "--draft"])
        .await;
    assert_eq!(draft["stage"], "draft");
    let slug = slug(&draft);
    let badge = bench.badge();
    let edit = ["short", "edit", &slug, "--theme", "", "--font", "Anton"];
    let edited = bench
        .document(&[&edit[..], &["--poster", &badge, "--write-text"]].concat())
        .await;
    assert_eq!(edited["short_font_family"], "ShortFontAnton");
    assert!(edited["theme"].is_null());
    assert_eq!(edited["has_poster"], true);
    assert!(edited["headline"].as_str().is_some_and(|it| !it.is_empty()));
    assert_eq!(bench.sandbox.hub_books().assists_used, 1);
    assert_eq!(bench.charged(), 0, "all of it is free");

    let made = bench.document(&["short", "generate", &slug, "--yes"]).await;
    assert_eq!(made["files"], json!([]));
    let out = bench.out_argument();
    let saved = bench
        .document(&["short", "save", &slug, "--to", &out])
        .await;
    assert_eq!(files(&saved).len(), 1);
    assert!(saved["credits"].is_null());
    let listed = bench.document(&["short", "list"]).await;
    assert_eq!(listed[0]["slug"], slug.as_str());
    assert!(bench.text(&["short", "list"]).await.contains(&slug));

    bench.document(&["short", "remove", &slug]).await;
    assert_eq!(bench.document(&["short", "list"]).await, json!([]));
    bench.document(&["short", "show", &slug]).await;
    let listed = bench.document(&["short", "list"]).await;
    assert_eq!(listed[0]["slug"], slug.as_str(), "back on the list");
    assert_eq!(bench.charged(), 15);
}

#[tokio::test]
async fn what_the_service_would_refuse_is_a_wrong_command_line_that_names_its_field() {
    let bench = Bench::with_token(|_| {}).await;
    let before = bench.sandbox.hub_books().requests.len();
    let long = "x".repeat(161);
    for (arguments, field) in [
        (&["--prompt", "too short"][..], "product_prompt"),
        (&["--headline", "no prompt"][..], "product_prompt"),
        (&["--prompt", PROMPT, "--headline", &long][..], "headline"),
        (
            &["--prompt", PROMPT, "--format", "x"][..],
            "creative_format",
        ),
        (&["--prompt", PROMPT, "--look", "x"][..], "visual_language"),
        (
            &["--prompt", PROMPT, "--font", "x"][..],
            "short_font_family",
        ),
        (
            &["--prompt", PROMPT, "--text-position", "middle"][..],
            "short_text_position",
        ),
    ] {
        let arguments = [&["short"][..], arguments, &["--yes", "--json"]].concat();
        let ended = bench.reel(&arguments).await;
        assert_eq!(
            (ended.exit, ended.code().as_str()),
            (2, "field-invalid"),
            "{arguments:?}"
        );
        assert_eq!(ended.json()["error"]["field"], field);
        assert!(ended.stderr.contains(field), "{}", ended.stderr);
    }
    let gone = ["short", "--prompt", PROMPT, "--poster", "no.png", "--yes"];
    assert_eq!(bench.refused(&gone).await, (1, "file-gone".to_owned()));
    assert_eq!(bench.sandbox.hub_books().count("POST", "/api/shorts"), 0);
    // One that looks for a file opens the core, which reads the account: nothing else was asked.
    let requests = bench.sandbox.hub_books().requests;
    let others = requests[before..].iter().filter(|it| it.method != "GET");
    assert_eq!(others.count(), 0);
}

#[tokio::test]
async fn a_short_that_failed_says_why_and_which_it_was() {
    let bench = Bench::with_token(|_| {}).await;
    bench
        .sandbox
        .faults()
        .arm_named("fail-short")
        .expect("a fault");
    let arguments = ["short", "--prompt", PROMPT, "--yes", "--json"];
    let ended = bench.reel(&arguments).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (1, "failed"),
        "{}",
        ended.stderr
    );
    let document = ended.json();
    assert_eq!(document["error"]["retryable"], false);
    let slug = slug(&document);
    let again = bench.document(&["short", "generate", &slug, "--yes"]).await;
    assert_eq!(again["slug"], slug.as_str());
    assert_eq!(bench.charged(), 15, "what failed came back");
}

#[tokio::test]
async fn the_library_lists_and_saves_a_short_though_nobody_is_signed_in_to_riffkit() {
    let bench = Bench::with_token(|_| {}).await;
    let out = bench.out_argument();
    bench
        .document(&["short", "--prompt", PROMPT, "--yes"])
        .await;
    let library = bench
        .document(&["library", "--service", "hubfluencer"])
        .await;
    let [reel] = &library["reels"].as_array().expect("a list")[..] else {
        panic!("{library}");
    };
    assert_eq!(reel["service"], "hubfluencer");
    let asset_id = reel["asset_id"].as_str().expect("an id");
    let saved = bench.document(&["save", asset_id, "--to", &out]).await;
    let path = saved["path"].as_str().expect("a path");
    assert!(std::path::Path::new(path).is_file(), "{saved}");
}
