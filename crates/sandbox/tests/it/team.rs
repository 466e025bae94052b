//! A scope of several people, and the daily allowance.

use std::time::Duration;

use reqwest::{Method, StatusCode};
use sandbox::{Fault, Team};
use serde_json::{Value, json};

use crate::bench::{Bench, clip_form, detail};

async fn team(daily_limit_seconds: f64) -> Bench {
    Bench::with(|setup| {
        setup.team = Team::Several {
            daily_limit_seconds,
        };
    })
    .await
}

#[tokio::test]
async fn alone_one_owns_the_scope() {
    let bench = Bench::new().await;
    let me = bench.get("/api/auth/me").await;
    assert_eq!(me["role"], "owner");
    assert_eq!(me["daily_credits_limit"], 0.0);
    let scope = me["scope_id"].as_str().unwrap();
    let members = bench.get(&format!("/api/scopes/{scope}/members")).await;
    assert_eq!(members.as_array().unwrap().len(), 1);
    assert_eq!(members[0]["user_id"], me["id"]);
    assert_eq!(members[0]["user_email"], me["email"]);
    assert_eq!(members[0]["role"], "owner");
    let other = bench.call(Method::GET, "/api/scopes/other/members").send();
    detail(other.await.unwrap(), 403).await;
    let path = format!("/api/scopes/{scope}/members");
    detail(bench.bare(Method::GET, &path).send().await.unwrap(), 401).await;
}

#[tokio::test]
async fn in_a_team_one_is_a_member_among_others() {
    let bench = team(60.0).await;
    let me = bench.get("/api/auth/me").await;
    assert_eq!(me["role"], "member");
    assert_eq!(me["daily_credits_limit"], 600_000.0);
    let path = format!("/api/scopes/{}/members", me["scope_id"].as_str().unwrap());
    let members = bench.get(&path).await;
    let roles: Vec<&Value> = members
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["role"])
        .collect();
    assert_eq!(roles, ["owner", "admin", "member", "member"]);
    for member in members.as_array().unwrap() {
        for field in [
            "id",
            "scope_id",
            "user_id",
            "role",
            "joined_at",
            "user_email",
        ] {
            assert!(member[field].is_string(), "{field}: {member}");
        }
        assert!(member["daily_credits_limit"].is_number());
    }
    // The others have worked; their use is their own.
    let tasks = bench.get("/api/tasks?limit=500").await;
    assert!(
        tasks
            .as_array()
            .unwrap()
            .iter()
            .all(|task| task["submitted_by_user_id"] != me["id"])
    );
    assert_eq!(bench.get("/api/usage/history").await, json!([]));
    let other = members[0]["user_id"].as_str().unwrap();
    let call = bench.call(Method::GET, &format!("/api/usage/history?user_id={other}"));
    detail(call.send().await.unwrap(), 403).await;
    let bench = bench.restart().await;
    assert_eq!(bench.get(&path).await, members);
}

#[tokio::test]
async fn the_daily_allowance_is_told_apart_from_the_rate() {
    let bench = team(13.0).await;
    bench.finished_reel().await;
    bench.finished_reel().await;
    let credits = bench.get("/api/usage/credits").await;
    assert_eq!(credits["daily_spent"], 120_000.0);
    assert_eq!(credits["daily_limit"], 130_000.0);
    // The owner's balance would do.
    assert_eq!(credits["available"], 5_880_000.0);
    let budget = bench.get("/api/usage/daily-budget").await;
    assert_eq!(budget["allowed"], true);
    assert_eq!(budget["spent_credits"], 120_000.0);
    assert_eq!(budget["remaining_credits"], 10_000.0);

    let over = bench.riff(clip_form()).await;
    // 207 s after noon, those of the sign-in included: until midnight UTC.
    assert_eq!(
        over.headers()["retry-after"],
        (12 * 3_600 - 207).to_string().as_str()
    );
    let daily = detail(over, 429).await;
    bench.sandbox.faults().arm(Fault::Riff429);
    let rate = detail(bench.riff(clip_form()).await, 429).await;
    assert_ne!(daily, rate);
    assert!(daily.as_str().unwrap().contains("Daily"));
    assert_eq!(bench.sandbox.books().riffs.len(), 2);

    bench.clock.pass(Duration::from_secs(12 * 3_600));
    assert_eq!(bench.get("/api/usage/credits").await["daily_spent"], 0.0);
    bench.accepted(clip_form()).await;
}

#[tokio::test]
async fn what_is_under_way_counts_and_batches_and_retries_are_held_to_it() {
    let bench = team(13.0).await;
    bench.sandbox.faults().arm(Fault::FailTask);
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(101));
    let batch = bench.get(&crate::bench::batch_path(&riff)).await;
    let failed = batch["tasks"][1]["id"].as_str().unwrap();
    let order = json!({
        "formula_id": riff["formula_id"], "character_ids": ["sandbox-avery", "sandbox-noor"],
        "language": "en",
    });
    let ordered = bench.call(Method::POST, "/api/pipeline/batch").json(&order);
    assert_eq!(ordered.send().await.unwrap().status(), StatusCode::OK);
    // Twice six seconds are held: neither another batch nor the retry fits.
    let again = bench.call(Method::POST, "/api/pipeline/batch").json(&order);
    let why = detail(again.send().await.unwrap(), 429).await;
    assert!(why.as_str().unwrap().contains("Daily"));
    let retry = bench.call(Method::POST, &format!("/api/tasks/{failed}/retry"));
    detail(retry.send().await.unwrap(), 429).await;
    let budget = bench.get("/api/usage/daily-budget").await;
    assert_eq!(budget["spent_credits"], 0.0);
}
