//! Images of a person's own: presigned, put, confirmed.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

const JPEG: &[u8] = include_bytes!("../../assets/reel.jpg");
const PNG: &[u8] = include_bytes!("../../assets/badge.png");

async fn short(bench: &Bench) -> String {
    let brief = json!({ "product_prompt": "A quiet alarm clock." });
    let short = bench.hub_made("/api/shorts", brief).await;
    format!("/api/shorts/{}", short["slug"].as_str().unwrap())
}

async fn presigned(bench: &Bench, place: &str, kind: &str, bytes: usize) -> Value {
    let form = json!({ "mime_type": kind, "size_bytes": bytes });
    bench.hub_made(&format!("{place}/presign"), form).await
}

/// Presigns, puts and confirms a picture; gives what the confirm shows.
async fn placed(bench: &Bench, place: &str) -> Value {
    let image = presigned(bench, place, "image/png", PNG.len()).await;
    let put = bench.put(&image["presigned_url"], Some("image/png"), PNG);
    assert_eq!(put.await.status(), StatusCode::OK);
    let form = json!({ "s3_key": image["s3_key"], "product_description": "A clock" });
    bench.hub_made(&format!("{place}/confirm"), form).await
}

async fn is_shown(bench: &Bench, url: &Value) {
    let answer = bench
        .client
        .get(url.as_str().unwrap())
        .send()
        .await
        .unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.bytes().await.unwrap(), PNG);
}

#[tokio::test]
async fn a_short_gets_a_product_and_an_end_card() {
    let bench = Bench::new().await;
    let short = short(&bench).await;
    let shown = placed(&bench, &format!("{short}/product")).await;
    assert_eq!(shown["product_description"], "A clock");
    is_shown(&bench, &shown["product_image_url"]).await;

    // This one answer has no envelope, and names the content type itself.
    let presign = format!("{short}/poster/presign");
    let image = bench
        .hub_post(&presign, json!({ "content_type": "image/png" }))
        .await;
    let image: Value = image.json().await.unwrap();
    assert_eq!(image["content_type"], "image/png");
    bench
        .put(&image["upload_url"], Some("image/png"), PNG)
        .await;
    let form = json!({ "s3_key": image["s3_key"] });
    let shown = bench
        .hub_made(&format!("{short}/poster/confirm"), form)
        .await;
    is_shown(&bench, &shown["poster_image_url"]).await;
    let default: Value = bench
        .hub_post(&presign, json!({}))
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(default["content_type"], "image/jpeg");
    assert_eq!(bench.sandbox.hub_books().credits, 200);
}

#[tokio::test]
async fn an_editor_project_gets_three_images() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let shown = placed(&bench, &format!("{editor}/product")).await;
    assert_eq!(shown["product_description"], "A clock");
    is_shown(&bench, &shown["product_image_url"]).await;
    let shown = placed(&bench, &format!("{editor}/closing-image")).await;
    is_shown(&bench, &shown["closing_image_url"]).await;
    let shown = placed(&bench, &format!("{editor}/logo")).await;
    is_shown(&bench, &shown["logo_url"]).await;
}

#[tokio::test]
async fn a_carousel_gets_a_logo() {
    let bench = Bench::new().await;
    let slider = bench.hub_made("/api/sliders", json!({})).await;
    let slug = slider["slug"].as_str().unwrap();
    let shown = placed(&bench, &format!("/api/sliders/{slug}/logo")).await;
    assert_eq!(shown["slug"], slug);
    assert_eq!(shown["status"], "draft");
}

#[tokio::test]
async fn only_jpeg_and_png_up_to_20_mb_are_taken() {
    let bench = Bench::new().await;
    let short = short(&bench).await;
    let place = format!("{short}/product");
    let presign = format!("{place}/presign");
    for (name, kind, bytes) in [
        ("mime_type", json!("image/webp"), json!(10)),
        ("mime_type", Value::Null, json!(10)),
        (
            "size_bytes",
            json!("image/png"),
            json!(20 * 1024 * 1024 + 1),
        ),
        ("size_bytes", json!("image/png"), Value::Null),
    ] {
        let form = json!({ "mime_type": kind, "size_bytes": bytes });
        let answer = refusal(bench.hub_post(&presign, form).await, 422).await;
        assert!(answer["errors"][name].is_array(), "{answer}");
    }
    let confirm = format!("{place}/confirm");
    let confirmed = async |image: &Value| {
        let form = json!({ "s3_key": image["s3_key"] });
        refusal(bench.hub_post(&confirm, form).await, 422).await
    };
    let image = presigned(&bench, &place, "image/png", PNG.len()).await;
    assert_eq!(confirmed(&image).await["error"], "upload_missing");
    bench
        .put(&image["presigned_url"], Some("image/png"), &PNG[..50])
        .await;
    assert_eq!(confirmed(&image).await["error"], "size_mismatch");
    // The contents count, not the name they came under.
    let image = presigned(&bench, &place, "image/png", JPEG.len()).await;
    bench
        .put(&image["presigned_url"], Some("image/png"), JPEG)
        .await;
    assert_eq!(confirmed(&image).await["error"], "invalid_image");

    // A key that was given for something else is not this product.
    let poster = bench
        .hub_post(&format!("{short}/poster/presign"), json!({}))
        .await;
    let poster: Value = poster.json().await.unwrap();
    bench
        .put(&poster["upload_url"], Some("image/jpeg"), JPEG)
        .await;
    assert!(confirmed(&poster).await["errors"]["s3_key"].is_array());
    let long = json!({ "s3_key": "a", "product_description": "é".repeat(501) });
    let answer = refusal(bench.hub_post(&confirm, long).await, 422).await;
    assert!(answer["errors"]["product_description"].is_array());
    let unknown = bench
        .hub_post("/api/shorts/nothing/product/presign", json!({}))
        .await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let shown = bench.hub_get(&short).await;
    assert_eq!(shown["product_image_url"], Value::Null);
}

#[tokio::test]
async fn a_confirm_that_is_asked_again_shows_the_same() {
    let bench = Bench::new().await;
    let short = short(&bench).await;
    let place = format!("{short}/product");
    let image = presigned(&bench, &place, "image/png", PNG.len()).await;
    bench
        .put(&image["presigned_url"], Some("image/png"), PNG)
        .await;
    let confirm = format!("{place}/confirm");
    let form = json!({ "s3_key": image["s3_key"] });
    bench
        .sandbox
        .faults()
        .arm_named(&format!("lose-answer=POST:{confirm}"))
        .unwrap();
    let call = bench.hub(reqwest::Method::POST, &confirm).json(&form);
    assert!(call.send().await.is_err());
    let shown = data(bench.hub_post(&confirm, form).await).await;
    is_shown(&bench, &shown["product_image_url"]).await;
}
