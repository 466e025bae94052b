//! Ctrl+C: what can still be stopped is stopped, and the person is told what became of the rest.

#![cfg(unix)]

use sandbox::{Fault, Pace};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};
use tokio::process::Child;

use crate::bench::{Bench, Ended, large_sample, sample};

/// Waits for a line on stderr, presses Ctrl+C, and waits for the end.
pub async fn interrupted_at(mut child: Child, line: &str) -> Ended {
    let mut stderr = BufReader::new(child.stderr.take().expect("piped"));
    let mut told = String::new();
    loop {
        let mut read = String::new();
        let length = stderr.read_line(&mut read).await.expect("readable");
        assert!(length > 0, "{line:?} was never said: {told}");
        told.push_str(&read);
        if read.trim() == line {
            break;
        }
    }
    press(&child, "INT").await;
    stderr.read_to_string(&mut told).await.expect("readable");
    let mut ended = Ended::from(child.wait_with_output().await.expect("ends"));
    ended.stderr = told;
    ended
}

/// Sends a signal, as a terminal does.
pub async fn press(child: &Child, signal: &str) {
    let id = child.id().expect("running").to_string();
    let sent = tokio::process::Command::new("kill")
        .args(["-s", signal, &id])
        .status()
        .await;
    assert!(sent.expect("kill starts").success());
}

#[tokio::test]
async fn while_it_is_sent_nothing_is_taken() {
    let bench = Bench::signed_in(|_| {}).await;
    bench.sandbox.faults().arm(Fault::HoldRiffBody);
    let clip = large_sample(bench.folder.path());
    let child = bench.spawn(&["riff", &clip, "--yes", "--json"]);
    let ended = interrupted_at(child, "Sending").await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (3, "interrupted"),
        "{}",
        ended.stderr
    );
    assert!(
        ended.stderr.contains("the service took nothing"),
        "{}",
        ended.stderr
    );
    bench.sandbox.faults().release();
    let queue = bench.reel(&["queue", "--json"]).await;
    assert_eq!(queue.json()["orders"][0]["state"], "not-sent");
    assert!(bench.sandbox.books().riffs.is_empty());
}

#[tokio::test]
async fn while_it_is_watched_the_service_goes_on() {
    let bench = Bench::signed_in(|setup| setup.pace = Pace::Seconds(3_600.0)).await;
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    let ended = interrupted_at(child, "Waiting for a place").await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (5, "interrupted"),
        "{}",
        ended.stderr
    );
    assert!(
        ended.stderr.contains("`reel queue` picks it up"),
        "{}",
        ended.stderr
    );
    let document = ended.json();
    assert_eq!(
        document["error"]["retryable"], false,
        "the same again would be a second order"
    );
    let queue = bench.reel(&["queue", "--json"]).await;
    assert_eq!(queue.exit, 0, "{}", queue.stderr);
    let order = &queue.json()["orders"][0];
    assert_eq!(order["state"], "working");
    assert_eq!(order["batch_id"], document["batch_id"]);
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
}

#[tokio::test]
async fn the_queue_picks_an_order_up_and_sees_it_through() {
    let bench = Bench::signed_in(|setup| setup.pace = Pace::Seconds(3.0)).await;
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    let ended = interrupted_at(child, "Waiting for a place").await;
    assert_eq!(ended.exit, 5, "{}", ended.stderr);
    let queue = bench.reel(&["queue", "--wait", "--json"]).await;
    assert_eq!(queue.exit, 0, "{}", queue.stderr);
    let order = &queue.json()["orders"][0];
    assert_eq!(order["state"], "ready");
    let out = bench.out();
    let asset = order["reels"][0].as_str().expect("a reel");
    let saved = bench
        .reel(&["save", asset, "--to", out.to_str().expect("UTF-8")])
        .await;
    assert_eq!(saved.exit, 0, "{}", saved.stderr);
    assert!(
        std::path::Path::new(saved.stdout.trim()).starts_with(&out),
        "{}",
        saved.stdout
    );
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
}

#[tokio::test]
async fn a_sign_in_can_be_given_up() {
    let bench = Bench::new(|_| {}).await;
    let child = bench.spawn(&["login", "riffkit", "--no-browser", "--json"]);
    let ended = interrupted_at(child, "Open this link and press Approve:").await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (4, "interrupted"),
        "{}",
        ended.stderr
    );
}
