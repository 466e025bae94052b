//! What was used, by day and by period, and what is left of it.

use std::time::Duration;

use reqwest::Method;
use sandbox::Fault;
use serde_json::{Value, json};

use crate::bench::{Bench, batch_path, clip_form, detail};

#[tokio::test]
async fn what_is_charged_is_what_is_reported() {
    let bench = Bench::new().await;
    let me = bench.get("/api/auth/me").await;
    for period in ["today", "7d", "30d", "90d"] {
        let summary = bench
            .get(&format!("/api/usage/summary?period={period}"))
            .await;
        let nothing = json!({
            "period": period, "total_credits": 0.0, "total_cost_usd": 0.0, "groups": [],
        });
        assert_eq!(summary, nothing);
    }
    assert_eq!(bench.get("/api/usage/history").await, json!([]));

    bench.finished_reel().await;
    bench.clock.pass(Duration::from_secs(86_400));
    bench.finished_reel().await;
    bench.finished_reel().await;
    let total = async |period: &str| {
        let summary = bench
            .get(&format!("/api/usage/summary?period={period}"))
            .await;
        summary["total_credits"].as_f64().unwrap()
    };
    assert_eq!(total("today").await, 120_000.0);
    assert_eq!(total("7d").await, 180_000.0);
    assert_eq!(
        bench.get("/api/usage/summary").await["total_cost_usd"],
        12.0
    );
    let history = bench.get("/api/usage/history").await;
    assert_eq!(history.as_array().unwrap().len(), 2);
    assert_eq!(
        history[0],
        json!({
            "date": "2026-06-21",
            "user_id": me["id"],
            "user_email": me["email"],
            "total_credits": 120_000.0,
            "total_cost_usd": 12.0,
            "task_count": 2,
        })
    );
    assert_eq!(history[1]["date"], "2026-06-20");
    let credits = bench.get("/api/usage/credits").await;
    assert_eq!(credits["daily_spent"], 120_000.0);
    assert_eq!(credits["daily_limit"], 0.0);
    let books = bench.sandbox.books();
    assert!((books.charged_seconds - 18.0).abs() < 0.01);
}

#[tokio::test]
async fn the_history_is_narrowed_by_days_or_dates() {
    let bench = Bench::new().await;
    bench.finished_reel().await;
    bench.clock.pass(Duration::from_secs(3 * 86_400));
    bench.finished_reel().await;
    for (query, days) in [
        ("days=1", 1),
        ("days=3", 1),
        ("days=4", 2),
        ("date_from=2026-06-20&date_to=2026-06-20", 1),
        ("date_to=2026-06-22", 1),
        ("date_from=2026-06-20T00:00:00", 2),
        ("days=1&date_from=2026-06-20", 2),
    ] {
        let history = bench.get(&format!("/api/usage/history?{query}")).await;
        assert_eq!(history.as_array().unwrap().len(), days, "{query}");
    }
    for query in [
        "history?days=0",
        "history?days=366",
        "history?days=all",
        "history?date_from=then",
        "summary?period=1y",
    ] {
        let answer = bench
            .call(Method::GET, &format!("/api/usage/{query}"))
            .send();
        detail(answer.await.unwrap(), 422).await;
    }
    for path in [
        "/api/usage/credits",
        "/api/usage/daily-budget",
        "/api/usage/summary",
        "/api/usage/history",
        "/api/billing/plans",
        "/api/billing/subscription",
    ] {
        detail(bench.bare(Method::GET, path).send().await.unwrap(), 401).await;
    }
}

#[tokio::test]
async fn nobody_can_ask_for_somebody_else() {
    let bench = Bench::new().await;
    let me = bench.get("/api/auth/me").await;
    let own = format!("/api/usage/history?user_id={}", me["id"].as_str().unwrap());
    assert_eq!(bench.get(&own).await, json!([]));
    let other = bench
        .call(Method::GET, "/api/usage/history?user_id=other")
        .send();
    detail(other.await.unwrap(), 403).await;
}

#[tokio::test]
async fn without_a_limit_the_budget_allows() {
    let bench = Bench::new().await;
    let budget = bench.get("/api/usage/daily-budget").await;
    assert_eq!(
        budget,
        json!({
            "allowed": true, "spent_credits": 0.0, "limit_credits": 0.0, "remaining_credits": 0.0,
        })
    );
}

#[tokio::test]
async fn plans_and_subscription_have_every_field() {
    let mut bench = Bench::new().await;
    let plans = bench.get("/api/billing/plans").await;
    let ids: Vec<&Value> = plans
        .as_array()
        .unwrap()
        .iter()
        .map(|plan| &plan["id"])
        .collect();
    assert_eq!(ids, ["starter", "daily", "pro"]);
    for plan in plans.as_array().unwrap() {
        for field in [
            "price_usd",
            "credits",
            "seconds",
            "videos",
            "unit_price_usd",
        ] {
            assert!(plan[field].is_number(), "{field}");
        }
        assert_eq!(
            plan["credits"].as_i64().unwrap(),
            10_000 * plan["seconds"].as_i64().unwrap()
        );
    }
    // The session does not hold that long.
    bench.clock.pass(Duration::from_secs(45 * 86_400));
    bench.session = bench.sign_in().await;
    let subscription = bench.get("/api/billing/subscription").await;
    assert_eq!(
        subscription["current_period_start"],
        "2026-07-20T12:00:00.000"
    );
    assert_eq!(
        subscription["current_period_end"],
        "2026-08-19T12:00:00.000"
    );
    for (field, value) in [
        ("plan_id", json!("daily")),
        ("status", json!("active")),
        ("scheduled_plan_id", Value::Null),
        ("cancel_at_period_end", json!(false)),
        ("stripe_enabled", json!(false)),
        ("video_credits_per_second", json!(10_000)),
    ] {
        assert_eq!(subscription[field], value, "{field}");
    }
}

#[tokio::test]
async fn a_cancelled_reel_is_in_the_usage_with_what_was_rendered() {
    let bench = Bench::new().await;
    let riff = bench.accepted(clip_form()).await;
    bench.clock.pass(Duration::from_secs(85));
    let batch = bench.get(&batch_path(&riff)).await;
    let cancel = format!(
        "/api/tasks/{}/cancel",
        batch["tasks"][1]["id"].as_str().unwrap()
    );
    bench.call(Method::POST, &cancel).send().await.unwrap();
    let summary = bench.get("/api/usage/summary").await;
    let total = summary["total_credits"].as_f64().unwrap();
    assert!((total - 40_000.0).abs() < 1_000.0, "{total}");
}

#[tokio::test]
async fn the_balance_can_leak() {
    let bench = Bench::with(|setup| setup.balance_seconds = 100.0).await;
    bench.sandbox.faults().arm_named("balance-leak=15").unwrap();
    let after = bench.get("/api/usage/credits").await;
    assert_eq!(after["total_remaining"], 850_000.0);
    assert_eq!(after["daily_spent"], 0.0);
    assert!(bench.sandbox.faults().armed_now().is_empty());
    bench.sandbox.faults().arm(Fault::BalanceLeak(100));
    assert_eq!(bench.get("/api/usage/credits").await["available"], 0.0);
}

#[tokio::test]
async fn an_invented_past_has_been_used_and_is_the_same_after_a_restart() {
    let bench = Bench::with(|setup| setup.past_days = 40).await;
    let history = bench.get("/api/usage/history?days=90").await;
    let days = history.as_array().unwrap().len();
    assert!((20..=40).contains(&days), "{days} days");
    let total: f64 = history
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["total_credits"].as_f64().unwrap())
        .sum();
    assert_eq!(
        bench.get("/api/usage/summary?period=90d").await["total_credits"],
        total
    );
    assert_eq!(bench.get("/api/usage/summary").await["total_credits"], 0.0);
    let stats = bench.get("/api/tasks/stats").await;
    for status in ["completed", "failed", "dead", "cancelled"] {
        assert!(stats["by_status"][status].as_u64() > Some(0), "{stats}");
    }
    // Nothing of it is new enough to be retried, and none of it was charged here.
    let failed = bench.get("/api/tasks?status=failed,dead&limit=1").await;
    let retry = format!("/api/tasks/{}/retry", failed[0]["id"].as_str().unwrap());
    detail(bench.call(Method::POST, &retry).send().await.unwrap(), 410).await;
    assert_eq!(bench.sandbox.books().charged_seconds, 0.0);
    let bench = bench.restart().await;
    assert_eq!(bench.get("/api/usage/history?days=90").await, history);
}
