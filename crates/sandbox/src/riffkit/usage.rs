//! Balance and use, in credits. A client says them in seconds, by the subscription's rate.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{RawQuery, State},
    http::StatusCode,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Broken, Forbidden, Invalid, Unauthenticated},
    problem::Problem,
    query::Query,
    window::Window,
};
use crate::{
    faults::Fault,
    moment::{DAY, Millis, naive},
    service::Service,
    state::{
        CREDITS_PER_SECOND, available_credits, charges_of, first_of_day, held_credits, spent_today,
    },
    team::Role,
};

/// The balance, in credits.
#[derive(Serialize, ToSchema)]
pub(crate) struct CreditsOut {
    /// What a new order may use.
    available: f64,
    /// What open tasks hold.
    held: f64,
    /// Unspent, the held ones included.
    total_remaining: f64,
    daily_spent: f64,
    /// 0 is unlimited.
    daily_limit: f64,
    ledgers: Vec<LedgerOut>,
}

/// A batch of credits.
#[derive(Serialize, ToSchema)]
pub(crate) struct LedgerOut {
    r#type: String,
    remaining: f64,
    held: f64,
    expires_at: Option<String>,
}

/// The balance: in a team the owner's, with the caller's own daily allowance.
#[utoipa::path(
    get,
    path = "/api/usage/credits",
    security(("session" = [])),
    responses((status = 200, body = CreditsOut), Unauthenticated, Broken)
)]
pub(crate) async fn credits(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Result<Json<CreditsOut>, Problem> {
    service.settle().await?;
    leak(&service)?;
    let now = service.now();
    let limit = service.roster.own.daily_limit_credits;
    Ok(service.store.read(|records| {
        let held = held_credits(records);
        Json(CreditsOut {
            available: available_credits(records) as f64,
            held: held as f64,
            total_remaining: records.credits as f64,
            daily_spent: spent_today(records, now) as f64,
            daily_limit: limit as f64,
            ledgers: vec![LedgerOut {
                r#type: "sandbox".to_owned(),
                remaining: records.credits as f64,
                held: held as f64,
                expires_at: None,
            }],
        })
    }))
}

/// Takes credits that no task explains, where that fault is armed.
fn leak(service: &Service) -> Result<(), Problem> {
    let percent = service.faults.take(|fault| match fault {
        Fault::BalanceLeak(percent) => i64::try_from(*percent).ok(),
        _ => None,
    });
    if let Some(percent) = percent {
        service.change(|records, _| records.credits -= records.credits / 100 * percent)?;
    }
    Ok(())
}

/// The simple gate before an order, in credits.
#[derive(Serialize, ToSchema)]
pub(crate) struct DailyBudgetOut {
    allowed: bool,
    spent_credits: f64,
    /// 0 is unlimited.
    limit_credits: f64,
    /// 0 as well where there is no limit, from which nothing could remain.
    remaining_credits: f64,
}

/// Whether the caller's daily allowance has anything left.
#[utoipa::path(
    get,
    path = "/api/usage/daily-budget",
    security(("session" = [])),
    responses((status = 200, body = DailyBudgetOut), Unauthenticated, Broken)
)]
pub(crate) async fn daily_budget(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Result<Json<DailyBudgetOut>, Problem> {
    service.settle().await?;
    let now = service.now();
    let limit = service.roster.own.daily_limit_credits;
    Ok(service.store.read(|records| {
        let spent = spent_today(records, now);
        let remaining = (limit - spent - held_credits(records)).max(0);
        Json(DailyBudgetOut {
            allowed: limit == 0 || remaining > 0,
            spent_credits: spent as f64,
            limit_credits: limit as f64,
            remaining_credits: remaining as f64,
        })
    }))
}

/// What was used within a period.
#[derive(Serialize, ToSchema)]
pub(crate) struct UsageSummaryOut {
    period: Window,
    total_credits: f64,
    total_cost_usd: f64,
    /// Empty for customers.
    #[schema(value_type = Vec<Object>)]
    groups: [(); 0],
}

/// What the caller has used within a period.
///
/// The contract names one period, `today`; the others are those that it has for
/// `created_window`. Without one it is `today`.
#[utoipa::path(
    get,
    path = "/api/usage/summary",
    security(("session" = [])),
    params(("period" = Option<Window>, Query, description = "Default today")),
    responses((status = 200, body = UsageSummaryOut), Unauthenticated, Invalid, Broken)
)]
pub(crate) async fn summary(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Json<UsageSummaryOut>, Problem> {
    let query = Query::read(raw.as_deref());
    let period = query.choice("period", &Window::WORDS)?;
    let period = period.unwrap_or(Window::Today);
    service.settle().await?;
    let now = service.now();
    Ok(service.store.read(|records| {
        let span = period.since(now)..now + 1;
        let total: i64 = charges_of(records, &records.user.id, span)
            .map(|charge| charge.credits)
            .sum();
        Json(UsageSummaryOut {
            period,
            total_credits: total as f64,
            total_cost_usd: usd(total),
            groups: [],
        })
    }))
}

/// About a dollar a second (contract).
fn usd(credits: i64) -> f64 {
    credits as f64 / CREDITS_PER_SECOND as f64
}

/// What one person has used in one day (UTC).
#[derive(Serialize, ToSchema)]
pub(crate) struct UsageDayOut {
    /// YYYY-MM-DD.
    date: String,
    user_id: String,
    user_email: String,
    total_credits: f64,
    total_cost_usd: f64,
    task_count: u32,
}

/// What was used day by day, newest first; days without use are left out.
///
/// The contract names neither parameters nor fields beside `user_email`. So the sandbox decides:
/// `days` (1 to 365, today included, 30 by default), or `date_from` and `date_to` as the list of
/// tasks has them, which then count instead; and `user_id`, by which a person who is no admin can
/// ask for nobody else (403).
#[utoipa::path(
    get,
    path = "/api/usage/history",
    security(("session" = [])),
    params(
        ("days" = Option<usize>, Query, minimum = 1, maximum = 365, description = "Default 30"),
        (
            "date_from" = Option<String>, Query,
            description = "YYYY-MM-DD, or ISO 8601 in full; counts instead of `days`"
        ),
        (
            "date_to" = Option<String>, Query,
            description = "YYYY-MM-DD (that whole day), or ISO 8601 in full"
        ),
        ("user_id" = Option<String>, Query, description = "Default the caller"),
    ),
    responses((status = 200, body = [UsageDayOut]), Unauthenticated, Forbidden, Invalid, Broken)
)]
pub(crate) async fn history(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Json<Vec<UsageDayOut>>, Problem> {
    let query = Query::read(raw.as_deref());
    let days = query.number("days", 30, 1..=365)?;
    let (from, to) = query.span("date_from", "date_to")?;
    let roster = &service.roster;
    let asked = query.one("user_id").unwrap_or(&roster.own.user_id);
    let is_own = asked == roster.own.user_id;
    if !is_own && roster.own.role == Role::Member {
        return Err(Problem::plain(
            StatusCode::FORBIDDEN,
            "Only an admin can query somebody else",
        ));
    }
    let email = roster
        .everybody()
        .find(|member| member.user_id == asked)
        .map(|member| member.email.clone())
        .ok_or_else(|| Problem::plain(StatusCode::FORBIDDEN, "Not a member of this scope"))?;
    service.settle().await?;
    let now = service.now();
    let is_dated = query.one("date_from").is_some() || query.one("date_to").is_some();
    let span = if is_dated {
        from..to.saturating_add(1)
    } else {
        let back = Millis::try_from(days - 1).unwrap_or(0) * DAY;
        first_of_day(now) - back..now + 1
    };
    let mut used = BTreeMap::<Millis, (i64, u32)>::new();
    service.store.read(|records| {
        for charge in charges_of(records, asked, span) {
            let day = used.entry(first_of_day(charge.at)).or_default();
            day.0 += charge.credits;
            day.1 += 1;
        }
    });
    let days = used.into_iter().rev();
    Ok(Json(
        days.map(|(day, (credits, tasks))| UsageDayOut {
            date: naive(day).chars().take(10).collect(),
            user_id: asked.to_owned(),
            user_email: email.clone(),
            total_credits: credits as f64,
            total_cost_usd: usd(credits),
            task_count: tasks,
        })
        .collect(),
    ))
}
