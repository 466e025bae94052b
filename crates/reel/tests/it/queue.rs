//! `reel queue`: everything that is open is picked up, whatever became of the run that began it.

use sandbox::Fault;
use serde_json::Value;

use crate::bench::{Bench, TEMPLATE, sample};
use crate::hub_bench::PROMPT;
use crate::waiting::{until, with_extension};

fn order(queue: &Value) -> &Value {
    &queue["orders"][0]
}

fn id(order: &Value) -> &str {
    order["order_id"].as_str().expect("an id")
}

/// How often an order was sent to the service, whatever came of it.
fn sent(bench: &Bench) -> usize {
    bench.sandbox.books().count("POST", "/api/riffs")
}

async fn in_doubt(bench: &Bench, fault: Fault, source: &str) {
    bench.sandbox.faults().arm(fault);
    let ended = bench.reel(&["riff", source, "--yes", "--json"]).await;
    assert_eq!(ended.exit, 6, "{}{}", ended.stdout, ended.stderr);
}

#[tokio::test]
async fn what_was_never_answered_is_found_seen_through_and_saved_once() {
    let bench = Bench::signed_in(|_| {}).await;
    in_doubt(&bench, Fault::LoseRiffAnswer, &sample()).await;
    let out = bench.out_argument();
    let arguments = ["queue", "--wait", "--save", &out, "--json"];
    for run in 0..2 {
        let ended = bench.reel(&arguments).await;
        assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
        let queue = ended.json();
        assert_eq!(order(&queue)["state"], "ready");
        let saved = queue["saved"].as_array().expect("a list");
        assert_eq!(saved.len(), 1 - run, "once: {saved:?}");
        assert_eq!(with_extension(&bench.out(), "mp4").len(), 1);
    }
    assert_eq!((sent(&bench), bench.sandbox.books().riffs.len()), (1, 1));
}

#[tokio::test]
async fn what_the_service_does_not_have_is_the_persons_to_give_up() {
    let bench = Bench::signed_in(|_| {}).await;
    in_doubt(&bench, Fault::LoseRiff, &sample()).await;
    let ended = bench.reel(&["queue", "--wait", "--json"]).await;
    assert_eq!(ended.exit, 6, "{}", ended.stdout);
    let queue = ended.json();
    assert_eq!(order(&queue)["state"], "in-doubt");
    assert_eq!(order(&queue)["search"], "not_taken");
    let order_id = id(order(&queue)).to_owned();
    let told = bench.reel(&["queue"]).await;
    let command = format!("reel queue --not-taken {order_id}");
    assert!(told.stdout.contains(&command), "{}", told.stdout);

    let (exit, code) = bench
        .refused(&["queue", "--not-taken", "no-such-order"])
        .await;
    assert_eq!((exit, code.as_str()), (1, "unknown"));
    let given_up = bench.document(&["queue", "--not-taken", &order_id]).await;
    assert_eq!(order(&given_up)["state"], "given-up");
    assert_eq!(sent(&bench), 1, "nothing is sent again");
}

#[tokio::test]
async fn of_several_the_person_says_which_it_is() {
    let bench = Bench::signed_in(|_| {}).await;
    // The first would be found again by the run that orders the second.
    for _ in 0..40 {
        let lists = "/api/tasks".parse().expect("an endpoint");
        bench.sandbox.faults().arm(Fault::Answer(500, lists));
    }
    for _ in 0..2 {
        in_doubt(&bench, Fault::LoseRiffAnswer, TEMPLATE).await;
    }
    bench.sandbox.faults().clear();
    let ended = bench.reel(&["queue", "--json"]).await;
    assert_eq!(ended.exit, 6, "{}{}", ended.stdout, ended.stderr);
    let queue = ended.json();
    // The newer one can't be the batch from before it; the older one can be both.
    let older = &queue["orders"][1];
    let candidates = older["candidates"].as_array().expect("candidates");
    assert_eq!(candidates.len(), 2, "{queue}");
    let order_id = id(older);
    let batch = candidates[0]["batch_id"].as_str().expect("a batch");
    let (exit, code) = bench
        .refused(&["queue", "--adopt", order_id, "another"])
        .await;
    assert_eq!((exit, code.as_str()), (1, "not-a-candidate"));
    // What is left is certain then, and found by itself.
    let out = bench.out_argument();
    let ended = bench
        .reel(&[
            "queue", "--adopt", order_id, batch, "--wait", "--save", &out, "--json",
        ])
        .await;
    assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
    assert_eq!(ended.json()["orders"][1]["batch_id"], batch);
    assert_eq!(with_extension(&bench.out(), "mp4").len(), 2);
    assert_eq!(sent(&bench), 2);
}

#[tokio::test]
async fn a_paid_step_that_was_never_answered_is_asked_for_again_and_its_video_saved() {
    let bench = Bench::with_token(|_| {}).await;
    let faults = bench.sandbox.faults();
    for _ in 0..3 {
        let lost = faults.arm_named("lose-answer=POST:/api/shorts/{slug}/generate");
        lost.expect("a fault");
    }
    let mut child = bench.spawn(&["short", "--prompt", PROMPT, "--yes", "--json"]);
    until("it is charged", || (bench.charged() > 0).then_some(())).await;
    child.kill().await.expect("killed");
    faults.clear();
    let charged = bench.charged();

    let out = bench.out_argument();
    let queue = bench.document(&["queue", "--wait", "--save", &out]).await;
    assert_eq!(queue["purchases"], serde_json::json!([]));
    assert_eq!(queue["projects"], serde_json::json!([]));
    assert_eq!(queue["saved"].as_array().map(Vec::len), Some(1), "{queue}");
    assert_eq!(with_extension(&bench.out(), "mp4").len(), 1);
    assert_eq!(bench.charged(), charged, "nothing is paid twice");
}
