//! `POST /api/riffs`: the rules of the form, the caps, the rate and the balance.

use reqwest::{
    StatusCode,
    multipart::{Form, Part},
};
use sandbox::{Pace, RiffSource};
use serde_json::Value;

use crate::bench::{Bench, CLIP, can_render, clip_form, detail, video};

const LINK: &str = "https://www.tiktok.com/@someone/video/7301234567890123456";

/// Sends forms that must be refused with this status, and checks that nothing was ordered.
async fn refused(bench: &Bench, status: u16, forms: Vec<Form>) {
    for form in forms {
        let shown = format!("{form:?}");
        let answer = bench.riff(form).await;
        assert_eq!(answer.status().as_u16(), status, "{shown}");
        let body: Value = answer.json().await.unwrap();
        assert!(body["detail"].is_string(), "{body}");
        // Keeps the rate limit out of it.
        bench.clock.pass(std::time::Duration::from_secs(61));
    }
    assert!(bench.sandbox.books().riffs.is_empty());
}

#[tokio::test]
async fn exactly_one_source() {
    let bench = Bench::new().await;
    refused(
        &bench,
        400,
        vec![
            Form::new().text("language", "en"),
            clip_form().text("tiktok_url", LINK),
            clip_form().text("formula_id", "x"),
            clip_form().part("video", video(CLIP)),
            Form::new().text("tiktok_url", LINK).text("formula_id", "x"),
            Form::new().text("video", "not a file"),
        ],
    )
    .await;
    // Empty fields count as absent.
    let form = clip_form().text("tiktok_url", "").text("formula_id", "");
    bench.accepted(form).await;
}

#[tokio::test]
async fn fields_are_checked() {
    let bench = Bench::new().await;
    let long = "a".repeat(5_001);
    let latin1 = Part::bytes(b"caf\xe9".to_vec());
    refused(
        &bench,
        400,
        vec![
            clip_form().text("language", "zh"),
            clip_form().text("language", ""),
            clip_form().text("content_anchor", long.clone()),
            clip_form().text("user_hint", long),
            clip_form().text("content_anchor", "caf\u{fffd}"),
            clip_form().part("content_anchor", latin1),
            clip_form().text("product_visibility", "no_product"),
            clip_form().text("product_id", "nothing"),
            clip_form().text("character_ids", "nobody"),
            clip_form().text("character_ids", "[broken"),
            Form::new().text("formula_id", "nothing"),
            Form::new().text("tiktok_url", "https://www.tiktok.com/@someone"),
            Form::new().text("tiktok_url", "https://example.com/@a/video/1"),
        ],
    )
    .await;
}

#[tokio::test]
async fn texts_of_5000_characters_pass_and_are_in_the_books() {
    let bench = Bench::new().await;
    let anchor = "扫".repeat(5_000);
    let form = clip_form()
        .text("content_anchor", anchor.clone())
        .text("user_hint", "the twist at 0:03")
        .text("product_visibility", "off_camera")
        .text("a_field_of_tomorrow", "x");
    let riff = bench.accepted(form).await;
    let books = bench.sandbox.books();
    let [entry] = books.riffs.as_slice() else {
        panic!("one riff")
    };
    assert_eq!(entry.batch_id, riff["batch_id"].as_str().unwrap());
    assert_eq!(entry.source, RiffSource::Upload(CLIP.len() as u64));
    assert_eq!(entry.content_anchor, anchor);
    assert_eq!(entry.user_hint, "the twist at 0:03");
    assert_eq!(entry.language, "en");
    assert_eq!(books.upload_bytes, CLIP.len() as u64);
}

#[tokio::test]
async fn a_file_that_is_no_video_is_refused() {
    let bench = Bench::new().await;
    let badge = include_bytes!("../../assets/badge.png");
    let mut cut = CLIP.to_vec();
    cut.truncate(2_000);
    refused(
        &bench,
        400,
        vec![
            Form::new().part("video", video(badge.as_slice())),
            Form::new().part("video", video("only words")),
            Form::new().part("video", video("")),
            Form::new().part("video", video(cut)),
            Form::new().part("video", video(CLIP).mime_str("image/png").unwrap()),
        ],
    )
    .await;
}

#[tokio::test]
async fn a_video_is_measured_against_the_deployments_cap() {
    let bench = Bench::with(|setup| setup.max_render_seconds = 5.5).await;
    let settings = bench.get("/api/settings").await;
    assert_eq!(settings["max_render_duration"], 5.5);
    refused(&bench, 400, vec![clip_form()]).await;
    let bench = Bench::with(|setup| setup.max_render_seconds = 6.5).await;
    bench.accepted(clip_form()).await;
}

#[tokio::test]
async fn ffprobe_judges_as_the_own_reader_does() {
    if !can_render() {
        return;
    }
    let bench = Bench::with(|setup| {
        setup.ffmpeg = sandbox::Ffmpeg::FromPath;
        setup.max_render_seconds = 5.5;
    })
    .await;
    let badge = include_bytes!("../../assets/badge.png");
    refused(
        &bench,
        400,
        vec![
            clip_form(),
            Form::new().part("video", video(badge.as_slice())),
            Form::new().part("video", video("only words")),
        ],
    )
    .await;
}

/// The sample with a `free` box behind it, so that the whole is `length` bytes.
fn clip_of(length: usize) -> Vec<u8> {
    let mut clip = CLIP.to_vec();
    let rest = u32::try_from(length - clip.len()).unwrap();
    clip.extend(rest.to_be_bytes());
    clip.extend(b"free");
    clip.resize(length, 0);
    clip
}

#[tokio::test]
async fn the_cap_is_100_mebibytes_to_the_byte() {
    let bench = Bench::new().await;
    let at_cap = Form::new().part("video", video(clip_of(104_857_600)));
    bench.accepted(at_cap).await;
    let over = Form::new().part("video", video(clip_of(104_857_601)));
    detail(bench.riff(over).await, 413).await;
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
    // Nothing of the refused one is left.
    let kept = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(kept.count(), 1);
}

#[tokio::test]
async fn ten_riffs_in_sixty_seconds() {
    let bench = Bench::new().await;
    for second in 0..10 {
        let form = Form::new().text("tiktok_url", LINK);
        bench.accepted(form).await;
        if second < 9 {
            bench.clock.pass(std::time::Duration::from_secs(2));
        }
    }
    let answer = bench.riff(clip_form()).await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(answer.headers()["retry-after"], "42");
    bench.clock.pass(std::time::Duration::from_secs(42));
    bench.accepted(clip_form()).await;
    assert_eq!(bench.sandbox.books().riffs.len(), 11);
}

#[tokio::test]
async fn a_link_is_a_source() {
    let bench = Bench::with(|setup| setup.pace = Pace::Instant).await;
    let riff = bench.accepted(Form::new().text("tiktok_url", LINK)).await;
    let batch = bench.get(&crate::bench::batch_path(&riff)).await;
    assert_eq!(batch["completed"], 2);
    let entry = bench.sandbox.books().riffs.remove(0);
    assert_eq!(entry.source, RiffSource::Link(LINK.to_owned()));
}

#[tokio::test]
async fn an_order_beyond_the_balance_is_402_with_the_link_to_top_up() {
    let bench = Bench::with(|setup| setup.balance_seconds = 5.0).await;
    let detail = detail(bench.riff(clip_form()).await, 402).await;
    assert_eq!(detail["error"], "insufficient_credits");
    assert!(detail["required_credits"].as_i64().unwrap() >= 60_000);
    assert_eq!(detail["available_credits"], 50_000);
    let link = detail["topup_url"].as_str().unwrap();
    let page = bench.client.get(link).send().await.unwrap();
    let html = page.text().await.unwrap();
    assert!(html.contains("Sandbox"));
    assert!(html.contains("value=\"60\""));
    let added = bench.client.post(link).form(&[("seconds", "60")]).send();
    assert_eq!(added.await.unwrap().status(), StatusCode::OK);
    bench.accepted(clip_form()).await;
    assert!(bench.sandbox.books().riffs.len() == 1);
    // Nothing of the refused one is left.
    let kept = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(kept.count(), 1);
}

#[tokio::test]
async fn without_a_session_the_whole_upload_is_heard_and_refused() {
    let mut bench = Bench::new().await;
    bench.session = "wrong".to_owned();
    let large = Form::new().part("video", video(clip_of(20_000_000)));
    detail(bench.riff(large).await, 401).await;
}

#[tokio::test]
async fn a_body_that_is_no_form_is_400() {
    let bench = Bench::new().await;
    let call = bench.call(reqwest::Method::POST, "/api/riffs");
    let answer = call.json(&serde_json::json!({})).send().await.unwrap();
    detail(answer, 400).await;
}
