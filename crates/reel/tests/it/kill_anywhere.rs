//! Killed anywhere in a whole run, at moments spread over all of it. After each kill one run
//! recovers, and the service's own books judge what it says.

use std::time::{Duration, Instant};

use sandbox::{Books, Fault, Ffmpeg, Pace};
use serde_json::Value;

use crate::bench::{Bench, large_sample};
use crate::chance::Chance;
use crate::waiting::with_extension;

/// A run is cut into this many stretches; a kill falls somewhere into each.
const STRETCHES: u32 = 15;
/// The clip and its reel are so large that the ways there and back take a good part of a run.
const REEL: u64 = 60_000_000;

#[tokio::test]
async fn in_the_even_stretches() {
    killed_in((0..STRETCHES).step_by(2), 0x9E37_79B9_7F4A_7C15).await;
}

#[tokio::test]
async fn in_the_odd_stretches() {
    killed_in((1..STRETCHES).step_by(2), 0xD1B5_4A32_D192_ED03).await;
}

/// The service takes at most ten riffs a minute: the stretches are shared between two services.
async fn killed_in(stretches: impl Iterator<Item = u32>, seed: u64) {
    let bench = Bench::signed_in(|setup| {
        setup.pace = Pace::Seconds(0.5);
        setup.ffmpeg = Ffmpeg::Absent;
    })
    .await;
    bench.sandbox.faults().arm(Fault::HugeAsset(REEL));
    let clip = large_sample(bench.folder.path());
    let mut chance = Chance(seed);
    let begun = Instant::now();
    let whole = bench.spawn(&round(&bench, &clip, "whole").arguments());
    let status = whole.wait_with_output().await.expect("ends").status;
    let length = begun.elapsed();
    assert!(status.success());
    let mut rounds = Vec::new();
    for stretch in stretches {
        let delay = length.mul_f64((f64::from(stretch) + chance.fraction()) / f64::from(STRETCHES));
        let round = round(&bench, &clip, &format!("stretch {stretch} at {delay:?}"));
        round.kill_after(delay).await;
        let books = bench.sandbox.books();
        let orders = recovered(&bench).await;
        assert_eq!(
            sent(&bench.sandbox.books()),
            sent(&books),
            "{}: a recovery sends nothing",
            round.direction
        );
        round.judge(&orders).await;
        rounds.push(round);
    }
    // What was on its way when its sender died has long arrived: the same must still be true.
    let orders = recovered(&bench).await;
    for round in rounds {
        round.judge(&orders).await;
    }
}

fn sent(books: &Books) -> usize {
    books.count("POST", "/api/riffs")
}

async fn recovered(bench: &Bench) -> Vec<Value> {
    let ended = bench.reel(&["queue", "--wait", "--json"]).await;
    assert!(
        matches!(ended.exit, 0 | 6),
        "{}{}",
        ended.stdout,
        ended.stderr
    );
    assert!(bench.senders().is_empty(), "{:?}", bench.senders());
    ended.json()["orders"].as_array().expect("orders").clone()
}

/// One run of the whole job, known by its direction.
struct Round<'a> {
    bench: &'a Bench,
    direction: String,
    clip: String,
    out: String,
}

fn round<'a>(bench: &'a Bench, clip: &str, direction: &str) -> Round<'a> {
    let out = bench.out().join(direction.replace(' ', "-"));
    Round {
        bench,
        direction: direction.to_owned(),
        clip: clip.to_owned(),
        out: out.to_str().expect("UTF-8").to_owned(),
    }
}

impl Round<'_> {
    fn arguments(&self) -> [&str; 8] {
        [
            "riff",
            &self.clip,
            "--direction",
            &self.direction,
            "--yes",
            "--save",
            &self.out,
            "--json",
        ]
    }

    /// Runs it, and kills it at that moment unless it has ended before.
    async fn kill_after(&self, delay: Duration) {
        let mut child = self.bench.spawn(&self.arguments());
        if tokio::time::timeout(delay, child.wait()).await.is_err() {
            child.kill().await.expect("killed");
        }
    }

    /// What the machine says of it, against what the service knows.
    async fn judge(&self, orders: &[Value]) {
        let at = &self.direction;
        let riffs = self.bench.sandbox.books().riffs;
        let taken: Vec<_> = riffs
            .iter()
            .filter(|riff| riff.content_anchor == self.direction)
            .collect();
        assert!(taken.len() <= 1, "{at}: taken twice");
        let order = orders
            .iter()
            .find(|order| order["direction"] == self.direction.as_str());
        match order.map(|order| (order["state"].as_str().expect("a state"), order)) {
            // It was killed before it had ordered, or the service never had the whole of it.
            None | Some(("not-sent", _)) => assert!(taken.is_empty(), "{at}: taken unnoticed"),
            // It says that it was looked for, and is not there.
            Some(("in-doubt", order)) => {
                assert!(taken.is_empty(), "{at}: taken, and not found");
                assert_eq!(order["search"], "not_taken", "{at}");
            }
            Some(("ready", order)) => {
                assert_eq!(taken.len(), 1, "{at}: never taken");
                assert_eq!(order["batch_id"], taken[0].batch_id, "{at}");
                self.save(order["reels"][0].as_str().expect("a reel")).await;
            }
            Some((state, _)) => panic!("{at}: {state}"),
        }
        let folder = self.out.as_ref();
        assert!(with_extension(folder, "part").is_empty(), "{at}");
    }

    /// The reel can be saved, and every copy of it is whole.
    async fn save(&self, asset_id: &str) {
        let at = &self.direction;
        let saved = self
            .bench
            .reel(&["save", asset_id, "--to", &self.out, "--json"])
            .await;
        assert_eq!(saved.exit, 0, "{at}: {}", saved.stderr);
        let original = self.bench.original(asset_id);
        let copies = with_extension(self.out.as_ref(), "mp4");
        assert!(!copies.is_empty(), "{at}");
        for copy in copies {
            let copy = std::fs::read(copy).expect("readable");
            assert_eq!(copy.len() as u64, REEL, "{at}");
            assert!(copy.starts_with(&original), "{at}");
        }
    }
}
