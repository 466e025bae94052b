//! What of a failed upload may well succeed a moment later, and how long a moment is.

use std::time::Duration;

use contract::{Arg, Code, Refusal};
use hubfluencer::{Failure, StorageProblem};

/// Tries of one part, or of one question to the service, in a row.
pub(crate) const MOST_TRIES: u32 = 5;
/// Pause after the first failure; it doubles from there on.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// Longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// What is to be done after storage did not take something.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Setback {
    /// The address is no longer good: a newly signed one may be.
    Unsigned(Refusal),
    /// The same again, after a pause.
    Passing(Refusal),
    /// Storage knows nothing of this upload any more.
    Forgotten,
    /// Nothing helps here.
    Final(Refusal),
}

/// What a failure of storage means for a file of this name.
pub(crate) fn storage_setback(failure: &Failure, name: &str) -> Setback {
    let refused = || storage_refused(failure);
    match StorageProblem::of(failure) {
        StorageProblem::Refused => Setback::Unsigned(refused()),
        StorageProblem::Gone => Setback::Forgotten,
        StorageProblem::Unavailable => Setback::Passing(match failure {
            Failure::NoAnswer { .. } => Code::Offline.into(),
            _ => Code::ServiceFailed.into(),
        }),
        StorageProblem::Source => Setback::Final(crate::files::gone(name)),
        _ => Setback::Final(refused()),
    }
}

/// Storage's own word on a refusal: its code, or its status.
fn storage_refused(failure: &Failure) -> Refusal {
    let refusal = Refusal::new(Code::StorageRefused);
    let Failure::Status { status, detail, .. } = failure else {
        return refusal;
    };
    let code = detail.get("error").and_then(|code| code.as_str());
    refusal.with(
        "detail",
        code.map_or_else(|| status.to_string(), |code| format!("{status} {code}")),
    )
}

/// Whether the same question to the service may well be answered a moment later.
pub(crate) fn is_passing(refusal: &Refusal) -> bool {
    matches!(
        refusal.code,
        Code::Offline | Code::ServiceFailed | Code::RateLimited
    )
}

/// How long to wait after so many failures in a row, or as long as the service asked for.
pub(crate) fn pause_after(failures: u32, refusal: &Refusal) -> Duration {
    let doubled = FIRST_PAUSE.saturating_mul(1 << failures.saturating_sub(1).min(6));
    let asked = match refusal.args.get("seconds") {
        Some(Arg::Number(seconds)) => Duration::try_from_secs_f64(*seconds).unwrap_or_default(),
        _ => Duration::ZERO,
    };
    doubled.max(asked).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wire::{Detail, Outage, Reached};

    use super::*;

    fn answered(status: u16, code: Option<&str>) -> Setback {
        let failure = Failure::Status {
            status,
            detail: code.map_or(Detail::None, |code| {
                Detail::Object(json!({ "error": code }))
            }),
            retry_after: None,
            reached: Reached::MaybeSent,
        };
        storage_setback(&failure, "a.mp4")
    }

    #[test]
    fn what_storage_says_is_sorted_by_what_can_be_done() {
        let Setback::Unsigned(refusal) = answered(403, Some("SignatureDoesNotMatch")) else {
            panic!("a new signature may do")
        };
        assert_eq!(refusal.code, Code::StorageRefused);
        let detail = "403 SignatureDoesNotMatch".into();
        assert_eq!(refusal.args.get("detail"), Some(&detail));
        assert!(matches!(answered(400, None), Setback::Unsigned(_)));
        assert_eq!(answered(404, Some("NoSuchUpload")), Setback::Forgotten);
        let down = Setback::Passing(Code::ServiceFailed.into());
        assert_eq!(answered(503, Some("SlowDown")), down);
        assert!(matches!(
            answered(400, Some("EntityTooSmall")),
            Setback::Final(_)
        ));
        let silence = Failure::NoAnswer {
            reached: Reached::MaybeSent,
            kind: Outage::Cut,
            cause: String::new(),
        };
        let offline = Setback::Passing(Code::Offline.into());
        assert_eq!(storage_setback(&silence, "a.mp4"), offline);
    }

    #[test]
    fn pauses_double_and_the_service_may_ask_for_longer() {
        let offline = Refusal::new(Code::Offline);
        let seconds = |failures| pause_after(failures, &offline).as_secs();
        assert_eq!([1, 2, 3, 4, 99].map(seconds), [1, 2, 4, 8, 60]);
        let limited = Refusal::new(Code::RateLimited).with("seconds", 20.0);
        assert_eq!(pause_after(1, &limited).as_secs(), 20);
    }
}
