//! The time in which the service must have made the tasks of an order whose answer is missing.

use contract::Millis;

use crate::journal::OrderRecord;
use crate::server::Server;

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
const LONGEST_DELAY: Millis = 11 * MINUTE;

/// A sandbox on this machine does the work before it answers, and fetches nothing.
const LONGEST_DELAY_OF_SANDBOX: Millis = 10 * 1000;

/// What two clocks may differ by after their difference was taken: the time of an answer, moments cut
/// to the second, a clock that was being set.
const TOLERANCE: Millis = MINUTE;
const TOLERANCE_OF_SANDBOX: Millis = 3 * 1000;

/// So long after its last byte an order waits for what the service says later of the one batch that
/// fits: an analysis takes no longer than the longest generation, and may stand in a queue before.
const TOLD_WITHIN: Millis = 15 * MINUTE;

/// So long after its last byte a new template that no task names may still be followed by one.
const FOLLOWED_WITHIN: Millis = 60 * MINUTE;

/// The longest sending of an order of which an older version noted no moment.
const LONGEST_SENDING: Millis = 6 * 60 * MINUTE;

/// How late a service may be, and how exactly its clock is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Allowance {
    pub(super) delay: Millis,
    pub(super) tolerance: Millis,
}

impl Allowance {
    /// The service's own, by its contract.
    pub(super) const SERVICE: Self = Self {
        delay: LONGEST_DELAY,
        tolerance: TOLERANCE,
    };

    /// Of this server.
    pub(super) fn of(server: &Server) -> Self {
        if server.is_sandbox() {
            Self {
                delay: LONGEST_DELAY_OF_SANDBOX,
                tolerance: TOLERANCE_OF_SANDBOX,
            }
        } else {
            Self::SERVICE
        }
    }
}

/// From when until when the tasks of an order can have been made, by the service's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) from: Millis,
    pub(super) until: Millis,
    /// When its last byte may have left: the likeliest moment.
    pub(super) left: Millis,
    /// What of it is beyond doubt: the request was whole by then, as nothing is made of half of one,
    /// and the clocks' difference was known. None where it was not.
    sure: Option<(Millis, Millis)>,
}

impl Window {
    /// The window of an order. `ahead` is how far the service's clock is ahead of ours now: what was
    /// known when the order left comes first, as our own clock may have been set since.
    ///
    /// It may as well have been set shortly before: what was known then was heard with an earlier
    /// answer. Where the two differ, the window has both, and only what the first says is beyond doubt.
    pub(super) fn of(order: &OrderRecord, ahead: Option<Millis>, allowance: Allowance) -> Self {
        let now = ahead;
        let ahead = order.service_ahead.or(now);
        let (shift, tolerance) = match ahead {
            Some(ahead) => (ahead, allowance.tolerance),
            None => (0, DAY),
        };
        // A clock that was days off is one that was set since, from nothing: the order's own word holds.
        let set_by = now.map_or(0, |now| now - shift);
        let set_by = if set_by.abs() > DAY { 0 } else { set_by };
        let sent = order.sent_at.unwrap_or(order.created_at);
        let left = order.sealed_at.unwrap_or(sent + LONGEST_SENDING);
        let until = left + shift + allowance.delay + tolerance;
        let sure = ahead.and(order.sealed_at);
        Self {
            from: sent + shift - tolerance + set_by.min(0),
            until: until + set_by.max(0),
            left: left + shift,
            sure: sure.map(|sealed| (sealed + shift - tolerance, until)),
        }
    }

    /// The window between two moments of the service's clock.
    pub(super) fn between(from: Millis, until: Millis) -> Self {
        Self {
            from,
            until,
            left: from,
            sure: Some((from, until)),
        }
    }

    /// Whether a moment of the service's clock lies in it.
    pub(super) fn has(&self, moment: Millis) -> bool {
        (self.from..=self.until).contains(&moment)
    }

    /// Whether what would make a batch certain may still be told, at this moment of the service's clock.
    pub(super) fn is_told_later(&self, now: Millis) -> bool {
        now < self.left + TOLD_WITHIN
    }

    /// Whether a template may still be followed by its tasks, likewise.
    pub(super) fn is_followed_later(&self, now: Millis) -> bool {
        now < self.left + FOLLOWED_WITHIN
    }

    /// Whether a moment lies in what of it is beyond doubt.
    pub(super) fn is_sure_of(&self, moment: Millis) -> bool {
        let is_in = |(from, until): (Millis, Millis)| (from..=until).contains(&moment);
        self.sure.is_some_and(is_in)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_service_is_given_longer_than_anything_it_does() {
        let server = |url| Server::named(contract::Service::Riffkit, url).expect("a server");
        let allowance = Allowance::of(&server("http://127.0.0.1:1/"));
        assert!(allowance.delay < MINUTE);
        let live = Server::live(contract::Service::Riffkit);
        let waits_and_makes = (3 + 8) * MINUTE;
        assert!(Allowance::of(&live).delay >= waits_and_makes);
    }
}
