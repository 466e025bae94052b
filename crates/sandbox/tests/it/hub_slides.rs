//! Finished slides: what is drawn, where it lies, and composing them anew.

use std::time::Duration;

use reqwest::Method;
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

const BADGE: &[u8] = include_bytes!("../../assets/badge.png");

impl Bench {
    async fn picture(&self, url: &Value) -> Vec<u8> {
        let answer = self.client.get(url.as_str().unwrap()).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "image/png");
        answer.bytes().await.unwrap().to_vec()
    }

    /// The pictures of all slides.
    async fn pictures(&self, slider: &Value) -> Vec<Vec<u8>> {
        let mut pictures = Vec::new();
        for slide in slider["slides"].as_array().unwrap() {
            pictures.push(self.picture(&slide["image_url"]).await);
        }
        pictures
    }

    /// The carousel, once a composition that was just ordered is over.
    async fn composed(&self, path: &str) -> Value {
        let under_way = self.hub_get(path).await;
        assert_eq!(under_way["status"], "processing");
        self.clock.pass(Duration::from_secs(11));
        let done = self.hub_get(path).await;
        assert_eq!(done["status"], "completed");
        done
    }

    async fn edit(&self, path: &str, position: u32, body: Value) -> reqwest::Response {
        let path = format!("{path}/slides/{position}");
        let call = self.hub(Method::PATCH, &path).json(&body);
        call.send().await.unwrap()
    }
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn slides_have_the_size_of_their_ratio_and_addresses_that_expire() {
    let bench = Bench::signed_out(|_| {}).await;
    let sizes = [
        ("4:5", (1080, 1350)),
        ("1:1", (1080, 1080)),
        ("9:16", (1080, 1920)),
    ];
    for (ratio, expected) in sizes {
        let path = bench.slider(json!({ "aspect_ratio": ratio })).await;
        bench.hub_made(&format!("{path}/generate"), json!({})).await;
        bench.clock.pass(Duration::from_secs(101));
        let slider = bench.hub_get(&path).await;
        let pictures = bench.pictures(&slider).await;
        assert_eq!(pictures.len(), 3);
        assert!(pictures.iter().all(|picture| size(picture) == expected));
        assert_ne!(pictures[0], pictures[1]);
        let slide = &slider["slides"][0];
        let background = bench.picture(&slide["background_url"]).await;
        assert_eq!(size(&background), expected);
        assert_ne!(background, pictures[0]);
        if ratio == "1:1" {
            let get = |url: &Value| bench.client.get(url.as_str().unwrap()).send();
            bench.clock.pass(Duration::from_secs(60 * 60));
            assert_eq!(get(&slide["background_url"]).await.unwrap().status(), 403);
            assert_eq!(get(&slide["image_url"]).await.unwrap().status(), 200);
            bench.clock.pass(Duration::from_secs(23 * 60 * 60));
            assert_eq!(get(&slide["image_url"]).await.unwrap().status(), 403);
            let fresh = bench.hub_get(&path).await;
            bench.picture(&fresh["slides"][0]["image_url"]).await;
        }
    }
}

#[tokio::test]
async fn one_slide_gets_other_words_free() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    let early = bench.edit(&path, 1, json!({ "headline": "A" })).await;
    assert_eq!(refusal(early, 409).await["error"], "slider_not_completed");
    let path = bench.finished_slider().await;
    let before = bench.pictures(&bench.hub_get(&path).await).await;
    for (field, most) in [("headline", 120), ("body", 600), ("kicker", 40)] {
        let wrong = json!({ field: "x".repeat(most + 1) });
        let refused = refusal(bench.edit(&path, 2, wrong).await, 422).await;
        assert!(refused["errors"][field].is_array());
    }
    let beyond = bench.edit(&path, 4, json!({ "headline": "A" })).await;
    assert_eq!(beyond.status(), 404);

    let words = json!({ "headline": "My own words", "kicker": "" });
    let edited = data(bench.edit(&path, 2, words).await).await;
    let statuses = ["completed", "processing", "completed"];
    for (place, status) in statuses.iter().enumerate() {
        assert_eq!(edited["slides"][place]["status"], *status);
    }
    let again = bench.edit(&path, 1, json!({ "headline": "A" })).await;
    assert_eq!(again.status(), 409);
    let done = bench.composed(&path).await;
    assert_eq!(done["slides"][1]["headline"], "My own words");
    assert_eq!(done["slides"][1]["kicker"], "");
    let after = bench.pictures(&done).await;
    assert_eq!(after[0], before[0]);
    assert_ne!(after[1], before[1]);
    assert_eq!(bench.sandbox.hub_books().charged(), 3);
}

#[tokio::test]
async fn a_restyle_composes_every_slide_over_its_own_background() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.finished_slider().await;
    let before = bench.hub_get(&path).await;
    let pictures = bench.pictures(&before).await;
    let background = bench.picture(&before["slides"][0]["background_url"]).await;
    let restyle = format!("{path}/restyle");
    let style = json!({
        "template": "scrapbook", "accent_color": "#FF8800", "text_position": "top",
    });
    let ordered = bench.hub_made(&restyle, style).await;
    for slide in ordered["slides"].as_array().unwrap() {
        assert_eq!(slide["status"], "processing");
        assert!(slide["background_url"].is_string());
    }
    let busy = bench.hub_post(&restyle, json!({})).await;
    assert_eq!(busy.status(), 409);
    let done = bench.composed(&path).await;
    assert_eq!(done["template"], "scrapbook");
    assert_eq!(done["accent_color"], "#FF8800");
    for (old, new) in pictures.iter().zip(bench.pictures(&done).await) {
        assert_ne!(*old, new);
    }
    let same = bench.picture(&done["slides"][0]["background_url"]).await;
    assert_eq!(same, background);
    assert_eq!(bench.sandbox.hub_books().charged(), 3);
    let wrong = bench
        .hub_post(&restyle, json!({ "template": "plain" }))
        .await;
    assert!(refusal(wrong, 422).await["errors"]["template"].is_array());
}

#[tokio::test]
async fn a_logo_comes_onto_every_slide() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.finished_slider().await;
    let before = bench.pictures(&bench.hub_get(&path).await).await;
    let announced = json!({ "mime_type": "image/png", "size_bytes": BADGE.len() });
    let presigned = bench
        .hub_made(&format!("{path}/logo/presign"), announced)
        .await;
    let put = bench
        .put(&presigned["presigned_url"], Some("image/png"), BADGE)
        .await;
    assert_eq!(put.status(), 200);
    let key = json!({ "s3_key": presigned["s3_key"] });
    let confirmed = bench.hub_made(&format!("{path}/logo/confirm"), key).await;
    assert_eq!(confirmed["logo_s3_key"], presigned["s3_key"]);
    let with = bench.pictures(&bench.composed(&path).await).await;
    assert_ne!(with, before);
    let restyle = format!("{path}/restyle");
    bench
        .hub_made(&restyle, json!({ "logo_s3_key": null }))
        .await;
    let without = bench.pictures(&bench.composed(&path).await).await;
    assert_eq!(without, before);
    let key = json!({ "logo_s3_key": presigned["s3_key"] });
    bench.hub_made(&restyle, key).await;
    assert_eq!(bench.pictures(&bench.composed(&path).await).await, with);
}

#[tokio::test]
async fn an_expired_result_is_had_anew_from_its_carousel() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.finished_slider().await;
    bench.sandbox.faults().arm(Fault::ExpiredResult);
    let slider = bench.hub_get(&path).await;
    let link = slider["slides"][0]["image_url"].as_str().unwrap();
    let answer = bench.client.get(link).send().await.unwrap();
    assert_eq!(answer.status(), 403);
    bench.picture(&slider["slides"][1]["image_url"]).await;
    bench.pictures(&bench.hub_get(&path).await).await;
}

#[tokio::test]
async fn a_composition_that_fails_costs_nothing_and_gives_nothing_back() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.finished_slider().await;
    bench.sandbox.faults().arm(Fault::FailSlide(3));
    bench.hub_made(&format!("{path}/restyle"), json!({})).await;
    bench.clock.pass(Duration::from_secs(11));
    let failed = bench.hub_get(&path).await;
    assert_eq!(failed["status"], "failed");
    assert_eq!(failed["slides"][2]["status"], "failed");
    assert_eq!(bench.sandbox.hub_books().charged(), 3);
}

#[tokio::test]
async fn edits_and_restyles_are_limited_to_twenty_a_minute_each() {
    let bench = Bench::signed_out(|_| {}).await;
    let path = bench.slider(json!({})).await;
    for _ in 0..20 {
        assert_eq!(bench.edit(&path, 1, json!({})).await.status(), 409);
    }
    assert_eq!(bench.edit(&path, 1, json!({})).await.status(), 429);
    let restyle = format!("{path}/restyle");
    for _ in 0..20 {
        assert_eq!(bench.hub_post(&restyle, json!({})).await.status(), 409);
    }
    let full = bench.hub_post(&restyle, json!({})).await;
    assert!(full.headers().contains_key("retry-after"));
    assert_eq!(full.status(), 429);
}
