//! What of a failed upload may well succeed a moment later, and how long the service asks to wait.

use std::time::Duration;

use contract::{Arg, Code, Refusal};
use hubfluencer::{Failure, StorageProblem};
use transfer::{Backoff, Retries, Setback};
use wire::Outage;

use crate::traffic::seed_of;

/// Why an upload stopped.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Halt {
    /// Storage, or the service, knows nothing of it any more.
    Forgotten,
    /// This.
    Refused(Refusal),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a failure of storage means for a file of this name.
pub(crate) fn storage_setback(failure: &Failure, name: &str) -> Setback<Halt> {
    let refused = || Halt::Refused(storage_refused(failure));
    match StorageProblem::of(failure) {
        StorageProblem::Refused => Setback::Expired(refused()),
        StorageProblem::Gone => Setback::Final(Halt::Forgotten),
        StorageProblem::Unavailable => match failure {
            Failure::NoAnswer {
                kind: Outage::Offline,
                ..
            } => Setback::Offline(Refusal::from(Code::Offline).into()),
            Failure::NoAnswer { .. } => Setback::Cut(Refusal::from(Code::Offline).into()),
            _ => passing(Code::ServiceFailed.into(), failure.retry_after()),
        },
        StorageProblem::Source => Setback::Final(crate::files::gone(name).into()),
        _ => Setback::Final(refused()),
    }
}

/// What a refusal of the service to say where something goes means.
pub(crate) fn service_setback(refusal: Refusal) -> Setback<Halt> {
    if refusal.code == Code::Offline {
        Setback::Cut(refusal.into())
    } else if is_passing(&refusal) {
        let asked = asked(&refusal);
        passing(refusal, asked)
    } else if refusal.code == Code::NotFound {
        Setback::Final(Halt::Forgotten)
    } else {
        Setback::Final(refusal.into())
    }
}

fn passing(refusal: Refusal, retry_after: Option<Duration>) -> Setback<Halt> {
    Setback::Passing {
        error: refusal.into(),
        retry_after,
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

/// How long the service asked to wait.
fn asked(refusal: &Refusal) -> Option<Duration> {
    match refusal.args.get("seconds") {
        Some(Arg::Number(seconds)) => Duration::try_from_secs_f64(*seconds).ok(),
        _ => None,
    }
}

/// The failures in a row of one question to the service.
pub(crate) struct Questions(Retries);

impl Questions {
    /// About something of this name, which decides the jitter.
    pub(crate) fn about(id: &str) -> Self {
        Self(Retries::new(Backoff::default(), seed_of(id)))
    }

    /// One more failure. How long to wait before the question is asked again; None: not any more.
    pub(crate) fn pause(&mut self, refusal: &Refusal) -> Option<Duration> {
        self.0.pause(asked(refusal))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use wire::{Detail, Outage, Reached};

    use super::*;

    fn answered(status: u16, code: Option<&str>) -> Setback<Halt> {
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
        let Setback::Expired(Halt::Refused(refusal)) = answered(403, Some("SignatureDoesNotMatch"))
        else {
            panic!("a new signature may do")
        };
        assert_eq!(refusal.code, Code::StorageRefused);
        let detail = "403 SignatureDoesNotMatch".into();
        assert_eq!(refusal.args.get("detail"), Some(&detail));
        assert!(matches!(answered(400, None), Setback::Expired(_)));
        let forgotten = Setback::Final(Halt::Forgotten);
        assert_eq!(answered(404, Some("NoSuchUpload")), forgotten);
        let down = passing(Code::ServiceFailed.into(), None);
        assert_eq!(answered(503, Some("SlowDown")), down);
        assert!(matches!(
            answered(400, Some("EntityTooSmall")),
            Setback::Final(_)
        ));
        let silence = |kind| Failure::NoAnswer {
            reached: Reached::MaybeSent,
            kind,
            cause: String::new(),
        };
        let cut = Setback::Cut(Refusal::from(Code::Offline).into());
        assert_eq!(storage_setback(&silence(Outage::Cut), "a.mp4"), cut);
        let gone = storage_setback(&silence(Outage::Offline), "a.mp4");
        assert!(matches!(gone, Setback::Offline(_)), "that is waited out");
    }

    #[test]
    fn the_service_may_ask_for_a_longer_pause_and_nothing_is_asked_for_ever() {
        let mut questions = Questions::about("a");
        let limited = Refusal::new(Code::RateLimited).with("seconds", 20.0);
        assert_eq!(questions.pause(&limited), Some(Duration::from_secs(20)));
        let offline = Refusal::new(Code::Offline);
        let more = std::iter::from_fn(|| questions.pause(&offline));
        assert_eq!(more.count(), 3);
    }
}
