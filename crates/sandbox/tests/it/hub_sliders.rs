//! Carousels from draft to slides: constraints, locks, charges, refunds and replays.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

const PROMPT: &str = "Five habits of calm founders, told in one week";

impl Bench {
    /// A draft with these fields beside a prompt; gives its path.
    pub async fn slider(&self, fields: Value) -> String {
        let mut form = json!({ "prompt": PROMPT, "slide_count": 3, "aspect_ratio": "1:1" });
        let given = fields.as_object().unwrap().clone();
        form.as_object_mut().unwrap().extend(given);
        let slider = self.hub_made("/api/sliders", form).await;
        format!("/api/sliders/{}", slider["slug"].as_str().unwrap())
    }

    /// A carousel that is done.
    pub async fn finished_slider(&self) -> String {
        let path = self.slider(json!({})).await;
        self.hub_made(&format!("{path}/generate"), json!({})).await;
        self.clock.pass(Duration::from_secs(101));
        assert_eq!(self.hub_get(&path).await["status"], "completed");
        path
    }

    /// A PATCH that must succeed; gives its data.
    async fn hub_patched(&self, path: &str, body: Value) -> Value {
        let call = self.hub(Method::PATCH, path).json(&body);
        data(call.send().await.unwrap()).await
    }
}

#[tokio::test]
async fn a_carousel_goes_from_draft_to_slides() {
    let bench = Bench::signed_out(|_| {}).await;
    let draft = bench.hub_made("/api/sliders", json!({})).await;
    assert_eq!(draft["status"], "draft");
    assert_eq!(draft["slide_count"], 5);
    assert_eq!(draft["language"], "en");
    assert_eq!(draft["mode"], "creative");
    assert_eq!(draft["aspect_ratio"], "4:5");
    let path = format!("/api/sliders/{}", draft["slug"].as_str().unwrap());
    let early = bench.hub_post(&format!("{path}/generate"), json!({})).await;
    assert!(refusal(early, 422).await["errors"]["prompt"].is_array());
    bench
        .hub_patched(&path, json!({ "prompt": PROMPT, "slide_count": 4 }))
        .await;
    let cost = bench.hub_get(&format!("{path}/cost")).await;
    assert_eq!(cost, json!({ "total": 4, "available_credits": 200 }));

    let ordered = bench.hub_made(&format!("{path}/generate"), json!({})).await;
    assert_eq!(ordered["status"], "processing");
    assert_eq!(ordered["slides"][3]["status"], "pending");
    assert!(ordered["slides"][0]["image_url"].is_null());
    let twice = bench.hub_post(&format!("{path}/generate"), json!({})).await;
    let error = refusal(twice, 409).await["error"].take();
    assert!(error.as_str().unwrap().ends_with("_in_progress"), "{error}");

    bench.clock.pass(Duration::from_secs(25));
    let begun = bench.hub_get(&path).await;
    let statuses = |slider: &Value| {
        let slides = slider["slides"].as_array().unwrap().iter();
        let words = slides.map(|slide| slide["status"].as_str().unwrap().to_owned());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(statuses(&begun), "processing pending pending pending");
    assert!(begun["slides"][0]["background_url"].is_string());
    assert!(begun["slides"][0]["image_url"].is_null());
    bench.clock.pass(Duration::from_secs(25));
    let half = bench.hub_get(&path).await;
    assert_eq!(statuses(&half), "completed processing pending pending");
    bench.clock.pass(Duration::from_secs(51));
    let done = bench.hub_get(&path).await;
    assert_eq!(done["status"], "completed");
    assert!(done["caption"].as_str().unwrap().contains("calm founders"));
    assert!(done["hashtags"].as_array().unwrap().len() > 3);
    assert_eq!(bench.sandbox.hub_books().credits, 196);
    assert_eq!(bench.hub_get("/api/sliders").await[0]["slug"], done["slug"]);

    let gone = bench.hub(Method::DELETE, &path).send().await.unwrap();
    assert_eq!(gone.status(), StatusCode::NO_CONTENT);
    let missing = bench.hub(Method::GET, &path).send().await.unwrap();
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn every_constraint_is_kept() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    let long = |letters: usize| json!("x".repeat(letters));
    let rows = [
        ("prompt", long(2000), long(2001)),
        ("language", json!("pl"), json!("ja")),
        ("mode", json!("ad_driven"), json!("calm")),
        ("template", json!("comparison"), json!("Comparison")),
        ("slide_count", json!(10), json!(11)),
        ("slide_count", json!(3), json!(2)),
        ("slide_count", json!(4), json!(4.5)),
        ("aspect_ratio", json!("9:16"), json!("16:9")),
        ("accent_color", json!("#09EFBE"), json!("#09EFB")),
        ("accent_color", json!("#abcdef"), json!("09EFBE")),
        ("text_position", json!("middle"), json!("left")),
        ("caption", long(3000), long(3001)),
        ("hashtags", json!(["#a", "b"]), json!("a")),
        ("hashtags", json!([]), json!([1])),
    ];
    for (field, right, wrong) in rows {
        let body = json!({ field: right });
        assert_eq!(bench.hub_patched(&path, body).await[field], right);
        let body = json!({ field: wrong });
        let call = bench.hub(Method::PATCH, &path).json(&body);
        let refused = refusal(call.send().await.unwrap(), 422).await;
        assert!(refused["errors"][field][0].is_string(), "{refused}");
        let kept = bench.hub_get(&path).await;
        assert_eq!(kept[field], right, "nothing of a refused change is kept");
    }
    let body = json!({ "logo_s3_key": "sliders/another/logo/x.png" });
    let call = bench.hub(Method::PATCH, &path).json(&body);
    let refused = refusal(call.send().await.unwrap(), 422).await;
    assert!(refused["errors"]["logo_s3_key"].is_array());
    let cleared = bench
        .hub_patched(&path, json!({ "text_position": null, "language": null }))
        .await;
    assert!(cleared["text_position"].is_null());
    assert_eq!(cleared["language"], "pl");
    let call = bench.hub(Method::PATCH, &path).body("{}");
    assert_eq!(call.send().await.unwrap().status(), 415);
}

#[tokio::test]
async fn what_shapes_a_render_is_locked_once_it_has_begun() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    bench.hub_made(&format!("{path}/generate"), json!({})).await;
    let change = json!({
        "prompt": "Something else entirely", "slide_count": 99, "template": "no such",
        "accent_color": "#000000", "caption": "My own words", "hashtags": ["#mine"],
    });
    for seconds in [0, 101] {
        bench.clock.pass(Duration::from_secs(seconds));
        let slider = bench.hub_patched(&path, change.clone()).await;
        assert_eq!(slider["prompt"], PROMPT);
        assert_eq!(slider["slide_count"], 3);
        assert!(slider["accent_color"].is_null());
        assert_eq!(slider["caption"], "My own words");
        assert_eq!(slider["hashtags"], json!(["#mine"]));
    }
}

#[tokio::test]
async fn a_failed_one_gives_its_credits_back_and_can_be_put_right() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    for fault in [Fault::FailSlider, Fault::FailSlide(2)] {
        bench.sandbox.faults().arm(fault);
        bench.hub_made(&format!("{path}/generate"), json!({})).await;
        assert_eq!(bench.sandbox.hub_books().credits, 197);
        bench.clock.pass(Duration::from_secs(101));
        let failed = bench.hub_get(&path).await;
        assert_eq!(failed["status"], "failed");
        assert!(failed["error_message"].is_string());
        assert_eq!(failed["slides"][1]["status"], "failed");
        assert_eq!(failed["slides"][0]["status"], "completed");
        assert_eq!(bench.sandbox.hub_books().credits, 200);
    }
    bench
        .hub_patched(
            &path,
            json!({ "slide_count": 4, "prompt": "Four habits, instead" }),
        )
        .await;
    bench.hub_made(&format!("{path}/generate"), json!({})).await;
    bench.clock.pass(Duration::from_secs(101));
    let done = bench.hub_get(&path).await;
    assert_eq!(done["status"], "completed");
    assert!(done["error_message"].is_null());
    assert_eq!(bench.sandbox.hub_books().charged(), 4);
}

#[tokio::test]
async fn a_refused_prompt_costs_nothing() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench
        .slider(json!({ "prompt": "Seven weapons for your desk" }))
        .await;
    let generate = format!("{path}/generate");
    let refused = refusal(bench.hub_post(&generate, json!({})).await, 422).await;
    assert_eq!(refused["error"], "prompt_rejected");
    assert_eq!(refused["code"], "CONTENT_COMPLIANCE");
    assert_eq!(refused["category"], "weapons");
    let faults = bench.sandbox.faults();
    faults.arm_named("compliance-unavailable").unwrap();
    let refused = refusal(bench.hub_post(&generate, json!({})).await, 503).await;
    assert_eq!(refused["error"], "compliance_unavailable");
    bench.hub_patched(&path, json!({ "prompt": PROMPT })).await;
    faults.arm_named("prompt-rejected=politics").unwrap();
    let refused = refusal(bench.hub_post(&generate, json!({})).await, 422).await;
    assert_eq!(refused["category"], "politics");
    assert!(bench.sandbox.hub_books().charges.is_empty());
    assert_eq!(bench.hub_get(&path).await["status"], "draft");
}

#[tokio::test]
async fn without_the_credits_nothing_begins() {
    let bench = Bench::signed_out(|setup| setup.hub_credits = 2).await;
    let path = bench.slider(json!({})).await;
    let refused = bench.hub_post(&format!("{path}/generate"), json!({})).await;
    let refused = refusal(refused, 402).await;
    assert_eq!(refused["error"], "credits_insufficient");
    assert_eq!(
        (&refused["required"], &refused["credits"]),
        (&json!(3), &json!(2))
    );
    assert_eq!(bench.hub_get(&path).await["status"], "draft");
}

#[tokio::test]
async fn a_used_key_replays_and_a_fresh_one_generates_anew() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    let generate = async |key: &str| {
        let call = bench.hub(Method::POST, &format!("{path}/generate"));
        data(call.header("Idempotency-Key", key).send().await.unwrap()).await
    };
    let lost = "lose-answer=POST:/api/sliders/{slug}/generate";
    bench.sandbox.faults().arm_named(lost).unwrap();
    let call = bench.hub(Method::POST, &format!("{path}/generate"));
    let call = call.header("Idempotency-Key", "one").send();
    assert!(call.await.is_err());
    assert_eq!(generate("one").await["status"], "processing");
    bench.clock.pass(Duration::from_secs(101));
    assert_eq!(generate("one").await["status"], "processing", "the first");
    assert_eq!(bench.hub_get(&path).await["status"], "completed");
    assert_eq!(bench.sandbox.hub_books().charged(), 3);
    generate("two").await;
    assert_eq!(bench.hub_get(&path).await["status"], "processing");
    assert_eq!(bench.sandbox.hub_books().charged(), 6);
}

#[tokio::test]
async fn a_generation_goes_on_over_a_restart() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    bench.hub_made(&format!("{path}/generate"), json!({})).await;
    bench.clock.pass(Duration::from_secs(50));
    let bench = bench.restart().await;
    assert_eq!(bench.hub_get(&path).await["status"], "processing");
    bench.clock.pass(Duration::from_secs(51));
    let done = bench.hub_get(&path).await;
    assert_eq!(done["status"], "completed");
    assert_eq!(done["updated_at"], "2026-06-20T12:01:40Z");
    assert_eq!(bench.sandbox.hub_books().charged(), 3);
}

#[tokio::test]
async fn generating_is_limited_to_ten_a_minute() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({ "prompt": null })).await;
    let generate = format!("{path}/generate");
    for _ in 0..10 {
        assert_eq!(bench.hub_post(&generate, json!({})).await.status(), 422);
    }
    let answer = bench.hub_post(&generate, json!({})).await;
    assert_eq!(answer.headers()["retry-after"], "60");
    refusal(answer, 429).await;
    bench.clock.pass(Duration::from_secs(60));
    assert_eq!(bench.hub_post(&generate, json!({})).await.status(), 422);
}
