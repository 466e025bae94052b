//! Finished reels and reference material.

use std::time::Duration;

use reqwest::{
    Method, StatusCode,
    multipart::{Form, Part},
};
use serde_json::Value;

use crate::bench::{Bench, CLIP, clip_form, detail, video};

const PICTURE: &[u8] = include_bytes!("../../assets/badge.png");

fn reference() -> Form {
    Form::new().text("asset_role", "reference")
}

fn picture(bytes: impl Into<Vec<u8>>) -> Part {
    // By its name and type it is something else: only its contents count.
    let part = Part::bytes(bytes.into()).file_name("shelf.mp4");
    part.mime_str("video/mp4").unwrap()
}

async fn upload(bench: &Bench, form: Form) -> reqwest::Response {
    let call = bench.call(Method::POST, "/api/assets/upload");
    call.multipart(form).send().await.unwrap()
}

/// Fetches the bytes behind a relative address.
async fn bytes(bench: &Bench, path: &Value) -> (String, Vec<u8>) {
    let path = path.as_str().unwrap();
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::FOUND, "{path}");
    let link = answer.headers()["location"].to_str().unwrap().to_owned();
    let answer = bench.client.get(link).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let kind = answer.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    (kind, answer.bytes().await.unwrap().to_vec())
}

#[tokio::test]
async fn what_is_uploaded_is_listed_and_served() {
    let bench = Bench::new().await;
    let form = reference()
        .part("file", picture(PICTURE))
        .text("name", "The shelf")
        .text("notes", "for the second beat")
        .text("character_id", "sandbox-avery");
    let answer = upload(&bench, form).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let image: Value = answer.json().await.unwrap();
    assert_eq!(image["type"], "upload");
    assert_eq!(image["asset_role"], "reference");
    assert_eq!(image["name"], "The shelf");
    assert_eq!(image["character_id"], "sandbox-avery");
    assert_eq!(image["batch_id"], Value::Null);
    assert_eq!(
        bytes(&bench, &image["file_url"]).await,
        ("image/png".to_owned(), PICTURE.to_vec())
    );
    assert_eq!(image["thumb_url"], image["file_url"]);

    let answer = upload(&bench, reference().part("file", video(CLIP))).await;
    let clip: Value = answer.json().await.unwrap();
    assert_eq!(clip["name"], "clip.mp4");
    assert_eq!(
        bytes(&bench, &clip["file_url"]).await,
        ("video/mp4".to_owned(), CLIP.to_vec())
    );

    bench.finished_reel().await;
    for (query, count) in [
        ("", 3),
        ("?type=upload", 2),
        ("?type=pipeline", 1),
        ("?asset_role=reference", 2),
        ("?type=upload&character=sandbox-avery", 1),
    ] {
        let listed = bench.get(&format!("/api/assets{query}")).await;
        assert_eq!(listed.as_array().unwrap().len(), count, "{query}");
    }
    // It is there after a restart, and not among the reels.
    assert_eq!(bench.sandbox.books().reels_finished, 1);
    let bench = bench.restart().await;
    assert_eq!(
        bench
            .get("/api/assets?type=upload")
            .await
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn an_upload_is_held_to_the_rules() {
    let bench = Bench::with(|setup| setup.max_render_seconds = 5.5).await;
    let file = || picture(PICTURE);
    for form in [
        reference(),
        reference().text("file", "only words"),
        Form::new().part("file", file()),
        Form::new()
            .part("file", file())
            .text("asset_role", "final_reel"),
        reference()
            .part("file", file())
            .text("product_id", "nothing"),
        reference()
            .part("file", file())
            .text("character_id", "nobody"),
        reference().part("file", picture("only words")),
        reference().part("file", picture("")),
        reference().part("file", file()).part("file", file()),
        reference()
            .part("file", file())
            .text("notes", "broken \u{FFFD}"),
        // Longer than the cap of this deployment.
        reference().part("file", video(CLIP)),
    ] {
        assert!(detail(upload(&bench, form).await, 400).await.is_string());
    }
    let call = bench
        .call(Method::POST, "/api/assets/upload")
        .body("nothing");
    detail(call.send().await.unwrap(), 400).await;
    let bare = bench.bare(Method::POST, "/api/assets/upload");
    detail(bare.multipart(reference()).send().await.unwrap(), 401).await;
    let left = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(left.count(), 0);
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
async fn an_image_has_a_smaller_cap_than_a_video() {
    let bench = Bench::new().await;
    let mut large = PICTURE.to_vec();
    large.resize(52_428_800, 0);
    let answer = upload(&bench, reference().part("file", picture(large.clone()))).await;
    assert_eq!(answer.status(), StatusCode::OK);
    large.push(0);
    detail(
        upload(&bench, reference().part("file", picture(large))).await,
        413,
    )
    .await;
    let mut clip = CLIP.to_vec();
    clip.extend(
        u32::try_from(104_857_601 - CLIP.len())
            .unwrap()
            .to_be_bytes(),
    );
    clip.extend(b"free");
    clip.resize(104_857_601, 0);
    detail(
        upload(&bench, reference().part("file", video(clip))).await,
        413,
    )
    .await;
}

#[tokio::test]
async fn the_list_refuses_what_it_cannot_read() {
    let bench = Bench::new().await;
    for query in [
        "type=reel",
        "created_window=1d",
        "sort=name",
        "page=0",
        "page=-1",
        "limit=0",
        "limit=201",
        "limit=many",
    ] {
        let answer = bench
            .call(Method::GET, &format!("/api/assets?{query}"))
            .send();
        let entries = detail(answer.await.unwrap(), 422).await;
        assert_eq!(entries[0]["loc"][1], query.split('=').next().unwrap());
    }
}

#[tokio::test]
async fn reels_are_found_by_window_and_ordered_by_name() {
    let bench = Bench::new().await;
    let mut ids = Vec::new();
    for character in ["sandbox-noor", "", "sandbox-avery"] {
        let form = clip_form().text("character_ids", character);
        let riff = bench.accepted(form).await;
        bench.clock.pass(Duration::from_secs(101));
        let batch = bench.get(&crate::bench::batch_path(&riff)).await;
        ids.push(batch["tasks"][1]["result"]["asset_id"].clone());
        bench.clock.pass(Duration::from_secs(8 * 86_400));
    }
    let order = async |query: &str| -> Vec<usize> {
        let listed = bench.get(&format!("/api/assets?{query}")).await;
        let listed = listed.as_array().unwrap().clone();
        let place = |asset: &Value| ids.iter().position(|id| *id == asset["id"]).unwrap();
        listed.iter().map(place).collect()
    };
    assert_eq!(order("sort=created_asc").await, [0, 1, 2]);
    assert_eq!(order("sort=created_desc").await, [2, 1, 0]);
    assert_eq!(order("sort=character_az").await, [2, 0, 1]);
    assert_eq!(order("sort=product_az").await, [2, 1, 0]);
    assert_eq!(order("created_window=today").await, [0_usize; 0]);
    assert_eq!(order("created_window=30d").await, [2, 1, 0]);
    assert_eq!(order("created_window=7d").await, [0_usize; 0]);
    assert_eq!(order("sort=created_asc&limit=2&page=2").await, [2]);
    let (first, last) = (ids[0].as_str().unwrap(), ids[2].as_str().unwrap());
    assert_eq!(
        order(&format!("asset_id={first}&asset_id={last}")).await,
        [2, 0]
    );
    assert_eq!(
        order("character=sandbox-noor&character=sandbox-avery").await,
        [2, 0]
    );
    assert_eq!(order("product_id=nothing").await, [0_usize; 0]);
}

#[tokio::test]
async fn a_reel_with_post_processing_has_its_raw_video_too() {
    let bench = Bench::new().await;
    let plain = bench.finished_reel().await;
    assert_eq!(plain["sd_video_url"], Value::Null);
    let raw = format!("/api/files/{}.sd.mp4", plain["id"].as_str().unwrap());
    detail(bench.call(Method::GET, &raw).send().await.unwrap(), 404).await;
    bench
        .accepted(clip_form().text("content_anchor", "words on the picture"))
        .await;
    bench.clock.pass(Duration::from_secs(101));
    let assets = bench.get("/api/assets?limit=1").await;
    let (kind, video) = bytes(&bench, &assets[0]["sd_video_url"]).await;
    assert_eq!(kind, "video/mp4");
    assert!(video.len() > 1_000);
    assert_eq!(bytes(&bench, &assets[0]["thumb_url"]).await.0, "image/jpeg");
}
