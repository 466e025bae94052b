//! Uploading videos to an editor project: announced, put, confirmed, looked at, placed.

use std::{path::Path, process::Command, time::Duration};

use reqwest::{Method, StatusCode};
use sandbox::{Fault, Ffmpeg};
use serde_json::{Value, json};

use crate::{
    bench::{Bench, CLIP, can_render},
    hub_bench::refusal,
};

/// What a video of so many bytes is announced as.
pub fn form(bytes: usize) -> Value {
    json!({ "filename": "clip.mp4", "mime_type": "video/mp4", "size_bytes": bytes })
}

/// Presigns a PUT of the clip, with these fields beside it, and puts it.
async fn put_clip(bench: &Bench, editor: &str, more: Value) -> String {
    let mut form = form(CLIP.len());
    for (name, value) in more.as_object().unwrap() {
        form[name] = value.clone();
    }
    let presign = format!("{editor}/uploads/presign");
    let upload = bench.hub_made(&presign, form).await;
    assert_eq!(upload["expires_in_seconds"], 3600);
    let put = bench.put(&upload["presigned_url"], Some("video/mp4"), CLIP);
    assert_eq!(put.await.status(), StatusCode::OK);
    let id = upload["upload_id"].as_str().unwrap();
    format!("{editor}/uploads/{id}/confirm")
}

/// The one upload of a project.
pub async fn only_upload(bench: &Bench, editor: &str) -> Value {
    let uploads = bench.hub_get(&format!("{editor}/uploads")).await;
    assert_eq!(uploads.as_array().unwrap().len(), 1);
    uploads[0].clone()
}

#[tokio::test]
async fn a_small_video_becomes_ready_in_its_time() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let more = json!({ "fit_mode": "cover", "product_description": "A clock" });
    let confirm = put_clip(&bench, &editor, more).await;
    assert_eq!(only_upload(&bench, &editor).await["status"], "pending");
    let upload = bench.hub_made(&confirm, json!({})).await;
    assert_eq!(upload["status"], "processing");
    assert_eq!(upload["duration_seconds"], Value::Null);
    bench.clock.pass(Duration::from_secs(29));
    let upload = only_upload(&bench, &editor).await;
    assert_eq!(upload["status"], "processing");
    bench.clock.pass(Duration::from_secs(1));
    let upload = only_upload(&bench, &editor).await;
    assert_eq!(upload["status"], "ready");
    assert_eq!(upload["filename"], "clip.mp4");
    assert_eq!(upload["fit_mode"], "cover");
    assert_eq!(upload["product_description"], "A clock");
    assert_eq!(upload["attached_segment_ids"], json!([]));
    let seconds = upload["duration_seconds"].as_f64().unwrap();
    assert!((seconds - 6.0).abs() < 0.1, "{seconds}");
    let frame = upload["first_frame_url"].as_str().unwrap();
    let frame = bench.client.get(frame).send().await.unwrap();
    assert_eq!(frame.headers()["content-type"], "image/jpeg");
    assert!(frame.bytes().await.unwrap().starts_with(&[0xFF, 0xD8]));
    let whole = bench.hub_get(&editor).await;
    assert_eq!(whole["uploads"][0]["status"], "ready");
    // A lost answer is asked again: it tells how far it is and processes nothing twice.
    let again = bench.hub_made(&confirm, json!({})).await;
    assert_eq!(again["status"], "ready");
    assert_eq!(bench.sandbox.hub_books().credits, 200);
}

#[tokio::test]
async fn what_is_announced_is_judged_field_by_field() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let presign = format!("{editor}/uploads/presign");
    let init = format!("{editor}/uploads/multipart/init");
    let cases = [
        ("filename", json!("")),
        ("filename", json!("../clip.mp4")),
        ("mime_type", json!("video/avi")),
        ("mime_type", Value::Null),
        ("size_bytes", json!(500 * 1024 * 1024 + 1)),
        ("size_bytes", json!(0)),
        ("size_bytes", json!("many")),
        ("fit_mode", json!("stretch")),
        ("product_description", json!("é".repeat(501))),
    ];
    for (name, value) in cases {
        for path in [&presign, &init] {
            let mut form = form(1000);
            form[name] = value.clone();
            let answer = refusal(bench.hub_post(path, form).await, 422).await;
            assert!(answer["errors"][name].is_array(), "{name} {value} {answer}");
        }
        bench.clock.pass(Duration::from_secs(60));
    }
    let mut with_sum = form(1000);
    with_sum["checksum_sha256"] = json!("abc");
    let answer = refusal(bench.hub_post(&presign, with_sum).await, 422).await;
    assert!(answer["errors"]["checksum_sha256"].is_array());
    let unknown = bench
        .hub_post("/api/editor/nothing/uploads/presign", form(1))
        .await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let bare = bench
        .hub_bare(Method::POST, &presign)
        .json(&form(1))
        .send()
        .await;
    assert_eq!(bare.unwrap().status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_confirm_looks_at_what_was_put() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let presign = format!("{editor}/uploads/presign");
    let upload = bench.hub_made(&presign, form(CLIP.len())).await;
    let id = upload["upload_id"].as_str().unwrap();
    let confirm = format!("{editor}/uploads/{id}/confirm");
    let answer = refusal(bench.hub_post(&confirm, json!({})).await, 422).await;
    assert_eq!(answer["error"], "upload_missing");
    let url = &upload["presigned_url"];
    bench.put(url, Some("video/mp4"), &CLIP[..1000]).await;
    let answer = refusal(bench.hub_post(&confirm, json!({})).await, 422).await;
    assert_eq!(answer["error"], "size_mismatch");
    // It can be put again, and is taken then.
    bench.put(url, Some("video/mp4"), CLIP).await;
    let taken = bench.hub_made(&confirm, json!({})).await;
    assert_eq!(taken["status"], "processing");

    let wrong = json!({ "checksum_sha256": "0".repeat(64) });
    let confirm = put_clip(&bench, &editor, wrong).await;
    let answer = refusal(bench.hub_post(&confirm, json!({})).await, 422).await;
    assert_eq!(answer["error"], "checksum_mismatch");
    let books = bench.sandbox.storage_books();
    let stored = books.object(upload["s3_key"].as_str().unwrap()).unwrap();
    let right = json!({ "checksum_sha256": stored.sha256().unwrap().to_uppercase() });
    let confirm = put_clip(&bench, &editor, right).await;
    let taken = bench.hub_made(&confirm, json!({})).await;
    assert_eq!(taken["status"], "processing");
}

#[tokio::test]
async fn the_quota_counts_what_is_kept_and_what_is_announced() {
    let room = CLIP.len() as u64 + 2000;
    let bench = Bench::with(|setup| setup.upload_quota = room).await;
    let editor = bench.editor().await;
    let confirm = put_clip(&bench, &editor, json!({})).await;
    bench.hub_made(&confirm, json!({})).await;
    let init = format!("{editor}/uploads/multipart/init");
    let begun = bench.hub_made(&init, form(1500)).await;
    for path in [&init, &format!("{editor}/uploads/presign")] {
        let answer = refusal(bench.hub_post(path, form(501)).await, 422).await;
        assert_eq!(answer["error"], "upload_quota_exceeded");
        let quota = json!({
            "limit_bytes": room,
            "used_bytes": CLIP.len(),
            "reserved_bytes": 1500,
            "remaining_bytes": 500,
        });
        assert_eq!(answer["quota"], quota);
    }
    assert_eq!(bench.sandbox.storage_books().open_uploads.len(), 1);
    let abort = format!("{editor}/uploads/multipart/abort");
    bench.hub_made(&abort, begun).await;
    bench.hub_made(&init, form(2000)).await;
}

#[tokio::test]
async fn what_is_no_short_video_fails_and_says_why() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let mut long = CLIP.to_vec();
    let header = long.windows(4).position(|name| name == b"mvhd").unwrap();
    // Version and flags, two times, the scale, then the length.
    let scale = u32::from_be_bytes(long[header + 16..header + 20].try_into().unwrap());
    long[header + 20..header + 24].copy_from_slice(&(301 * scale).to_be_bytes());
    let cases = [
        (long.as_slice(), None, "longer than 5 minutes"),
        (&[7; 5000], None, "not a video"),
        (CLIP, Some(Fault::FailUpload), "could not be processed"),
    ];
    for (bytes, fault, words) in cases {
        let presign = format!("{editor}/uploads/presign");
        let upload = bench.hub_made(&presign, form(bytes.len())).await;
        bench
            .put(&upload["presigned_url"], Some("video/mp4"), bytes)
            .await;
        if let Some(fault) = fault {
            bench.sandbox.faults().arm(fault);
        }
        let id = upload["upload_id"].as_str().unwrap();
        let confirm = format!("{editor}/uploads/{id}/confirm");
        bench.hub_made(&confirm, json!({})).await;
        bench.clock.pass(Duration::from_secs(30));
        let uploads = bench.hub_get(&format!("{editor}/uploads")).await;
        let upload = uploads.as_array().unwrap().last().unwrap();
        assert_eq!(upload["status"], "failed");
        let error = upload["error_message"].as_str().unwrap();
        assert!(error.contains(words), "{error}");
    }
}

#[tokio::test]
async fn a_minute_has_thirty_presigns_and_three_hundred_parts() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let presign = format!("{editor}/uploads/presign");
    for _ in 0..30 {
        bench.hub_made(&presign, form(1)).await;
    }
    let full = bench.hub_post(&presign, form(1)).await;
    assert_eq!(full.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(full.headers()["retry-after"], "60");
    let init = format!("{editor}/uploads/multipart/init");
    let mut body = bench.hub_made(&init, form(1)).await;
    body["part_number"] = json!(1);
    let sign = format!("{editor}/uploads/multipart/sign-part");
    for _ in 0..300 {
        bench.hub_made(&sign, body.clone()).await;
    }
    let full = bench.hub_post(&sign, body).await;
    assert_eq!(full.status(), StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_stopped_process_goes_on_looking() {
    let bench = Bench::new().await;
    let editor = bench.editor().await;
    let confirm = put_clip(&bench, &editor, json!({})).await;
    bench.hub_made(&confirm, json!({})).await;
    let bench = bench.restart().await;
    bench.clock.pass(Duration::from_secs(30));
    assert_eq!(only_upload(&bench, &editor).await["status"], "ready");
}

/// The clip in another container.
fn remuxed(folder: &Path, name: &str) -> Vec<u8> {
    let (source, made) = (folder.join("clip.mp4"), folder.join(name));
    std::fs::write(&source, CLIP).unwrap();
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-y", "-i"]).arg(source);
    if name.ends_with(".webm") {
        ffmpeg.args(["-c:v", "libvpx", "-deadline", "realtime", "-an"]);
    } else {
        ffmpeg.args(["-c", "copy"]);
    }
    assert!(ffmpeg.arg(&made).status().unwrap().success());
    std::fs::read(made).unwrap()
}

#[tokio::test]
async fn all_four_containers_are_looked_into() {
    if !can_render() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bench = Bench::with(|setup| setup.ffmpeg = Ffmpeg::FromPath).await;
    let editor = bench.editor().await;
    for (name, kind) in [
        ("a.mp4", "video/mp4"),
        ("a.mov", "video/quicktime"),
        ("a.webm", "video/webm"),
        ("a.mkv", "video/x-matroska"),
    ] {
        let bytes = remuxed(folder.path(), name);
        let presign = format!("{editor}/uploads/presign");
        let form = json!({ "filename": name, "mime_type": kind, "size_bytes": bytes.len() });
        let upload = bench.hub_made(&presign, form).await;
        let put = bench.put(&upload["presigned_url"], Some(kind), &bytes);
        assert_eq!(put.await.status(), StatusCode::OK);
        let id = upload["upload_id"].as_str().unwrap();
        let confirm = format!("{editor}/uploads/{id}/confirm");
        bench.hub_made(&confirm, json!({})).await;
        bench.clock.pass(Duration::from_secs(30));
        let uploads = bench.hub_get(&format!("{editor}/uploads")).await;
        let upload = uploads.as_array().unwrap().last().unwrap();
        assert_eq!(upload["status"], "ready", "{upload}");
        let seconds = upload["duration_seconds"].as_f64().unwrap();
        assert!((seconds - 6.0).abs() < 0.2, "{name}: {seconds}");
        let frame = upload["first_frame_url"].as_str().unwrap();
        let frame = bench.client.get(frame).send().await.unwrap();
        let frame = frame.bytes().await.unwrap();
        assert!(frame.starts_with(&[0xFF, 0xD8]));
        // Its own, not the sample's that steps in.
        assert_ne!(frame, include_bytes!("../../assets/reel.jpg").as_slice());
    }
}
