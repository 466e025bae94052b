//! Asking for a lost answer, with the key of the first time: the service answers a key that it knows
//! with its first answer, so nothing is paid twice.

use std::time::Duration;

use contract::{Code, Millis, Refusal, SAME_KEY_WITHIN_MILLIS};
use hubfluencer::{Hooks, IdempotencyKey, Problem};
use wire::Failure;

use super::sending::{is_running, may_have_been_taken};
use super::{PurchasePhase, call};
use crate::Studio;
use crate::hubfluencer::refusal_of;
use crate::journal::PurchaseRecord;
use crate::studio::held;

const FIRST_PAUSE: Duration = Duration::from_secs(3);
const LONGEST_PAUSE: Duration = Duration::from_secs(2 * 60);
/// The key's day, less an hour: this machine's clock and the service's may differ.
const SAFE_FOR: Millis = SAME_KEY_WITHIN_MILLIS - 60 * 60 * 1000;

/// What an asking means for its step.
enum Heard {
    Taken(Option<call::Taken>),
    Refused(Refusal),
    /// It can't be found out by asking.
    Doubt(Refusal),
    /// Ask later.
    Later(Refusal, Option<Duration>),
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
                if studio.core.now() - record.created_at > SAFE_FOR {
                    let doubt = Some(refusal);
                    studio
                        .note_step(&record, PurchasePhase::InDoubt, doubt)
                        .await;
                    return;
                }
                match studio.ask_once(&record, &key).await {
                    Heard::Taken(Some(taken)) => return studio.step_taken(&record, taken).await,
                    Heard::Taken(None) => {
                        studio.watch_step(&record);
                        studio.note_step(&record, PurchasePhase::Taken, None).await;
                        return studio.refresh_account();
                    }
                    Heard::Refused(refusal) => {
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
            Ok(taken) => return Heard::Taken(Some(taken)),
            Err(failure) => failure,
        };
        if is_running(&failure) {
            return Heard::Taken(None);
        }
        let unclear = may_have_been_taken(&failure) || matches!(failure, Failure::NoAnswer { .. });
        let refusal = refusal_of(&failure);
        match Problem::of(&failure) {
            _ if unclear => Heard::Later(refusal, failure.retry_after()),
            Problem::Unauthorized => Heard::Later(self.hub_failed(&session, &failure).await, None),
            Problem::RateLimited { retry_after } => Heard::Later(refusal, retry_after),
            // Perhaps another account's token by now: no word about the first asking.
            Problem::NotFound | Problem::InsufficientScope { .. } => Heard::Doubt(refusal),
            _ => Heard::Refused(refusal),
        }
    }
}
