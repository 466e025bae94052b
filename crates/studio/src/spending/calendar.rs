//! The person's own days and months, as spans of time.

use std::ops::Range;

use contract::Millis;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, tz::TimeZone};

/// The day and the month that a moment is in, where the person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// From its first millisecond to the next day's. It may have 23 or 25 hours.
    pub(crate) day: Range<Millis>,
    /// Likewise of the month.
    pub(crate) month: Range<Millis>,
}

impl Calendar {
    /// The day and month of `now` in `zone`.
    pub(crate) fn at(now: Timestamp, zone: &TimeZone) -> Self {
        let today = now.to_zoned(zone.clone()).date();
        let next_day = today.tomorrow().unwrap_or(Date::MAX);
        let month = today.first_of_month();
        let next_month = today.last_of_month().tomorrow().unwrap_or(Date::MAX);
        Self {
            day: begins(today, zone)..begins(next_day, zone),
            month: begins(month, zone)..begins(next_month, zone),
        }
    }
}

/// When a day begins. Where the clocks skip its midnight, it begins when they have.
fn begins(day: Date, zone: &TimeZone) -> Millis {
    let midnight = day.to_datetime(Time::midnight());
    zone.to_ambiguous_timestamp(midnight)
        .compatible()
        // The calendar's very ends alone are outside.
        .unwrap_or(Timestamp::MAX)
        .as_millisecond()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOUR: Millis = 60 * 60 * 1000;

    fn zone(rules: &str) -> TimeZone {
        TimeZone::posix(rules).expect("rules")
    }

    fn at(moment: &str, zone: &TimeZone) -> Calendar {
        Calendar::at(moment.parse().expect("a moment"), zone)
    }

    #[test]
    fn a_day_is_as_long_as_the_clocks_make_it() {
        let berlin = zone("CET-1CEST,M3.5.0,M10.5.0/3");
        let length = |moment| {
            let day = at(moment, &berlin).day;
            day.end - day.start
        };
        assert_eq!(length("2026-03-28T12:00:00Z"), 24 * HOUR);
        assert_eq!(length("2026-03-29T12:00:00Z"), 23 * HOUR, "forward");
        assert_eq!(length("2026-10-25T12:00:00Z"), 25 * HOUR, "back");
        let march = at("2026-03-29T12:00:00Z", &berlin).month;
        assert_eq!(march.end - march.start, 31 * 24 * HOUR - HOUR);
    }

    #[test]
    fn the_same_moment_is_in_another_month_elsewhere() {
        let moment = "2026-02-01T02:00:00Z";
        let (east, west) = (zone("JST-9"), zone("PST8"));
        let starts = |zone| at(moment, zone).month.start;
        assert_eq!(
            starts(&east),
            "2026-01-31T15:00:00Z"
                .parse::<Timestamp>()
                .expect("a moment")
                .as_millisecond()
        );
        assert_eq!(
            starts(&west),
            "2026-01-01T08:00:00Z"
                .parse::<Timestamp>()
                .expect("a moment")
                .as_millisecond()
        );
    }

    #[test]
    fn a_day_whose_midnight_is_skipped_begins_after_it() {
        // The clocks go from 24:00 on to 1:00, as in Santiago.
        let santiago = zone("<-04>4<-03>,M9.1.6/24,M4.1.6/24");
        let day = at("2026-09-06T12:00:00Z", &santiago).day;
        assert_eq!(day.end - day.start, 23 * HOUR);
        let before = at("2026-09-05T12:00:00Z", &santiago).day;
        assert_eq!(before.end, day.start);
    }

    proptest! {
        /// Days and months have neither gaps nor overlaps, whatever the clocks do: what was spent
        /// counts in one day and in one month.
        #[test]
        fn each_moment_is_in_one_day_of_one_month(
            seconds in 0_i64..4_102_444_800,
            rules in prop::sample::select(vec![
                "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "PST8PDT,M3.2.0,M11.1.0",
                "<-04>4<-03>,M9.1.6/24,M4.1.6/24", "NZST-12NZDT,M9.5.0,M4.1.0/3", "IST-5:30",
            ]),
        ) {
            let zone = zone(rules);
            let now = Timestamp::from_second(seconds).expect("in range");
            let calendar = Calendar::at(now, &zone);
            let moment = now.as_millisecond();
            prop_assert!(calendar.day.contains(&moment) && calendar.month.contains(&moment));
            prop_assert!(calendar.month.start <= calendar.day.start);
            prop_assert!(calendar.day.end <= calendar.month.end);
            let of = |millis| {
                Calendar::at(Timestamp::from_millisecond(millis).expect("in range"), &zone)
            };
            prop_assert_eq!(&of(calendar.day.start), &calendar);
            prop_assert_eq!(&of(calendar.day.end - 1), &calendar);
            prop_assert_eq!(of(calendar.day.end).day.start, calendar.day.end);
            prop_assert_eq!(of(calendar.month.end).month.start, calendar.month.end);
        }
    }
}
