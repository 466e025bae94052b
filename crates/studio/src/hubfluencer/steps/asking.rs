//! Asking for a lost answer, with the key of the first time: the service answers a key that it knows
//! with its first answer, so nothing is paid twice.

use std::time::Duration;

use contract::{Code, Millis, ProjectKind, Refusal, SAME_KEY_WITHIN_MILLIS, Step};
use hubfluencer::{Hooks, IdempotencyKey, Problem};
use wire::{Detail, Failure};

use super::call;
use super::sending::{is_unread_yes, may_have_been_taken};
use crate::Studio;
use crate::hubfluencer::refusal_of;
use crate::journal::{PurchasePhase, PurchaseRecord};
use crate::lock::held;

const FIRST_PAUSE: Duration = Duration::from_secs(3);
const LONGEST_PAUSE: Duration = Duration::from_secs(2 * 60);
/// So much this machine's clock and the service's may differ, or be set back meanwhile.
const CLOCKS_DIFFER: Millis = 60 * 60 * 1000;
/// The key's day, less that.
const SAFE_FOR: Millis = SAME_KEY_WITHIN_MILLIS - CLOCKS_DIFFER;

/// What an asking means for its step.
enum Heard {
    Taken,
    Refused(Refusal),
    /// It can't be found out by asking.
    Doubt(Refusal),
    /// Ask later.
    Later(Refusal, Option<Duration>),
}

/// What a failure of an asking says of the order itself.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// It is being made.
    Running,
    /// The service has heard it, and says no.
    No,
    /// Something stands against asking, and nothing is said of the first time.
    Unknown,
    /// Nothing yet.
    Nothing,
}

/// The first time may have been taken: only the service's own word on this very order is a no. A
/// proxy's page and a server that is down before it has read anything say nothing.
fn said(step: &Step, failure: &Failure) -> Said {
    let is_of_the_service = matches!(
        failure,
        Failure::Status { detail, .. } if !matches!(detail, Detail::None)
    );
    if may_have_been_taken(failure) || !is_of_the_service {
        return Said::Nothing;
    }
    match Problem::of(failure) {
        Problem::InProgress { .. } => Said::Running,
        Problem::AutopilotActive if matches!(step, Step::Autopilot { .. }) => Said::Running,
        Problem::BatchGenerationActive
            if matches!(
                step,
                Step::Autopilot { .. } | Step::GenerateScenes { .. } | Step::Render { .. }
            ) =>
        {
            Said::Running
        }
        Problem::CreditsInsufficient { .. }
        | Problem::EditorFactoryLimitReached
        | Problem::PromptRejected { .. }
        | Problem::ComplianceUnavailable
        | Problem::ScenarioPromptRequired
        | Problem::InvalidSegmentsCount
        | Problem::Validation { .. } => Said::No,
        Problem::Unauthorized | Problem::RateLimited { .. } | Problem::Server => Said::Nothing,
        // Another account's token by now, or what the first time has changed itself.
        _ => Said::Unknown,
    }
}

/// Whether the service still answers a key of this age with its first answer. A clock that was set
/// back farther than clocks differ tells nothing of the age.
fn is_known_still(age: Millis) -> bool {
    (-CLOCKS_DIFFER..=SAFE_FOR).contains(&age)
}

impl Studio {
    /// Asks until there is an answer, or asking is no longer safe.
    pub(super) fn ask_until_answered(&self, record: PurchaseRecord, key: IdempotencyKey) {
        let studio = self.clone();
        self.core.spawn(async move {
            let mut pause = FIRST_PAUSE;
            let mut wait = pause;
            let mut refusal = record
                .refusal
                .clone()
                .unwrap_or_else(|| Refusal::new(Code::Offline).of_hubfluencer());
            loop {
                studio.wait_to_ask(&record, wait, &refusal).await;
                if !is_known_still(studio.core.now() - record.created_at) {
                    let doubt = Some(refusal);
                    studio
                        .note_step(&record, PurchasePhase::InDoubt, doubt)
                        .await;
                    return;
                }
                match studio.ask_once(&record, &key).await {
                    Heard::Taken => {
                        studio.look_at_asked(&record).await;
                        studio.note_step(&record, PurchasePhase::Taken, None).await;
                        return studio.refresh_account();
                    }
                    Heard::Refused(refusal) => {
                        // What the project is shown as tells the rest.
                        studio.look_at_asked(&record).await;
                        let refusal = Some(refusal);
                        return studio
                            .note_step(&record, PurchasePhase::Refused, refusal)
                            .await;
                    }
                    Heard::Doubt(refusal) => {
                        let refusal = Some(refusal);
                        return studio
                            .note_step(&record, PurchasePhase::InDoubt, refusal)
                            .await;
                    }
                    Heard::Later(why, asked) => {
                        refusal = why;
                        pause = (pause * 2).min(LONGEST_PAUSE);
                        wait = asked.map_or(pause, |asked| asked.max(pause));
                    }
                }
            }
        });
    }

    /// Waits for the next asking, or until the person wants it now.
    async fn wait_to_ask(&self, record: &PurchaseRecord, pause: Duration, refusal: &Refusal) {
        let core = &self.core;
        let wait = Millis::try_from(pause.as_millis()).unwrap_or(Millis::MAX);
        let at = core.now().saturating_add(wait);
        self.change_step(&record.purchase_id, |entry| {
            entry.next = Some((at, refusal.clone()));
        });
        let hurry = held(&core.hub.steps.entries)
            .get(&record.purchase_id)
            .map(|entry| entry.hurry.clone())
            .unwrap_or_default();
        tokio::select! {
            () = core.ports.clock.sleep(pause) => {}
            () = hurry.notified() => {}
        }
    }

    /// Reads what a step was about. It may be made by now, and shown and saved: then it is not begun
    /// again here. Where it can't be read it is watched until it can.
    async fn look_at_asked(&self, record: &PurchaseRecord) {
        let Some(key) = record.step.project() else {
            return;
        };
        if key.kind == ProjectKind::Editor || self.adopt_project(&key).await.is_err() {
            self.watch_step(record).await;
        }
    }

    async fn ask_once(&self, record: &PurchaseRecord, key: &IdempotencyKey) -> Heard {
        let hub = &self.core.hub;
        let (Some(session), Ok(api)) = (hub.sessions.current(), hub.api()) else {
            return Heard::Later(Code::TokenNeeded.into(), None);
        };
        let step = match self.resolved(&record.step).await {
            Ok(step) => step,
            Err(refusal) if refusal.code == Code::Unknown => return Heard::Doubt(refusal),
            Err(refusal) => return Heard::Later(refusal, None),
        };
        let answer = call::make(api, &session, &step, Some(key), Hooks::none()).await;
        let failure = match answer {
            // What it says is how things were when it was answered first.
            Ok(_) => return Heard::Taken,
            Err(failure) => failure,
        };
        if is_unread_yes(&failure) {
            return Heard::Taken;
        }
        let refusal = refusal_of(&failure);
        match said(&record.step, &failure) {
            Said::Running => Heard::Taken,
            Said::No => Heard::Refused(refusal),
            Said::Unknown => Heard::Doubt(refusal),
            Said::Nothing if Problem::of(&failure) == Problem::Unauthorized => {
                Heard::Later(self.hub_failed(&session, &failure).await, None)
            }
            Said::Nothing => Heard::Later(refusal, failure.retry_after()),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};
    use wire::Reached;

    use super::*;

    fn answered(step: &Step, status: u16, reached: Reached, body: Option<Value>) -> Said {
        let failure = Failure::Status {
            status,
            detail: body.map_or(Detail::None, Detail::Object),
            retry_after: None,
            reached,
        };
        said(step, &failure)
    }

    fn voice() -> Step {
        Step::GenerateVoice {
            slug: "ad".to_owned(),
            voice_id: "v".to_owned(),
        }
    }

    #[test]
    fn only_the_service_itself_says_no_to_what_may_have_been_taken() {
        let told = |status, code: &str| {
            let body = Some(json!({ "error": code }));
            answered(&voice(), status, Reached::MaybeSent, body)
        };
        assert_eq!(told(402, "credits_insufficient"), Said::No);
        assert_eq!(told(422, "prompt_rejected"), Said::No);
        assert_eq!(told(503, "compliance_unavailable"), Said::No);
        assert_eq!(told(409, "voice_in_progress"), Said::Running);
        for (status, code) in [
            (409, "already_generated"),
            (409, "autopilot_active"),
            (403, "insufficient_scope"),
            (403, "forbidden"),
            (404, "not_found"),
        ] {
            assert_eq!(told(status, code), Said::Unknown, "{status} {code}");
        }
        for status in [400, 401, 402, 403, 404, 409, 413, 422, 429, 502, 503] {
            let page = answered(&voice(), status, Reached::MaybeSent, None);
            assert_eq!(page, Said::Nothing, "a page with {status}");
        }
        // Down before it had read the request.
        let down = Some(json!({"error": "overloaded"}));
        let early = answered(&voice(), 503, Reached::NotSent, down);
        assert_eq!(early, Said::Nothing);
        let portal = Failure::NotTheService {
            status: 302,
            content_type: None,
            path: None,
            reached: Reached::NotSent,
        };
        assert_eq!(said(&voice(), &portal), Said::Nothing);
    }

    #[test]
    fn autopilot_at_work_is_the_answer_to_autopilot_alone() {
        let active = Some(json!({"error": "autopilot_active"}));
        let slug = "ad".to_owned();
        let autopilot = Step::Autopilot { slug };
        let said = answered(&autopilot, 409, Reached::MaybeSent, active);
        assert_eq!(said, Said::Running);
    }

    #[test]
    fn a_clock_that_was_set_back_says_nothing_of_a_keys_age() {
        let hour = 60 * 60 * 1000;
        assert!(is_known_still(0) && is_known_still(23 * hour) && is_known_still(-hour));
        assert!(!is_known_still(23 * hour + 1) && !is_known_still(-2 * hour));
    }
}
