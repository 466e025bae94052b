//! A library that is there from the start.

use std::time::{Duration, Instant};

use reqwest::{Method, StatusCode};
use serde_json::Value;

use crate::bench::{Bench, clip_form};

#[tokio::test]
async fn ten_thousand_reels_are_listed_at_once() {
    let began = Instant::now();
    let bench = Bench::with(|setup| setup.reels = 10_000).await;
    let started = began.elapsed();
    let began = Instant::now();
    let first = bench.get("/api/assets?sort=created_desc&limit=200").await;
    let listed = began.elapsed();
    println!("started in {started:?}, listed in {listed:?}");
    // Generous, as the computer may be busy; usually it is a tenth of this.
    assert!(started < Duration::from_secs(20) && listed < Duration::from_secs(3));
    assert_eq!(first.as_array().unwrap().len(), 200);
    let last = bench.get("/api/assets?page=50&limit=200").await;
    assert_eq!(last.as_array().unwrap().len(), 200);
    let beyond = bench.get("/api/assets?page=51&limit=200").await;
    assert!(beyond.as_array().unwrap().is_empty());
    let answer = bench
        .call(Method::GET, "/api/tasks?status=completed&limit=1")
        .send();
    assert_eq!(answer.await.unwrap().headers()["x-total-count"], "10000");
    // They weren't charged here, and are not the books'.
    assert_eq!(bench.sandbox.books().reels_finished, 0);
    let records = std::fs::metadata(bench.data().join("records.json")).unwrap();
    assert!(records.len() < 100_000, "{} bytes", records.len());
}

#[tokio::test]
async fn a_reel_of_the_past_has_its_file_its_task_and_its_template() {
    let bench = Bench::with(|setup| setup.reels = 3).await;
    let assets = bench.get("/api/assets").await;
    assert_eq!(assets.as_array().unwrap().len(), 3);
    for asset in assets.as_array().unwrap() {
        let path = asset["file_url"].as_str().unwrap();
        let answer = bench.call(Method::GET, path).send().await.unwrap();
        let link = answer.headers()["location"].to_str().unwrap().to_owned();
        let file = bench.client.get(link).send().await.unwrap();
        assert_eq!(file.bytes().await.unwrap().as_ref(), crate::bench::CLIP);
        let task = format!("/api/tasks/{}", asset["task_id"].as_str().unwrap());
        let task = bench.get(&task).await;
        assert_eq!(task["status"], "completed");
        assert_eq!(task["result"]["asset_id"], asset["id"]);
        assert_eq!(task["formula_name"], asset["formula_name"]);
        let batch = format!("/api/tasks/batch/{}", asset["batch_id"].as_str().unwrap());
        assert_eq!(bench.get(&batch).await["tasks"][0], task);
        let content = format!("/api/tasks/{}/content", task["id"].as_str().unwrap());
        let content = bench.get(&content).await;
        assert!(content["rewrite"]["story"].as_str().unwrap().len() > 20);
        assert_eq!(content["rewrite"]["caption"], asset["caption"]);
        let formula = format!("/api/formulas/{}", asset["formula_id"].as_str().unwrap());
        assert_eq!(bench.get(&formula).await["name"], asset["formula_name"]);
        let cancel = format!("/api/tasks/{}/cancel", task["id"].as_str().unwrap());
        let cancel = bench.call(Method::POST, &cancel).send().await.unwrap();
        assert_eq!(cancel.status(), StatusCode::CONFLICT);
    }
    // One that is made now is the newest, and they are the same ones after a restart.
    bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(101));
    let bench = bench.restart().await;
    let listed = bench.get("/api/assets").await;
    assert_eq!(
        listed.as_array().unwrap()[1..],
        assets.as_array().unwrap()[..]
    );
    let ids = |list: &Value| list[0]["id"].clone();
    assert_ne!(ids(&listed), ids(&assets));
}

#[tokio::test]
async fn the_contract_version_is_published() {
    let bench = Bench::signed_out(|_| {}).await;
    let answer = bench.bare(Method::GET, "/SKILL.json").send().await.unwrap();
    let skill: Value = answer.json().await.unwrap();
    assert_eq!(
        skill,
        serde_json::json!({ "name": "riffkit", "version": "1.1.0" })
    );
    let bench = Bench::signed_out(|setup| setup.skill_version = "1.2.0".to_owned()).await;
    let answer = bench.bare(Method::GET, "/SKILL.json").send().await.unwrap();
    assert_eq!(answer.json::<Value>().await.unwrap()["version"], "1.2.0");
}
