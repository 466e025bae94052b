//! After a kill in a job of Riffkit.

use std::path::Path;

use serde_json::Value;

use super::errand::{Errand, Job};
use super::rig::{Rig, words};
use crate::bench::TEMPLATE;
use crate::waiting::with_extension;

/// A task that failed, and whose batch made nothing.
pub async fn failed_task(rig: &Rig, direction: &str) -> String {
    rig.arm("fail-task");
    let arguments = words(&[
        "riff",
        TEMPLATE,
        "--direction",
        direction,
        "--yes",
        "--json",
    ]);
    let ended = rig.run(&arguments).await;
    assert_eq!(ended.exit, 1, "{}", ended.stderr);
    let listed = rig
        .done(&words(&["tasks", "--status", "failed", "--json"]))
        .await;
    listed[0]["id"].as_str().expect("a failed task").to_owned()
}

/// Taken once, and all that it made is on disk and whole.
pub async fn ends_well(errand: &Errand) {
    if errand.job == Job::Retry {
        return retried_well(errand).await;
    }
    let queue = errand.rig.recovered().await;
    let order = order_of(&queue, &errand.mark);
    if taken(errand) == 0 {
        if let Some(order) = order.filter(|order| order["state"] == "in-doubt") {
            assert_eq!(order["search"], "not_taken", "{order}");
            let id = order["order_id"].as_str().expect("an id");
            errand
                .rig
                .done(&words(&["queue", "--not-taken", id, "--json"]))
                .await;
        }
        let state = order.map(|order| order["state"].as_str().expect("a state"));
        let is_honest = matches!(state, None | Some("not-sent" | "in-doubt" | "preparing"));
        assert!(is_honest, "never taken, and said to be {state:?}");
        errand.rig.done(&errand.arguments).await;
        delivered(errand, &errand.rig.recovered().await);
    } else {
        delivered(errand, &queue);
    }
    assert_eq!(taken(errand), 1, "how often it was taken");
}

/// The reels that the service made of it are ready here, and each is on disk.
fn delivered(errand: &Errand, queue: &Value) {
    let riffs = errand.rig.bench.sandbox.books().riffs;
    let riff = riffs.iter().find(|riff| riff.content_anchor == errand.mark);
    let riff = riff.expect("taken");
    let orders = queue["orders"].as_array().expect("orders").iter();
    let known = orders.filter(|order| order["batch_id"] == riff.batch_id.as_str());
    let known: Vec<&Value> = known.collect();
    assert_eq!(known.len(), 1, "the service took it: {queue}");
    assert_eq!(known[0]["state"], "ready", "{}", known[0]);
    let reels = known[0]["reels"].as_array().expect("reels");
    assert_eq!(reels.len(), riff.reels, "{}", known[0]);
    let ids: Vec<&str> = reels.iter().map(|id| id.as_str().expect("an id")).collect();
    on_disk(errand, &ids);
}

/// Each of these reels is saved and whole.
fn on_disk(errand: &Errand, reels: &[&str]) {
    let copies = with_extension(&errand.rig.out(), "mp4");
    for reel in reels {
        let original = errand.rig.bench.original(reel);
        let is_it = |copy: &&std::path::PathBuf| begins_with(copy, &original);
        assert!(
            copies.iter().any(|copy| is_it(&copy)),
            "{reel} is not on disk: {copies:?}"
        );
    }
    assert!(copies.len() >= reels.len(), "{copies:?}");
}

/// The sandbox fills a reel up behind what it made.
fn begins_with(copy: &Path, original: &[u8]) -> bool {
    std::fs::read(copy).expect("readable").starts_with(original)
}

fn taken(errand: &Errand) -> usize {
    let riffs = errand.rig.bench.sandbox.books().riffs;
    riffs
        .iter()
        .filter(|riff| riff.content_anchor == errand.mark)
        .count()
}

fn order_of<'a>(queue: &'a Value, direction: &str) -> Option<&'a Value> {
    let mut orders = queue["orders"].as_array().expect("orders").iter();
    orders.find(|order| order["direction"] == direction)
}

/// The task was made once more, and its reel is on disk.
async fn retried_well(errand: &Errand) {
    let rig = &errand.rig;
    let mut queue = rig.recovered().await;
    let is_ready = |queue: &Value| queue["orders"][0]["state"] == "ready";
    if !is_ready(&queue) {
        assert!(
            errand.cost() < 1e-6,
            "it was charged, and came to nothing: {queue}"
        );
        rig.done(&errand.arguments).await;
        queue = rig.recovered().await;
    }
    let order = &queue["orders"][0];
    assert!(is_ready(&queue), "{order}");
    let reels = order["reels"].as_array().expect("reels").iter();
    let ids: Vec<&str> = reels.map(|id| id.as_str().expect("an id")).collect();
    assert_eq!(ids.len(), 1, "{order}");
    on_disk(errand, &ids);
}
