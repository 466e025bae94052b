//! A product, from the order to the reel.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::bench::{Bench, batch_path, clip_form};

async fn product(bench: &Bench, name: &str) -> String {
    let product = json!({ "name": name, "description": "Made up for a test." });
    let call = bench.call(Method::POST, "/api/products").json(&product);
    let answer = call.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let made: Value = answer.json().await.unwrap();
    made["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_placed_product_is_in_the_task_its_content_and_the_reel() {
    let bench = Bench::new().await;
    let (zest, amber) = (
        product(&bench, "zest").await,
        product(&bench, "Amber").await,
    );
    let mut reels = Vec::new();
    for (product, visibility, mode) in [
        (&zest, "on_camera", "on_camera_dialogue"),
        (&amber, "off_camera", "voiceover"),
    ] {
        let form = clip_form()
            .text("product_id", product.clone())
            .text("product_visibility", visibility);
        let riff = bench.accepted(form).await;
        bench.clock.pass(Duration::from_secs(101));
        let batch = bench.get(&batch_path(&riff)).await;
        for task in batch["tasks"].as_array().unwrap() {
            assert_eq!(task["product_id"], **product);
            assert_eq!(task["product_visibility"], visibility);
        }
        let task = &batch["tasks"][1];
        let content = format!("/api/tasks/{}/content", task["id"].as_str().unwrap());
        let rewrite = bench.get(&content).await["rewrite"].take();
        let name = if *product == zest { "zest" } else { "Amber" };
        assert!(
            rewrite["story"].as_str().unwrap().contains(name),
            "{rewrite}"
        );
        assert_eq!(rewrite["dialogue"][0]["mode"], mode);
        reels.push(task["result"]["asset_id"].clone());
    }
    let plain = bench.finished_reel().await;
    assert_eq!(plain["product_id"], Value::Null);

    let listed = async |query: &str| -> Vec<Value> {
        let assets = bench.get(&format!("/api/assets?{query}")).await;
        let assets = assets.as_array().unwrap().clone();
        assets.iter().map(|asset| asset["id"].clone()).collect()
    };
    let (first, second) = (reels[0].clone(), reels[1].clone());
    // Whatever the case of the letters; what has no product comes last.
    assert_eq!(
        listed("sort=product_az").await,
        [second.clone(), first.clone(), plain["id"].clone()]
    );
    assert_eq!(
        listed(&format!("product_id={zest}")).await,
        std::slice::from_ref(&first)
    );
    let both = format!("product_id={zest}&product_id={amber}&sort=created_asc");
    assert_eq!(listed(&both).await, [first, second]);
}
