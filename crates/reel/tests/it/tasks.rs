//! The service's tasks: listed, counted, looked at, cancelled.

use sandbox::{Ffmpeg, Pace, Team};
use serde_json::Value;

use crate::bench::{Bench, TEMPLATE, members};

/// The members of `TaskOut`, as the contract has them.
const TASK: [&str; 20] = [
    "batch_id",
    "character_id",
    "content_anchor",
    "created_at",
    "current_step",
    "error",
    "finished_at",
    "formula_id",
    "formula_name",
    "id",
    "language",
    "product_id",
    "product_visibility",
    "progress",
    "result",
    "segment_count",
    "started_at",
    "status",
    "submitted_by_user_id",
    "type",
];

/// Somebody signed in to an account with a past.
async fn with_a_past() -> Bench {
    Bench::signed_in(|setup| {
        setup.past_days = 20;
        setup.ffmpeg = Ffmpeg::Absent;
    })
    .await
}

fn list(document: &Value) -> &[Value] {
    document.as_array().expect("a list")
}

#[tokio::test]
async fn tasks_are_the_services_own_document_a_page_at_a_time() {
    let bench = with_a_past().await;
    let all = bench.document(&["tasks"]).await;
    for name in TASK {
        assert!(list(&all)[0].get(name).is_some(), "{name}");
    }
    let page = bench
        .document(&["tasks", "--limit", "2", "--offset", "1"])
        .await;
    assert_eq!(list(&page), &list(&all)[1..3]);
    let ended = bench.reel(&["tasks", "--limit", "2"]).await;
    assert_eq!(ended.stdout.lines().count(), 2);
    let told = format!("2 of {} are shown.", list(&all).len());
    assert!(ended.stderr.contains(&told), "{}", ended.stderr);
    let id = list(&all)[0]["id"].as_str().expect("an id");
    assert!(ended.stdout.starts_with(id), "{}", ended.stdout);
}

#[tokio::test]
async fn tasks_are_narrowed_by_status_type_and_days() {
    let bench = with_a_past().await;
    let failed = bench.document(&["tasks", "--status", "failed,dead"]).await;
    assert!(!list(&failed).is_empty());
    for task in list(&failed) {
        assert!(
            task["status"] == "failed" || task["status"] == "dead",
            "{task}"
        );
    }
    let twice = ["tasks", "--status", "failed", "--status", "dead"];
    assert_eq!(bench.document(&twice).await, failed);
    let analyses = bench.document(&["tasks", "--type", "analyze"]).await;
    for task in list(&analyses) {
        assert_eq!(task["type"], "analyze");
    }
    let all = bench.document(&["tasks"]).await;
    let oldest = list(&all).last().expect("a past")["created_at"].clone();
    let day = &oldest.as_str().expect("a time")[..10];
    let of_that_day = bench.document(&["tasks", "--from", day, "--to", day]).await;
    assert!(!list(&of_that_day).is_empty());
    assert!(list(&of_that_day).len() < list(&all).len());
    let none = bench
        .reel(&["tasks", "--from", "2001-01-01", "--to", "2001-01-02"])
        .await;
    assert_eq!((none.exit, none.stdout.as_str()), (0, ""));
    assert!(none.stderr.contains("No task fits."), "{}", none.stderr);
}

#[tokio::test]
async fn tasks_are_counted_by_type_and_status() {
    let bench = with_a_past().await;
    let all = bench.document(&["tasks", "--limit", "500"]).await;
    let counts = bench.document(&["tasks", "--count"]).await;
    assert_eq!(members(&counts), ["by_status", "by_type", "total"]);
    assert_eq!(counts["total"], list(&all).len());
    let text = bench.text(&["tasks", "--count"]).await;
    assert!(text.contains("completed  "), "{text}");
    assert!(
        text.trim_end().ends_with(&list(&all).len().to_string()),
        "{text}"
    );
}

#[tokio::test]
async fn wrong_days_and_bounds_are_a_wrong_command_line() {
    let bench = with_a_past().await;
    for day in ["yesterday", "2026-02-30", "30.11.2026"] {
        let refused = bench.refused(&["tasks", "--from", day]).await;
        assert_eq!(refused, (2, "date-unreadable".to_owned()), "{day}");
    }
    for (name, value) in [("--limit", "0"), ("--limit", "501"), ("--offset", "-1")] {
        let refused = bench.refused(&["tasks", name, value]).await;
        assert_eq!(refused, (2, "usage".to_owned()), "{name} {value}");
    }
}

#[tokio::test]
async fn a_task_is_shown_with_its_cause_and_its_words() {
    let bench = with_a_past().await;
    let failed = bench
        .document(&["tasks", "--status", "failed", "--limit", "1"])
        .await;
    let id = failed[0]["id"].as_str().expect("an id");
    let document = bench.document(&["task", id]).await;
    assert_eq!(document["id"], id);
    let text = bench.text(&["task", id]).await;
    let error = document["error"].as_str().expect("a cause");
    assert_eq!(text.matches(error).count(), 1, "said once: {text}");
    assert!(text.contains("\n  Why "), "{text}");

    let done = bench
        .document(&["tasks", "--status", "completed", "--limit", "1"])
        .await;
    let id = done[0]["id"].as_str().expect("an id");
    let content = bench.document(&["task", id, "--content"]).await;
    assert_eq!(
        members(&content),
        [
            "content_anchor",
            "extraction",
            "rewrite",
            "template_name",
            "user_hint"
        ]
    );
    assert_eq!(
        members(&content["rewrite"]),
        ["caption", "dialogue", "hashtags", "story"]
    );
    let text = bench.text(&["task", id, "--content"]).await;
    for part in [
        "Story:\n  ",
        "Dialogue:\n  ",
        "Caption:\n  ",
        "Hashtags:\n  #",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    for arguments in [&["task", "no-such"][..], &["task", "no-such", "--content"]] {
        assert_eq!(bench.refused(arguments).await, (1, "not-found".to_owned()));
    }
}

#[tokio::test]
async fn a_running_task_is_cancelled_with_what_that_means() {
    let bench = Bench::signed_in(|setup| setup.pace = Pace::Seconds(3_600.0)).await;
    let mut riff = bench.spawn(&["riff", TEMPLATE, "--yes", "--quiet"]);
    crate::waiting::until("it is there", || {
        (bench.sandbox.books().riffs.len() == 1).then_some(())
    })
    .await;
    riff.kill().await.expect("ends");
    let tasks = bench
        .document(&["tasks", "--status", "queued,running"])
        .await;
    let id = tasks[0]["id"].as_str().expect("an id");
    let ended = bench.reel(&["cancel", id, "--json"]).await;
    assert_eq!(ended.exit, 0, "{}", ended.stderr);
    assert_eq!(ended.json()["status"], "cancelled");
    assert!(ended.stderr.contains("What is rendered already is charged"));
    // Once more: what was wanted is so.
    assert_eq!(bench.document(&["cancel", id]).await["status"], "cancelled");
    assert_eq!(
        bench.refused(&["cancel", "no-such"]).await,
        (1, "not-found".to_owned())
    );
    let text = bench.text(&["task", id]).await;
    assert!(text.contains("cancelled"), "{text}");
}

#[tokio::test]
async fn in_a_team_tasks_are_told_by_who_submitted_them() {
    let bench = Bench::signed_in(|setup| {
        setup.past_days = 20;
        setup.team = Team::Several {
            daily_limit_seconds: 60.0,
        };
    })
    .await;
    let email = "producer@sandbox.invalid";
    let by_email = bench.document(&["tasks", "--by", email]).await;
    assert!(!list(&by_email).is_empty());
    let user = by_email[0]["submitted_by_user_id"]
        .as_str()
        .expect("a user");
    assert_eq!(bench.document(&["tasks", "--by", user]).await, by_email);
    for task in list(&by_email) {
        assert_eq!(task["submitted_by_user_id"], user);
    }
    let text = bench.text(&["tasks", "--by", email]).await;
    assert!(text.lines().all(|line| line.contains(email)), "{text}");
    let counted = bench.document(&["tasks", "--by", email, "--count"]).await;
    assert_eq!(counted["total"], list(&by_email).len());
    assert_eq!(
        bench
            .refused(&["tasks", "--by", "nobody@sandbox.invalid"])
            .await,
        (2, "usage".to_owned())
    );
}
