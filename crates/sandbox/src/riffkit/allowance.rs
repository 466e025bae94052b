//! What the signed-in person may spend in a day.

use super::problem::Problem;
use crate::{
    moment::{DAY, Millis},
    service::Service,
    state::{Records, first_of_day, held_credits, spent_today},
};

/// Refuses an order that would take the person beyond the daily allowance. What the person's open
/// tasks hold counts as spent.
///
/// # Errors
/// 429, until the next day (UTC) begins.
pub(crate) fn admit(
    service: &Service,
    records: &Records,
    required: i64,
    now: Millis,
) -> Result<(), Problem> {
    let limit = service.roster.own.daily_limit_credits;
    let spent = spent_today(records, now) + held_credits(records);
    if limit == 0 || spent + required <= limit {
        return Ok(());
    }
    let wait = first_of_day(now) + DAY - now;
    Err(Problem::over_daily_limit(
        u64::try_from((wait + 999) / 1000).unwrap_or(1),
    ))
}
