//! What was taken from the account, and for what.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Records, records::CREDITS_PER_SECOND};
use crate::moment::{DAY, Millis};

/// Credits that were taken for video that was rendered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Charge {
    pub(crate) at: Millis,
    pub(crate) credits: i64,
    /// Who submitted the task.
    pub(crate) user_id: String,
    pub(crate) task_id: String,
}

/// Takes the credits of this much video from the account, for a task of the signed-in user.
pub(crate) fn charge(records: &mut Records, task_id: &str, at: Millis, duration_ms: Millis) {
    let credits = duration_ms * CREDITS_PER_SECOND / 1000;
    records.credits -= credits;
    records.totals.charged_credits += credits;
    records.charges.push(Charge {
        at,
        credits,
        user_id: records.user.id.clone(),
        task_id: task_id.to_owned(),
    });
}

/// The charges of one user within a span of time, those of the invented past included.
pub(crate) fn charges_of<'a>(
    records: &'a Records,
    user_id: &'a str,
    span: Range<Millis>,
) -> impl Iterator<Item = &'a Charge> {
    let all = records.past.charges.iter().chain(&records.charges);
    all.filter(move |charge| charge.user_id == user_id && span.contains(&charge.at))
}

/// Credits that the signed-in user has spent on the day (UTC) of this moment.
pub(crate) fn spent_today(records: &Records, now: Millis) -> i64 {
    let today = first_of_day(now);
    charges_of(records, &records.user.id, today..today + DAY)
        .map(|charge| charge.credits)
        .sum()
}

/// The first millisecond of the day (UTC) of this moment.
pub(crate) fn first_of_day(at: Millis) -> Millis {
    at - at.rem_euclid(DAY)
}
