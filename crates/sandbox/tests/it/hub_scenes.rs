//! Scenes, voice, music and renders of the editor step by step, as the contract has them.

use std::time::Duration;

use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::refusal,
    hub_editor::{statuses, with_scenes},
};

#[tokio::test]
async fn scenes_cost_five_once_more_four_and_in_a_batch_four() {
    let bench = Bench::new().await;
    let (path, ids) = with_scenes(&bench, 4).await;
    let first = format!("{path}/segments/{}", ids[0]);
    let editor = bench
        .hub_made(&format!("{first}/generate"), json!({}))
        .await;
    assert_eq!(editor["segments"][0]["status"], "processing");
    let again = bench
        .hub_post(&format!("{first}/generate"), json!({}))
        .await;
    assert_eq!(refusal(again, 409).await["error"], "generation_in_progress");
    bench.clock.pass(Duration::from_secs(60));
    let editor = bench.hub_get(&path).await;
    assert_eq!(statuses(&editor)[0], "completed");
    assert!(editor["segments"][0]["video_url"].is_string());
    assert_eq!(editor["segments"][0]["duration_seconds"], 8.0);
    let done = bench
        .hub_post(&format!("{first}/generate"), json!({}))
        .await;
    refusal(done, 409).await;
    bench
        .hub_made(&format!("{first}/regenerate"), json!({}))
        .await;
    assert_eq!(bench.sandbox.hub_books().charged(), 9);

    let editor = bench
        .hub_made(&format!("{path}/batch-generate"), json!({}))
        .await;
    assert_eq!(statuses(&editor), ["processing"; 4]);
    assert_eq!(editor["batch_active"], true);
    assert_eq!(bench.sandbox.hub_books().charged(), 9 + 12);
    let again = bench
        .hub_post(&format!("{path}/batch-generate"), json!({}))
        .await;
    assert_eq!(
        refusal(again, 409).await["error"],
        "batch_generation_in_progress"
    );
    bench.clock.pass(Duration::from_secs(60));
    let editor = bench.hub_get(&path).await;
    assert_eq!(statuses(&editor), ["completed"; 4]);
    let none = bench
        .hub_post(&format!("{path}/batch-generate"), json!({}))
        .await;
    assert_eq!(
        refusal(none, 422).await["error"],
        "batch_requires_three_segments"
    );
}

#[tokio::test]
async fn a_scene_that_fails_gives_its_credits_back() {
    let bench = Bench::new().await;
    let (path, ids) = with_scenes(&bench, 3).await;
    bench.sandbox.faults().arm(Fault::FailScene);
    bench
        .hub_made(&format!("{path}/batch-generate"), json!({}))
        .await;
    bench.clock.pass(Duration::from_secs(60));
    let editor = bench.hub_get(&path).await;
    assert_eq!(statuses(&editor), ["failed", "completed", "completed"]);
    assert!(editor["segments"][0]["error_message"].is_string());
    assert_eq!(bench.sandbox.hub_books().charged(), 8);

    bench
        .sandbox
        .faults()
        .arm(Fault::PromptRejected("violence".to_owned()));
    let generate = format!("{path}/segments/{}/generate", ids[0]);
    let refused = refusal(bench.hub_post(&generate, json!({})).await, 422).await;
    assert_eq!(refused["category"], "violence");
    bench.sandbox.faults().arm(Fault::ComplianceUnavailable);
    refusal(bench.hub_post(&generate, json!({})).await, 503).await;
    // A render charges what is left: the scene that failed.
    let editor = bench.hub_made(&format!("{path}/render"), json!({})).await;
    assert_eq!(editor["latest_render"]["status"], "processing");
    assert_eq!(bench.sandbox.hub_books().charged(), 8 + 5);
    let again = bench.hub_post(&format!("{path}/render"), json!({})).await;
    assert_eq!(refusal(again, 409).await["error"], "render_in_progress");
    bench.clock.pass(Duration::from_secs(120));
    let editor = bench.hub_get(&path).await;
    assert_eq!(editor["latest_render"]["status"], "completed", "{editor}");
    assert!(editor["latest_render"]["video_url"].is_string());

    bench.sandbox.faults().arm(Fault::FailRender);
    bench.hub_made(&format!("{path}/render"), json!({})).await;
    bench.clock.pass(Duration::from_secs(120));
    let editor = bench.hub_get(&path).await;
    assert_eq!(editor["latest_render"]["status"], "failed");
    assert!(editor["latest_render"]["error_message"].is_string());
    assert_eq!(
        bench.sandbox.hub_books().charged(),
        13,
        "a generated project renders for 0"
    );
}

#[tokio::test]
async fn voice_and_music_are_ordered_and_the_assists_help() {
    let bench = Bench::new().await;
    let (path, ids) = with_scenes(&bench, 1).await;
    let voice = format!("{path}/generate-voice");
    for id in [json!("a b"), json!("x".repeat(65)), Value::Null] {
        let errors = bench.hub_post(&voice, json!({ "voice_id": id })).await;
        assert!(refusal(errors, 422).await["errors"]["voice_id"].is_array());
    }
    let mute = bench.hub_post(&voice, json!({ "voice_id": "anna" })).await;
    assert_eq!(
        refusal(mute, 422).await["error"],
        "narration_script_required"
    );
    let editor = bench
        .hub_made(&format!("{path}/generate-narration"), json!({}))
        .await;
    assert!(!editor["narration_script"].as_str().unwrap().is_empty());
    bench.hub_made(&voice, json!({ "voice_id": "anna" })).await;
    let again = bench.hub_post(&voice, json!({ "voice_id": "anna" })).await;
    assert_eq!(
        refusal(again, 409).await["error"],
        "voice_generation_in_progress"
    );
    let music = format!("{path}/generate-music");
    let long = json!({ "prompt": "é".repeat(1300) });
    let editor = bench.hub_made(&music, long).await;
    assert_eq!(
        editor["music"]["prompt"].as_str().unwrap().chars().count(),
        1200
    );
    let again = bench.hub_post(&music, json!({})).await;
    assert_eq!(
        refusal(again, 409).await["error"],
        "music_generation_in_progress"
    );
    assert_eq!(bench.sandbox.hub_books().charged(), 8);
    bench.clock.pass(Duration::from_secs(60));
    let editor = bench.hub_get(&path).await;
    for track in ["voice", "music"] {
        assert_eq!(editor[track]["status"], "completed");
        let url = editor[track]["audio_url"].as_str().unwrap();
        let sound = bench.client.get(url).send().await.unwrap();
        assert!(sound.bytes().await.unwrap().starts_with(b"RIFF"));
    }
    let richer = format!("{path}/segments/{}/enhance-prompt", ids[0]);
    let segment = bench.hub_made(&richer, json!({})).await;
    assert!(segment["prompt"].as_str().unwrap().len() > "Scene of number 0".len());
    for assist in ["suggest-next-scene", "suggest-music-prompt"] {
        let told = bench.hub_made(&format!("{path}/{assist}"), json!({})).await;
        assert!(!told["prompt"].as_str().unwrap().is_empty());
    }
    assert_eq!(bench.sandbox.hub_books().assists_used, 4);
}
