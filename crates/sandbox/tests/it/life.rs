//! A task's life by the clock, cancel, retry, and the lists.

use std::time::Duration;

use reqwest::{Method, multipart::Form};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::bench::{Bench, batch_path, clip_form, detail};

async fn step(bench: &Bench, path: &str, seconds: u64) -> Value {
    bench.clock.pass(Duration::from_secs(seconds));
    bench.get(path).await
}

#[tokio::test]
async fn a_riff_is_analyzed_then_generated_in_one_batch() {
    let bench = Bench::new().await;
    let form = clip_form()
        .text("content_anchor", "The scan × the reveal")
        .text("language", "es");
    let riff = bench.accepted(form).await;
    assert_eq!(riff["mode"], "analyze_then_generate");
    assert_eq!(riff["task_ids"], json!([]));
    let path = batch_path(&riff);

    let batch = step(&bench, &path, 0).await;
    assert_eq!(batch["total"], 1);
    assert_eq!(batch["queued"], 1);
    assert_eq!(batch["tasks"][0]["id"], riff["analyze_task_id"]);
    assert_eq!(batch["tasks"][0]["type"], "analyze");
    assert_eq!(batch["tasks"][0]["status"], "queued");

    let batch = step(&bench, &path, 20).await;
    assert_eq!(batch["running"], 1);
    assert_eq!(batch["tasks"][0]["progress"], 50);
    assert_eq!(batch["tasks"][0]["started_at"], "2026-06-20T12:00:10.000");
    assert!(batch["tasks"][0]["current_step"].is_string());

    let batch = step(&bench, &path, 50).await;
    assert_eq!(batch["total"], 2);
    assert_eq!(batch["completed"], 1);
    let task = &batch["tasks"][1];
    assert_eq!(task["type"], "pipeline");
    assert_eq!(task["status"], "running");
    assert_eq!(task["progress"], 50);
    assert_eq!(task["language"], "es");
    assert_eq!(task["product_visibility"], "no_product");
    assert_eq!(task["result"], Value::Null);

    let batch = step(&bench, &path, 30).await;
    assert_eq!(batch["completed"], 2);
    let asset_id = &batch["tasks"][1]["result"]["asset_id"];
    let assets = bench
        .get("/api/assets?asset_role=final_reel&sort=created_desc&limit=10")
        .await;
    assert_eq!(assets[0]["id"], *asset_id);
    assert_eq!(assets[0]["batch_id"], riff["batch_id"]);
    assert!(
        assets[0]["caption"]
            .as_str()
            .unwrap()
            .contains("The scan × the reveal")
    );
    assert!(assets[0]["asset_hashtags"].as_array().unwrap().len() > 2);
    assert!((assets[0]["metadata"]["duration"].as_f64().unwrap() - 6.0).abs() < 0.1);
}

#[tokio::test]
async fn a_template_that_is_analyzed_generates_at_once() {
    let bench = Bench::new().await;
    let first = bench.accepted(clip_form()).await;
    let formula = first["formula_id"].as_str().unwrap().to_owned();
    let again = || Form::new().text("formula_id", formula.clone());
    detail(bench.riff(again()).await, 400).await;
    bench.clock.pass(Duration::from_secs(101));
    let ready = bench
        .get("/api/formulas?status=analyzed&template_type=pipeline")
        .await;
    assert_eq!(ready["items"][0]["id"], formula);
    let riff = bench
        .accepted(again().text("character_ids", "sandbox-avery,sandbox-noor"))
        .await;
    assert_eq!(riff["mode"], "generate");
    assert_eq!(riff["analyze_task_id"], Value::Null);
    assert_eq!(riff["task_ids"].as_array().unwrap().len(), 2);
    let batch = step(&bench, &batch_path(&riff), 101).await;
    assert_eq!(batch["completed"], 2);
    let noor = bench
        .get("/api/assets?character=sandbox-noor&character=nobody")
        .await;
    assert_eq!(noor.as_array().unwrap().len(), 1);
    let summary = bench.get(&format!("/api/formulas/{formula}")).await;
    assert_eq!(summary["analysis_card"], Value::Null);
    assert!(summary["extraction_summary"]["narrative"].is_string());
}

#[tokio::test]
async fn at_most_ten_tasks_run_at_once() {
    let bench = Bench::new().await;
    for _ in 0..10 {
        bench.accepted(clip_form()).await;
    }
    bench.clock.pass(Duration::from_secs(1));
    bench.clock.pass(Duration::from_secs(60));
    bench.accepted(clip_form()).await;
    // Ten generations run; the eleventh riff's analysis has to wait for one of them.
    bench.clock.pass(Duration::from_secs(10));
    let running = bench.get("/api/tasks?status=running&limit=500").await;
    assert_eq!(running.as_array().unwrap().len(), 10);
    let queued = bench.get("/api/tasks?status=queued").await;
    assert_eq!(queued.as_array().unwrap().len(), 1);
    bench.clock.pass(Duration::from_secs(40));
    let analyses = bench.get("/api/tasks?status=running&type=analyze").await;
    assert_eq!(analyses.as_array().unwrap().len(), 1);
    // It started when the others ended, not when somebody looked.
    assert_eq!(analyses[0]["started_at"], "2026-06-20T12:01:45.000");
}

#[tokio::test]
async fn failed_and_dead_tasks_say_why_and_can_be_retried_within_a_day() {
    let bench = Bench::new().await;
    for (fault, status) in [(Fault::FailTask, "failed"), (Fault::DeadTask, "dead")] {
        bench.sandbox.faults().arm(fault);
        let riff = bench.accepted(clip_form()).await;
        let path = batch_path(&riff);
        let batch = step(&bench, &path, 101).await;
        let task = &batch["tasks"][1];
        assert_eq!(task["status"], status);
        assert_eq!(batch["failed"], 1);
        assert!(task["error"].as_str().unwrap().len() > 5);
        let retry = format!("/api/tasks/{}/retry", task["id"].as_str().unwrap());
        let answer = bench.call(Method::POST, &retry).send().await.unwrap();
        let again: Value = answer.json().await.unwrap();
        assert_eq!(again["status"], "queued");
        let batch = step(&bench, &path, 101).await;
        assert_eq!(batch["completed"], 2);
        let answer = bench.call(Method::POST, &retry).send().await.unwrap();
        detail(answer, 409).await;
    }
    bench.sandbox.faults().arm(Fault::DeadTask);
    let riff = bench.accepted(clip_form()).await;
    let batch = step(&bench, &batch_path(&riff), 101).await;
    bench.clock.pass(Duration::from_secs(25 * 60 * 60));
    let retry = format!(
        "/api/tasks/{}/retry",
        batch["tasks"][1]["id"].as_str().unwrap()
    );
    detail(bench.call(Method::POST, &retry).send().await.unwrap(), 410).await;
}

#[tokio::test]
async fn an_analysis_without_balance_makes_no_video() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::AutoGenerateNoBalance);
    let riff = bench.accepted(clip_form()).await;
    let path = batch_path(&riff);
    let batch = step(&bench, &path, 500).await;
    assert_eq!(batch["total"], 1);
    let task = &batch["tasks"][0];
    assert_eq!(task["status"], "completed");
    assert_eq!(
        task["result"]["auto_generate_error"],
        "insufficient_credits"
    );
    let payload = &task["result"]["insufficient_credits"];
    assert_eq!(payload["error"], "insufficient_credits");
    assert!(payload["available_credits"].as_i64() < payload["required_credits"].as_i64());
    assert_eq!(bench.sandbox.books().charged_seconds, 0.0);
    let retry = format!("/api/tasks/{}/retry", task["id"].as_str().unwrap());
    let answer = bench.call(Method::POST, &retry).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    let batch = step(&bench, &path, 201).await;
    assert_eq!(batch["completed"], 2);
}

#[tokio::test]
async fn cancel_stops_open_tasks_and_charges_what_is_rendered() {
    let bench = Bench::new().await;
    let cancel = async |id: &Value| {
        let path = format!("/api/tasks/{}/cancel", id.as_str().unwrap());
        bench.call(Method::POST, &path).send().await.unwrap()
    };
    let riff = bench.accepted(clip_form()).await;
    let body: Value = cancel(&riff["analyze_task_id"]).await.json().await.unwrap();
    assert_eq!(body["status"], "cancelled");
    detail(cancel(&riff["analyze_task_id"]).await, 409).await;
    let batch = step(&bench, &batch_path(&riff), 500).await;
    assert_eq!(
        batch["total"], 1,
        "nothing is chained to a cancelled analysis"
    );

    let riff = bench.accepted(clip_form()).await;
    // 5 + 30 + 5 s, then three quarters of the 60 s of generation: the second of three segments
    // is being rendered, and is finished.
    let batch = step(&bench, &batch_path(&riff), 85).await;
    cancel(&batch["tasks"][1]["id"]).await;
    assert!((bench.sandbox.books().charged_seconds - 4.0).abs() < 0.1);

    let riff = bench.accepted(clip_form()).await;
    let batch = step(&bench, &batch_path(&riff), 98).await;
    detail(cancel(&batch["tasks"][1]["id"]).await, 409).await;
    detail(cancel(&json!("nothing")).await, 404).await;
}

#[tokio::test]
async fn tasks_are_listed_counted_and_narrowed() {
    let bench = Bench::new().await;
    for _ in 0..3 {
        bench.accepted(clip_form()).await;
        bench.clock.pass(Duration::from_secs(200));
    }
    let answer = bench
        .call(Method::GET, "/api/tasks?type=pipeline&limit=2")
        .send();
    let answer = answer.await.unwrap();
    assert_eq!(answer.headers()["x-total-count"], "3");
    let page: Value = answer.json().await.unwrap();
    assert_eq!(page.as_array().unwrap().len(), 2);
    assert!(page[0]["created_at"].as_str() > page[1]["created_at"].as_str());
    for (query, count) in [
        ("status=completed", 6),
        ("status=failed,dead", 0),
        ("date_from=2026-06-20&date_to=2026-06-20", 6),
        ("date_from=2026-06-21", 0),
        ("date_from=2026-06-20T12:05:00", 2),
        ("offset=5", 1),
    ] {
        let tasks = bench.get(&format!("/api/tasks?{query}")).await;
        assert_eq!(tasks.as_array().unwrap().len(), count, "{query}");
    }
    let stats = bench.get("/api/tasks/stats").await;
    assert_eq!(stats["by_type"], json!({ "analyze": 3, "pipeline": 3 }));
    for query in ["limit=0", "limit=501", "limit=x", "date_from=soon"] {
        let answer = bench
            .call(Method::GET, &format!("/api/tasks?{query}"))
            .send();
        let entries = detail(answer.await.unwrap(), 422).await;
        assert_eq!(entries[0]["loc"][0], "query");
    }
}

#[tokio::test]
async fn polls_are_in_the_books() {
    let bench = Bench::new().await;
    let riff = bench.accepted(clip_form()).await;
    for _ in 0..3 {
        step(&bench, &batch_path(&riff), 12).await;
    }
    let books = bench.sandbox.books();
    let polls = &books.polls[riff["batch_id"].as_str().unwrap()];
    assert_eq!(polls.len(), 3);
    assert_eq!(polls[1].as_second() - polls[0].as_second(), 12);
    assert_eq!(books.count("POST", "/api/riffs"), 1);
    let answer = bench.call(Method::GET, "/api/tasks/batch/nothing").send();
    detail(answer.await.unwrap(), 404).await;
}
