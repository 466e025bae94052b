//! The time in which the service must have made the tasks of an order whose answer is missing.

use contract::Millis;

use crate::journal::OrderRecord;

const MINUTE: Millis = 60 * 1000;
const DAY: Millis = 24 * 60 * MINUTE;

/// The longest that the service's tasks of an order can lag behind its last byte.
///
/// The contract names no such time. It has the tasks made before the order is answered (`RiffOut` has
/// their batch), so an order that will ever be answered is listed by then: we wait three minutes for
/// an answer, the tail of an upload being still in the system's buffers, and the service looking at
/// the file. A service that goes on behind a lost connection has the source to check or to fetch, and
/// nothing that it does with an order takes longer than its longest generation, 8 minutes ("General
/// constraints"). What waits for one of its ten places is listed while it waits.
pub(super) const LONGEST_DELAY: Millis = 11 * MINUTE;

/// What two clocks may differ by after their difference was taken: the time of an answer, moments cut
/// to the second, a clock that was being set.
const TOLERANCE: Millis = MINUTE;

/// The longest sending of an order of which an older version noted no moment.
const LONGEST_SENDING: Millis = 6 * 60 * MINUTE;

/// From when until when the tasks of an order can have been made, by the service's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Millis,
    pub(super) until: Millis,
    /// When its last byte may have left: the likeliest moment.
    pub(super) left: Millis,
    /// Whether the service's clock is known well enough to exclude what was made outside of it.
    pub(super) is_sure: bool,
}

impl Window {
    /// The window of an order. `ahead` is how far the service's clock is ahead of ours now: what was
    /// known when the order left comes first, as our own clock may have been set since.
    pub(super) fn of(order: &OrderRecord, ahead: Option<Millis>) -> Self {
        let ahead = order.service_ahead.or(ahead);
        let (shift, tolerance) = match ahead {
            Some(ahead) => (ahead, TOLERANCE),
            None => (0, DAY),
        };
        let sent = order.sent_at.unwrap_or(order.created_at);
        let left = order.sealed_at.unwrap_or(sent + LONGEST_SENDING);
        Self {
            from: sent + shift - tolerance,
            until: left + shift + LONGEST_DELAY + tolerance,
            left: left + shift,
            is_sure: ahead.is_some(),
        }
    }

    /// The window between two moments of the service's clock.
    pub(super) fn between(from: Millis, until: Millis) -> Self {
        Self {
            from,
            until,
            left: from,
            is_sure: true,
        }
    }

    /// Whether a moment of the service's clock lies in it.
    pub(super) fn has(&self, moment: Millis) -> bool {
        (self.from..=self.until).contains(&moment)
    }
}
