//! The editor step by step, as the contract has it.

use std::time::Duration;

use reqwest::{Method, Response};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::{
    bench::{Bench, CLIP},
    hub_bench::{data, refusal},
};

async fn send(bench: &Bench, method: Method, path: &str, body: Value) -> Response {
    bench.hub(method, path).json(&body).send().await.unwrap()
}

/// A project with so many scenes; gives its path and the ids.
async fn with_scenes(bench: &Bench, scenes: usize) -> (String, Vec<u64>) {
    let path = bench.editor().await;
    let mut ids = Vec::new();
    for number in 0..scenes {
        let prompt = json!({ "prompt": format!("Scene of number {number}") });
        let editor = bench.hub_made(&format!("{path}/segments"), prompt).await;
        ids = ids_of(&editor);
    }
    assert_eq!(ids.len(), scenes);
    (path, ids)
}

fn ids_of(editor: &Value) -> Vec<u64> {
    let segments = editor["segments"].as_array().unwrap();
    segments
        .iter()
        .map(|one| one["id"].as_u64().unwrap())
        .collect()
}

fn statuses(editor: &Value) -> Vec<&str> {
    let segments = editor["segments"].as_array().unwrap();
    segments
        .iter()
        .map(|one| one["status"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn a_project_is_created_within_its_limits() {
    let bench = Bench::new().await;
    for (body, field) in [
        (json!({}), "language"),
        (json!({ "language": "english, please" }), "language"),
        (
            json!({ "language": "en", "product_prompt": "short" }),
            "product_prompt",
        ),
        (
            json!({ "language": "en", "product_prompt": "x".repeat(5001) }),
            "product_prompt",
        ),
        (
            json!({ "language": "en", "creative_format": "x" }),
            "creative_format",
        ),
        (
            json!({ "language": "en", "visual_language": "x" }),
            "visual_language",
        ),
        (json!({ "language": "en", "voice_id": "a b" }), "voice_id"),
        (
            json!({ "language": "en", "export_aspect_ratio": "2:3" }),
            "export_aspect_ratio",
        ),
    ] {
        let errors = refusal(bench.hub_post("/api/editor", body).await, 422).await;
        assert!(errors["errors"][field].is_array(), "{field}: {errors}");
    }
    let whole = json!({
        "language": "en", "product_prompt": "", "creative_format": "proof_demo",
        "visual_language": "luxury_minimal", "theme": "none", "voice_id": "anna_1",
        "export_aspect_ratio": "16:9", "project_intent": "a launch",
    });
    let answer = bench.hub_post("/api/editor", whole.clone()).await;
    assert_eq!(answer.status().as_u16(), 201);
    let editor = data(answer).await;
    for (field, value) in whole.as_object().unwrap() {
        assert_eq!(&editor[field], value, "{field}");
    }
    assert_eq!(editor["autopilot_status"], Value::Null);
    let path = format!("/api/editor/{}", editor["slug"].as_str().unwrap());
    let brief = bench
        .hub_post(&format!("{path}/generate-scenario"), json!({}))
        .await;
    assert_eq!(
        refusal(brief, 422).await["error"],
        "scenario_prompt_required"
    );

    let long = json!({ "narration_script": "x".repeat(12_001) });
    refusal(send(&bench, Method::PATCH, &path, long).await, 422).await;
    let change = json!({ "narration_script": "Hello.", "target_duration_seconds": 24 });
    let editor = data(send(&bench, Method::PATCH, &path, change).await).await;
    assert_eq!(editor["narration_script"], "Hello.");
    assert_eq!(editor["target_duration_seconds"], 24);
}

#[tokio::test]
async fn an_account_without_credits_has_a_hundred_projects() {
    let bench = Bench::with(|setup| setup.hub_credits = 0).await;
    for _ in 0..100 {
        bench.editor().await;
    }
    let more = bench
        .hub_post("/api/editor", json!({ "language": "en" }))
        .await;
    assert_eq!(
        refusal(more, 402).await["error"],
        "editor_factory_limit_reached"
    );
}

#[tokio::test]
async fn a_scenario_becomes_scenes() {
    let bench = Bench::new().await;
    let path = bench.editor().await;
    let apply = format!("{path}/apply-scenario");
    let none = bench.hub_post(&apply, json!({ "segments_count": 3 })).await;
    assert_eq!(
        refusal(none, 422).await["error"],
        "scenario_prompt_required"
    );
    for count in [2, 11] {
        let body = json!({ "segments_count": count });
        let call = bench
            .hub_post(&format!("{path}/generate-scenario"), body)
            .await;
        assert!(refusal(call, 422).await["errors"]["segments_count"].is_array());
    }
    let body = json!({ "segments_count": 4, "visual_language": "ugc_realism" });
    let editor = bench
        .hub_made(&format!("{path}/generate-scenario"), body)
        .await;
    assert!(
        editor["scenario_prompt"]
            .as_str()
            .unwrap()
            .contains("Scene 4")
    );
    assert_eq!(editor["visual_language"], "ugc_realism");
    assert_eq!(bench.sandbox.hub_books().assists_used, 1);

    for count in [json!(4), json!("3"), Value::Null] {
        let call = bench.hub_post(&apply, json!({ "segments_count": count }));
        assert_eq!(
            refusal(call.await, 422).await["error"],
            "invalid_segments_count"
        );
    }
    for (count, scenes) in [(3, 3), (10, 10), (0, 4)] {
        let editor = bench
            .hub_made(&apply, json!({ "segments_count": count }))
            .await;
        assert_eq!(ids_of(&editor).len(), scenes);
        assert_eq!(editor["total_duration_seconds"], scenes as f64 * 8.0);
    }
    let scenario = format!("{path}/scenario");
    for body in [
        json!({}),
        json!({ "scenario_prompt": "" }),
        json!({ "scenario_prompt": "x".repeat(50_001) }),
        json!({ "scenario_prompt": "A kettle.", "theme": "none" }),
    ] {
        refusal(send(&bench, Method::PATCH, &scenario, body).await, 422).await;
    }
    let own = json!({ "scenario_prompt": "A kettle.\nA cup." });
    data(send(&bench, Method::PATCH, &scenario, own).await).await;
    let editor = bench.hub_made(&apply, json!({ "segments_count": 0 })).await;
    assert_eq!(editor["segments"][1]["prompt"], "A cup.");
}

#[tokio::test]
async fn the_timeline_is_edited_by_hand() {
    let bench = Bench::new().await;
    let (path, ids) = with_scenes(&bench, 3).await;
    let reorder = format!("{path}/segments/reorder");
    let order = json!({ "order": [ids[2], ids[0], ids[1]] });
    let editor = data(send(&bench, Method::PUT, &reorder, order).await).await;
    assert_eq!(ids_of(&editor), [ids[2], ids[0], ids[1]]);
    assert_eq!(editor["segments"][0]["position"], 1);
    for order in [json!([ids[0]]), json!([ids[0], ids[0], ids[1]]), json!("x")] {
        let call = send(&bench, Method::PUT, &reorder, json!({ "order": order })).await;
        refusal(call, 422).await;
    }
    let one = format!("{path}/segments/{}", ids[0]);
    for prompt in [json!(""), json!("x".repeat(2001)), Value::Null] {
        let body = json!({ "prompt": prompt });
        refusal(send(&bench, Method::PATCH, &one, body).await, 422).await;
    }
    let body = json!({ "prompt": "A slow pan" });
    let editor = data(send(&bench, Method::PATCH, &one, body).await).await;
    assert_eq!(editor["segments"][1]["prompt"], "A slow pan");
    let gone = bench.hub(Method::DELETE, &one).send().await.unwrap();
    assert_eq!(ids_of(&data(gone).await), [ids[2], ids[1]]);
    refusal(bench.hub(Method::DELETE, &one).send().await.unwrap(), 404).await;
    let strange = format!("{path}/segments/none");
    refusal(
        bench.hub(Method::DELETE, &strange).send().await.unwrap(),
        404,
    )
    .await;

    let (path, _) = with_scenes(&bench, 20).await;
    let more = bench
        .hub_post(&format!("{path}/segments"), json!({ "prompt": "one more" }))
        .await;
    assert_eq!(refusal(more, 422).await["error"], "segments_limit_reached");
}

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

/// Uploads the sample clip and waits until it is ready; gives its id.
async fn uploaded(bench: &Bench, path: &str) -> Value {
    let announced = json!({
        "filename": "clip.mp4", "mime_type": "video/mp4", "size_bytes": CLIP.len(),
    });
    let presigned = bench
        .hub_made(&format!("{path}/uploads/presign"), announced)
        .await;
    bench
        .put(&presigned["presigned_url"], Some("video/mp4"), CLIP)
        .await;
    let id = presigned["upload_id"].as_str().unwrap();
    let place = format!("{path}/segments/from-upload");
    let early = bench.hub_post(&place, json!({ "upload_id": id })).await;
    assert_eq!(
        refusal(early, 422).await["error"],
        "editor_upload_not_ready"
    );
    bench
        .hub_made(&format!("{path}/uploads/{id}/confirm"), json!({}))
        .await;
    bench.clock.pass(Duration::from_secs(100));
    presigned["upload_id"].clone()
}

#[tokio::test]
async fn an_upload_is_placed_in_its_own_length() {
    let bench = Bench::new().await;
    let (path, ids) = with_scenes(&bench, 3).await;
    let upload = uploaded(&bench, &path).await;
    let place = format!("{path}/segments/from-upload");
    let answer = bench.hub_post(&place, json!({ "upload_id": upload })).await;
    assert_eq!(answer.status().as_u16(), 201);
    let editor = data(answer).await;
    let placed = &editor["segments"][3];
    assert_eq!(
        (&placed["kind"], &placed["status"]),
        (&json!("upload"), &json!("completed"))
    );
    assert!((placed["duration_seconds"].as_f64().unwrap() - 6.0).abs() < 0.1);
    assert_eq!(
        editor["uploads"][0]["attached_segment_ids"],
        json!([placed["id"]])
    );

    let using = format!("{path}/segments/{}/use-asset", ids[0]);
    let both = json!({ "upload_id": upload, "source_segment_id": placed["id"] });
    for body in [json!({}), both, json!({ "source_segment_id": ids[1] })] {
        refusal(bench.hub_post(&using, body).await, 422).await;
    }
    let unknown = bench.hub_post(&using, json!({ "upload_id": "none" })).await;
    refusal(unknown, 404).await;
    let source = json!({ "source_segment_id": placed["id"] });
    let editor = bench.hub_made(&using, source).await;
    assert_eq!(editor["segments"][0]["status"], "completed");
    assert_eq!(editor["segments"][0]["upload_id"], upload);

    for _ in 0..2 {
        let prompt = json!({ "prompt": "one more" });
        bench.hub_made(&format!("{path}/segments"), prompt).await;
    }
    bench
        .hub_made(&format!("{path}/batch-generate"), json!({}))
        .await;
    for (path, body) in [
        (&using, json!({ "upload_id": upload })),
        (&place, json!({ "upload_id": upload })),
    ] {
        let busy = refusal(bench.hub_post(path, body).await, 409).await;
        assert_eq!(busy["error"], "batch_generation_active");
    }
}

#[tokio::test]
async fn product_and_logo_are_placed() {
    let bench = Bench::new().await;
    let (path, _) = with_scenes(&bench, 2).await;
    let place = format!("{path}/product/apply-default-placement");
    let early = bench.hub_post(&place, json!({ "placement": "end" })).await;
    assert_eq!(refusal(early, 422).await["error"], "product_image_required");
    let image = include_bytes!("../../assets/badge.png");
    let kind = json!({ "mime_type": "image/png", "size_bytes": image.len() });
    let presigned = bench
        .hub_made(&format!("{path}/product/presign"), kind)
        .await;
    bench
        .put(&presigned["presigned_url"], Some("image/png"), image)
        .await;
    let key = json!({ "s3_key": presigned["s3_key"] });
    let editor = bench
        .hub_made(&format!("{path}/product/confirm"), key)
        .await;
    let featured = |editor: &Value| -> Vec<bool> {
        let segments = editor["segments"].as_array().unwrap();
        segments
            .iter()
            .map(|one| one["features_product"] == true)
            .collect()
    };
    assert_eq!(
        featured(&editor),
        [true, true],
        "the first product is everywhere"
    );
    let editor = bench.hub_made(&place, json!({ "placement": "end" })).await;
    assert_eq!(featured(&editor), [false, true]);
    refusal(
        bench.hub_post(&place, json!({ "placement": "none" })).await,
        422,
    )
    .await;
    bench.sandbox.faults().arm(Fault::NoLastFrameModel);
    let refused = bench.hub_post(&place, json!({ "placement": "end" })).await;
    let refused = refusal(refused, 422).await;
    assert_eq!(
        refused["error"],
        "product_placement_requires_first_last_frame_model"
    );

    let logo = json!({ "logo_position": "bottom_right", "logo_duration_seconds": 3 });
    let editor = data(send(&bench, Method::PATCH, &format!("{path}/logo"), logo).await).await;
    assert_eq!(editor["logo_position"], "bottom_right");
    assert_eq!(editor["logo_duration_seconds"], 3.0);
    let wrong = json!({ "logo_duration_seconds": -1 });
    let wrong = send(&bench, Method::PATCH, &format!("{path}/logo"), wrong).await;
    refusal(wrong, 422).await;
}
