//! What an entry says. Pure: it is given the words and says them.

use contract::{ActivityEntry, Anomaly};
use words::Words;

use crate::pages::wording::args;

/// The kind's name in tests.
pub const fn kind(anomaly: &Anomaly) -> &'static str {
    match anomaly {
        Anomaly::UndocumentedStatus { .. } => "status",
        Anomaly::UnexpectedField { .. } => "field",
        Anomaly::FailedAgain { .. } => "failed",
        Anomaly::BalanceFell { .. } => "balance",
    }
}

/// What was noticed.
pub fn what(words: &Words, entry: &ActivityEntry) -> String {
    match &entry.anomaly {
        Anomaly::UndocumentedStatus { status, word, .. } => {
            let status = status.to_string();
            match word {
                Some(word) => {
                    let values = [("status", status.into()), ("word", word.as_str().into())];
                    words.say_with("activity-status-word", &args(values))
                }
                None => words.say_with("activity-status", &args([("status", status.into())])),
            }
        }
        Anomaly::UnexpectedField { field, .. } => {
            words.say_with("activity-field", &args([("field", field.as_str().into())]))
        }
        Anomaly::FailedAgain { .. } => words.say("activity-failed"),
        Anomaly::BalanceFell {
            from_seconds,
            to_seconds,
        } => {
            #[expect(
                clippy::cast_precision_loss,
                reason = "seconds of a balance, far inside 53 bits"
            )]
            let values = [
                ("from", (*from_seconds as f64).into()),
                ("to", (*to_seconds as f64).into()),
            ];
            words.say_with("activity-fell", &args(values))
        }
    }
}

/// Where, in the contract's own way of writing it. Names of code are the same in every language.
pub fn place(_: &Words, entry: &ActivityEntry) -> String {
    match &entry.anomaly {
        Anomaly::UndocumentedStatus { endpoint, .. }
        | Anomaly::UnexpectedField { endpoint, .. } => endpoint.clone(),
        Anomaly::FailedAgain { task_id } => task_id.0.clone(),
        Anomaly::BalanceFell { .. } => String::new(),
    }
}

/// How often; nothing for once.
pub fn times(words: &Words, entry: &ActivityEntry) -> String {
    if entry.times < 2 {
        return String::new();
    }
    let values = [("count", f64::from(entry.times).into())];
    words.say_with("activity-times", &args(values))
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn entry(anomaly: Anomaly, times: u32) -> ActivityEntry {
        ActivityEntry {
            number: 1,
            at: 0,
            times,
            anomaly,
        }
    }

    #[test]
    fn an_entry_says_what_where_and_how_often() {
        let words = Words::of(Language::English);
        let status = entry(
            Anomaly::UndocumentedStatus {
                endpoint: "GET /api/tasks".to_owned(),
                status: 418,
                word: Some("teapot".to_owned()),
            },
            3,
        );
        assert_eq!(
            what(&words, &status),
            "An answer that the contract does not have: 418 (teapot)"
        );
        assert_eq!(place(&words, &status), "GET /api/tasks");
        assert_eq!(times(&words, &status), "3 times");
        let fell = entry(
            Anomaly::BalanceFell {
                from_seconds: 1_600,
                to_seconds: 480,
            },
            1,
        );
        assert!(what(&words, &fell).starts_with("Your balance fell from 1,600 s to 480 s"));
        assert_eq!(times(&words, &fell), "");
    }
}
