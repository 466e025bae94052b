//! Balance, holds and charges.

use std::time::Duration;

use crate::bench::{Bench, batch_path, clip_form};

#[tokio::test]
async fn seconds_are_held_while_generating_and_charged_when_made() {
    let bench = Bench::with(|setup| setup.balance_seconds = 100.0).await;
    let subscription = bench.get("/api/billing/subscription").await;
    assert_eq!(subscription["video_credits_per_second"], 10_000);
    let before = bench.get("/api/usage/credits").await;
    assert_eq!(before["available"], 1_000_000.0);
    assert_eq!(before["held"], 0.0);

    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(60));
    let during = bench.get("/api/usage/credits").await;
    let held = during["held"].as_f64().unwrap();
    assert!((held - 60_000.0).abs() < 1_000.0);
    assert_eq!(during["total_remaining"], 1_000_000.0);
    assert_eq!(during["available"], 1_000_000.0 - held);

    bench.clock.pass(Duration::from_secs(41));
    bench.get(&batch_path(&riff)).await;
    let after = bench.get("/api/usage/credits").await;
    assert_eq!(after["held"], 0.0);
    assert_eq!(after["total_remaining"], 940_000.0);
    let books = bench.sandbox.books();
    assert!((books.charged_seconds - 6.0).abs() < 0.01);
    assert!((books.balance_seconds - 94.0).abs() < 0.01);
}

#[tokio::test]
async fn plans_can_be_seen_but_not_bought() {
    let bench = Bench::new().await;
    let plans = bench.get("/api/billing/plans").await;
    assert_eq!(plans.as_array().unwrap().len(), 3);
    assert_eq!(plans[0]["purchasable"], false);
}

#[tokio::test]
async fn languages_and_characters_are_those_of_the_contract() {
    let bench = Bench::new().await;
    let languages = bench.get("/api/languages").await;
    assert_eq!(languages[0]["code"], "en");
    assert_eq!(languages[1]["name"], "Español");
    let characters = bench.get("/api/characters").await;
    assert_eq!(characters[0]["has_any_active_avatar"], true);
    assert_eq!(characters[0]["id"], characters[0]["slug"]);
}
