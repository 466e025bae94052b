//! The autopilot, as the contract has it.

use std::time::Duration;

use reqwest::{Method, Response};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

/// Longer than everything that an autopilot does at the bench's pace.
const WHOLE: Duration = Duration::from_secs(400);

async fn start(bench: &Bench, path: &str) -> Response {
    bench
        .hub_post(&format!("{path}/autopilot"), json!({}))
        .await
}

#[tokio::test]
async fn the_autopilot_makes_the_whole_ad() {
    let bench = Bench::new().await;
    let path = bench.editor().await;
    let cost = bench.hub_get(&format!("{path}/autopilot/cost")).await;
    assert_eq!(cost["total"], 5 * 4 + 3 + 5);
    assert_eq!(cost["available_credits"], 200);
    let answer = start(&bench, &path).await;
    assert_eq!(answer.status().as_u16(), 202);
    assert_eq!(data(answer).await["autopilot_status"], "running");
    assert_eq!(bench.sandbox.hub_books().charged(), 28);
    let again = refusal(start(&bench, &path).await, 409).await;
    assert_eq!(again["error"], "autopilot_already_running");

    let mut seen = Vec::new();
    for _ in 0..40 {
        bench.clock.pass(Duration::from_secs(10));
        let editor = bench.hub_get(&path).await;
        seen.push(editor["autopilot_status"].as_str().unwrap().to_owned());
        if editor["autopilot_status"] != "running" {
            break;
        }
    }
    let editor = bench.hub_get(&path).await;
    assert_eq!(editor["autopilot_status"], "completed", "{seen:?} {editor}");
    assert!(seen.len() > 5, "it takes its time: {seen:?}");
    assert_eq!(editor["segments"].as_array().unwrap().len(), 5);
    for field in ["scenario_prompt", "narration_script"] {
        assert!(!editor[field].as_str().unwrap().is_empty(), "{field}");
    }
    for track in ["voice", "music", "latest_render"] {
        assert_eq!(editor[track]["status"], "completed", "{track}");
    }
    assert!(editor["latest_render"]["video_url"].is_string());
    assert_eq!(bench.sandbox.hub_books().charged(), 28);
    // What is finished costs nothing a second time.
    let cost = bench.hub_get(&format!("{path}/autopilot/cost")).await;
    assert_eq!(cost["total"], 0);
}

#[tokio::test]
async fn the_autopilot_owns_the_timeline() {
    let bench = Bench::new().await;
    let path = bench.editor().await;
    let prompt = json!({ "prompt": "A scene of my own" });
    let editor = bench
        .hub_made(&format!("{path}/segments"), prompt.clone())
        .await;
    let id = editor["segments"][0]["id"].as_u64().unwrap();
    data(start(&bench, &path).await).await;
    bench.clock.pass(Duration::from_secs(20));
    let segment = format!("{path}/segments/{id}");
    for (method, path, body) in [
        (Method::POST, format!("{path}/segments"), prompt.clone()),
        (
            Method::POST,
            format!("{path}/segments/from-upload"),
            json!({ "upload_id": "x" }),
        ),
        (
            Method::POST,
            format!("{segment}/use-asset"),
            json!({ "upload_id": "x" }),
        ),
        (Method::PATCH, segment.clone(), prompt),
        (Method::DELETE, segment.clone(), json!({})),
        (
            Method::PUT,
            format!("{path}/segments/reorder"),
            json!({ "order": [id] }),
        ),
        (Method::POST, format!("{segment}/generate"), json!({})),
        (Method::POST, format!("{path}/batch-generate"), json!({})),
        (Method::POST, format!("{path}/render"), json!({})),
    ] {
        let call = bench.hub(method.clone(), &path).json(&body).send();
        let refused = refusal(call.await.unwrap(), 409).await;
        assert_eq!(refused["error"], "autopilot_active", "{method} {path}");
    }
    bench.clock.pass(WHOLE);
    let editor = bench.hub_get(&path).await;
    assert_eq!(editor["autopilot_status"], "completed");
    assert_eq!(
        editor["segments"].as_array().unwrap().len(),
        1,
        "it keeps what is there"
    );
}

#[tokio::test]
async fn a_brief_that_is_too_short_is_refused() {
    let bench = Bench::new().await;
    let editor = bench
        .hub_made("/api/editor", json!({ "language": "en" }))
        .await;
    let path = format!("/api/editor/{}", editor["slug"].as_str().unwrap());
    let refused = refusal(start(&bench, &path).await, 422).await;
    assert_eq!(refused["error"], "scenario_prompt_required");
    let bench = Bench::with(|setup| setup.hub_credits = 27).await;
    let path = bench.editor().await;
    let refused = refusal(start(&bench, &path).await, 402).await;
    assert_eq!(refused["required"], 28);
}

#[tokio::test]
async fn what_an_autopilot_did_not_spend_comes_back() {
    // With which fault, and what stays charged: the scenes that were made, and the sounds.
    for (fault, charged) in [
        (Fault::FailAutopilot, 20),
        (Fault::FailScene, 16),
        (Fault::FailRender, 28),
    ] {
        let bench = Bench::new().await;
        let path = bench.editor().await;
        bench.sandbox.faults().arm(fault.clone());
        data(start(&bench, &path).await).await;
        bench.clock.pass(WHOLE);
        let editor = bench.hub_get(&path).await;
        assert_eq!(editor["autopilot_status"], "failed", "{fault:?}");
        assert!(editor["autopilot_error_message"].is_string());
        assert_eq!(bench.sandbox.hub_books().charged(), charged, "{fault:?}");
        // It can be started again, and finishes what is left.
        data(start(&bench, &path).await).await;
        bench.clock.pass(WHOLE);
        let editor = bench.hub_get(&path).await;
        assert_eq!(editor["autopilot_status"], "completed", "{fault:?}");
    }
}

#[tokio::test]
async fn a_restart_goes_on_with_the_autopilot() {
    let bench = Bench::new().await;
    let path = bench.editor().await;
    data(start(&bench, &path).await).await;
    bench.clock.pass(Duration::from_secs(30));
    let running: Value = bench.hub_get(&path).await;
    assert_eq!(running["segments"][0]["status"], "processing");
    let bench = bench.restart().await;
    bench.clock.pass(WHOLE);
    assert_eq!(bench.hub_get(&path).await["autopilot_status"], "completed");
    assert_eq!(bench.sandbox.hub_books().charged(), 28);
}
