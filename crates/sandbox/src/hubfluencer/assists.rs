//! The free AI assists of a day (contract: 20, and ten more for a credit).

use std::sync::Arc;

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{
    auth::{MayGenerate, MayRead},
    credits,
    document::{Broken, Forbidden, Insufficient, Unauthorized},
    envelope::Envelope,
    moment::zoned,
    problem::Problem,
    records::HubRecords,
    service::{Course, HubService},
};
use crate::{
    faults::Fault,
    moment::{DAY, Millis},
    state::first_of_day,
};

/// Credits that a batch of assists costs.
const UNLOCK_COST: i64 = 1;
/// Assists in a batch.
const UNLOCK_BATCH: u32 = 10;

/// What was used and bought on one day (UTC).
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Assists {
    /// The day's first millisecond.
    day: Millis,
    used: u32,
    /// Bought for this day.
    bonus: u32,
    /// Used on all days.
    total: u64,
}

impl Assists {
    /// Assists that were used since the account began.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }

    /// Begins a new day where one has begun.
    fn turn(&mut self, now: Millis) {
        let day = first_of_day(now);
        if self.day != day {
            self.day = day;
            self.used = 0;
            self.bonus = 0;
        }
    }

    fn status(&self, course: &Course<'_>) -> AssistsOut {
        let limit = course.assists_per_day;
        AssistsOut {
            used: self.used,
            limit,
            bonus: self.bonus,
            remaining: (limit + self.bonus).saturating_sub(self.used),
            resets_at: zoned(self.day + DAY),
            unlock_cost: UNLOCK_COST,
            unlock_batch_size: UNLOCK_BATCH,
        }
    }
}

/// Uses one assist.
///
/// # Errors
/// 429 `ai_assist_quota_exceeded` where none is left for today.
pub(crate) fn draw(records: &mut HubRecords, course: &Course<'_>) -> Result<(), Problem> {
    let can_unlock = credits::available(records) >= UNLOCK_COST;
    let assists = &mut records.assists;
    assists.turn(course.now);
    if course.faults.strikes(&Fault::AssistQuota) {
        assists.used = course.assists_per_day + assists.bonus;
    }
    if assists.status(course).remaining == 0 {
        return Err(quota_exceeded(can_unlock));
    }
    assists.used += 1;
    assists.total += 1;
    Ok(())
}

/// 429: no assist is left; not a matter of credits.
fn quota_exceeded(can_unlock: bool) -> Problem {
    Problem::told(
        StatusCode::TOO_MANY_REQUESTS,
        "ai_assist_quota_exceeded",
        "The AI assists of today are used up",
    )
    .with("remaining", 0)
    .with("can_unlock", can_unlock)
    .with("unlock_cost", UNLOCK_COST)
    .with("unlock_batch_size", UNLOCK_BATCH)
}

/// Where the day's assists stand.
#[derive(Serialize, ToSchema)]
pub(crate) struct AssistsOut {
    used: u32,
    limit: u32,
    /// Bought for today.
    bonus: u32,
    remaining: u32,
    /// The next midnight in UTC.
    resets_at: String,
    /// Whole credits for a batch.
    unlock_cost: i64,
    /// Assists in a batch.
    unlock_batch_size: u32,
}

/// Where the day's assists stand.
#[utoipa::path(
    get,
    path = "/api/ai-assists",
    security(("bearer" = [])),
    responses((status = 200, body = Envelope<AssistsOut>), Unauthorized, Forbidden, Broken)
)]
pub(crate) async fn status(
    _: MayRead,
    State(service): State<Arc<HubService>>,
) -> Result<Envelope<AssistsOut>, Problem> {
    let status = service.change(|records, course| {
        records.assists.turn(course.now);
        records.assists.status(course)
    })?;
    Ok(service.data(status))
}

/// Buys a batch of assists for today; may be repeated.
#[utoipa::path(
    post,
    path = "/api/ai-assists/unlock",
    security(("bearer" = [])),
    responses(
        (status = 200, body = Envelope<AssistsOut>),
        Unauthorized,
        Insufficient,
        Forbidden,
        Broken
    )
)]
pub(crate) async fn unlock(
    _: MayGenerate,
    State(service): State<Arc<HubService>>,
) -> Result<Envelope<AssistsOut>, Problem> {
    let status = service.change(|records, course| {
        credits::charge(records, course, UNLOCK_COST, "assists")?;
        records.assists.turn(course.now);
        records.assists.bonus += UNLOCK_BATCH;
        Ok::<_, Problem>(records.assists.status(course))
    })??;
    Ok(service.data(status))
}

/// The endpoints.
pub(crate) fn routes() -> OpenApiRouter<Arc<HubService>> {
    OpenApiRouter::new()
        .routes(routes!(status))
        .routes(routes!(unlock))
}
