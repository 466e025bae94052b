//! Riffs of a template, with characters and a product, and orders in bulk.

use sandbox::{Ffmpeg, RiffSource};

use crate::bench::{Bench, CAST, Decision, TEMPLATE, members, picture, sample};
use crate::gate::Gate;
use crate::waiting::{Intent, until};

const BATCH: &str = "/api/pipeline/batch";

/// `reel … TEMPLATE --character … --character …`.
fn with_cast(command: &str) -> Vec<&str> {
    let [first, second] = CAST;
    vec![
        command,
        TEMPLATE,
        "--character",
        first,
        "--character",
        second,
    ]
}

fn carried(setup: &mut sandbox::Setup) {
    setup.ffmpeg = Ffmpeg::Absent;
}

#[tokio::test]
async fn a_riff_of_a_template_with_two_characters_and_a_product_is_restated_and_sent_once() {
    let bench = Bench::signed_in(carried).await;
    let front = picture(bench.folder.path(), "front.png");
    let image = format!("{front}=bottle front");
    let create = [
        "product",
        "create",
        "--name",
        "Fizz",
        "--description",
        "A drink",
    ];
    let product = bench
        .document(&[&create[..], &["--image", &image]].concat())
        .await;
    let more = [
        "--product",
        "fizz",
        "--visibility",
        "on_camera",
        "--language",
        "es",
        "--direction",
        "Al final, Bottle Front de cerca",
        "--hint",
        "left out",
        "--yes",
        "--json",
    ];
    let ended = bench.reel(&[&with_cast("riff")[..], &more].concat()).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let document = ended.json();
    assert_eq!(members(&document), ["batch_id", "order_id", "reels"]);
    assert_eq!(document["reels"].as_array().map(Vec::len), Some(2));
    for said in [
        "2 videos, one for each",
        "Fizz, on camera",
        "These images will be on screen: bottle front",
        "the hook hint is left out",
    ] {
        assert!(ended.stderr.contains(said), "{said}: {}", ended.stderr);
    }
    assert!(!ended.stderr.contains("Hook hint:"), "{}", ended.stderr);

    let books = bench.sandbox.books();
    assert_eq!(books.riffs.len(), 1);
    assert_eq!(
        books.riffs[0].source,
        RiffSource::Template(TEMPLATE.to_owned())
    );
    assert_eq!(books.riffs[0].character_ids, CAST);
    assert_eq!(books.riffs[0].language, "es");
    assert_eq!(books.riffs[0].user_hint, "");
    let placed = books.riffs[0].product.as_ref().expect("a product");
    assert_eq!(product["id"], placed.product_id);
    assert!(placed.is_on_camera);
}

#[tokio::test]
async fn a_batch_is_ordered_at_its_own_door_exactly_once() {
    let bench = Bench::signed_in(carried).await;
    let out = bench.out();
    let out = out.to_str().expect("UTF-8");
    let more = ["--yes", "--save", out, "--json"];
    let ended = bench.reel(&[&with_cast("batch")[..], &more].concat()).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let reels = ended.json()["reels"].as_array().expect("reels").clone();
    assert_eq!(reels.len(), 2);
    for reel in &reels {
        assert!(std::path::Path::new(reel["path"].as_str().expect("saved")).is_file());
    }
    let books = bench.sandbox.books();
    assert_eq!((books.count("POST", BATCH), books.riffs.len()), (1, 1));
    assert_eq!(books.count("POST", "/api/riffs"), 0);
    let text = bench
        .text(&[
            "batch",
            TEMPLATE,
            "--character",
            CAST[0],
            "--yes",
            "--quiet",
        ])
        .await;
    assert!(text.contains('#'), "a caption and its hashtags: {text}");
}

#[tokio::test]
async fn nobody_to_confirm_means_nothing_is_asked_of_the_service() {
    let bench = Bench::signed_in(carried).await;
    let before = bench.sandbox.books().requests.len();
    for command in ["batch", "riff"] {
        let refused = bench.refused(&with_cast(command)).await;
        assert_eq!(refused, (3, "not-confirmed".to_owned()), "{command}");
    }
    assert_eq!(bench.sandbox.books().requests.len(), before);
}

#[tokio::test]
async fn what_cannot_be_ordered_is_refused_and_nothing_is_taken() {
    let bench = Bench::signed_in(carried).await;
    let sample = sample();
    let cases: [(&[&str], i32, &str); 9] = [
        (&["batch", "no-such-template"], 2, "usage"),
        (&["batch", &sample], 2, "usage"),
        (&["riff", "no-such-template"], 2, "usage"),
        (&["riff", "no-such-clip.mp4"], 1, "clip-refused"),
        (
            &["riff", TEMPLATE, "--character", "sandbox-chloe"],
            1,
            "character-not-ready",
        ),
        (
            &["riff", TEMPLATE, "--language", "xx"],
            2,
            "language-unknown",
        ),
        (&["riff", TEMPLATE, "--product", "no such"], 2, "usage"),
        (&["riff", TEMPLATE, "--visibility", "on_camera"], 2, "usage"),
        (
            &["batch", TEMPLATE, "--direction", "lost \u{FFFD}"],
            2,
            "text-damaged",
        ),
    ];
    for (arguments, exit, code) in cases {
        let refused = bench.refused(&[arguments, &["--yes"]].concat()).await;
        assert_eq!(refused, (exit, code.to_owned()), "{arguments:?}");
    }
    let no_product = [
        "riff",
        TEMPLATE,
        "--product",
        "x",
        "--visibility",
        "no_product",
    ];
    assert_eq!(bench.refused(&no_product).await, (2, "usage".to_owned()));
    let books = bench.sandbox.books();
    assert_eq!((books.count("POST", BATCH), books.riffs.len()), (0, 0));
}

#[tokio::test]
async fn a_shortfall_of_a_batch_shows_the_services_own_link() {
    let bench = Bench::signed_in(|setup| setup.balance_seconds = 2.0).await;
    let ended = bench
        .reel(&[&with_cast("batch")[..], &["--yes", "--json"]].concat())
        .await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (1, "not-enough-seconds"),
        "{}",
        ended.stderr
    );
    let document = ended.json();
    let link = document["error"]["top_up_url"].as_str().expect("the link");
    assert!(ended.stderr.contains(link), "{}", ended.stderr);
    assert_eq!(bench.sandbox.books().charged_seconds, 0.0);
}

#[tokio::test]
async fn killed_in_the_middle_a_batch_is_in_doubt_and_is_not_sent_again() {
    let mut bench = Bench::new(carried).await;
    let gate = Gate::before(bench.sandbox.riffkit_url().port().expect("a port")).await;
    bench.address = gate.address().to_owned();
    assert_eq!(bench.login(Decision::Approve).await.exit, 0);
    gate.hold("POST /api/pipeline/batch");
    let mut child = bench.spawn(&[&with_cast("batch")[..], &["--yes", "--json"]].concat());
    until("the last byte may leave", || {
        let sealed = Intent {
            phase: "sending".to_owned(),
            sealed: true,
        };
        (bench.intents() == [sealed]).then_some(())
    })
    .await;
    child.kill().await.expect("killed while it ran");

    gate.open();
    for _ in 0..2 {
        let queue = bench.reel(&["queue", "--wait", "--json"]).await.json();
        assert_eq!(queue["orders"][0]["state"], "in-doubt");
        assert_eq!(queue["orders"][0]["search"], "not_taken");
        assert_eq!(queue["orders"][0]["error"]["code"], "in-doubt");
    }
    assert_eq!(
        bench.sandbox.books().count("POST", BATCH),
        0,
        "nothing is sent by itself"
    );
}

#[tokio::test]
async fn a_batch_whose_answer_is_lost_is_in_doubt() {
    let bench = Bench::signed_in(carried).await;
    bench
        .sandbox
        .faults()
        .arm_named("answer=500:POST:/api/pipeline/batch")
        .expect("a fault");
    let ended = bench
        .reel(&[&with_cast("batch")[..], &["--yes", "--json"]].concat())
        .await;
    assert_eq!((ended.exit, ended.code().as_str()), (6, "in-doubt"));
    assert_eq!(ended.json()["error"]["retryable"], false);
    assert_eq!(bench.sandbox.books().count("POST", BATCH), 1);
}
