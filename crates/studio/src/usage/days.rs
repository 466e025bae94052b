//! Use by day, with a day of nothing for each without use.

use std::collections::BTreeMap;

use contract::DayOfUse;
use jiff::civil::Date;
use riffkit::UsageDay;

use super::rate::Rate;

/// The history within these days, oldest first: at least one entry a day, one for each person whom
/// the service told. An entry without a readable day is of none.
pub(super) fn filled(history: &[UsageDay], dates: Vec<Date>, rate: Rate) -> Vec<DayOfUse> {
    let mut used: BTreeMap<(Date, Option<&str>), f64> = BTreeMap::new();
    for row in history {
        if let Some(date) = row.date
            && row.credits > 0.0
        {
            *used.entry((date, row.user_email.as_deref())).or_default() += row.credits;
        }
    }
    let mut days = Vec::with_capacity(dates.len());
    for date in dates {
        let of_day = used
            .range((date, None)..)
            .take_while(|((day, _), _)| *day == date);
        let before = days.len();
        days.extend(of_day.map(|((_, email), credits)| DayOfUse {
            date: date.to_string(),
            seconds: rate.seconds(*credits),
            email: email.map(str::to_owned),
        }));
        if days.len() == before {
            days.push(DayOfUse {
                date: date.to_string(),
                seconds: 0.0,
                email: None,
            });
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(date: &str, email: Option<&str>, credits: f64) -> UsageDay {
        UsageDay {
            date: date.parse().ok(),
            user_email: email.map(str::to_owned),
            credits,
        }
    }

    #[test]
    fn days_without_use_are_nothing_and_a_day_of_several_people_has_an_entry_each() {
        let dates =
            ["2026-06-18", "2026-06-19", "2026-06-20"].map(|day| day.parse().expect("a day"));
        let history = [
            row("2026-06-20", Some("b@x.y"), 1_500.0),
            row("2026-06-20", Some("a@x.y"), 500.0),
            row("2026-06-20", Some("b@x.y"), 100.0),
            row("2026-06-18", None, 100.0),
            row("2026-06-01", None, 9_900.0),
            row("someday", None, 9_900.0),
            row("2026-06-19", None, f64::NAN),
        ];
        let days = filled(&history, dates.to_vec(), Rate::told(Some(100.0)));
        let read: Vec<(&str, f64, Option<&str>)> = days
            .iter()
            .map(|day| (day.date.as_str(), day.seconds, day.email.as_deref()))
            .collect();
        assert_eq!(
            read,
            [
                ("2026-06-18", 1.0, None),
                ("2026-06-19", 0.0, None),
                ("2026-06-20", 5.0, Some("a@x.y")),
                ("2026-06-20", 16.0, Some("b@x.y")),
            ]
        );
    }
}
