//! Carousels, from one prompt to numbered slides on disk.

use serde_json::json;

use crate::bench::Bench;
use crate::hub_bench::{files, slug};

const PROMPT: &str = "Three ways to pour coffee slowly";

#[tokio::test]
async fn a_carousel_with_a_logo_is_saved_as_numbered_files_with_its_copy() {
    let bench = Bench::with_token(|_| {}).await;
    let (badge, out) = (bench.badge(), bench.out_argument());
    let document = bench
        .document(&[
            "carousel",
            "--prompt",
            PROMPT,
            "--language",
            "es",
            "--template",
            "offerCard",
            "--slides",
            "4",
            "--ratio",
            "1:1",
            "--accent",
            "#09EFBE",
            "--text-position",
            "bottom",
            "--logo",
            &badge,
            "--yes",
            "--save",
            &out,
        ])
        .await;
    assert_eq!(document["credits"], 4);
    let caption = document["caption"].as_str().expect("a caption");
    assert!(!caption.is_empty());
    let tags = document["hashtags"].as_array().expect("hashtags");
    assert!(!tags.is_empty());
    let saved = files(&document);
    assert_eq!(saved.len(), 4);
    for (number, path) in (1..).zip(&saved) {
        let name = path.file_name().expect("a name").to_string_lossy();
        assert!(name.ends_with(&format!("{number:02}.png")), "{name}");
    }
    assert_eq!(document["files"][3]["position"], 4);
    let copy = std::fs::read_dir(bench.out()).expect("saved");
    let copy = copy.map(|entry| entry.expect("readable").path());
    let copy = copy
        .filter(|path| path.extension().is_some_and(|is| is == "txt"))
        .map(|path| std::fs::read_to_string(path).expect("a text"));
    let first = caption.lines().next().expect("a line");
    assert!(copy.last().expect("beside them").contains(first));

    let slug = slug(&document);
    let carousel = bench.document(&["carousel", "show", &slug]).await;
    for (field, value) in [
        ("status", json!("completed")),
        ("language", json!("es")),
        ("mode", json!("ad_driven")),
        ("template", json!("offerCard")),
        ("slide_count", json!(4)),
        ("aspect_ratio", json!("1:1")),
        ("accent_color", json!("#09EFBE")),
        ("text_position", json!("bottom")),
    ] {
        assert_eq!(carousel[field], value, "{field}");
    }
    assert!(carousel["logo_s3_key"].is_string());
    let text = bench.text(&["carousel", "show", &slug]).await;
    assert!(text.contains("offerCard"), "{text}");
}

#[tokio::test]
async fn slides_are_reworded_and_restyled_for_free_and_the_rest_is_locked() {
    let bench = Bench::with_token(|_| {}).await;
    let arguments = ["carousel", "--prompt", PROMPT, "--slides", "3", "--yes"];
    let own = ["--caption", "Slow pours", "--hashtag", "slow,#pour"];
    let made = bench.document(&[&arguments[..], &own].concat()).await;
    assert_eq!(made["caption"], "Slow pours", "one's own stays");
    assert_eq!(made["hashtags"], json!(["#slow", "#pour"]));
    let slug = slug(&made);
    let out = bench.out_argument();
    let words = ["--headline", "Slower", "--body", "Wait.", "--kicker", "Two"];
    let slide = ["carousel", "slide", &slug, "2", "--save", &out];
    let saved = bench.document(&[&slide[..], &words].concat()).await;
    assert_eq!(files(&saved).len(), 3);
    let carousel = bench.document(&["carousel", "show", &slug]).await;
    assert_eq!(carousel["slides"][1]["headline"], "Slower");
    assert_eq!(carousel["slides"][1]["kicker"], "Two");

    let look = ["--template", "scrapbook", "--accent", "#112233"];
    let restyle = ["carousel", "restyle", &slug, "--text-position", "top"];
    bench.document(&[&restyle[..], &look].concat()).await;
    let badge = bench.badge();
    bench
        .document(&["carousel", "restyle", &slug, "--logo", &badge])
        .await;
    let carousel = bench.document(&["carousel", "show", &slug]).await;
    assert_eq!(carousel["template"], "scrapbook");
    let key = carousel["logo_s3_key"].as_str().expect("a logo").to_owned();
    bench
        .document(&["carousel", "restyle", &slug, "--logo-key", &key])
        .await;
    assert_eq!(bench.charged(), 3, "only the making cost");

    let locked = ["carousel", "edit", &slug, "--slides", "5"];
    let refused = bench.refused(&locked).await;
    assert_eq!(refused, (1, "carousel-locked".to_owned()));
    let edited = bench
        .document(&["carousel", "edit", &slug, "--caption", "Slower pours"])
        .await;
    assert_eq!(edited["caption"], "Slower pours");
}

#[tokio::test]
async fn a_draft_is_edited_generated_listed_and_deleted() {
    let bench = Bench::with_token(|_| {}).await;
    let draft = bench
        .document(&["carousel", "--prompt", "later", "--draft"])
        .await;
    assert_eq!(draft["status"], "draft");
    let slug = slug(&draft);
    let short = ["carousel", "generate", &slug, "--yes"];
    let refused = bench.refused(&short).await;
    assert_eq!(refused, (1, "brief-too-short".to_owned()));
    let edit = ["carousel", "edit", &slug, "--prompt", PROMPT];
    let edited = bench
        .document(&[&edit[..], &["--slides", "3"]].concat())
        .await;
    assert_eq!(edited["prompt"], PROMPT);
    bench
        .document(&["carousel", "generate", &slug, "--yes"])
        .await;
    let out = bench.out_argument();
    let saved = bench
        .document(&["carousel", "save", &slug, "--to", &out])
        .await;
    assert_eq!(files(&saved).len(), 3);
    let listed = bench.document(&["carousel", "list"]).await;
    assert_eq!(listed[0]["slug"], slug.as_str());
    bench.document(&["carousel", "delete", &slug]).await;
    assert_eq!(bench.document(&["carousel", "list"]).await, json!([]));
    let gone = bench.refused(&["carousel", "show", &slug]).await;
    assert_eq!(gone, (1, "not-found".to_owned()));
}

#[tokio::test]
async fn words_that_are_refused_cost_nothing() {
    let bench = Bench::with_token(|_| {}).await;
    let fault = "prompt-rejected=violence";
    bench.sandbox.faults().arm_named(fault).expect("a fault");
    let arguments = ["carousel", "--prompt", PROMPT, "--yes"];
    let refused = bench.refused(&arguments).await;
    assert_eq!(refused, (1, "prompt-rejected".to_owned()));
    assert_eq!(bench.charged(), 0);
    for (flag, value, field) in [
        ("--slides", "11", "slide_count"),
        ("--ratio", "16:9", "aspect_ratio"),
        ("--accent", "red", "accent_color"),
        ("--template", "x", "template"),
    ] {
        let ended = bench
            .reel(&[&arguments[..], &[flag, value, "--json"]].concat())
            .await;
        assert_eq!(ended.exit, 2, "{}", ended.stderr);
        assert_eq!(ended.json()["error"]["field"], field);
    }
}
