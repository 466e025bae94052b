//! Plans and subscription.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

use super::{auth::SignedIn, document::Unauthenticated};
use crate::{
    moment::{DAY, Millis, naive},
    service::Service,
    state::CREDITS_PER_SECOND,
};

/// How long a plan's period is.
const PERIOD: Millis = 30 * DAY;

/// A plan of the catalog.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlanOut {
    id: String,
    name: String,
    price_usd: f64,
    credits: i64,
    seconds: i64,
    videos: i64,
    unit_price_usd: f64,
    /// False where payments are not configured.
    purchasable: bool,
}

/// The plan catalog: nothing can be bought in the sandbox.
#[utoipa::path(
    get,
    path = "/api/billing/plans",
    security(("session" = [])),
    responses((status = 200, body = [PlanOut]), Unauthenticated)
)]
pub(crate) async fn plans(_: SignedIn) -> Json<Vec<PlanOut>> {
    let plan = |id: &str, price: f64, seconds: i64| PlanOut {
        id: id.to_owned(),
        name: format!("{id} (sandbox)"),
        price_usd: price,
        credits: seconds * CREDITS_PER_SECOND,
        seconds,
        videos: seconds / 15,
        unit_price_usd: price / (seconds as f64 / 15.0),
        purchasable: false,
    };
    Json(vec![
        plan("starter", 29.0, 45),
        plan("daily", 99.0, 150),
        plan("pro", 299.0, 600),
    ])
}

/// The plan that holds.
#[derive(Serialize, ToSchema)]
pub(crate) struct SubscriptionOut {
    /// None is unsubscribed.
    plan_id: Option<String>,
    plan_name: Option<String>,
    status: Option<String>,
    scheduled_plan_id: Option<String>,
    cancel_at_period_end: bool,
    current_period_start: Option<String>,
    current_period_end: Option<String>,
    stripe_enabled: bool,
    /// The rate by which credits become seconds.
    video_credits_per_second: i64,
}

/// The plan that holds; carries the rate by which credits become seconds.
#[utoipa::path(
    get,
    path = "/api/billing/subscription",
    security(("session" = [])),
    responses((status = 200, body = SubscriptionOut), Unauthenticated)
)]
pub(crate) async fn subscription(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Json<SubscriptionOut> {
    let first = service.store.read(|records| records.user.created);
    let began = first + (service.now() - first).max(0) / PERIOD * PERIOD;
    Json(SubscriptionOut {
        plan_id: Some("daily".to_owned()),
        plan_name: Some("daily (sandbox)".to_owned()),
        status: Some("active".to_owned()),
        scheduled_plan_id: None,
        cancel_at_period_end: false,
        current_period_start: Some(naive(began)),
        current_period_end: Some(naive(began + PERIOD)),
        stripe_enabled: false,
        video_credits_per_second: CREDITS_PER_SECOND,
    })
}
