//! Shorts, as the contract has them.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

const BRIEF: &str = "A quiet alarm clock that wakes you with light.";

async fn short(bench: &Bench, body: Value) -> String {
    let short = bench.hub_made("/api/shorts", body).await;
    assert_eq!(short["stage"], "draft");
    format!("/api/shorts/{}", short["slug"].as_str().unwrap())
}

#[tokio::test]
async fn a_short_goes_from_draft_to_a_video_that_can_be_fetched() {
    let bench = Bench::new().await;
    let path = short(
        &bench,
        json!({ "product_prompt": BRIEF, "headline": "Wake up" }),
    )
    .await;
    let cost = bench.hub_get(&format!("{path}/cost")).await;
    assert_eq!(cost, json!({ "total": 15, "available_credits": 200 }));

    let order = bench.hub_made(&format!("{path}/generate"), json!({})).await;
    assert_eq!(order["stage"], "rendering");
    assert_eq!(order["latest_render"]["status"], "processing");
    let again = bench.hub_post(&format!("{path}/generate"), json!({})).await;
    let again = refusal(again, 409).await;
    assert_eq!(again["error"], "generation_in_progress");
    bench.clock.pass(Duration::from_secs(99));
    assert_eq!(bench.hub_get(&path).await["stage"], "rendering");

    bench.clock.pass(Duration::from_secs(2));
    let done = bench.hub_get(&path).await;
    assert_eq!(done["stage"], "video_ready", "{done}");
    assert_eq!(done["latest_render"]["status"], "completed");
    let url = done["latest_render"]["video_url"].as_str().unwrap();
    let video = bench.client.get(url).send().await.unwrap();
    assert_eq!(video.status(), StatusCode::OK);
    assert_eq!(&video.bytes().await.unwrap()[4..8], b"ftyp");
    assert_eq!(bench.sandbox.hub_books().charged(), 15);

    bench.clock.pass(Duration::from_secs(24 * 60 * 60 + 1));
    let old = bench.client.get(url).send().await.unwrap();
    assert_eq!(old.status(), StatusCode::FORBIDDEN);
    let fresh = bench.hub_get(&path).await;
    let url = fresh["latest_render"]["video_url"].as_str().unwrap();
    let video = bench.client.get(url).send().await.unwrap();
    assert_eq!(video.status(), StatusCode::OK, "signed anew at each look");
}

#[tokio::test]
async fn every_field_has_its_limit() {
    let bench = Bench::new().await;
    let long = "x".repeat(201);
    for (field, value) in [
        ("product_prompt", json!("too short")),
        ("product_prompt", json!("    a    b    ")),
        ("headline", json!("x".repeat(161))),
        ("subheadline", json!(long)),
        ("creative_format", json!("story")),
        ("visual_language", json!("noir")),
        ("music_vibe", json!("x".repeat(81))),
        ("music_instruments", json!("piano")),
        ("short_text_position", json!("left")),
        ("short_text_animation", json!("spin")),
        ("short_font_family", json!("Arial")),
        ("headline", json!(7)),
    ] {
        let mut body = json!({ "product_prompt": BRIEF });
        body[field] = value;
        let errors = refusal(bench.hub_post("/api/shorts", body).await, 422).await;
        let messages = errors["errors"][field].as_array();
        assert!(
            messages.is_some_and(|all| !all.is_empty()),
            "{field}: {errors}"
        );
    }
    let nothing = bench.hub_post("/api/shorts", json!({})).await;
    let nothing = refusal(nothing, 422).await;
    assert_eq!(
        nothing["errors"]["product_prompt"],
        json!(["can't be blank"])
    );

    let whole = json!({
        "product_prompt": BRIEF, "headline": "h", "subheadline": "s", "theme": "none",
        "creative_format": "before_after", "visual_language": "ugc_realism",
        "music_vibe": "Jazz", "music_instruments": ["piano", "strings"],
        "short_text_position": "top", "short_text_animation": "bounce",
        "short_font_family": "ShortFontDMSerif",
    });
    let path = short(&bench, whole.clone()).await;
    let kept = bench.hub_get(&path).await;
    for (field, value) in whole.as_object().unwrap() {
        assert_eq!(&kept[field], value, "{field}");
    }
    let change = json!({ "headline": "other", "subheadline": null });
    let call = bench.hub(Method::PATCH, &path).json(&change);
    let kept = data(call.send().await.unwrap()).await;
    assert_eq!(
        (&kept["headline"], &kept["subheadline"]),
        (&json!("other"), &Value::Null)
    );
    assert_eq!(kept["short_text_position"], "top", "what isn't given stays");
    let call = bench
        .hub(Method::PATCH, &path)
        .json(&json!({ "product_prompt": null }));
    refusal(call.send().await.unwrap(), 422).await;
    let call = bench.hub(Method::GET, "/api/shorts/nothing").send();
    refusal(call.await.unwrap(), 404).await;
}

#[tokio::test]
async fn the_text_assist_writes_words_and_draws_one_assist() {
    let bench = Bench::new().await;
    let path = short(&bench, json!({ "product_prompt": BRIEF })).await;
    let written = bench
        .hub_made(&format!("{path}/text/generate"), json!({}))
        .await;
    for field in ["headline", "subheadline"] {
        assert!(!written[field].as_str().unwrap().is_empty(), "{field}");
    }
    assert!(!written["text_beats"].as_array().unwrap().is_empty());
    assert_eq!(written["stage"], "draft");
    let books = bench.sandbox.hub_books();
    assert_eq!((books.assists_used, books.charged()), (1, 0));
    bench.sandbox.faults().arm(Fault::AssistQuota);
    let call = bench
        .hub_post(&format!("{path}/text/generate"), json!({}))
        .await;
    let refused = refusal(call, 429).await;
    assert_eq!(refused["error"], "ai_assist_quota_exceeded");
}

#[tokio::test]
async fn one_key_is_one_charge() {
    let bench = Bench::new().await;
    let create = || {
        let call = bench.hub(Method::POST, "/api/shorts");
        call.header("Idempotency-Key", "create:1")
            .json(&json!({ "product_prompt": BRIEF }))
            .send()
    };
    let first = data(create().await.unwrap()).await;
    let second = data(create().await.unwrap()).await;
    assert_eq!(first["slug"], second["slug"]);

    let path = format!("/api/shorts/{}/generate", first["slug"].as_str().unwrap());
    let generate = || {
        let call = bench.hub(Method::POST, &path);
        call.header("Idempotency-Key", "gen-short:1").send()
    };
    for _ in 0..2 {
        let order = data(generate().await.unwrap()).await;
        assert_eq!(order["stage"], "rendering");
    }
    bench.clock.pass(Duration::from_secs(101));
    data(generate().await.unwrap()).await;
    assert_eq!(bench.sandbox.hub_books().charged(), 15);
}

#[tokio::test]
async fn what_fails_is_not_charged() {
    let bench = Bench::with(|setup| setup.hub_credits = 20).await;
    let path = short(&bench, json!({ "product_prompt": BRIEF })).await;
    let generate = format!("{path}/generate");
    bench.sandbox.faults().arm(Fault::FailShort);
    bench.hub_made(&generate, json!({})).await;
    assert_eq!(bench.sandbox.hub_books().credits, 5);
    bench.clock.pass(Duration::from_secs(101));
    let failed = bench.hub_get(&path).await;
    assert_eq!(failed["stage"], "failed");
    assert_eq!(failed["failed_stage"], "rendering");
    assert!(!failed["error_message"].as_str().unwrap().is_empty());
    assert_eq!(bench.sandbox.hub_books().credits, 20);

    bench
        .sandbox
        .faults()
        .arm(Fault::PromptRejected("weapons".to_owned()));
    let rejected = refusal(bench.hub_post(&generate, json!({})).await, 422).await;
    assert_eq!(rejected["code"], "CONTENT_COMPLIANCE");
    bench.sandbox.faults().arm(Fault::ComplianceUnavailable);
    refusal(bench.hub_post(&generate, json!({})).await, 503).await;
    assert_eq!(bench.sandbox.hub_books().credits, 20);

    bench.hub_made(&generate, json!({})).await;
    bench.clock.pass(Duration::from_secs(101));
    assert_eq!(bench.hub_get(&path).await["stage"], "video_ready");
    let poor = refusal(bench.hub_post(&generate, json!({})).await, 402).await;
    assert_eq!(
        (&poor["error"], &poor["required"]),
        (&json!("credits_insufficient"), &json!(15))
    );
}

#[tokio::test]
async fn a_restart_goes_on_with_what_was_ordered() {
    let bench = Bench::new().await;
    let path = short(&bench, json!({ "product_prompt": BRIEF })).await;
    bench.hub_made(&format!("{path}/generate"), json!({})).await;
    bench.clock.pass(Duration::from_secs(50));
    let bench = bench.restart().await;
    assert_eq!(bench.hub_get(&path).await["stage"], "rendering");
    bench.clock.pass(Duration::from_secs(51));
    let bench = bench.restart().await;
    assert_eq!(bench.hub_get(&path).await["stage"], "video_ready");
    assert_eq!(bench.sandbox.hub_books().charged(), 15);
}
