//! The editor step by step, as the contract has it.

use reqwest::{Method, Response};
use serde_json::{Value, json};

use crate::{
    bench::Bench,
    hub_bench::{data, refusal},
};

pub async fn send(bench: &Bench, method: Method, path: &str, body: Value) -> Response {
    bench.hub(method, path).json(&body).send().await.unwrap()
}

/// A project with so many scenes; gives its path and the ids.
pub async fn with_scenes(bench: &Bench, scenes: usize) -> (String, Vec<u64>) {
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

pub fn statuses(editor: &Value) -> Vec<&str> {
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
