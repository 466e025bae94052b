//! `POST /api/pipeline/batch`: one template, many characters.

use std::time::Duration;

use reqwest::{Method, Response, StatusCode};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::bench::{Bench, detail};

const TEMPLATE: &str = "sandbox-alarm-math";

async fn order(bench: &Bench, body: &Value) -> Response {
    let call = bench.call(Method::POST, "/api/pipeline/batch");
    call.json(body).send().await.unwrap()
}

fn plain() -> Value {
    json!({ "formula_id": TEMPLATE, "language": "en" })
}

/// The plain body with one field more, or another one.
fn with(field: &str, value: impl Into<Value>) -> Value {
    let mut body = plain();
    body[field] = value.into();
    body
}

#[tokio::test]
async fn one_task_for_each_character_or_one_without() {
    let bench = Bench::new().await;
    let answer = order(&bench, &plain()).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let auto: Value = answer.json().await.unwrap();
    assert_eq!(auto["total"], 1);
    assert_eq!(auto["task_ids"].as_array().unwrap().len(), 1);
    let body = with("character_ids", json!(["sandbox-avery", "sandbox-noor"]));
    let two: Value = order(&bench, &body).await.json().await.unwrap();
    assert_eq!(two["total"], 2);
    let path = format!("/api/tasks/batch/{}", two["batch_id"].as_str().unwrap());
    let batch = bench.get(&path).await;
    assert_eq!(batch["total"], 2);
    assert_eq!(batch["tasks"][0]["id"], two["task_ids"][0]);
    assert_eq!(batch["tasks"][0]["product_visibility"], "no_product");
    bench.clock.pass(Duration::from_secs(101));
    assert_eq!(bench.get(&path).await["completed"], 2);
}

#[tokio::test]
async fn a_product_is_placed_on_or_off_camera() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    for (given, shown) in [
        (None, "on_camera"),
        (Some("off_camera"), "off_camera"),
        (Some("on_camera"), "on_camera"),
    ] {
        let mut body = with("product_id", product.as_str());
        if let Some(given) = given {
            body["product_visibility"] = given.into();
        }
        let batch: Value = order(&bench, &body).await.json().await.unwrap();
        let task = batch["task_ids"][0].as_str().unwrap();
        let task = bench.get(&format!("/api/tasks/{task}")).await;
        assert_eq!(task["product_id"], product);
        assert_eq!(task["product_visibility"], shown);
    }
    let books = bench.sandbox.books();
    let used: Vec<bool> = books
        .riffs
        .iter()
        .map(|riff| riff.product.as_ref().unwrap().is_on_camera)
        .collect();
    assert_eq!(used, [true, false, true]);
}

#[tokio::test]
async fn rules_are_400() {
    let bench = Bench::new().await;
    for body in [
        json!({ "language": "en" }),
        json!({ "formula_id": TEMPLATE }),
        with("formula_id", ""),
        with("formula_id", "nothing"),
        with("formula_id", "sandbox-parking-lot-monologue"),
        with("language", "zh"),
        with("language", ""),
        with("character_ids", json!(["nobody"])),
        with("character_ids", json!(["sandbox-chloe"])),
        with("product_id", "nothing"),
        with("product_id", ""),
        with("product_visibility", "no_product"),
        with("product_visibility", "somewhere"),
        with("content_anchor", "a".repeat(5_001)),
        with("content_anchor", "caf\u{fffd}"),
    ] {
        let shown = body.to_string().chars().take(90).collect::<String>();
        let detail = detail(order(&bench, &body).await, 400).await;
        assert!(detail.is_string(), "{shown}: {detail}");
        bench.clock.pass(Duration::from_secs(61));
    }
    assert!(bench.sandbox.books().riffs.is_empty());
    let body = with("content_anchor", "扫".repeat(5_000));
    assert_eq!(order(&bench, &body).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_body_of_another_form_is_422_and_one_that_is_not_utf8_400() {
    let bench = Bench::new().await;
    let send = async |kind: &str, body: Vec<u8>| {
        bench.clock.pass(Duration::from_secs(61));
        let call = bench.call(Method::POST, "/api/pipeline/batch");
        let call = call.header("content-type", kind).body(body);
        call.send().await.unwrap()
    };
    let json = "application/json; charset=utf-8";
    for body in [
        "",
        "{",
        "[]",
        "7",
        r#"{"formula_id": 7, "language": "en"}"#,
        r#"{"formula_id": "x", "language": "en", "character_ids": "sandbox-avery"}"#,
        r#"{"formula_id": "x", "language": "en", "character_ids": null}"#,
        r#"{"formula_id": "x", "language": "en", "character_ids": [1]}"#,
        r#"{"formula_id": "x", "language": "en", "product_id": {}}"#,
    ] {
        let detail = detail(send(json, body.into()).await, 422).await;
        assert_eq!(detail[0]["loc"][0], "body", "{body}");
    }
    let good = plain().to_string();
    detail(send("text/plain", good.clone().into()).await, 422).await;
    let mut latin1 = br#"{"formula_id": "x", "language": "en", "content_anchor": "caf"#.to_vec();
    latin1.extend(b"\xe9\"}");
    detail(send(json, latin1).await, 400).await;
    let escaped = r#"{"formula_id": "x", "language": "en", "content_anchor": "caf\ufffd"}"#;
    detail(send(json, escaped.into()).await, 400).await;
    assert_eq!(send(json, good.into()).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn it_costs_and_counts_as_riffs_do() {
    let bench = Bench::with(|setup| setup.balance_seconds = 25.0).await;
    let body = with(
        "character_ids",
        json!(["sandbox-avery", "sandbox-noor", "sandbox-sol"]),
    );
    let short = detail(order(&bench, &body).await, 402).await;
    assert_eq!(short["error"], "insufficient_credits");
    // Three of eleven seconds each.
    assert_eq!(short["required_credits"], 330_000);
    assert_eq!(short["available_credits"], 250_000);
    assert!(short["topup_url"].is_string());
    bench.sandbox.faults().arm(Fault::LoseRiffAnswer);
    let lost = bench
        .call(Method::POST, "/api/pipeline/batch")
        .json(&plain());
    assert!(lost.send().await.is_err());
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
    for _ in 2..10 {
        order(&bench, &json!({})).await;
    }
    let refused = order(&bench, &plain()).await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(refused.headers().contains_key("retry-after"));
    let call = bench.bare(Method::POST, "/api/pipeline/batch");
    detail(call.json(&plain()).send().await.unwrap(), 401).await;
}
