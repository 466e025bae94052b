//! The one place that makes a paying call of Hubfluencer for the first time.

use std::sync::Arc;

use contract::{Code, HubEvent, PurchaseId, Refusal, Service, StepReviewId};
use hubfluencer::{Hooks, IdempotencyKey, Problem, Session};
use wire::Failure;
use wire::upload::Aborted;

use super::keys::{self, Naming};
use super::review::is_same_token;
use super::{Entry, call};
use crate::Studio;
use crate::hubfluencer::{Bucket, refusal_of};
use crate::journal::{NewPurchase, PurchasePhase, PurchaseRecord, StepIntent};
use crate::lock::held;
use crate::spending;

impl Studio {
    /// The one yes: takes exactly the reviewed step, once. Its going is told by events.
    ///
    /// # Errors
    /// [`Code::StepVoid`] where the review is unknown, was used, the price has risen since, or
    /// somebody else has signed in; [`Code::StepUnderWay`] while the same step has not come to its
    /// end; [`Code::OverLimit`] without the extra yes, and those of the reads: the same yes can then be
    /// given again.
    pub async fn take_step(&self, id: &StepReviewId) -> Result<PurchaseId, Refusal> {
        let core = &self.core;
        let reviewed = self.take_step_review(id)?;
        let begun = async {
            let session = core.hub.sessions.current();
            let session = session.ok_or_else(|| Refusal::new(Code::TokenNeeded))?;
            if !reviewed.is_of(&session) {
                return Err(Code::StepVoid.into());
            }
            if self.price(&reviewed.step).await?.credits > reviewed.credits {
                return Err(Code::StepVoid.into());
            }
            let naming = Naming::of(&reviewed.step);
            let bonus = held(&core.hub.account.assists).map(|assists| assists.bonus);
            let purchase = NewPurchase {
                purchase_id: PurchaseId(uuid::Uuid::now_v7().to_string()),
                sender: core.sender.id().to_owned(),
                stem: keys::stem(&reviewed.step),
                step: reviewed.step.clone(),
                credits: reviewed.credits,
                bonus_before: bonus,
                bond: reviewed.bond(self.calendar()),
                created_at: core.now(),
            };
            let key = move |answered| naming.key(answered).map(|key| key.as_str().to_owned());
            let intended = core
                .journal
                .intend_step(core.hub.server_name(), purchase, key)
                .await?;
            match intended {
                StepIntent::Written(record) => Ok((session, *record)),
                StepIntent::UnderWay => Err(Refusal::new(Code::StepUnderWay).of_hubfluencer()),
                StepIntent::Over(over) => Err(spending::refusal(Service::Hubfluencer, &over)),
            }
        };
        let begun: Result<_, Refusal> = begun.await;
        let (session, record) = match begun {
            Ok(begun) => begun,
            Err(refusal) => {
                if !matches!(refusal.code, Code::StepVoid | Code::StepUnderWay) {
                    self.put_step_review_back(reviewed);
                }
                return Err(refusal);
            }
        };
        let purchase_id = record.purchase_id.clone();
        let entry = Entry::of(record.clone());
        let view = entry.view();
        held(&core.hub.steps.entries).insert(purchase_id.clone(), entry);
        core.spending.moved();
        core.tell_hub(HubEvent::Purchase(view));
        core.hub.steps.awaited.send_modify(|calls| *calls += 1);
        let studio = self.clone();
        // In a task of its own: a front that no longer waits must not cut a paying call off.
        core.spawn(async move {
            let awaited = Awaited(studio.clone());
            studio.send_step(&session, record).await;
            drop(awaited);
        });
        Ok(purchase_id)
    }

    async fn send_step(&self, session: &Arc<Session>, record: PurchaseRecord) {
        let core = &self.core;
        if record.key.is_some() {
            core.hub
                .pace
                .turn(&*core.ports.clock, Bucket::Generate)
                .await;
        }
        // The yes was of who was signed in then.
        let current = core.hub.sessions.current();
        if !current.is_some_and(|current| is_same_token(&current, session)) {
            return self.note_step(&record, PurchasePhase::NotSent, None).await;
        }
        let key = record.key();
        let hooks = Hooks::none().before_last({
            let (journal, purchase_id) = (core.journal.clone(), record.purchase_id.clone());
            move || {
                Box::pin(async move {
                    let sealed = journal.seal_step(&purchase_id).await;
                    sealed.map_err(|_| Aborted)
                })
            }
        });
        let resolved = async { Ok((core.hub.api()?, self.resolved(&record.step).await?)) };
        let (api, step) = match resolved.await {
            Ok(resolved) => resolved,
            // Nothing has left.
            Err(refusal) => {
                let refusal = Some(refusal);
                return self
                    .note_step(&record, PurchasePhase::Refused, refusal)
                    .await;
            }
        };
        match call::make(api, session, &step, key.as_ref(), hooks).await {
            Ok(taken) => self.step_taken(&record, taken).await,
            Err(failure) => self.step_failed(session, &record, key, &failure).await,
        }
    }

    pub(super) async fn step_taken(&self, record: &PurchaseRecord, taken: call::Taken) {
        // Watched before it is told: whoever hears of it and waits for its end waits for this one.
        self.watch_step(record).await;
        self.note_step(record, PurchasePhase::Taken, None).await;
        if let Err(refusal) = self.keep_taken(&record.step, taken).await {
            self.core.tell(contract::Event::Trouble(refusal));
        }
        self.refresh_account();
    }

    async fn step_failed(
        &self,
        session: &Arc<Session>,
        record: &PurchaseRecord,
        key: Option<IdempotencyKey>,
        failure: &Failure,
    ) {
        let id = &record.purchase_id;
        tracing::warn!(purchase_id = %id, %failure, "a paid step was not answered with a yes");
        if is_unread_yes(failure) {
            self.watch_step(record).await;
            self.note_step(record, PurchasePhase::Taken, None).await;
            return self.refresh_account();
        }
        if may_have_been_taken(failure) {
            let refusal = refusal_of(failure);
            match key {
                Some(key) => {
                    self.note_step(record, PurchasePhase::AskingAgain, Some(refusal))
                        .await;
                    self.ask_until_answered(record.clone(), key);
                }
                None => {
                    self.note_step(record, PurchasePhase::InDoubt, Some(refusal))
                        .await;
                    self.look_for_unlock(record.clone());
                }
            }
            return;
        }
        let refusal = match failure {
            // The gate said no: that it leaves could not be written down.
            Failure::Withheld => Refusal::new(Code::JournalFailed),
            _ => self.hub_failed(session, failure).await,
        };
        if is_running(failure) {
            // Somebody else began it: what comes of it is of interest all the same.
            self.watch_step(record).await;
        }
        self.note_step(record, PurchasePhase::Refused, Some(refusal))
            .await;
    }

    /// Watches the project that a step is about.
    pub(super) async fn watch_step(&self, record: &PurchaseRecord) {
        if let Some(project) = record.step.project() {
            self.begin_watching(&project).await;
        }
    }

    /// Notes what came of a step. Where that can't be written, a later run finds out.
    pub(super) async fn note_step(
        &self,
        record: &PurchaseRecord,
        phase: PurchasePhase,
        refusal: Option<Refusal>,
    ) {
        let settled = self.settle_step(&record.purchase_id, phase, refusal.clone());
        if let Err(trouble) = settled.await {
            self.core.tell(contract::Event::Trouble(trouble));
            // Whoever waits for the answer has to hear it all the same.
            self.show_step(&record.purchase_id, phase, refusal);
        }
    }
}

/// Whether the service said yes in words that can't be read: a success in JSON of another shape than
/// the contract's, or with nothing in it. What was taken is read from the project then. A page in
/// between answers in HTML, and is none.
pub(super) fn is_unread_yes(failure: &Failure) -> bool {
    match failure {
        Failure::NotTheService {
            status,
            content_type,
            path,
            ..
        } => {
            let is_json = content_type
                .as_deref()
                .is_some_and(|kind| kind.contains("json"));
            *status == 204 || ((200..300).contains(status) && is_json && path.is_some())
        }
        _ => false,
    }
}

/// Whether a call that failed so may have been taken all the same. That screening is down means no:
/// it fails closed, and nothing is charged (contract, "Sliders", "Granular editor pipeline").
pub(super) fn may_have_been_taken(failure: &Failure) -> bool {
    failure.may_have_been_taken() && !matches!(Problem::of(failure), Problem::ComplianceUnavailable)
}

/// Whether it is being made already.
fn is_running(failure: &Failure) -> bool {
    matches!(
        Problem::of(failure),
        Problem::InProgress { .. } | Problem::AutopilotActive | Problem::BatchGenerationActive
    )
}

/// Counts a call that has left until it is dropped, also by the end of its task.
struct Awaited(Studio);

impl Drop for Awaited {
    fn drop(&mut self) {
        let awaited = &self.0.core.hub.steps.awaited;
        awaited.send_modify(|calls| *calls = calls.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use wire::Reached;

    use super::*;

    #[test]
    fn a_yes_of_another_shape_is_one_and_a_page_in_between_is_not() {
        let answered = |status, kind: Option<&str>, path: Option<&str>| Failure::NotTheService {
            status,
            content_type: kind.map(str::to_owned),
            path: path.map(str::to_owned),
            reached: Reached::MaybeSent,
        };
        let json = Some("application/json; charset=utf-8");
        assert!(is_unread_yes(&answered(200, json, Some("data.slug"))));
        assert!(is_unread_yes(&answered(202, json, Some("."))));
        assert!(is_unread_yes(&answered(204, None, None)));
        assert!(!is_unread_yes(&answered(200, Some("text/html"), None)));
        assert!(!is_unread_yes(&answered(200, json, None)), "cut off");
        assert!(!is_unread_yes(&answered(302, json, Some("."))));
    }
}
