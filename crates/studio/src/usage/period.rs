//! The periods that use is summed over.

use contract::UsagePeriod;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};

/// The service's word for a period: `today` is the contract's, the others are those that it uses for
/// the windows of its lists (`created_window` of `GET /api/assets`).
pub(super) const fn word(period: UsagePeriod) -> &'static str {
    match period {
        UsagePeriod::Today => "today",
        UsagePeriod::Week => "7d",
        UsagePeriod::Month => "30d",
        UsagePeriod::Quarter => "90d",
    }
}

/// The days of a period that ends today, oldest first. The service counts days in UTC.
pub(super) fn dates(period: UsagePeriod, now: Timestamp) -> Vec<Date> {
    let count = match period {
        UsagePeriod::Today => 1,
        UsagePeriod::Week => 7,
        UsagePeriod::Month => 30,
        UsagePeriod::Quarter => 90,
    };
    let today = now.to_zoned(TimeZone::UTC).date();
    (0..count)
        .rev()
        .map(|back: i32| today.saturating_sub(back.days()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_today_by_the_services_clock() {
        let now: Timestamp = "2026-03-02T23:59:59Z".parse().expect("a time");
        let week = dates(UsagePeriod::Week, now);
        let text: Vec<String> = week.iter().map(ToString::to_string).collect();
        assert_eq!(
            text,
            [
                "2026-02-24",
                "2026-02-25",
                "2026-02-26",
                "2026-02-27",
                "2026-02-28",
                "2026-03-01",
                "2026-03-02"
            ]
        );
        assert_eq!(dates(UsagePeriod::Today, now).len(), 1);
        assert_eq!(dates(UsagePeriod::Month, now).len(), 30);
        assert_eq!(dates(UsagePeriod::Quarter, now).len(), 90);
    }
}
