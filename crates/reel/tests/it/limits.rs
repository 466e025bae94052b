//! The person's own limits: shown, set, and gone over with an extra yes.

use sandbox::{Fault, Ffmpeg};
use serde_json::{Value, json};

use crate::bench::{Bench, TEMPLATE, members};
use crate::hub_bench::PROMPT;

/// What `reel limits` says.
async fn limits(bench: &Bench, arguments: &[&str]) -> Value {
    bench.document(&[&["limits"], arguments].concat()).await
}

async fn signed_in() -> Bench {
    Bench::signed_in(|setup| setup.ffmpeg = Ffmpeg::Absent).await
}

#[tokio::test]
async fn limits_are_off_until_they_are_set_and_each_is_set_by_itself() {
    let bench = Bench::new(|_| {}).await;
    let before = limits(&bench, &[]).await;
    assert_eq!(members(&before), ["hubfluencer", "riffkit"]);
    let nothing = json!({
        "unit": "seconds", "order": null, "day": null, "month": null,
        "spent_today": 0.0, "spent_this_month": 0.0,
    });
    assert_eq!(before["riffkit"], nothing);
    assert_eq!(before["hubfluencer"]["unit"], "credits");
    limits(&bench, &["riffkit", "--day", "120", "--month", "900"]).await;
    let set = limits(&bench, &["riffkit", "--day", "off", "--order", "0"]).await;
    assert_eq!(members(&set), ["riffkit"], "only the one that is named");
    let set = &set["riffkit"];
    assert_eq!(
        (&set["order"], &set["day"], &set["month"]),
        (&0.into(), &Value::Null, &900.into())
    );
    let text = bench.text(&["limits"]).await;
    for told in ["Riffkit", "at most 900 s", "Hubfluencer", "no limit"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    for wrong in [
        &["limits", "--day", "3"][..],
        &["limits", "riffkit", "--day", "-3"],
        &["limits", "riffkit", "--day", "1.5"],
        &["limits", "riffkit", "--month", "none"],
    ] {
        assert_eq!(
            bench.refused(wrong).await,
            (2, "usage".to_owned()),
            "{wrong:?}"
        );
    }
}

#[tokio::test]
async fn a_script_goes_over_a_limit_only_where_it_says_so() {
    let bench = signed_in().await;
    limits(&bench, &["riffkit", "--order", "30", "--day", "60"]).await;
    let ended = bench.reel(&["riff", TEMPLATE, "--yes", "--json"]).await;
    assert_eq!((ended.exit, ended.code().as_str()), (3, "over-limit"));
    let message = ended.json()["error"]["message"].to_string();
    assert!(message.contains("up to 45 s"), "{message}");
    assert!(message.contains("limit for one order is 30 s"), "{message}");
    assert!(ended.stderr.contains("--over-limit"), "{}", ended.stderr);
    assert!(!ended.stderr.contains("credit"), "{}", ended.stderr);
    let alone = bench
        .reel(&["riff", TEMPLATE, "--over-limit", "--json"])
        .await;
    assert_eq!((alone.exit, alone.code().as_str()), (3, "not-confirmed"));
    assert_eq!(bench.sandbox.books().riffs.len(), 0, "nothing was ordered");
    let both = &["riff", TEMPLATE, "--yes", "--over-limit", "--json"];
    let made = bench.reel(both).await;
    assert_eq!(made.exit, 0, "{}", made.stderr);
    assert!(
        made.stderr.contains("limit for one order is 30 s"),
        "told all the same"
    );
    assert_eq!(bench.sandbox.books().riffs.len(), 1);
    let spent = limits(&bench, &["riffkit"]).await;
    let spent = spent["riffkit"]["spent_today"].as_f64().expect("a number");
    assert!(
        spent > 0.0 && spent < 45.0,
        "as long as the reel is: {spent}"
    );
    // Within its limits nothing more is asked.
    limits(&bench, &["riffkit", "--order", "off"]).await;
    let within = bench.reel(&["riff", TEMPLATE, "--yes", "--json"]).await;
    assert_eq!(within.exit, 0, "{}", within.stderr);
}

#[tokio::test]
async fn a_retry_counts_and_the_queue_says_how_long_there_is_one() {
    let bench = signed_in().await;
    bench.sandbox.faults().arm(Fault::FailTask);
    let ended = bench.reel(&["riff", TEMPLATE, "--yes", "--json"]).await;
    assert_eq!(ended.exit, 1, "{}", ended.stderr);
    let queue = bench.document(&["queue"]).await;
    let task = &queue["orders"][0]["tasks"][0];
    let id = task["task_id"].as_str().expect("an id");
    let ended_at = queue["orders"][0]["ended_at"].as_i64().expect("a time");
    let until = task["retry_until"].as_i64().expect("a time");
    assert!((until - ended_at - 24 * 60 * 60 * 1000).abs() < 60_000);
    let text = bench.text(&["queue"]).await;
    assert!(text.contains(&format!("reel retry {id}")), "{text}");
    limits(&bench, &["riffkit", "--month", "60"]).await;
    let retry = bench.reel(&["retry", id, "--yes", "--json"]).await;
    assert_eq!((retry.exit, retry.code().as_str()), (3, "over-limit"));
    assert!(
        retry.stderr.contains("limit for a month is 60 s"),
        "{}",
        retry.stderr
    );
    let retry = bench
        .reel(&["retry", id, "--yes", "--over-limit", "--json"])
        .await;
    assert_eq!(retry.exit, 0, "{}", retry.stderr);
}

#[tokio::test]
async fn credits_are_limited_too_and_a_draft_that_is_refused_stays() {
    let bench = Bench::with_token(|_| {}).await;
    limits(&bench, &["hubfluencer", "--order", "10"]).await;
    let ended = bench
        .reel(&["short", "--prompt", PROMPT, "--yes", "--json"])
        .await;
    assert_eq!((ended.exit, ended.code().as_str()), (3, "over-limit"));
    let document = ended.json();
    let message = document["error"]["message"].to_string();
    assert!(message.contains("15 credits"), "{message}");
    assert!(message.contains("limit for one step is 10"), "{message}");
    let slug = document["slug"].as_str().expect("the draft").to_owned();
    assert_eq!(bench.sandbox.hub_books().charged(), 0);
    let both = ["short", "generate", &slug, "--yes", "--over-limit"];
    bench.document(&both).await;
    assert_eq!(bench.sandbox.hub_books().charged(), 15);
    limits(&bench, &["hubfluencer", "--day", "15", "--order", "off"]).await;
    let unlock = bench.refused(&["assists", "--unlock", "--yes"]).await;
    assert_eq!(unlock, (3, "over-limit".to_owned()));
    let both = ["assists", "--unlock", "--yes", "--over-limit"];
    bench.document(&both).await;
    let spent = limits(&bench, &["hubfluencer"]).await;
    assert_eq!(spent["hubfluencer"]["spent_today"], 16.0);
}
