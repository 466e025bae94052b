//! A person's days and moments as the service's filters take them.

use contract::{Code, Refusal};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use riffkit::Bound;

/// Characters of `YYYY-MM-DD`.
const DAY_LENGTH: usize = 10;

/// Which end of a day is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayEnd {
    /// Its first moment.
    First,
    /// Its last millisecond: the service admits what is at or before the bound.
    Last,
}

/// A bound of a filter: `YYYY-MM-DD` is that day where the person is, a moment without an offset is
/// theirs too, one with an offset is itself. The service compares with naive UTC (contract,
/// `GET /api/tasks`), so a day of theirs is always sent as a moment. Nothing is no bound.
///
/// # Errors
/// [`Code::DateUnreadable`] with the `text`.
pub(super) fn bound(text: &str, end: DayEnd, zone: &TimeZone) -> Result<Option<Bound>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    moment(text, end, zone)
        .map(|moment| Some(Bound::from(moment)))
        .ok_or_else(|| Refusal::new(Code::DateUnreadable).with("text", text))
}

fn moment(text: &str, end: DayEnd, zone: &TimeZone) -> Option<Timestamp> {
    // Each of these parsers would take the other's text and leave half of it unread.
    if text.chars().count() == DAY_LENGTH {
        let day: Date = text.parse().ok()?;
        return match end {
            DayEnd::First => at(day.to_datetime(Time::midnight()), zone),
            // A day may have 23 or 25 hours: it ends where the next begins.
            DayEnd::Last => {
                let next = day.tomorrow().ok()?.to_datetime(Time::midnight());
                at(next, zone)?.checked_sub(1.millisecond()).ok()
            }
        };
    }
    match text.parse::<Timestamp>() {
        Ok(moment) => Some(moment),
        Err(_) if text.chars().count() > DAY_LENGTH => at(text.parse::<DateTime>().ok()?, zone),
        Err(_) => None,
    }
}

fn at(local: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    Some(local.to_zoned(zone.clone()).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use contract::Arg;

    use super::*;

    fn sent(text: &str, end: DayEnd, zone: &TimeZone) -> String {
        let bound = bound(text, end, zone).expect("readable");
        bound.expect("a bound").to_string()
    }

    #[test]
    fn a_day_is_the_persons_own() {
        // Two hours east of Greenwich, without needing the system's list of zones.
        let east = TimeZone::fixed(jiff::tz::offset(2));
        assert_eq!(
            sent("2026-06-20", DayEnd::First, &east),
            "2026-06-19T22:00:00"
        );
        assert_eq!(
            sent("2026-06-20", DayEnd::Last, &east),
            "2026-06-20T21:59:59.999"
        );
        assert_eq!(
            sent("2026-06-20", DayEnd::First, &TimeZone::UTC),
            "2026-06-20T00:00:00"
        );
    }

    #[test]
    fn a_day_on_which_the_clocks_change_ends_with_the_day() {
        let rule = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a rule");
        assert_eq!(
            sent("2026-03-29", DayEnd::First, &rule),
            "2026-03-28T23:00:00"
        );
        assert_eq!(
            sent("2026-03-29", DayEnd::Last, &rule),
            "2026-03-29T21:59:59.999"
        );
    }

    #[test]
    fn a_moment_with_an_offset_is_itself_and_one_without_is_the_persons() {
        let east = TimeZone::fixed(jiff::tz::offset(2));
        for end in [DayEnd::First, DayEnd::Last] {
            assert_eq!(
                sent("2026-06-20T10:00:00Z", end, &east),
                "2026-06-20T10:00:00"
            );
            assert_eq!(
                sent("2026-06-20T10:00:00+05:00", end, &east),
                "2026-06-20T05:00:00"
            );
            assert_eq!(
                sent("2026-06-20T10:00:00", end, &east),
                "2026-06-20T08:00:00"
            );
        }
    }

    #[test]
    fn nothing_is_no_bound_and_what_is_no_date_is_said() {
        assert_eq!(bound(" ", DayEnd::First, &TimeZone::UTC), Ok(None));
        for text in [
            "yesterday",
            "2026-13-01",
            "20.06.2026",
            "2026-06-2",
            "2026-06-20T",
        ] {
            let refusal = bound(text, DayEnd::First, &TimeZone::UTC).expect_err(text);
            assert_eq!(refusal.code, Code::DateUnreadable);
            assert_eq!(refusal.args["text"], Arg::from(text));
        }
    }
}
