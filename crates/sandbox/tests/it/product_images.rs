//! `POST /api/products/{product_id}/images`: the rules, the captions, and the race.

use std::time::Duration;

use reqwest::{
    Method, Response, StatusCode,
    multipart::{Form, Part},
};
use sandbox::Fault;
use serde_json::Value;

use crate::bench::{Bench, detail};

const PNG: &[u8] = include_bytes!("../../assets/badge.png");
const JPEG: &[u8] = include_bytes!("../../assets/reel.jpg");

fn file(bytes: impl Into<Vec<u8>>, name: &str) -> Part {
    Part::bytes(bytes.into()).file_name(name.to_owned())
}

fn form(name: &str) -> Form {
    Form::new()
        .part("file", file(PNG, "Front Side.png"))
        .text("name", name.to_owned())
}

fn linked(name: &str, url: &str) -> Form {
    Form::new()
        .text("image_url", url.to_owned())
        .text("name", name.to_owned())
}

async fn add(bench: &Bench, product: &str, form: Form) -> Response {
    let path = format!("/api/products/{product}/images");
    let call = bench.call(Method::POST, &path).multipart(form);
    call.send().await.unwrap()
}

/// Adds an image that must be accepted, and gives the product's images.
async fn added(bench: &Bench, product: &str, form: Form) -> Vec<Value> {
    let answer = add(bench, product, form).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let mut product: Value = answer.json().await.unwrap();
    match product["images"].take() {
        Value::Array(images) => images,
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn an_image_is_kept_and_served_with_the_session() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    let whole = form(" Front side ")
        .text("description", "The front")
        .text("usage_context", "At the reveal")
        .text("content_policy", "mutable");
    let images = added(&bench, &product, whole).await;
    let image = &images[0];
    assert_eq!(image["id"], "front_side");
    assert_eq!(image["name"], "Front side");
    assert_eq!(image["description"], "The front");
    assert_eq!(image["usage_context"], "At the reveal");
    assert_eq!(image["content_policy"], "mutable");
    assert_eq!(image["caption_status"], "");
    let jpeg = Form::new()
        .part("file", file(JPEG, "x.JPEG"))
        .text("name", "Back");
    let images = added(&bench, &product, jpeg).await;
    assert_eq!(images[1]["content_policy"], "locked");
    let bench = bench.restart().await;
    let path = images[0]["url"].as_str().unwrap();
    let answer = bench.bare(Method::GET, path).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    let answer = bench.call(Method::GET, path).send().await.unwrap();
    let link = answer.headers()["location"].to_str().unwrap().to_owned();
    let picture = bench.client.get(&link).send().await.unwrap();
    assert_eq!(picture.headers()["content-type"], "image/png");
    assert_eq!(picture.bytes().await.unwrap(), PNG);
    assert_eq!(bench.get("/api/products").await[0]["images"][1], images[1]);
}

#[tokio::test]
async fn a_blank_description_is_found_after_a_while() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    let images = added(&bench, &product, form("Front").text("description", " ")).await;
    assert_eq!(images[0]["caption_status"], "pending");
    assert_eq!(images[0]["description"], "");
    bench.clock.pass(Duration::from_secs(11));
    let list = bench.get("/api/products").await;
    assert_eq!(list[0]["images"][0]["caption_status"], "");
    assert!(
        !list[0]["images"][0]["description"]
            .as_str()
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn exactly_one_of_file_and_address() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    let url = "https://example.com/pictures/Side%20view.png?size=2";
    for refused in [
        Form::new().text("name", "A"),
        form("A").text("image_url", url),
        form("A").part("file", file(PNG, "b.png")),
        Form::new().text("name", "A").text("file", "no file"),
        linked("A", ""),
    ] {
        detail(add(&bench, &product, refused).await, 400).await;
    }
    let images = added(&bench, &product, linked("A", url)).await;
    assert_eq!(images[0]["url"], url);
    // An empty address counts as absent.
    let images = added(&bench, &product, form("B").text("image_url", "")).await;
    assert_eq!(images.len(), 2);
}

#[tokio::test]
async fn only_public_web_addresses() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    for url in [
        "ftp://example.com/a.png",
        "file:///etc/passwd",
        "example.com/a.png",
        "http://localhost/a.png",
        "http://box/a.png",
        "http://nas.local/a.png",
        "http://127.0.0.1/a.png",
        "http://2130706433/a.png",
        "http://10.0.0.7/a.png",
        "http://192.168.1.1/a.png",
        "http://169.254.169.254/a.png",
        "http://0.0.0.0/a.png",
        "http://[::1]/a.png",
        "http://[fd00::1]/a.png",
        "http://[::ffff:127.0.0.1]/a.png",
        "https://somebody@example.com/a.png",
        "https://somebody:secret@example.com/a.png",
    ] {
        let answer = add(&bench, &product, linked("A", url)).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{url}");
    }
}

#[tokio::test]
async fn a_picture_is_told_by_its_contents_and_its_extension() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    for (bytes, name) in [
        (PNG, "a.gif"),
        (PNG, "a"),
        (PNG, "a.jpg"),
        (JPEG, "a.png"),
        (b"GIF89a".as_slice(), "a.png"),
        (b"".as_slice(), "a.png"),
        (b"only words".as_slice(), "a.webp"),
    ] {
        let form = Form::new()
            .part("file", file(bytes, name))
            .text("name", "A");
        let answer = add(&bench, &product, form).await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{name}");
    }
    let webp = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0";
    let form = Form::new()
        .part("file", file(webp, "a.webp"))
        .text("name", "A");
    added(&bench, &product, form).await;
}

#[tokio::test]
async fn the_cap_is_50_mebibytes_to_the_byte() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    let sized = |length: usize| {
        let mut bytes = PNG.to_vec();
        bytes.resize(length, 0);
        Form::new()
            .part("file", file(bytes, "a.png"))
            .text("name", "A")
    };
    detail(add(&bench, &product, sized(52_428_801)).await, 413).await;
    assert_eq!(added(&bench, &product, sized(52_428_800)).await.len(), 1);
    // Nothing of the refused one is left.
    let left = std::fs::read_dir(bench.data().join("uploads")).unwrap();
    assert_eq!(left.count(), 0);
}

#[tokio::test]
async fn names_and_ids_are_unique_and_some_are_reserved() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    added(&bench, &product, form("Front").text("image_id", "hero")).await;
    for refused in [
        Form::new().part("file", file(PNG, "a.png")),
        form("  "),
        form("front"),
        form(" FRONT "),
        form("B").text("image_id", "hero"),
        form("B").text("image_id", "protagonist"),
        form("B").text("image_id", "supporting_a"),
        form("B").text("image_id", "supporting_z"),
        form("B").text("image_id", "Supporting_B"),
        form("B").text("content_policy", "free"),
        form("B\u{fffd}"),
        form("B").text("usage_context", "\u{fffd}"),
    ] {
        detail(add(&bench, &product, refused).await, 400).await;
    }
    added(
        &bench,
        &product,
        form("B").text("image_id", "supporting_aa"),
    )
    .await;
    added(&bench, &product, form("C")).await;
    let images = added(&bench, &product, form("D")).await;
    let ids: Vec<&str> = images
        .iter()
        .map(|image| image["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["hero", "supporting_aa", "front_side", "front_side_2"]);
    // Another product has names of its own.
    let other = bench.product("Other").await;
    added(&bench, &other, form("Front")).await;
    let reserved = Form::new()
        .part("file", file(PNG, "protagonist.png"))
        .text("name", "E");
    let images = added(&bench, &other, reserved).await;
    assert_eq!(images[1]["id"], "protagonist_2");
}

#[tokio::test]
async fn at_most_eight() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    for number in 1..=8 {
        let images = added(&bench, &product, form(&format!("Image {number}"))).await;
        assert_eq!(images.len(), number);
    }
    detail(add(&bench, &product, form("Image 9")).await, 400).await;
    assert_eq!(bench.sandbox.books().products[0].images.len(), 8);
    assert_eq!(bench.sandbox.books().overlapping_images, 0);
}

#[tokio::test]
async fn two_at_once_race_and_one_is_dropped() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    let (one, two) = tokio::join!(
        add(&bench, &product, form("One")),
        add(&bench, &product, form("Two"))
    );
    assert_eq!(one.status(), StatusCode::OK);
    assert_eq!(two.status(), StatusCode::OK);
    let books = bench.sandbox.books();
    assert_eq!(books.products[0].images.len(), 1);
    assert_eq!(books.overlapping_images, 1);
}

#[tokio::test]
async fn without_a_session_or_a_product_nothing_is_kept() {
    let bench = Bench::new().await;
    detail(add(&bench, "nothing", form("A")).await, 404).await;
    let product = bench.product("Scanner").await;
    let path = format!("/api/products/{product}/images");
    let call = bench.bare(Method::POST, &path).multipart(form("A"));
    detail(call.send().await.unwrap(), 401).await;
    let call = bench.call(Method::POST, &path).body("no form");
    detail(call.send().await.unwrap(), 400).await;
}

#[tokio::test]
async fn an_image_can_fail_once_and_its_answer_can_be_lost() {
    let bench = Bench::new().await;
    let product = bench.product("Scanner").await;
    bench.sandbox.faults().arm(Fault::ProductImage500(2));
    added(&bench, &product, form("One")).await;
    detail(add(&bench, &product, form("Two")).await, 500).await;
    added(&bench, &product, form("Two")).await;
    bench.sandbox.faults().arm(Fault::LoseImageAnswer);
    let path = format!("/api/products/{product}/images");
    let lost = bench.call(Method::POST, &path).multipart(form("Three"));
    assert!(lost.send().await.is_err());
    let books = bench.sandbox.books();
    assert_eq!(books.products[0].images, ["One", "Two", "Three"]);
}
