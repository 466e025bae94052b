//! Misbehaving at a named point.

use std::time::Duration;

use reqwest::{Method, StatusCode, multipart::Form};
use sandbox::Fault;
use serde_json::Value;

use crate::bench::{Bench, CLIP, batch_path, clip_form, detail, video};

#[tokio::test]
async fn an_order_is_kept_though_its_answer_is_lost() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::LoseRiffAnswer);
    assert!(bench.try_riff(clip_form()).await.is_err());
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
    bench.sandbox.faults().arm(Fault::Riff500After);
    detail(bench.riff(clip_form()).await, 500).await;
    assert_eq!(bench.sandbox.books().riffs.len(), 2);
    let tasks = bench.get("/api/tasks?type=analyze").await;
    assert_eq!(tasks.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_order_that_is_refused_or_lost_on_its_way_is_not_kept() {
    let bench = Bench::new().await;
    let faults = bench.sandbox.faults();
    faults.arm(Fault::LoseRiff);
    assert!(bench.try_riff(clip_form()).await.is_err());
    faults.arm(Fault::CutUpload(100_000));
    assert!(bench.try_riff(clip_form()).await.is_err());
    faults.arm(Fault::Riff500Before);
    detail(bench.riff(clip_form()).await, 500).await;
    faults.arm(Fault::Riff402);
    let payload = detail(bench.riff(clip_form()).await, 402).await;
    assert_eq!(payload["error"], "insufficient_credits");
    faults.arm(Fault::Riff403);
    let payload = detail(bench.riff(clip_form()).await, 403).await;
    assert_eq!(payload["error"], "subscription_required");
    faults.arm(Fault::Riff429);
    let answer = bench.riff(clip_form()).await;
    assert_eq!(answer.headers()["retry-after"], "30");
    detail(answer, 429).await;
    assert!(bench.sandbox.books().riffs.is_empty());
    assert!(faults.armed_now().is_empty());
    let kept = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(kept.count(), 0);
}

/// Waits for something that another task brings about.
async fn eventually(mut holds: impl FnMut() -> bool) {
    for _ in 0..1_000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("it never came about");
}

#[tokio::test]
async fn an_upload_and_an_answer_can_be_held() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::HoldRiffBody);
    let mut clip = CLIP.to_vec();
    clip.extend(30_000_000_u32.to_be_bytes());
    clip.extend(b"free");
    clip.resize(CLIP.len() + 30_000_000, 0);
    let large = Form::new().part("video", video(clip));
    let sending = bench.riff(large);
    let watching = async {
        eventually(|| bench.sandbox.books().upload_bytes > 0).await;
        assert!(bench.sandbox.books().upload_bytes < 1_000_000);
        bench.sandbox.faults().release();
    };
    let (answer, ()) = tokio::join!(sending, watching);
    assert_eq!(answer.status(), StatusCode::OK);

    bench.sandbox.faults().arm(Fault::HoldRiffAnswer);
    let sending = bench.riff(clip_form());
    let watching = async {
        let faults = bench.sandbox.faults();
        eventually(|| faults.armed_now().is_empty()).await;
        assert_eq!(bench.sandbox.books().riffs.len(), 2);
        bench.sandbox.faults().release();
    };
    let (answer, ()) = tokio::join!(sending, watching);
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn polls_can_fail_in_several_ways() {
    let bench = Bench::new().await;
    let riff = bench.accepted(clip_form()).await;
    let poll = || bench.call(Method::GET, &batch_path(&riff)).send();
    let faults = bench.sandbox.faults();
    faults.arm(Fault::BatchUnavailable(2));
    for _ in 0..2 {
        detail(poll().await.unwrap(), 503).await;
    }
    faults.arm(Fault::Batch429(40));
    let answer = poll().await.unwrap();
    assert_eq!(answer.headers()["retry-after"], "40");
    faults.arm(Fault::CutPoll);
    assert!(poll().await.is_err());
    faults.arm(Fault::HtmlInsteadOfJson);
    let answer = poll().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    assert!(answer.text().await.unwrap().starts_with("<!doctype html>"));
    faults.arm(Fault::UnknownStatus);
    let batch: Value = poll().await.unwrap().json().await.unwrap();
    assert_eq!(batch["tasks"][0]["status"], "paused");
    let batch: Value = poll().await.unwrap().json().await.unwrap();
    assert_eq!(batch["tasks"][0]["status"], "queued");
}

#[tokio::test]
async fn a_sign_in_can_fail_in_several_ways() {
    let bench = Bench::signed_out(|_| {}).await;
    let faults = bench.sandbox.faults();
    let flow = bench.authorize().await;
    let poll = async || {
        bench.clock.pass(Duration::from_secs(5));
        bench.poll(&flow["device_code"]).await
    };
    faults.arm(Fault::Device429);
    detail(poll().await, 429).await;
    faults.arm(Fault::DeviceProxy403);
    let answer = poll().await;
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert!(answer.text().await.unwrap().contains("<html"));
    faults.arm(Fault::DeviceDenied);
    let body: Value = poll().await.json().await.unwrap();
    assert_eq!(body["status"], "denied");
    faults.arm(Fault::DeviceExpired);
    let body: Value = poll().await.json().await.unwrap();
    assert_eq!(body["status"], "expired");
}

#[tokio::test]
async fn a_failed_analysis_generates_nothing() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::FailAnalysis);
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(500));
    let batch = bench.get(&batch_path(&riff)).await;
    assert_eq!(batch["total"], 1);
    assert_eq!(batch["tasks"][0]["status"], "failed");
}
