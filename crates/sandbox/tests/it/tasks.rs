//! Lists, counts, causes of failing and what a task has to show.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::{Fault, Team};
use serde_json::{Value, json};

use crate::bench::{Bench, batch_path, clip_form, detail};

/// Orders a reel and lets its whole life pass; gives the generation task.
async fn over(bench: &Bench) -> Value {
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(101));
    let batch = bench.get(&batch_path(&riff)).await;
    batch["tasks"][1].clone()
}

async fn retry(bench: &Bench, task: &Value) -> reqwest::Response {
    let path = format!("/api/tasks/{}/retry", task["id"].as_str().unwrap());
    bench.call(Method::POST, &path).send().await.unwrap()
}

#[tokio::test]
async fn every_filter_refuses_what_it_cannot_read() {
    let bench = Bench::new().await;
    for query in [
        "status=done",
        "status=failed,lost",
        "status=failed,",
        "type=render",
        "limit=0",
        "limit=501",
        "limit=",
        "status=",
        "type=",
        "date_to=",
        "limit=1.5",
        "offset=-1",
        "date_from=2026-13-01",
        "date_to=20 June",
    ] {
        let answer = bench
            .call(Method::GET, &format!("/api/tasks?{query}"))
            .send();
        let entries = detail(answer.await.unwrap(), 422).await;
        let name = query.split('=').next().unwrap();
        assert_eq!(entries[0]["loc"], json!(["query", name]), "{query}");
        assert!(entries[0]["msg"].is_string() && entries[0]["type"].is_string());
    }
    for path in [
        "/api/tasks/stats?date_from=soon",
        "/api/tasks/stats?date_to=x",
    ] {
        detail(bench.call(Method::GET, path).send().await.unwrap(), 422).await;
    }
    // What stats are grouped by does not narrow them.
    let stats = bench
        .get("/api/tasks/stats?status=whatever&type=whatever")
        .await;
    assert_eq!(stats, json!({ "total": 0, "by_type": {}, "by_status": {} }));
}

#[tokio::test]
async fn a_task_has_every_field_of_the_contract() {
    let bench = Bench::new().await;
    let me = bench.get("/api/auth/me").await;
    let form = clip_form()
        .text("content_anchor", "the scan × the reveal")
        .text("user_hint", "the twist at 0:03")
        .text("language", "es");
    let riff = bench.accepted(form).await;
    bench.clock.pass(Duration::from_secs(101));
    let batch = bench.get(&batch_path(&riff)).await;
    let (analysis, generation) = (&batch["tasks"][0], &batch["tasks"][1]);
    for field in [
        "id",
        "type",
        "status",
        "progress",
        "current_step",
        "error",
        "character_id",
        "formula_id",
        "formula_name",
        "product_id",
        "batch_id",
        "product_visibility",
        "language",
        "content_anchor",
        "user_hint",
        "segment_count",
        "submitted_by_user_id",
        "result",
        "created_at",
        "started_at",
        "finished_at",
    ] {
        assert!(
            analysis.get(field).is_some() && generation.get(field).is_some(),
            "{field}"
        );
    }
    assert_eq!(analysis["user_hint"], "the twist at 0:03");
    assert_eq!(analysis["segment_count"], Value::Null);
    assert_eq!(generation["user_hint"], Value::Null);
    assert_eq!(generation["segment_count"], 3);
    assert_eq!(generation["language"], "es");
    assert_eq!(generation["content_anchor"], "the scan × the reveal");
    assert_eq!(generation["product_visibility"], "no_product");
    assert_eq!(generation["submitted_by_user_id"], me["id"]);
    assert_eq!(generation["formula_id"], riff["formula_id"]);
    assert_eq!(generation["created_at"], "2026-06-20T12:00:40.000");
    let alone = bench
        .get(&format!(
            "/api/tasks/{}",
            generation["id"].as_str().unwrap()
        ))
        .await;
    assert_eq!(alone, *generation);
    detail(
        bench
            .call(Method::GET, "/api/tasks/nothing")
            .send()
            .await
            .unwrap(),
        404,
    )
    .await;
    let bare = bench.bare(Method::GET, "/api/tasks/nothing").send().await;
    detail(bare.unwrap(), 401).await;
}

#[tokio::test]
async fn the_causes_of_a_failure_can_be_told_apart() {
    let bench = Bench::new().await;
    for (name, word) in [
        ("fail-seedance", "Seedance"),
        ("fail-product-image", "product image"),
        ("fail-stale-template", "stale"),
        ("fail-task", "LLM"),
    ] {
        bench.sandbox.faults().arm_named(name).unwrap();
        let task = over(&bench).await;
        assert_eq!(task["status"], "failed", "{name}");
        assert!(task["error"].as_str().unwrap().contains(word), "{task}");
    }
    assert_eq!(bench.sandbox.books().charged_seconds, 0.0);
}

#[tokio::test]
async fn what_was_rendered_is_charged_though_the_task_fails_later() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::FailTaskLate);
    let task = over(&bench).await;
    assert_eq!(task["status"], "failed");
    assert_eq!(task["result"], Value::Null);
    assert!((bench.sandbox.books().charged_seconds - 6.0).abs() < 0.1);
    assert!(
        bench
            .get("/api/assets")
            .await
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn a_stale_template_has_to_be_refreshed_before_a_retry() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::FailStaleTemplate);
    let task = over(&bench).await;
    let formula = format!("/api/formulas/{}", task["formula_id"].as_str().unwrap());
    assert_eq!(
        bench.get(&formula).await["analysis_prompt_is_latest"],
        false
    );
    let why = detail(retry(&bench, &task).await, 400).await;
    assert!(why.as_str().unwrap().contains("version"));
    let refresh = format!("{formula}/refresh-analysis");
    let answer = bench.call(Method::POST, &refresh).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    bench.clock.pass(Duration::from_secs(101));
    assert_eq!(bench.get(&formula).await["analysis_prompt_is_latest"], true);
    assert_eq!(retry(&bench, &task).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_task_can_fail_again_after_two_retries_and_then_succeed() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::FailTaskThrice);
    let task = over(&bench).await;
    let path = format!("/api/tasks/{}", task["id"].as_str().unwrap());
    for _ in 0..2 {
        assert_eq!(retry(&bench, &task).await.status(), StatusCode::OK);
        bench.clock.pass(Duration::from_secs(101));
        assert_eq!(bench.get(&path).await["status"], "failed");
    }
    assert_eq!(retry(&bench, &task).await.status(), StatusCode::OK);
    bench.clock.pass(Duration::from_secs(101));
    let done = bench.get(&path).await;
    assert_eq!(done["status"], "completed");
    assert_eq!(done["batch_id"], task["batch_id"]);
    // The whole price, once.
    assert!((bench.sandbox.books().charged_seconds - 6.0).abs() < 0.01);
}

#[tokio::test]
async fn a_retry_without_balance_is_402() {
    let bench = Bench::with(|setup| setup.balance_seconds = 7.0).await;
    bench.sandbox.faults().arm(Fault::DeadTask);
    let task = over(&bench).await;
    assert_eq!(task["status"], "dead");
    over(&bench).await;
    let why = detail(retry(&bench, &task).await, 402).await;
    assert_eq!(why["error"], "insufficient_credits");
}

#[tokio::test]
async fn content_follows_the_plan() {
    let bench = Bench::new().await;
    let form = clip_form()
        .text("content_anchor", "the scan gesture × the reveal beat")
        .text("user_hint", "the twist")
        .text("character_ids", "sandbox-avery");
    let riff = bench.accepted(form).await;
    let analysis = format!(
        "/api/tasks/{}/content",
        riff["analyze_task_id"].as_str().unwrap()
    );
    assert_eq!(bench.get(&analysis).await["extraction"], Value::Null);
    bench.clock.pass(Duration::from_secs(41));
    let batch = bench.get(&batch_path(&riff)).await;
    let generation = format!(
        "/api/tasks/{}/content",
        batch["tasks"][1]["id"].as_str().unwrap()
    );
    assert_eq!(bench.get(&generation).await["rewrite"], Value::Null);
    bench.clock.pass(Duration::from_secs(60));

    let extracted = bench.get(&analysis).await;
    let formula = format!("/api/formulas/{}", riff["formula_id"].as_str().unwrap());
    let formula = bench.get(&formula).await;
    assert_eq!(extracted["extraction"], formula["extraction_summary"]);
    assert!(extracted["extraction"]["narrative"].is_string());
    assert_eq!(extracted["rewrite"], Value::Null);
    assert_eq!(extracted["user_hint"], "the twist");

    let content = bench.get(&generation).await;
    assert_eq!(content["extraction"], Value::Null);
    assert_eq!(content["template_name"], formula["name"]);
    assert_eq!(
        content["content_anchor"],
        "the scan gesture × the reveal beat"
    );
    let rewrite = &content["rewrite"];
    let story = rewrite["story"].as_str().unwrap();
    assert!(
        story.contains("Avery") && story.contains("the scan gesture"),
        "{story}"
    );
    assert!(rewrite["dialogue"].as_array().unwrap().len() >= 3);
    assert_eq!(rewrite["dialogue"][0]["at"], 0.0);
    let assets = bench.get("/api/assets?sort=created_desc&limit=1").await;
    assert_eq!(rewrite["caption"], assets[0]["caption"]);
    assert_eq!(rewrite["hashtags"], assets[0]["asset_hashtags"]);
    let nothing = bench.call(Method::GET, "/api/tasks/nothing/content").send();
    detail(nothing.await.unwrap(), 404).await;
}

#[tokio::test]
async fn a_task_beyond_the_tenth_is_seen_waiting_for_minutes() {
    let bench = Bench::with(|setup| {
        setup.pace = sandbox::Pace::Seconds(600.0);
        setup.balance_seconds = 6_000.0;
    })
    .await;
    for _ in 0..10 {
        bench.accepted(clip_form()).await;
    }
    bench.clock.pass(Duration::from_secs(61));
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(125));
    let running = bench.get("/api/tasks?status=running").await;
    assert_eq!(running.as_array().unwrap().len(), 10);
    let batch = bench.get(&batch_path(&riff)).await;
    assert_eq!(batch["queued"], 1);
    assert_eq!(batch["tasks"][0]["created_at"], "2026-06-20T12:01:06.000");
    assert_eq!(batch["tasks"][0]["started_at"], Value::Null);
}

#[tokio::test]
async fn tasks_are_narrowed_to_who_submitted_them() {
    let bench = Bench::with(|setup| {
        setup.team = Team::Several {
            daily_limit_seconds: 60.0,
        };
    })
    .await;
    over(&bench).await;
    let me = bench.get("/api/auth/me").await;
    let own = me["id"].as_str().unwrap();
    let all = bench.get("/api/tasks?limit=500").await;
    let all = all.as_array().unwrap().clone();
    let path = format!("/api/tasks?submitted_by_user_id={own}");
    assert_eq!(bench.get(&path).await.as_array().unwrap().len(), 2);
    let members = format!("/api/scopes/{}/members", me["scope_id"].as_str().unwrap());
    let mut seen = 0;
    for member in bench.get(&members).await.as_array().unwrap() {
        let user = member["user_id"].as_str().unwrap();
        let theirs = bench
            .get(&format!("/api/tasks?limit=500&submitted_by_user_id={user}"))
            .await;
        let stats = bench
            .get(&format!("/api/tasks/stats?submitted_by_user_id={user}"))
            .await;
        let count = theirs.as_array().unwrap().len();
        assert!(count > 0, "{user}");
        assert_eq!(stats["total"], count);
        seen += count;
    }
    assert_eq!(seen, all.len());
    assert!(
        bench
            .get("/api/tasks?submitted_by_user_id=nobody")
            .await
            .as_array()
            .unwrap()
            .is_empty()
    );
}
