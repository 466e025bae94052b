//! Killed without a warning, at each point of the main job: nothing is lost and nothing is sent
//! twice. The judge is the service's own books.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use futures_util::future::{BoxFuture, join_all};
use sandbox::{Fault, Ffmpeg, Pace};
use serde_json::Value;
use tokio::process::Child;

use crate::bench::{Bench, Decision, Ended, large_sample, sample};
use crate::gate::Gate;
use crate::waiting::{Intent, PATIENCE, until, with_extension};

/// The sandbox's time, which a test can move on: a riff of three minutes then takes none.
#[derive(Clone, Default)]
struct Leap(Arc<AtomicI64>);

impl Leap {
    fn by_an_hour(&self) {
        self.0.fetch_add(3_600, Ordering::SeqCst);
    }
}

impl sandbox::Clock for Leap {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now() + jiff::SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }

    fn sleep(&self, length: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(length))
    }
}

/// Somebody signed in, at a pace at which nothing ends before the clock leaps.
async fn slow_bench() -> (Bench, Leap) {
    let clock = Leap::default();
    let bench = Bench::signed_in(|setup| {
        setup.pace = Pace::Seconds(1_800.0);
        setup.clock = Arc::new(clock.clone());
        setup.ffmpeg = Ffmpeg::Absent;
    })
    .await;
    (bench, clock)
}

/// The carried reel: rendering has tests of its own.
fn carried(setup: &mut sandbox::Setup) {
    setup.ffmpeg = Ffmpeg::Absent;
}

/// A gate before the sandbox, and somebody who signed in through it.
async fn gated_bench() -> (Bench, Gate) {
    let mut bench = Bench::new(carried).await;
    let port = bench.sandbox.riffkit_url().port().expect("a port");
    let gate = Gate::before(port).await;
    bench.address = gate.address().to_owned();
    let ended = bench.login(Decision::Approve).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    (bench, gate)
}

/// SIGKILL: no handler, no destructor, nothing flushed.
async fn kill(mut child: Child) {
    child.kill().await.expect("killed while it ran");
}

/// The orders that the next run shows, newest first. It cleans up after the killed one as well.
async fn recovered(bench: &Bench, arguments: &[&str]) -> Vec<Value> {
    let arguments = [&["queue", "--json"], arguments].concat();
    let ended = bench.reel(&arguments).await;
    let orders = ended.json()["orders"].clone();
    let mut orders = orders.as_array().expect("orders").iter();
    let exit = match orders.any(|order| order["state"] == "in-doubt") {
        true => 6,
        false => 0,
    };
    assert_eq!(ended.exit, exit, "{}{}", ended.stdout, ended.stderr);
    let senders = bench.senders();
    assert!(
        senders.is_empty(),
        "the dead one's lock is gone: {senders:?}"
    );
    ended.json()["orders"].as_array().expect("orders").clone()
}

/// How often an order was sent to the service, whatever came of it.
fn sent(bench: &Bench) -> usize {
    bench.sandbox.books().count("POST", "/api/riffs")
}

fn intent(phase: &str, sealed: bool) -> Intent {
    Intent {
        phase: phase.to_owned(),
        sealed,
    }
}

/// Saves the only reel of an order, and finds it whole.
async fn saved_whole(bench: &Bench, order: &Value) {
    let asset_id = order["reels"][0].as_str().expect("a reel");
    let out = bench.out();
    let ended = save(bench, asset_id).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let files = with_extension(&out, "mp4");
    assert_eq!(files.len(), 1, "{files:?}");
    assert_eq!(
        std::fs::read(&files[0]).expect("saved"),
        bench.original(asset_id)
    );
    assert!(with_extension(&out, "part").is_empty());
}

async fn save(bench: &Bench, asset_id: &str) -> Ended {
    let out = bench.out();
    let out = out.to_str().expect("UTF-8");
    bench.reel(&["save", asset_id, "--to", out, "--json"]).await
}

#[tokio::test]
async fn before_the_intent_nothing_was_ordered() {
    let (bench, gate) = gated_bench().await;
    // The last that is asked before a plan is confirmed.
    gate.hold("GET /api/settings");
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    gate.holds_one().await;
    assert_eq!(bench.intents(), []);
    kill(child).await;

    gate.open();
    assert!(recovered(&bench, &[]).await.is_empty());
    assert_eq!(sent(&bench), 0);
    let again = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!(again.exit, 0, "{}", again.stderr);
    assert_eq!(sent(&bench), 1);
}

#[tokio::test]
async fn after_the_intent_it_was_not_sent() {
    let (bench, gate) = gated_bench().await;
    gate.hold("POST /api/riffs");
    let clip = large_sample(bench.folder.path());
    let child = bench.spawn(&["riff", &clip, "--yes", "--json"]);
    gate.holds_one().await;
    // The intent was on disk before the first byte came.
    assert_eq!(bench.intents(), [intent("sending", false)]);
    kill(child).await;

    gate.open();
    let orders = recovered(&bench, &["--wait"]).await;
    assert_eq!(orders.len(), 1);
    assert_eq!(orders[0]["state"], "not-sent");
    assert_eq!(orders[0]["error"]["code"], "not-sent");
    assert_eq!(sent(&bench), 0, "nothing is sent by itself");
    let again = bench.reel(&["riff", &sample(), "--yes", "--json"]).await;
    assert_eq!(again.exit, 0, "{}", again.stderr);
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 1));
}

#[tokio::test]
async fn once_the_last_byte_may_have_left_it_is_in_doubt() {
    let (bench, gate) = gated_bench().await;
    gate.hold("POST /api/riffs");
    // So small that all of it is on its way at once.
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    until("the last byte may leave", || {
        (bench.intents() == [intent("sending", true)]).then_some(())
    })
    .await;
    kill(child).await;

    gate.open();
    for _ in 0..2 {
        let orders = recovered(&bench, &["--wait"]).await;
        assert_eq!(orders.len(), 1);
        assert_eq!(orders[0]["state"], "in-doubt");
        assert_eq!(orders[0]["error"]["code"], "in-doubt");
        assert_eq!(orders[0]["search"], "not_taken");
    }
    assert_eq!(sent(&bench), 0, "nothing is sent by itself");
}

#[tokio::test]
async fn in_the_middle_of_the_upload_nothing_was_taken() {
    let bench = Bench::signed_in(carried).await;
    bench.sandbox.faults().arm(Fault::HoldRiffBody);
    let clip = large_sample(bench.folder.path());
    let child = bench.spawn(&["riff", &clip, "--yes", "--json"]);
    until("bytes arrive", || {
        (bench.sandbox.books().upload_bytes > 0).then_some(())
    })
    .await;
    assert_eq!(bench.intents(), [intent("sending", false)]);
    kill(child).await;
    bench.sandbox.faults().release();

    // Several fronts may start at once after a crash: one settles it, and all agree.
    let fronts = join_all((0..4).map(|_| bench.reel(&["queue", "--json"]))).await;
    for front in fronts {
        assert_eq!(front.exit, 0, "{}{}", front.stdout, front.stderr);
        assert_eq!(front.json()["orders"][0]["state"], "not-sent");
    }
    let uploads = bench.folder.path().join("sandbox/uploads");
    until("the service has dropped what came", || {
        (std::fs::read_dir(&uploads).expect("readable").count() == 0).then_some(())
    })
    .await;
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 0));
    assert_eq!(recovered(&bench, &["--wait"]).await[0]["state"], "not-sent");
    assert_eq!(sent(&bench), 1, "nothing is sent again");
}

#[tokio::test]
async fn taken_but_not_answered_it_is_found_again_and_its_reel_is_not_lost() {
    let bench = Bench::signed_in(carried).await;
    bench.sandbox.faults().arm(Fault::HoldRiffAnswer);
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    until("the service has taken it", || {
        (bench.sandbox.books().riffs.len() == 1).then_some(())
    })
    .await;
    kill(child).await;
    bench.sandbox.faults().release();

    let orders = recovered(&bench, &["--wait"]).await;
    assert_eq!(orders[0]["state"], "ready");
    saved_whole(&bench, &orders[0]).await;
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 1));
}

#[tokio::test]
async fn after_the_answer_it_is_watched_to_its_end() {
    let (bench, clock) = slow_bench().await;
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    until("the answer is in the journal", || {
        (bench.intents() == [intent("acknowledged", true)]).then_some(())
    })
    .await;
    kill(child).await;
    picked_up(&bench, &clock).await;
}

#[tokio::test]
async fn in_the_middle_of_the_watch_it_is_watched_to_its_end() {
    let (bench, clock) = slow_bench().await;
    let child = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    until("it has been looked at twice", || {
        let polls = bench.sandbox.books().polls;
        polls.values().any(|times| times.len() > 1).then_some(())
    })
    .await;
    kill(child).await;
    picked_up(&bench, &clock).await;
}

/// A riff that the service works on: shown as such, then ready, then on disk.
async fn picked_up(bench: &Bench, clock: &Leap) {
    let orders = recovered(bench, &[]).await;
    assert_eq!(orders.len(), 1);
    assert_eq!(orders[0]["state"], "working");
    let riffs = bench.sandbox.books().riffs;
    assert_eq!(orders[0]["batch_id"], riffs[0].batch_id);
    clock.by_an_hour();
    let orders = recovered(bench, &["--wait"]).await;
    assert_eq!(orders[0]["state"], "ready");
    saved_whole(bench, &orders[0]).await;
    assert_eq!((sent(bench), bench.sandbox.books().riffs.len()), (1, 1));
}

#[tokio::test]
async fn in_the_middle_of_the_download_the_reel_is_whole_or_absent() {
    const SIZE: u64 = 20_000_000;
    let bench = Bench::signed_in(carried).await;
    bench.sandbox.faults().arm(Fault::HugeAsset(SIZE));
    bench.sandbox.faults().arm(Fault::SlowDownload(500_000));
    let out = bench.out();
    let place = out.to_str().expect("UTF-8");
    let child = bench.spawn(&["riff", &sample(), "--yes", "--save", place, "--json"]);
    let part = until("bytes are on disk", || {
        with_extension(&out, "part")
            .into_iter()
            .find(|part| std::fs::metadata(part).is_ok_and(|part| part.len() > 0))
    })
    .await;
    // Another run sees that its owner lives, and leaves it alone.
    let beside = bench.reel(&["queue", "--json"]).await;
    assert_eq!(beside.exit, 0, "{}", beside.stderr);
    assert!(part.exists());
    kill(child).await;
    assert!(part.exists());
    assert!(with_extension(&out, "mp4").is_empty());

    bench.sandbox.faults().clear();
    bench.sandbox.faults().arm(Fault::HugeAsset(SIZE));
    let orders = recovered(&bench, &[]).await;
    assert_eq!(orders[0]["state"], "ready");
    // It is left to whoever saves the same to the same place.
    assert_eq!(with_extension(&out, "part"), [part]);
    assert!(with_extension(&out, "mp4").is_empty());
    let ended = save(&bench, orders[0]["reels"][0].as_str().expect("a reel")).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    let files = with_extension(&out, "mp4");
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(with_extension(&out, "part").is_empty());
    assert_eq!(std::fs::metadata(&files[0]).expect("saved").len(), SIZE);
    let library = bench.reel(&["library", "--json"]).await.json();
    assert_eq!(library["reels"][0]["path"], ended.json()["path"]);
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 1));
}

#[tokio::test]
async fn an_order_that_a_living_run_sends_is_left_to_it() {
    let bench = Bench::signed_in(carried).await;
    bench.sandbox.faults().arm(Fault::HoldRiffBody);
    let clip = large_sample(bench.folder.path());
    let sending = bench.spawn(&["riff", &clip, "--yes", "--json"]);
    until("bytes arrive", || {
        (bench.sandbox.books().upload_bytes > 0).then_some(())
    })
    .await;
    let beside = bench.reel(&["queue", "--json"]).await;
    assert_eq!(beside.json()["orders"][0]["state"], "sending");
    bench.sandbox.faults().release();
    let ended = Ended::from(sending.wait_with_output().await.expect("ends"));
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(recovered(&bench, &[]).await[0]["state"], "ready");
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 1));
}

#[tokio::test]
async fn two_runs_that_watch_the_same_order_both_see_its_end() {
    let (bench, clock) = slow_bench().await;
    let first = bench.spawn(&["riff", &sample(), "--yes", "--json"]);
    let polled = |times: usize| {
        let polls = bench.sandbox.books().polls;
        polls
            .values()
            .any(|polls| polls.len() > times)
            .then_some(())
    };
    until("it is watched", || polled(0)).await;
    let second = bench.spawn(&["queue", "--wait", "--json"]);
    until("both watch", || (bench.senders().len() == 2).then_some(())).await;
    clock.by_an_hour();
    for run in [first, second] {
        let ended = tokio::time::timeout(PATIENCE, run.wait_with_output()).await;
        let ended = Ended::from(ended.expect("it ends").expect("it ran"));
        assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
    }
    assert_eq!(recovered(&bench, &[]).await[0]["state"], "ready");
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 1));
}
