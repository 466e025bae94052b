//! A failed task once more: restated, confirmed, sent once.

use sandbox::{Fault, Ffmpeg};

use crate::bench::{Bench, TEMPLATE};

/// Somebody whose last order failed, and that task's id.
async fn failed(fault: Fault, change: impl FnOnce(&mut sandbox::Setup)) -> (Bench, String) {
    let bench = Bench::signed_in(|setup| {
        setup.ffmpeg = Ffmpeg::Absent;
        change(setup);
    })
    .await;
    bench.sandbox.faults().arm(fault);
    let ended = bench.reel(&["riff", TEMPLATE, "--yes", "--json"]).await;
    assert_eq!(ended.exit, 1, "{}", ended.stderr);
    let tasks = bench.document(&["tasks", "--status", "failed,dead"]).await;
    let id = tasks[0]["id"].as_str().expect("a failed task").to_owned();
    (bench, id)
}

fn sent(bench: &Bench) -> usize {
    let requests = bench.sandbox.books().requests;
    let retries = requests.iter().filter(|it| it.path.ends_with("/retry"));
    retries.count()
}

#[tokio::test]
async fn a_failed_task_is_made_again_after_saying_what_it_can_cost() {
    for fault in [Fault::FailTask, Fault::DeadTask] {
        let (bench, id) = failed(fault, |_| {}).await;
        let ended = bench.reel(&["retry", &id, "--yes", "--json"]).await;
        assert_eq!(ended.exit, 0, "{}", ended.stderr);
        assert!(
            ended.stderr.contains("It can cost up to "),
            "{}",
            ended.stderr
        );
        assert!(
            !ended.stderr.to_lowercase().contains("credit"),
            "{}",
            ended.stderr
        );
        let document = ended.json();
        assert_eq!(document["formula_id"], TEMPLATE);
        assert_ne!(document["status"], "failed");
        assert_eq!(sent(&bench), 1);
    }
}

#[tokio::test]
async fn with_nobody_to_confirm_nothing_at_all_is_asked_of_the_service() {
    let (bench, id) = failed(Fault::FailTask, |_| {}).await;
    let before = bench.sandbox.books().requests.len();
    let ended = bench.reel(&["retry", &id, "--json"]).await;
    assert_eq!((ended.exit, ended.code().as_str()), (3, "not-confirmed"));
    assert!(ended.stderr.contains("--yes"), "{}", ended.stderr);
    assert_eq!(bench.sandbox.books().requests.len(), before);
}

#[tokio::test]
async fn a_shortfall_prints_the_services_own_link_untouched() {
    // Enough for one, and that one is charged although it failed.
    let (bench, id) = failed(Fault::FailTaskLate, |setup| setup.balance_seconds = 16.0).await;
    let ended = bench.reel(&["retry", &id, "--yes", "--json"]).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (1, "not-enough-seconds"),
        "{}",
        ended.stderr
    );
    let document = ended.json();
    let link = document["error"]["top_up_url"].as_str().expect("the link");
    assert!(link.starts_with("http"), "{link}");
    assert_eq!(ended.stderr.matches(link).count(), 1, "{}", ended.stderr);
    let told = document["error"]["message"].as_str().expect("a sentence");
    assert!(
        told.contains(" s") && !told.to_lowercase().contains("credit"),
        "{told}"
    );
}

#[tokio::test]
async fn what_is_no_failure_of_today_cannot_be_retried() {
    let (bench, _) = failed(Fault::FailTask, |setup| setup.past_days = 20).await;
    let before = sent(&bench);
    for status in ["completed", "failed"] {
        let tasks = bench.document(&["tasks", "--status", status]).await;
        let oldest = tasks.as_array().expect("a list").last().expect("a past");
        let id = oldest["id"].as_str().expect("an id");
        let refused = bench.refused(&["retry", id, "--yes"]).await;
        assert_eq!(refused, (1, "cannot-retry".to_owned()), "{status}");
    }
    let unknown = bench.refused(&["retry", "no-such", "--yes"]).await;
    assert_eq!(unknown, (1, "not-found".to_owned()));
    assert_eq!(sent(&bench), before);
}

#[tokio::test]
async fn a_cause_that_can_be_mended_is_named_first() {
    let (bench, id) = failed(Fault::FailProductImage, |_| {}).await;
    let ended = bench.reel(&["retry", &id, "--yes"]).await;
    assert!(
        ended.stderr.contains("product's images") || ended.exit == 0,
        "{}",
        ended.stderr
    );
    let (bench, id) = failed(Fault::FailStaleTemplate, |_| {}).await;
    let ended = bench.reel(&["retry", &id, "--yes"]).await;
    assert!(
        ended
            .stderr
            .contains(&format!("reel template {TEMPLATE} --refresh")),
        "{}",
        ended.stderr
    );
}

#[tokio::test]
async fn a_lost_answer_is_in_doubt_and_is_not_sent_again() {
    let (bench, id) = failed(Fault::FailTask, |_| {}).await;
    bench
        .sandbox
        .faults()
        .arm_named("answer=500:POST:/api/tasks/{task_id}/retry")
        .expect("a fault");
    let ended = bench.reel(&["retry", &id, "--yes", "--json"]).await;
    assert_eq!(
        (ended.exit, ended.code().as_str()),
        (6, "in-doubt"),
        "{}",
        ended.stderr
    );
    assert_eq!(ended.json()["error"]["retryable"], false);
    assert_eq!(sent(&bench), 1);
    bench.document(&["queue"]).await;
    assert_eq!(sent(&bench), 1, "nothing is sent by itself");
}
