//! Use by day as bars. Pure: numbers in, places out.

use contract::DayOfUse;

/// Width of the place of one bar, in the drawing's own units.
pub const STEP: f64 = 10.0;
/// Height of the drawing.
pub const HEIGHT: f64 = 100.0;
/// Width of a bar within its place.
const WIDTH: f64 = 7.0;
/// A day with any use is seen, however little it was.
const LEAST: f64 = 1.5;

/// A day's use, everybody's together.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// Seconds.
    pub seconds: f64,
}

/// Where a bar stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// The days, each once, in their order.
pub fn by_day(days: &[DayOfUse]) -> Vec<Day> {
    let mut sums: Vec<Day> = Vec::new();
    for day in days {
        match sums.last_mut().filter(|last| last.date == day.date) {
            Some(last) => last.seconds += day.seconds,
            None => sums.push(Day {
                date: day.date.clone(),
                seconds: day.seconds,
            }),
        }
    }
    sums
}

/// The day of most use, the first of several alike. None without any use.
pub fn most(days: &[Day]) -> Option<&Day> {
    let used = days.iter().filter(|day| day.seconds > 0.0);
    used.reduce(|most, day| {
        if day.seconds > most.seconds {
            day
        } else {
            most
        }
    })
}

/// Seconds that the days have together.
pub fn total(days: &[Day]) -> f64 {
    days.iter().map(|day| day.seconds).sum()
}

/// A round number at or above every day: 1, 2 or 5 times a power of ten, and never below 10.
pub fn top(days: &[Day]) -> f64 {
    let highest = most(days).map_or(0.0, |day| day.seconds);
    let mut power = 10.0;
    while power < 1e12 {
        for step in [1.0, 2.0, 5.0] {
            if highest <= power * step {
                return power * step;
            }
        }
        power *= 10.0;
    }
    highest
}

/// The bar of the day at this place of the row.
pub fn bar(place: usize, seconds: f64, top: f64) -> Bar {
    let height = if seconds > 0.0 {
        (seconds / top * HEIGHT).clamp(LEAST, HEIGHT)
    } else {
        0.0
    };
    Bar {
        x: crate::pages::wording::figure(place) * STEP + (STEP - WIDTH) / 2.0,
        y: HEIGHT - height,
        width: WIDTH,
        height,
    }
}

/// Whether the period's sum is more than its days have: the service lists fewer days one by one
/// than it sums up.
pub fn lacks_days(period_seconds: Option<f64>, days: &[Day]) -> bool {
    period_seconds.is_some_and(|sum| sum > total(days) + 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: &str, seconds: f64) -> Day {
        Day {
            date: date.to_owned(),
            seconds,
        }
    }

    #[test]
    fn a_day_of_several_people_is_one_bar() {
        let of = |date: &str, seconds, email: Option<&str>| DayOfUse {
            date: date.to_owned(),
            seconds,
            email: email.map(str::to_owned),
        };
        let days = by_day(&[
            of("2026-06-19", 0.0, None),
            of("2026-06-20", 5.0, Some("a@x.y")),
            of("2026-06-20", 16.0, Some("b@x.y")),
        ]);
        assert_eq!(days, [day("2026-06-19", 0.0), day("2026-06-20", 21.0)]);
        assert_eq!(total(&days), 21.0);
        assert_eq!(most(&days).map(|day| day.date.as_str()), Some("2026-06-20"));
        assert_eq!(most(&days[..1]), None, "nothing was used");
    }

    #[test]
    fn the_top_is_a_round_number() {
        for (highest, round) in [
            (0.0, 10.0),
            (10.0, 10.0),
            (10.5, 20.0),
            (21.0, 50.0),
            (51.0, 100.0),
            (1_234.0, 2_000.0),
        ] {
            assert_eq!(top(&[day("a", highest)]), round, "{highest}");
        }
        assert_eq!(top(&[]), 10.0);
    }

    #[test]
    fn bars_stand_on_the_ground_and_little_use_is_seen() {
        let half = bar(2, 25.0, 50.0);
        assert_eq!((half.x, half.y, half.height), (21.5, 50.0, 50.0));
        assert_eq!(bar(0, 0.01, 50.0).height, LEAST);
        assert_eq!(bar(0, 0.0, 50.0).height, 0.0);
        assert_eq!(
            bar(0, 60.0, 50.0).height,
            HEIGHT,
            "never out of the drawing"
        );
    }

    #[test]
    fn fewer_days_than_the_sum_are_noticed() {
        let days = [day("a", 10.0)];
        assert!(lacks_days(Some(11.0), &days));
        assert!(!lacks_days(Some(10.2), &days));
        assert!(!lacks_days(None, &days));
    }
}
