//! The digital characters, and who can be in a video.

use reqwest::{Method, multipart::Form};
use serde_json::Value;

use crate::bench::{Bench, detail};

#[tokio::test]
async fn every_state_of_an_avatar_is_there() {
    let bench = Bench::new().await;
    let list = bench.get("/api/characters").await;
    let list = list.as_array().unwrap();
    assert!(list.len() >= 10);
    for character in list {
        assert_eq!(character["id"], character["slug"]);
        let is_active = character["has_any_active_avatar"] == true;
        assert_eq!(character["active_avatar_id"].is_string(), is_active);
        assert!(character.get("description").is_none());
    }
    let states = |character: &Value| {
        ["active", "processing", "failed"].map(|state| {
            character[format!("has_any_{state}_avatar")]
                .as_bool()
                .unwrap()
        })
    };
    for wanted in [
        [true, false, false],
        [true, true, false],
        [true, false, true],
        [false, true, false],
        [false, false, true],
        [false, true, true],
        [false, false, false],
    ] {
        assert!(list.iter().any(|one| states(one) == wanted), "{wanted:?}");
    }
    for field in [
        "gender",
        "age_range",
        "persona",
        "reference_image",
        "seedance_asset",
        "active_avatar_id",
        "stats",
    ] {
        assert!(list.iter().any(|one| one[field].is_null()), "{field}");
        assert!(list.iter().any(|one| !one[field].is_null()), "{field}");
    }
    for status in ["processing", "active", "failed"] {
        let mut all = list.iter();
        assert!(all.any(|one| one["seedance_asset"]["status"] == status));
    }
}

#[tokio::test]
async fn a_reference_image_is_a_picture() {
    let bench = Bench::new().await;
    let list = bench.get("/api/characters").await;
    let path = list[0]["reference_image"].as_str().unwrap();
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    let link = answer.headers()["location"].to_str().unwrap().to_owned();
    let picture = bench.client.get(&link).send().await.unwrap();
    assert_eq!(picture.headers()["content-type"], "image/png");
}

#[tokio::test]
async fn only_those_with_an_active_avatar_can_be_in_a_video() {
    let bench = Bench::new().await;
    for ids in [
        "sandbox-chloe",
        "sandbox-tomas",
        "sandbox-wren",
        "sandbox-ruth",
        "sandbox-avery,sandbox-chloe",
        "sandbox-avery,sandbox-avery",
        "nobody",
    ] {
        let form = Form::new()
            .text("formula_id", "sandbox-alarm-math")
            .text("character_ids", ids);
        detail(bench.riff(form).await, 400).await;
    }
    assert!(bench.sandbox.books().riffs.is_empty());
    let form = Form::new()
        .text("formula_id", "sandbox-alarm-math")
        .text("character_ids", r#"["sandbox-sol","sandbox-mateo"]"#);
    let riff = bench.accepted(form).await;
    assert_eq!(riff["task_ids"].as_array().unwrap().len(), 2);
    let books = bench.sandbox.books();
    assert_eq!(
        books.riffs[0].character_ids,
        ["sandbox-sol", "sandbox-mateo"]
    );
}
