//! What the page says. Pure: it is given the words and says them.

use contract::{Allowance, UsagePeriod};
use words::Words;

use crate::pages::wording::args;

/// Every period, the shortest first.
pub const PERIODS: [UsagePeriod; 4] = [
    UsagePeriod::Today,
    UsagePeriod::Week,
    UsagePeriod::Month,
    UsagePeriod::Quarter,
];

/// A period's name, and its name in tests.
pub const fn period(period: UsagePeriod) -> (&'static str, &'static str) {
    match period {
        UsagePeriod::Today => ("usage-period-today", "today"),
        UsagePeriod::Week => ("usage-period-week", "week"),
        UsagePeriod::Month => ("usage-period-month", "month"),
        UsagePeriod::Quarter => ("usage-period-quarter", "quarter"),
    }
}

/// Seconds that can be ordered: rounded down, so that it never promises more than there is.
pub fn left(words: &Words, seconds: f64) -> String {
    words.seconds(seconds.max(0.0).floor())
}

/// Seconds that were used, with a digit after the point at most.
pub fn used(words: &Words, seconds: f64) -> String {
    words.seconds(seconds.max(0.0))
}

/// How much of the daily allowance is left.
pub fn allowance(words: &Words, allowance: &Allowance) -> String {
    match (allowance.limit_seconds, allowance.remaining_seconds) {
        (Some(limit), Some(remaining)) => {
            let key = if allowance.allowed {
                "usage-allowance-left"
            } else {
                "usage-allowance-gone"
            };
            let values = [
                ("left", remaining.max(0.0).floor().into()),
                ("limit", limit.into()),
            ];
            words.say_with(key, &args(values))
        }
        _ => words.say("usage-allowance-none"),
    }
}

/// A role's name; one that is not known, in the service's word.
pub fn role(words: &Words, role: &str) -> String {
    match role {
        "owner" => words.say("team-role-owner"),
        "admin" => words.say("team-role-admin"),
        "member" => words.say("team-role-member"),
        other => other.to_owned(),
    }
}

/// How a plan stands; what is not known, in the service's word.
pub fn status(words: &Words, status: &str) -> String {
    match status {
        "active" => words.say("plan-status-active"),
        "trialing" => words.say("plan-status-trial"),
        "past_due" | "unpaid" => words.say("plan-status-unpaid"),
        "canceled" | "cancelled" => words.say("plan-status-ended"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn english() -> Words {
        Words::of(Language::English)
    }

    #[test]
    fn what_is_left_is_rounded_down_and_what_was_used_is_not() {
        assert_eq!(left(&english(), 8.99), "8 s");
        assert_eq!(left(&english(), -3.0), "0 s");
        assert_eq!(used(&english(), 23.14), "23.1 s");
    }

    #[test]
    fn an_allowance_says_what_is_left_of_it() {
        let mut mine = Allowance {
            allowed: true,
            spent_seconds: 14.5,
            limit_seconds: Some(60.0),
            remaining_seconds: Some(45.5),
        };
        assert_eq!(
            allowance(&english(), &mine),
            "45 s of your 60 s for today are left."
        );
        mine.allowed = false;
        mine.remaining_seconds = Some(0.0);
        assert_eq!(
            allowance(&english(), &mine),
            "Your 60 s for today are used up. Tomorrow there are new ones."
        );
        mine.limit_seconds = None;
        assert_eq!(allowance(&english(), &mine), "No daily limit.");
    }

    #[test]
    fn the_services_unknown_words_are_shown_as_they_are() {
        assert_eq!(role(&english(), "owner"), "Owner");
        assert_eq!(role(&english(), "auditor"), "auditor");
        assert_eq!(status(&english(), "past_due"), "Payment is due");
        assert_eq!(status(&english(), "paused"), "paused");
    }
}
