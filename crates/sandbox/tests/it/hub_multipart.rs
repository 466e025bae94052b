//! Uploading a large video in parts.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{clip_of, data, refusal},
    hub_uploads::{form, only_upload},
};

const PART: usize = 5 * 1024 * 1024;

#[tokio::test]
async fn a_video_in_parts_is_put_together() {
    let bench = Bench::with(|setup| setup.part_size = PART as u64).await;
    let editor = bench.editor().await;
    let clip = clip_of(2 * PART + 12_345);
    let multipart = |step: &str| format!("{editor}/uploads/multipart/{step}");
    let begun = bench.hub_made(&multipart("init"), form(clip.len())).await;
    assert_eq!(begun["parts_count"], 3);
    assert_eq!(begun["part_size"], PART);
    let with = |more: Value| {
        let mut body = json!({
            "upload_id": begun["upload_id"],
            "s3_upload_id": begun["s3_upload_id"],
        });
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    };
    for number in [0, 4, 10_001] {
        let body = with(json!({ "part_number": number }));
        let answer = refusal(bench.hub_post(&multipart("sign-part"), body).await, 422).await;
        assert!(answer["errors"]["part_number"].is_array(), "{number}");
    }
    let mut parts = Vec::new();
    for (place, bytes) in clip.chunks(PART).enumerate() {
        let number = place + 1;
        let body = with(json!({ "part_number": number }));
        let signed = bench.hub_made(&multipart("sign-part"), body).await;
        assert_eq!(signed["part_number"], number);
        let put = bench.put(&signed["presigned_url"], None, bytes).await;
        let etag = put.headers()["etag"].to_str().unwrap();
        parts.push(json!({ "part_number": number, "etag": etag }));
    }
    let complete = async |parts: Value| {
        let path = multipart("complete");
        bench.hub_post(&path, with(json!({ "parts": parts }))).await
    };
    assert_eq!(complete(json!([])).await.status().as_u16(), 422);
    assert_eq!(complete(json!(parts[..2])).await.status().as_u16(), 422);
    let mut wrong = parts.clone();
    wrong[1]["etag"] = json!("\"another\"");
    let answer = refusal(complete(json!(wrong)).await, 422).await;
    assert_eq!(answer["code"], "InvalidPart");
    let backwards: Vec<_> = parts.iter().rev().collect();
    let answer = refusal(complete(json!(backwards)).await, 422).await;
    assert_eq!(answer["code"], "InvalidPartOrder");
    bench.sandbox.faults().arm(Fault::CompleteError);
    let answer = refusal(complete(json!(parts)).await, 502).await;
    assert_eq!(answer["error"], "storage_error");
    assert_eq!(bench.sandbox.storage_books().open_uploads.len(), 1);

    let path = multipart("complete");
    bench
        .sandbox
        .faults()
        .arm_named(&format!("lose-answer=POST:{path}"))
        .unwrap();
    let lost = bench
        .hub(Method::POST, &path)
        .json(&with(json!({ "parts": parts })));
    assert!(lost.send().await.is_err());
    assert_eq!(only_upload(&bench, &editor).await["status"], "processing");
    let again = data(complete(json!(parts)).await).await;
    assert_eq!(again["status"], "processing");
    let late = bench.hub_post(&multipart("abort"), with(json!({}))).await;
    assert_eq!(late.status(), StatusCode::UNPROCESSABLE_ENTITY);
    bench.clock.pass(Duration::from_secs(30));
    let upload = only_upload(&bench, &editor).await;
    assert_eq!(upload["status"], "ready");
    assert_eq!(upload["size_bytes"], clip.len());
    let books = bench.sandbox.storage_books();
    assert!(books.open_uploads.is_empty() && books.resent_parts().is_empty());
    let key = begun["s3_key"].as_str().unwrap();
    let object = books.object(key).unwrap();
    assert_eq!(std::fs::read(&object.file).unwrap(), clip);
    assert_eq!(object.content_type, "video/mp4");
}

#[tokio::test]
async fn a_short_part_that_is_not_the_last_is_too_small() {
    let bench = Bench::with(|setup| setup.part_size = 1000).await;
    let editor = bench.editor().await;
    let init = format!("{editor}/uploads/multipart/init");
    let mut body = bench.hub_made(&init, form(2000)).await;
    let mut parts = Vec::new();
    for number in [1, 2] {
        body["part_number"] = json!(number);
        let sign = format!("{editor}/uploads/multipart/sign-part");
        let signed = bench.hub_made(&sign, body.clone()).await;
        let put = bench
            .put(&signed["presigned_url"], None, &[number; 1000])
            .await;
        let etag = put.headers()["etag"].to_str().unwrap();
        parts.push(json!({ "part_number": number, "etag": etag }));
    }
    body["parts"] = json!(parts);
    let complete = format!("{editor}/uploads/multipart/complete");
    let answer = refusal(bench.hub_post(&complete, body).await, 422).await;
    assert_eq!(answer["code"], "EntityTooSmall");
}

#[tokio::test]
async fn an_upload_of_the_wrong_length_can_be_given_up() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let multipart = |step: &str| format!("{editor}/uploads/multipart/{step}");
    let mut body = bench.hub_made(&multipart("init"), form(1000)).await;
    body["part_number"] = json!(1);
    let signed = bench.hub_made(&multipart("sign-part"), body.clone()).await;
    let put = bench.put(&signed["presigned_url"], None, &[7; 999]).await;
    let etag = put.headers()["etag"].to_str().unwrap();
    body["parts"] = json!([{ "part_number": 1, "etag": etag }]);
    let answer = bench.hub_post(&multipart("complete"), body.clone()).await;
    assert_eq!(refusal(answer, 422).await["error"], "size_mismatch");
    bench.hub_made(&multipart("abort"), body.clone()).await;
    let books = bench.sandbox.storage_books();
    assert!(books.objects.is_empty() && books.open_uploads.is_empty());
    let gone = bench.hub_post(&multipart("abort"), body).await;
    assert_eq!(gone.status(), StatusCode::NOT_FOUND);
}
