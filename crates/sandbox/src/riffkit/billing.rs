//! Balance, plans and subscription.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde_json::{Value, json};

use super::{auth::SignedIn, problem::Problem};
use crate::{
    moment::{DAY, naive},
    service::Service,
    state::{CREDITS_PER_SECOND, available_credits, held_credits},
};

/// `GET /api/usage/credits`.
pub(crate) async fn credits(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Result<Json<Value>, Problem> {
    service.settle().await?;
    let now = service.now();
    Ok(service.store.read(|records| {
        let held = held_credits(records);
        let spent: i64 = records
            .assets
            .iter()
            .filter(|asset| now - asset.created < DAY)
            .filter_map(|asset| records.rendered.get(&asset.id))
            .map(|reel| reel.duration_ms * CREDITS_PER_SECOND / 1000)
            .sum();
        Json(json!({
            "available": available_credits(records) as f64,
            "held": held as f64,
            "total_remaining": records.credits as f64,
            "daily_spent": spent as f64,
            "daily_limit": 0.0,
            "ledgers": [{
                "type": "sandbox",
                "remaining": records.credits as f64,
                "held": held as f64,
                "expires_at": null,
            }],
        }))
    }))
}

/// `GET /api/billing/plans`: nothing can be bought in the sandbox.
pub(crate) async fn plans(_: SignedIn) -> Json<Value> {
    let plan = |id: &str, price: f64, seconds: i64| {
        json!({
            "id": id,
            "name": format!("{id} (sandbox)"),
            "price_usd": price,
            "credits": seconds * CREDITS_PER_SECOND,
            "seconds": seconds,
            "videos": seconds / 15,
            "unit_price_usd": price / (seconds as f64 / 15.0),
            "purchasable": false,
        })
    };
    Json(json!([
        plan("starter", 29.0, 45),
        plan("daily", 99.0, 150),
        plan("pro", 299.0, 600),
    ]))
}

/// `GET /api/billing/subscription`: carries the rate by which credits become seconds.
pub(crate) async fn subscription(_: SignedIn, State(service): State<Arc<Service>>) -> Json<Value> {
    let began = service.store.read(|records| records.user.created);
    Json(json!({
        "plan_id": "daily",
        "plan_name": "daily (sandbox)",
        "status": "active",
        "scheduled_plan_id": null,
        "cancel_at_period_end": false,
        "current_period_start": naive(began),
        "current_period_end": naive(began + 30 * DAY),
        "stripe_enabled": false,
        "video_credits_per_second": CREDITS_PER_SECOND,
    }))
}
