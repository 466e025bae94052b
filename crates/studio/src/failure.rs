//! From what went wrong on the wire to what a person is told.

use contract::{Code, NextStep, Refusal};
use riffkit::{Limit, Problem};
use wire::{Detail, Failure, Outage, SourceFault};

/// The refusal that a failure means, wherever no endpoint gives it a narrower meaning.
pub(crate) fn refusal_of(failure: &Failure) -> Refusal {
    match failure {
        Failure::NoAnswer {
            kind: Outage::Tls, ..
        } => Code::BadAnswer.into(),
        Failure::NoAnswer { .. } => Code::Offline.into(),
        Failure::NotTheService { .. } | Failure::Redirect(_) | Failure::Address(_) => {
            Code::BadAnswer.into()
        }
        Failure::Source(SourceFault::Changed | SourceFault::Unreadable(_)) => {
            Code::ClipChanged.into()
        }
        Failure::Withheld => Code::Cancelled.into(),
        Failure::Mangled { field } => Refusal::new(Code::TextDamaged).with("field", field.as_str()),
        Failure::Status { status, detail, .. } => match Problem::of(failure) {
            Problem::Unauthenticated => Code::NotSignedIn.into(),
            // The numbers are turned into seconds where the rate is known.
            Problem::InsufficientCredits(_) => Code::NotEnoughSecondsUnknown.into(),
            Problem::SubscriptionRequired { .. } => Code::SubscriptionRequired.into(),
            Problem::Forbidden => worded(Code::Forbidden, detail),
            Problem::Gone => Code::NotFound.into(),
            Problem::NotOneSource => Code::NoSource.into(),
            Problem::Missing { field } | Problem::Invalid { field } => {
                named(worded(Code::ServiceRefused, detail), field)
            }
            Problem::InvalidLanguage => Code::LanguageUnknown.into(),
            Problem::Mangled => Code::TextDamaged.into(),
            Problem::TooLarge => Code::TooLargeForService.into(),
            Problem::TooMany {
                of: Limit::DailyCap,
                ..
            } => Code::DailyLimit.into(),
            Problem::TooMany { retry_after, .. } => match retry_after {
                Some(wait) => {
                    Refusal::new(Code::RateLimited).with("seconds", wait.as_secs_f64().ceil())
                }
                None => Code::RateLimited.into(),
            },
            Problem::Server => Code::ServiceFailed.into(),
            Problem::Conflict | Problem::Other if *status == 402 => {
                Code::NotEnoughSecondsUnknown.into()
            }
            Problem::Conflict | Problem::Other => worded(Code::ServiceRefused, detail),
        },
    }
}

/// With the service's own words, where it gave any.
fn worded(code: Code, detail: &Detail) -> Refusal {
    match detail.text() {
        Some(words) => Refusal::new(code).with("detail", words),
        None => code.into(),
    }
}

/// With the name of what it is about, where the service told it.
fn named(refusal: Refusal, field: Option<String>) -> Refusal {
    match field {
        Some(field) => refusal.with("field", field),
        None => refusal,
    }
}

/// What a failed task's own words mean, where the contract gives them a meaning (its error table:
/// "error mentions Seedance": the video engine or the way to it failed).
pub(crate) fn engine_refusal(error: &str) -> Option<Refusal> {
    error
        .to_ascii_lowercase()
        .contains("seedance")
        .then(|| Refusal::new(Code::EngineFailed).with("detail", error))
}

/// The refusal of an order that the service did not take.
pub(crate) fn order_refusal(failure: &Failure) -> Refusal {
    let refusal = refusal_of(failure);
    match refusal.code {
        // Nothing of an order can be "not found": the whole address is wrong.
        Code::NotFound => Refusal::new(Code::BadAnswer),
        Code::Offline => refusal.then(NextStep::ReviewAgain),
        _ => refusal,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use contract::Arg;
    use serde_json::json;
    use wire::{Entry, Reached};

    use super::*;

    fn answered(status: u16, detail: Detail, retry_after: Option<u64>) -> Refusal {
        refusal_of(&Failure::Status {
            status,
            detail,
            retry_after: retry_after.map(Duration::from_secs),
            reached: Reached::MaybeSent,
        })
    }

    fn said(status: u16, words: &str) -> Refusal {
        answered(status, Detail::Text(words.to_owned()), None)
    }

    fn structured(status: u16, detail: serde_json::Value) -> Refusal {
        answered(status, Detail::Object(detail), None)
    }

    #[test]
    fn every_row_of_the_contracts_error_table_has_its_code() {
        let rows = [
            (said(401, "unauthenticated"), Code::NotSignedIn),
            (
                structured(402, json!({"error": "insufficient_credits"})),
                Code::NotEnoughSecondsUnknown,
            ),
            (
                said(400, "exactly one of video / tiktok_url / formula_id"),
                Code::NoSource,
            ),
            (said(400, "description is required"), Code::ServiceRefused),
            (said(400, "invalid language: xx"), Code::LanguageUnknown),
            (said(400, "text holds U+FFFD"), Code::TextDamaged),
            (said(413, "file too large"), Code::TooLargeForService),
            (said(429, "rate limit exceeded"), Code::RateLimited),
            (said(429, "daily limit reached"), Code::DailyLimit),
            (said(500, "boom"), Code::ServiceFailed),
            (said(503, "later"), Code::ServiceFailed),
            (said(408, "timeout"), Code::ServiceFailed),
        ];
        for (refusal, code) in rows {
            assert_eq!(refusal.code, code);
        }
        let silence = |kind| {
            refusal_of(&Failure::NoAnswer {
                reached: Reached::MaybeSent,
                kind,
                cause: String::new(),
            })
        };
        assert_eq!(silence(Outage::Timeout).code, Code::Offline);
        assert_eq!(silence(Outage::Tls).code, Code::BadAnswer);
        let engine = engine_refusal("Seedance API returned 503").expect("an engine's failure");
        assert_eq!(engine.code, Code::EngineFailed);
        assert_eq!(engine.args["detail"], "Seedance API returned 503".into());
        assert_eq!(engine_refusal("the product image could not be read"), None);
    }

    #[test]
    fn what_the_field_notes_add_has_its_code() {
        let subscribe = json!({"error": "subscription_required", "subscribe_url": "https://x.y/"});
        let refusal = structured(403, subscribe);
        assert_eq!(refusal.code, Code::SubscriptionRequired);
        assert_eq!(refusal.next, NextStep::OpenService);
        assert_eq!(said(403, "not a member").code, Code::Forbidden);
        assert_eq!(said(404, "gone").code, Code::NotFound);
        assert_eq!(said(410, "gone").code, Code::NotFound);
        assert_eq!(said(409, "the last steps").code, Code::ServiceRefused);
        let entry = |field: &str, kind: &str| {
            let entry = Entry {
                loc: vec!["body".to_owned(), field.to_owned()],
                msg: "no good".to_owned(),
                kind: Some(kind.to_owned()),
            };
            answered(422, Detail::Entries(vec![entry]), None)
        };
        assert_eq!(entry("language", "value_error").code, Code::LanguageUnknown);
        let missing = entry("name", "missing");
        assert_eq!(missing.code, Code::ServiceRefused);
        assert_eq!(missing.args["field"], "name".into());
        assert_eq!(missing.args["detail"], "name: no good".into());
    }

    #[test]
    fn the_kinds_of_429_are_told_apart_by_structure_before_words() {
        let cap = json!({"error": "limit_reached", "daily_limit": 60_000, "daily_spent": 60_000});
        assert_eq!(structured(429, cap).code, Code::DailyLimit);
        let rate = answered(429, Detail::None, Some(7));
        assert_eq!(rate.code, Code::RateLimited);
        assert_eq!(rate.args["seconds"], Arg::Number(7.0));
        assert!(rate.retryable);
        let unsaid = answered(429, Detail::None, None);
        assert_eq!(unsaid.code, Code::RateLimited);
        assert!(unsaid.args.is_empty());
    }

    #[test]
    fn a_refusal_without_words_makes_none_up() {
        assert!(answered(400, Detail::None, None).args.is_empty());
        assert!(answered(403, Detail::None, None).args.is_empty());
        assert_eq!(
            answered(402, Detail::None, None).code,
            Code::NotEnoughSecondsUnknown
        );
    }
}
