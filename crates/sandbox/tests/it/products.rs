//! Products: list, new ones, and what a restart keeps.

use reqwest::{Method, Response, StatusCode, multipart::Form};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::bench::{Bench, clip_form, detail};

async fn create(bench: &Bench, body: &Value) -> Response {
    let call = bench.call(Method::POST, "/api/products");
    call.json(body).send().await.unwrap()
}

#[tokio::test]
async fn a_product_is_created_and_kept() {
    let bench = Bench::new().await;
    assert_eq!(bench.get("/api/products").await, json!([]));
    let body = json!({
        "name": "  Label scanner ",
        "description": "Reads a label and says what is in it.",
        "target_audience": "Parents",
        "a_field_of_tomorrow": 1,
    });
    let answer = create(&bench, &body).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let first: Value = answer.json().await.unwrap();
    assert_eq!(first["name"], "Label scanner");
    assert_eq!(
        first["description"],
        "Reads a label and says what is in it."
    );
    assert_eq!(first["target_audience"], "Parents");
    assert_eq!(first["images"], json!([]));
    let second = bench.product("Second").await;
    let bench = bench.restart().await;
    let list = bench.get("/api/products").await;
    assert_eq!(list[0]["id"], second);
    assert_eq!(list[0]["target_audience"], Value::Null);
    assert_eq!(list[1], first);
}

#[tokio::test]
async fn name_and_description_are_required() {
    let bench = Bench::new().await;
    for body in [
        json!({}),
        json!({ "name": "A" }),
        json!({ "description": "A" }),
        json!({ "name": " ", "description": "A" }),
        json!({ "name": "A", "description": "\n" }),
        json!({ "name": null, "description": "A" }),
        json!({ "name": "caf\u{fffd}", "description": "A" }),
        json!({ "name": "A", "description": "A", "target_audience": "\u{fffd}" }),
    ] {
        detail(create(&bench, &body).await, 400).await;
    }
    for body in [
        json!([]),
        json!({ "name": 1, "description": "A" }),
        json!({ "name": "A", "description": ["A"] }),
    ] {
        detail(create(&bench, &body).await, 422).await;
    }
    let call = bench.bare(Method::POST, "/api/products");
    let call = call.json(&json!({ "name": "A", "description": "A" }));
    detail(call.send().await.unwrap(), 401).await;
    assert!(bench.sandbox.books().products.is_empty());
}

#[tokio::test]
async fn an_answer_can_be_lost_after_the_product_was_created() {
    let bench = Bench::new().await;
    bench.sandbox.faults().arm(Fault::LoseProductAnswer);
    let body = json!({ "name": "A", "description": "B" });
    let call = bench.call(Method::POST, "/api/products").json(&body);
    assert!(call.send().await.is_err());
    let list = bench.get("/api/products").await;
    assert_eq!(list.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_riff_places_a_product() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    let form = clip_form()
        .text("product_id", product.clone())
        .text("product_visibility", "off_camera");
    let riff = bench.accepted(form).await;
    let task = riff["analyze_task_id"].as_str().unwrap();
    let task = bench.get(&format!("/api/tasks/{task}")).await;
    assert_eq!(task["product_id"], product);
    assert_eq!(task["product_visibility"], "off_camera");
    let used = bench.sandbox.books().riffs[0].product.clone().unwrap();
    assert_eq!(used.product_id, product);
    assert!(!used.is_on_camera);
    // Without a product the visibility is passed over, but it must be one of the two words.
    let bare = || Form::new().text("formula_id", "sandbox-alarm-math");
    let riff = bench
        .accepted(bare().text("product_visibility", "off_camera"))
        .await;
    let task = riff["task_ids"][0].as_str().unwrap();
    let task = bench.get(&format!("/api/tasks/{task}")).await;
    assert_eq!(task["product_visibility"], "no_product");
    let form = bare().text("product_visibility", "no_product");
    detail(bench.riff(form).await, 400).await;
}
