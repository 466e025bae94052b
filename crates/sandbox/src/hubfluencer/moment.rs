//! The service's spelling of time: ISO 8601 in UTC, with its zone.

use jiff::Timestamp;

use crate::moment::Millis;

/// Writes a moment the way the service does: `2026-06-20T12:34:56Z`.
pub(crate) fn zoned(at: Millis) -> String {
    let moment = Timestamp::from_second(at.div_euclid(1000)).unwrap_or(Timestamp::UNIX_EPOCH);
    moment.to_string()
}
