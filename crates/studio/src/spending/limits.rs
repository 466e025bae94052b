//! The arithmetic of limits: which ones a yes would go over, and whether that was agreed to.

use std::sync::atomic::{AtomicBool, Ordering};

use contract::{Code, OverLimit, Refusal, Service, SpendLimits, SpendPeriod};

use super::Calendar;

/// What a paying call may cost at most, and how far over the limits the person lets it go. Written
/// to the ledger with the intent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Bond {
    /// Seconds of video, or credits. Nothing is written of what is free.
    pub(crate) at_most: f64,
    /// How many videos that is. Zero for credits.
    pub(crate) videos: u32,
    /// What the person said the extra yes to.
    pub(crate) allowed: Vec<OverLimit>,
    /// The day and month of the yes.
    pub(crate) calendar: Calendar,
}

/// What was spent in the day and in the month, in seconds of video or credits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Sums {
    pub(crate) day: f64,
    pub(crate) month: f64,
}

/// The limits that something goes over that costs `at_most` on top of `sums`. What is free goes over
/// none, however much was spent before.
pub(crate) fn over(limits: &SpendLimits, sums: Sums, at_most: f64) -> Vec<OverLimit> {
    if at_most <= 0.0 {
        return Vec::new();
    }
    [
        (SpendPeriod::Order, 0.0),
        (SpendPeriod::Day, sums.day),
        (SpendPeriod::Month, sums.month),
    ]
    .into_iter()
    .filter_map(|(period, before)| {
        let limit = limits.of(period)?;
        let would_be = rounded(before + at_most);
        (would_be > f64::from(limit)).then_some(OverLimit {
            period,
            limit,
            would_be,
        })
    })
    .collect()
}

/// Whether the extra yes to `allowed` is one to `over` too: each of these limits was named, is no
/// lower now, and is gone over no farther.
pub(crate) fn permits(allowed: &[OverLimit], over: &[OverLimit]) -> bool {
    over.iter().all(|now| {
        allowed.iter().any(|then| {
            then.period == now.period && then.limit <= now.limit && then.would_be >= now.would_be
        })
    })
}

/// A thousandth is the smallest that is told: sums of many parts then are the same in every front.
pub(crate) fn rounded(amount: f64) -> f64 {
    (amount * 1000.0).round() / 1000.0
}

/// The refusal of what goes over these limits. It names the shortest period.
pub(crate) fn refusal(service: Service, over: &[OverLimit]) -> Refusal {
    match over.first() {
        Some(over) => over.refusal(service),
        None => Refusal::new(Code::OverLimit),
    }
}

/// The limits that a pending review was shown to go over, and whether the person said the extra yes.
#[derive(Debug, Default)]
pub(crate) struct Overrun {
    shown: Vec<OverLimit>,
    agreed: AtomicBool,
}

impl Overrun {
    pub(crate) fn shown(over: Vec<OverLimit>) -> Self {
        Self {
            shown: over,
            agreed: AtomicBool::new(false),
        }
    }

    /// The extra yes. Only to exactly what was shown; whether it was that.
    pub(crate) fn agree(&self, over: &[OverLimit]) -> bool {
        let is_it = self.shown == over;
        if is_it {
            self.agreed.store(true, Ordering::SeqCst);
        }
        is_it
    }

    /// What the person let it go over.
    pub(crate) fn allowed(&self) -> Vec<OverLimit> {
        if self.agreed.load(Ordering::SeqCst) {
            self.shown.clone()
        } else {
            Vec::new()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn limits(order: Option<u32>, day: Option<u32>, month: Option<u32>) -> SpendLimits {
        SpendLimits { order, day, month }
    }

    #[test]
    fn a_limit_may_be_reached_and_not_passed() {
        let limits = limits(Some(45), Some(100), None);
        let sums = |day| Sums { day, month: day };
        assert_eq!(over(&limits, sums(55.0), 45.0), []);
        let passed = over(&limits, sums(55.001), 45.0);
        assert_eq!(
            passed,
            [OverLimit {
                period: SpendPeriod::Day,
                limit: 100,
                would_be: 100.001
            }]
        );
        assert_eq!(over(&limits, sums(900.0), 0.0), [], "free");
        assert_eq!(over(&SpendLimits::default(), sums(9e9), 9e9), [], "off");
    }

    #[test]
    fn an_extra_yes_is_to_what_was_shown_and_no_more() {
        let one = |limit, would_be| {
            vec![OverLimit {
                period: SpendPeriod::Day,
                limit,
                would_be,
            }]
        };
        let overrun = Overrun::shown(one(100, 120.0));
        assert!(!overrun.agree(&one(100, 121.0)) && !overrun.agree(&[]));
        assert_eq!(overrun.allowed(), []);
        assert!(overrun.agree(&one(100, 120.0)));
        let allowed = overrun.allowed();
        assert!(permits(&allowed, &one(100, 120.0)));
        assert!(permits(&allowed, &one(110, 115.0)), "less is left of it");
        assert!(permits(&allowed, &[]), "nothing is over now");
        assert!(!permits(&allowed, &one(100, 120.5)), "more was spent");
        assert!(!permits(&allowed, &one(90, 120.0)), "it was lowered");
        let month = OverLimit {
            period: SpendPeriod::Month,
            limit: 100,
            would_be: 110.0,
        };
        assert!(!permits(&allowed, &[month]), "another one");
    }

    proptest! {
        /// What is told is what decides: an amount is over a limit if, and only if, it is shown so.
        #[test]
        fn what_is_over_is_told_and_a_yes_to_it_is_enough(
            order in prop::option::of(0_u32..500),
            day in prop::option::of(0_u32..5_000),
            month in prop::option::of(0_u32..50_000),
            spent in 0.0_f64..60_000.0,
            at_most in 0.001_f64..1_000.0,
        ) {
            let limits = limits(order, day, month);
            let sums = Sums { day: spent, month: spent };
            let over = over(&limits, sums, at_most);
            for told in &over {
                prop_assert!(told.would_be > f64::from(told.limit));
                prop_assert_eq!(limits.of(told.period), Some(told.limit));
            }
            prop_assert!(permits(&over, &over));
            prop_assert_eq!(permits(&[], &over), over.is_empty());
            let text = serde_json::to_string(&over).expect("plain");
            let back: Vec<OverLimit> = serde_json::from_str(&text).expect("the same");
            prop_assert_eq!(back, over, "a page says the same figure back");
        }
    }
}
