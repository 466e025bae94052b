//! The service's spelling of time: naive UTC with milliseconds.

use jiff::{Timestamp, civil, tz::TimeZone};

/// A moment as milliseconds since 1970-01-01T00:00:00 UTC.
pub(crate) type Millis = i64;

/// Milliseconds in a day.
pub(crate) const DAY: Millis = 24 * 60 * 60 * 1000;

/// Writes a moment the way the service does: `2026-06-20T12:34:56.789`, UTC, without a zone.
pub(crate) fn naive(at: Millis) -> String {
    let moment = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    moment
        .to_zoned(TimeZone::UTC)
        .datetime()
        .strftime("%Y-%m-%dT%H:%M:%S%.3f")
        .to_string()
}

/// Which end of a day a date without a time stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayEnd {
    /// Its first millisecond.
    First,
    /// Its last millisecond.
    Last,
}

/// Reads `YYYY-MM-DD`, a naive date and time (taken as UTC), or a full ISO 8601 moment.
pub(crate) fn parse(text: &str, end: DayEnd) -> Option<Millis> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return Some(moment.as_millisecond());
    }
    if text.len() > 10
        && let Ok(moment) = text.parse::<civil::DateTime>()
    {
        return utc(moment);
    }
    let day = text.parse::<civil::Date>().ok()?;
    let first = utc(day.to_datetime(civil::Time::midnight()))?;
    Some(match end {
        DayEnd::First => first,
        DayEnd::Last => first + DAY - 1,
    })
}

fn utc(moment: civil::DateTime) -> Option<Millis> {
    Some(
        moment
            .to_zoned(TimeZone::UTC)
            .ok()?
            .timestamp()
            .as_millisecond(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_naive_utc_with_milliseconds() {
        assert_eq!(naive(1_781_958_896_789), "2026-06-20T12:34:56.789");
        assert_eq!(naive(0), "1970-01-01T00:00:00.000");
    }

    #[test]
    fn reads_days_naive_moments_and_zoned_moments() {
        let first = parse("2026-06-20", DayEnd::First).unwrap();
        let last = parse("2026-06-20", DayEnd::Last).unwrap();
        assert_eq!(last - first, DAY - 1);
        assert_eq!(
            parse("2026-06-20T12:34:56.789", DayEnd::First),
            Some(1_781_958_896_789)
        );
        assert_eq!(
            parse("2026-06-20T14:34:56.789+02:00", DayEnd::First),
            Some(1_781_958_896_789)
        );
        assert_eq!(parse("yesterday", DayEnd::First), None);
    }
}
