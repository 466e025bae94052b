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
