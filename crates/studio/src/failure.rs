//! From what went wrong on the wire to what a person is told.

use contract::{Code, NextStep, Refusal};
use wire::{Failure, Outage, SourceFault};

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
        Failure::Mangled { field } => {
            Refusal::new(Code::TextDamaged).with("field", field.as_str())
        }
        Failure::Status {
            status,
            detail,
            retry_after,
            ..
        } => {
            let worded =
                |code: Code| Refusal::new(code).with("detail", detail.text().unwrap_or_default());
            match status {
                401 => Code::NotSignedIn.into(),
                402 => Code::NotEnoughSecondsUnknown.into(),
                403 => worded(Code::Forbidden),
                404 => Code::NotFound.into(),
                413 => Code::TooLargeForService.into(),
                429 => match retry_after {
                    Some(wait) => {
                        Refusal::new(Code::RateLimited).with("seconds", wait.as_secs_f64().ceil())
                    }
                    None => Code::RateLimited.into(),
                },
                500.. => Code::ServiceFailed.into(),
                _ => worded(Code::ServiceRefused),
            }
        }
    }
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
