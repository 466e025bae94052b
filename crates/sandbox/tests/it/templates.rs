//! The templates: lists, one, pictures, and a new look at a stale one.

use std::{collections::HashSet, time::Duration};

use reqwest::{Method, StatusCode, multipart::Form};
use sandbox::{Fault, Pace};
use serde_json::Value;

use crate::bench::{Bench, detail};

fn ids(list: &Value) -> Vec<&str> {
    let items = list["items"].as_array().unwrap().iter();
    items.map(|item| item["id"].as_str().unwrap()).collect()
}

async fn refresh(bench: &Bench, id: &str) -> reqwest::Response {
    let path = format!("/api/formulas/{id}/refresh-analysis");
    bench.call(Method::POST, &path).send().await.unwrap()
}

#[tokio::test]
async fn a_good_dozen_is_there_and_every_kind_of_value() {
    let bench = Bench::new().await;
    let list = bench.get("/api/formulas").await;
    let items = list["items"].as_array().unwrap();
    assert!(items.len() >= 12);
    assert_eq!(list["total"], items.len());
    assert_eq!(list["limit"], 50);
    assert_eq!(list["offset"], 0);
    let has = |field: &str, value: Value| items.iter().any(|item| item[field] == value);
    for status in ["collected", "analyzed", "archived"] {
        assert!(has("status", status.into()), "{status}");
    }
    for visibility in ["public", "scope"] {
        assert!(has("visibility", visibility.into()), "{visibility}");
    }
    assert!(has("analysis_prompt_is_latest", false.into()));
    assert!(has("template_type", "carousel".into()));
    for field in [
        "template_type",
        "emotion_arc",
        "slot_count",
        "used_count",
        "source_url",
        "source_platform",
        "thumbnail_url",
        "created_at",
    ] {
        assert!(has(field, Value::Null), "{field} is never null");
        assert!(items.iter().any(|item| !item[field].is_null()), "{field}");
    }
    assert!(items.iter().all(|item| item.get("hook_type").is_none()));
}

#[tokio::test]
async fn lists_are_narrowed() {
    let bench = Bench::new().await;
    let total = async |query: &str| {
        let list = bench.get(&format!("/api/formulas?{query}")).await;
        list["total"].as_u64().unwrap()
    };
    let all = total("").await;
    let analyzed = total("status=analyzed").await;
    let collected = total("status=collected").await;
    let archived = total("status=archived").await;
    assert_eq!(analyzed + collected + archived, all);
    assert!(total("template_type=pipeline").await < all);
    assert_eq!(total("template_type=carousel").await, 1);
    assert_eq!(total("template_type=nothing").await, 0);
    let food = total("tags=food").await;
    assert!(food >= 2);
    assert!(total("tags=FOOD,%20skincare").await > food);
    assert_eq!(total("tags=nothing").await, 0);
    assert_eq!(total("search=ALARM").await, 1);
    assert_eq!(total("search=abuela").await, 1);
    assert_eq!(total("search=xyzzy").await, 0);
    let one = bench
        .get("/api/formulas?search=alarm&status=analyzed")
        .await;
    assert_eq!(ids(&one), ["sandbox-alarm-math"]);
}

#[tokio::test]
async fn lists_are_sorted_and_come_in_pages() {
    let bench = Bench::with(|setup| setup.templates = 30).await;
    let newest = bench.get("/api/formulas?limit=500").await;
    let oldest = bench.get("/api/formulas?limit=500&sort=created_asc").await;
    let mut turned = ids(&oldest);
    turned.reverse();
    assert_eq!(turned, ids(&newest));
    let used = bench.get("/api/formulas?limit=500&sort=used_desc").await;
    let counts: Vec<i64> = used["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["used_count"].as_i64().unwrap_or(-1))
        .collect();
    assert!(counts.is_sorted_by(|a, b| a >= b), "{counts:?}");
    let mut seen = Vec::new();
    for page in 0..5 {
        let path = format!("/api/formulas?limit=10&offset={}", page * 10);
        let answer = bench.call(Method::GET, &path).send().await.unwrap();
        assert_eq!(answer.headers()["x-total-count"], "44");
        let list: Value = answer.json().await.unwrap();
        seen.extend(ids(&list).into_iter().map(str::to_owned));
    }
    assert_eq!(seen, ids(&newest));
    let beyond = bench.get("/api/formulas?offset=1000").await;
    assert!(ids(&beyond).is_empty());
    assert_eq!(beyond["total"], 44);
}

#[tokio::test]
async fn malformed_queries_are_422() {
    let bench = Bench::new().await;
    for query in [
        "status=published",
        "sort=best",
        "limit=0",
        "limit=501",
        "limit=many",
        "offset=-1",
        "offset=x",
    ] {
        let path = format!("/api/formulas?{query}");
        let answer = bench.call(Method::GET, &path).send().await.unwrap();
        let detail = detail(answer, 422).await;
        assert_eq!(detail[0]["loc"][0], "query", "{query}: {detail}");
    }
}

#[tokio::test]
async fn a_template_tells_what_was_extracted() {
    let bench = Bench::new().await;
    let template = bench.get("/api/formulas/sandbox-label-reveal").await;
    assert_eq!(template["analysis_card"], Value::Null);
    assert_eq!(template["name"], "The label she never read");
    let summary = &template["extraction_summary"];
    assert_eq!(summary["duration_seconds"], 14.6);
    assert_eq!(summary["language"], "en");
    assert_eq!(summary["speaking_mode"], "on_camera_dialogue");
    assert!(summary["narrative"].as_str().unwrap().len() > 100);
    let words = |list: &str, field: &str| -> HashSet<String> {
        let items = summary[list].as_array().unwrap().iter();
        items
            .map(|item| item[field].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(words("transcript", "mode").len(), 3);
    assert!(words("on_screen", "kind").len() >= 4);
    let collected = bench
        .get("/api/formulas/sandbox-parking-lot-monologue")
        .await;
    assert_eq!(collected["extraction_summary"], Value::Null);
    let bare = bench.get("/api/formulas/sandbox-bare-minimum").await;
    let bare = &bare["extraction_summary"];
    for field in ["duration_seconds", "language", "speaking_mode"] {
        assert_eq!(bare[field], Value::Null);
    }
    let answer = bench.call(Method::GET, "/api/formulas/nothing").send();
    detail(answer.await.unwrap(), 404).await;
}

#[tokio::test]
async fn pictures_are_real_and_need_the_session() {
    let bench = Bench::new().await;
    let template = bench.get("/api/formulas/sandbox-label-reveal").await;
    let path = template["thumbnail_url"].as_str().unwrap();
    let answer = bench.bare(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND);
    let link = answer.headers()["location"].to_str().unwrap().to_owned();
    assert!(link.starts_with(bench.sandbox.storage_url().as_str()));
    let picture = bench.client.get(&link).send().await.unwrap();
    assert_eq!(picture.headers()["content-type"], "image/png");
    let bytes = picture.bytes().await.unwrap();
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert!(bytes.ends_with(b"IEND\xae\x42\x60\x82"));
    for missing in [
        "/api/pictures/template-sandbox-bare-minimum.png",
        "/api/pictures/template-nothing.png",
        "/api/pictures/template-..%2Frecords.png",
        "/api/pictures/records.json",
    ] {
        let answer = bench.call(Method::GET, missing).send().await.unwrap();
        detail(answer, 404).await;
    }
}

#[tokio::test]
async fn a_stale_template_is_looked_at_again() {
    let bench = Bench::new().await;
    let path = "/api/formulas/sandbox-two-week-check";
    assert_eq!(bench.get(path).await["analysis_prompt_is_latest"], false);
    let before = bench.sandbox.books().balance_seconds;
    let answer = refresh(&bench, "sandbox-two-week-check").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let ordered: Value = answer.json().await.unwrap();
    assert_eq!(ordered["status"], "queued");
    // Twice at once is one task.
    let again: Value = refresh(&bench, "sandbox-two-week-check")
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(again["task_id"], ordered["task_id"]);
    let task = format!("/api/tasks/{}", ordered["task_id"].as_str().unwrap());
    let seen = bench.get(&task).await;
    assert_eq!(seen["type"], "analyze");
    assert_eq!(seen["status"], "queued");
    assert_eq!(seen["batch_id"], Value::Null);
    assert_eq!(seen["formula_id"], "sandbox-two-week-check");
    assert_eq!(seen["formula_name"], "Two weeks, one honest mirror");
    bench.clock.pass(Duration::from_secs(20));
    assert_eq!(bench.get(&task).await["status"], "running");
    assert_eq!(bench.get(path).await["analysis_prompt_is_latest"], false);
    bench.clock.pass(Duration::from_secs(20));
    let done = bench.get(&task).await;
    assert_eq!(done["status"], "completed");
    assert_eq!(done["progress"], 100);
    assert_eq!(bench.get(path).await["analysis_prompt_is_latest"], true);
    // Analysis is free, and generates nothing.
    assert_eq!(bench.sandbox.books().balance_seconds, before);
    let tasks = bench.get("/api/tasks").await;
    assert_eq!(tasks.as_array().unwrap().len(), 1);
    let bench = bench.restart().await;
    assert_eq!(bench.get(path).await["analysis_prompt_is_latest"], true);
}

#[tokio::test]
async fn a_new_look_can_fail_and_be_retried() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::FailAnalysis);
    let path = "/api/formulas/sandbox-coach-whisper";
    let ordered: Value = refresh(&bench, "sandbox-coach-whisper")
        .await
        .json()
        .await
        .unwrap();
    let task = format!("/api/tasks/{}", ordered["task_id"].as_str().unwrap());
    bench.clock.pass(Duration::from_secs(40));
    let failed = bench.get(&task).await;
    assert_eq!(failed["status"], "failed");
    assert!(failed["error"].is_string());
    assert_eq!(bench.get(path).await["analysis_prompt_is_latest"], false);
    let retry = bench.call(Method::POST, &format!("{task}/retry")).send();
    assert_eq!(retry.await.unwrap().status(), StatusCode::OK);
    bench.clock.pass(Duration::from_secs(40));
    assert_eq!(bench.get(&task).await["status"], "completed");
    assert_eq!(bench.get(path).await["analysis_prompt_is_latest"], true);
}

#[tokio::test]
async fn only_what_is_analyzed_can_be_looked_at_again() {
    let bench = Bench::new().await;
    for (id, status) in [
        ("sandbox-parking-lot-monologue", 400),
        ("sandbox-spring-sale-countdown", 400),
        ("nothing", 404),
    ] {
        detail(refresh(&bench, id).await, status).await;
    }
    let path = "/api/formulas/sandbox-alarm-math/refresh-analysis";
    let answer = bench.bare(Method::POST, path).send().await.unwrap();
    detail(answer, 401).await;
}

#[tokio::test]
async fn riffs_come_from_stale_templates_and_not_from_others() {
    let bench = Bench::with(|setup| setup.pace = Pace::Instant).await;
    let form = |id: &str| Form::new().text("formula_id", id.to_owned());
    let riff = bench.accepted(form("sandbox-two-week-check")).await;
    assert_eq!(riff["mode"], "generate");
    for id in [
        "sandbox-parking-lot-monologue",
        "sandbox-spring-sale-countdown",
    ] {
        detail(bench.riff(form(id)).await, 400).await;
    }
    // A riff is a use, and a restart doesn't forget it.
    let path = "/api/formulas/sandbox-two-week-check";
    assert_eq!(bench.get(path).await["used_count"], 513);
    let bench = bench.restart().await;
    assert_eq!(bench.get(path).await["used_count"], 513);
}

#[tokio::test]
async fn ten_thousand_are_listed_at_once() {
    let bench = Bench::with(|setup| setup.templates = 10_000).await;
    let began = std::time::Instant::now();
    let list = bench
        .get("/api/formulas?status=analyzed&template_type=pipeline&limit=500&offset=9000")
        .await;
    let took = began.elapsed();
    assert_eq!(list["items"].as_array().unwrap().len(), 500);
    assert!(list["total"].as_u64().unwrap() > 10_000);
    assert!(took < Duration::from_millis(500), "{took:?}");
    let id = list["items"][0]["id"].as_str().unwrap();
    let template = bench.get(&format!("/api/formulas/{id}")).await;
    let narrative = template["extraction_summary"]["narrative"]
        .as_str()
        .unwrap();
    assert!(!narrative.contains('{'), "{narrative}");
    let path = template["thumbnail_url"].as_str().unwrap();
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND);
    // They cost the records nothing.
    let records = std::fs::metadata(bench.data().join("records.json")).unwrap();
    assert!(records.len() < 20_000, "{}", records.len());
}
