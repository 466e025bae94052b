//! What is left, what was used, plans, the team, and the rest that is only looked at.

use sandbox::{Fault, Team};

use crate::bench::{Bench, members};

#[tokio::test]
async fn use_is_one_document_of_the_services_own_parts() {
    let bench = Bench::signed_in(|setup| setup.past_days = 20).await;
    let document = bench.document(&["usage", "--period", "30d"]).await;
    assert_eq!(
        members(&document),
        [
            "credits",
            "daily_budget",
            "history",
            "subscription",
            "summary"
        ]
    );
    assert_eq!(
        members(&document["credits"]),
        [
            "available",
            "daily_limit",
            "daily_spent",
            "held",
            "ledgers",
            "total_remaining"
        ]
    );
    assert_eq!(
        members(&document["daily_budget"]),
        [
            "allowed",
            "limit_credits",
            "remaining_credits",
            "spent_credits"
        ]
    );
    assert_eq!(
        members(&document["summary"]),
        ["groups", "period", "total_cost_usd", "total_credits"]
    );
    assert_eq!(document["summary"]["period"], "30d");
    let rate = document["subscription"]["video_credits_per_second"].as_f64();
    assert_eq!(rate, Some(10_000.0));
    assert!(!document["history"].as_array().expect("days").is_empty());
    for (period, word) in [("today", "today"), ("7d", "7d"), ("90d", "90d")] {
        let document = bench.document(&["usage", "--period", period]).await;
        assert_eq!(document["summary"]["period"], word);
    }
    assert_eq!(bench.refused(&["usage", "--period", "2d"]).await.0, 2);
}

#[tokio::test]
async fn people_read_seconds_and_nothing_else() {
    let bench = Bench::signed_in(|setup| {
        setup.past_days = 20;
        setup.balance_seconds = 300.0;
    })
    .await;
    let usage = bench.text(&["usage", "--period", "30d"]).await;
    assert!(usage.starts_with("Left "), "{usage}");
    assert!(
        usage
            .lines()
            .next()
            .is_some_and(|line| line.ends_with("300 s")),
        "{usage}"
    );
    let plans = bench.text(&["plans"]).await;
    assert!(plans.contains("150 s  about 10 videos"), "{plans}");
    for text in [usage, plans] {
        for never in ["credit", "usd", "$", "price"] {
            assert!(!text.to_lowercase().contains(never), "{never}: {text}");
        }
    }
    let plans = bench.document(&["plans"]).await;
    assert_eq!(
        members(&plans[0]),
        [
            "credits",
            "id",
            "name",
            "price_usd",
            "purchasable",
            "seconds",
            "unit_price_usd",
            "videos"
        ]
    );
}

#[tokio::test]
async fn a_part_that_cannot_be_read_is_null_and_is_said() {
    let bench = Bench::signed_in(|_| {}).await;
    let fault = "answer=403:GET:/api/usage/history*always";
    bench.sandbox.faults().arm_named(fault).expect("a fault");
    let document = bench.document(&["usage"]).await;
    assert!(document["history"].is_null());
    assert!(document["credits"]["available"].is_number());
    let text = bench.text(&["usage"]).await;
    assert!(text.contains("could not be read"), "{text}");
}

#[tokio::test]
async fn a_team_is_told_with_what_each_submitted() {
    let bench = Bench::signed_in(|setup| {
        setup.past_days = 20;
        setup.team = Team::Several {
            daily_limit_seconds: 60.0,
        };
    })
    .await;
    let document = bench.document(&["team"]).await;
    let team = document.as_array().expect("a list");
    assert_eq!(team.len(), 4);
    assert_eq!(
        members(&team[0]),
        [
            "daily_credits_limit",
            "id",
            "joined_at",
            "role",
            "scope_id",
            "user_email",
            "user_id"
        ]
    );
    let text = bench.text(&["team"]).await;
    assert_eq!(text.lines().count(), 4);
    assert!(text.contains("owner@sandbox.invalid"), "{text}");
    assert!(text.contains("up to 60 s a day"), "{text}");
    assert!(text.contains("riff"), "{text}");
    let usage = bench.text(&["usage"]).await;
    assert!(usage.contains("Daily allowance"), "{usage}");

    let alone = Bench::signed_in(|_| {}).await;
    let ended = alone.reel(&["team"]).await;
    assert!(ended.stderr.contains("alone"), "{}", ended.stderr);
}

#[tokio::test]
async fn what_was_out_of_the_ordinary_is_listed() {
    let bench = Bench::signed_in(|_| {}).await;
    assert_eq!(
        bench.document(&["activity"]).await["entries"],
        serde_json::json!([])
    );
    bench.sandbox.faults().arm(Fault::InternalField);
    bench.document(&["templates"]).await;
    let text = bench.text(&["activity"]).await;
    assert!(text.contains("GET /api/formulas"), "{text}");
    let entries = bench.document(&["activity"]).await["entries"].clone();
    assert!(!entries.as_array().expect("a list").is_empty());
}

#[tokio::test]
async fn diagnostics_hold_no_secret_and_need_no_session() {
    let bench = Bench::signed_in(|_| {}).await;
    let document = bench.document(&["diagnostics"]).await;
    assert_eq!(members(&document), ["contract", "report"]);
    let secret = std::fs::read_to_string(bench.home().join("vault.json")).expect("kept");
    let secret: serde_json::Value = serde_json::from_str(&secret).expect("JSON");
    let report = document["report"].as_str().expect("a text");
    for value in secret.as_object().expect("by name").values() {
        if let Some(value) = value.as_str().filter(|value| value.len() > 8) {
            assert!(!report.contains(value), "{report}");
        }
    }
    let nobody = Bench::new(|_| {}).await;
    assert_eq!(nobody.reel(&["diagnostics"]).await.exit, 0);
    assert_eq!(nobody.reel(&["activity"]).await.exit, 0);
}
