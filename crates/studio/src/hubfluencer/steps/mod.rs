//! Steps that cost credits: from the price that was shown to what came of it.
//!
//! [`PurchasePhase`] says which state may follow which, [`price`] asks what a step costs, [`review`]
//! makes the one confirmation, [`sending`] is the only place that makes a paying call ([`call`] is what it
//! makes), [`asking`] asks for a lost answer with the same key ([`keys`]), [`doubt`] looks up what has
//! none, [`recovery`] goes on with what an earlier run left.

mod asking;
mod call;
mod doubt;
mod keys;
mod price;
mod recovery;
mod review;
mod sending;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract::{Code, HubEvent, Millis, PurchaseId, PurchaseState, PurchaseView, Refusal, Step};
use tokio::sync::{Notify, watch};

use review::ReviewedStep;

use crate::Studio;
use crate::journal::{PurchasePhase, PurchaseRecord};
use crate::lock::held;

/// What another process sends is looked for in the journal this often.
const OTHERS_PACE: Duration = Duration::from_secs(2);

/// The paid steps of this machine, as far as they are shown.
pub(crate) struct Steps {
    /// The one review that may be taken: a newer one makes it void.
    review: Mutex<Option<ReviewedStep>>,
    entries: Mutex<HashMap<PurchaseId, Entry>>,
    changed: watch::Sender<()>,
    /// Calls that have left and whose first answer is awaited.
    awaited: watch::Sender<usize>,
}

/// A paid step and how its asking goes.
struct Entry {
    record: PurchaseRecord,
    /// When it is asked again, and why the last try brought nothing.
    next: Option<(Millis, Refusal)>,
    /// Asks now.
    hurry: Arc<Notify>,
}

impl Default for Steps {
    fn default() -> Self {
        Self {
            review: Mutex::default(),
            entries: Mutex::default(),
            changed: watch::Sender::new(()),
            awaited: watch::Sender::new(0),
        }
    }
}

impl Steps {
    /// Resolves when no step of this process awaits its first answer.
    pub(crate) async fn answered(&self) {
        // The sender lives in `self`.
        let _ = self.awaited.subscribe().wait_for(|calls| *calls == 0).await;
    }

    /// Moves with each of them.
    pub(crate) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// How many of them are in which phase.
    pub(crate) fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for entry in held(&self.entries).values() {
            *counts.entry(entry.record.phase.as_str()).or_default() += 1;
        }
        counts
    }

    /// Whether one is on its way, so that closing would cut it off.
    pub(crate) fn awaits_answer(&self) -> bool {
        *self.awaited.borrow() > 0
    }
}

impl Entry {
    fn of(record: PurchaseRecord) -> Self {
        Self {
            record,
            next: None,
            hurry: Arc::default(),
        }
    }

    fn view(&self) -> PurchaseView {
        let record = &self.record;
        let refusal = || {
            let known = record.refusal.clone();
            known.unwrap_or_else(|| Refusal::new(Code::Offline).of_hubfluencer())
        };
        PurchaseView {
            purchase_id: record.purchase_id.clone(),
            step: record.step.clone(),
            credits: record.credits,
            state: match record.phase {
                PurchasePhase::Sending => PurchaseState::Sending,
                PurchasePhase::AskingAgain => {
                    let (at, refusal) = self
                        .next
                        .clone()
                        .unwrap_or_else(|| (record.created_at, refusal()));
                    PurchaseState::AskingAgain { at, refusal }
                }
                PurchasePhase::InDoubt => PurchaseState::InDoubt,
                PurchasePhase::Taken => PurchaseState::Taken,
                PurchasePhase::Refused => PurchaseState::Refused { refusal: refusal() },
                PurchasePhase::NotSent => PurchaseState::NotSent,
                PurchasePhase::GivenUp => PurchaseState::GivenUp,
            },
            created_at: record.created_at,
            ended_at: record.ended_at,
        }
    }
}

impl Studio {
    /// The paid steps of the last days that are not hidden, newest first.
    pub fn purchases(&self) -> Vec<PurchaseView> {
        let entries = held(&self.core.hub.steps.entries);
        let mut views: Vec<PurchaseView> = entries.values().map(Entry::view).collect();
        drop(entries);
        // Ids are time-ordered.
        views.sort_by(|a, b| b.purchase_id.cmp(&a.purchase_id));
        views
    }

    /// Whether a paid step has left and its first answer is awaited: closing now would cut it off.
    pub fn awaits_step(&self) -> bool {
        self.core.hub.steps.awaits_answer()
    }

    /// One paid step.
    pub fn purchase(&self, purchase_id: &PurchaseId) -> Option<PurchaseView> {
        held(&self.core.hub.steps.entries)
            .get(purchase_id)
            .map(Entry::view)
    }

    /// Waits until a paid step is answered, or only the person can say what became of it.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here.
    pub async fn purchase_ended(&self, purchase_id: &PurchaseId) -> Result<PurchaseView, Refusal> {
        let mut changes = self.core.hub.steps.changed.subscribe();
        loop {
            changes.mark_unchanged();
            let view = self
                .purchase(purchase_id)
                .ok_or_else(|| Refusal::new(Code::Unknown))?;
            let moves = matches!(
                view.state,
                PurchaseState::Sending | PurchaseState::AskingAgain { .. }
            );
            if !moves {
                return Ok(view);
            }
            tokio::select! {
                changed = changes.changed() => if changed.is_err() {
                    return Ok(view);
                },
                () = self.others_turn(purchase_id) => {
                    if let Err(refusal) = self.recover_steps().await {
                        tracing::info!(%refusal, "another process's steps could not be read");
                    }
                }
            }
        }
    }

    /// Resolves when what another process sends is to be looked for in the journal. Never for what
    /// this one sends.
    async fn others_turn(&self, purchase_id: &PurchaseId) {
        let core = &self.core;
        let is_ours = held(&core.hub.steps.entries)
            .get(purchase_id)
            .is_some_and(|entry| entry.record.sender == core.sender.id());
        if is_ours {
            std::future::pending::<()>().await;
        }
        core.ports.clock.sleep(OTHERS_PACE).await;
    }

    /// The person says that a step in doubt was not taken.
    ///
    /// # Errors
    /// [`Code::Unknown`] unless it is in doubt.
    pub async fn give_up_step(&self, purchase_id: &PurchaseId) -> Result<(), Refusal> {
        let phase = held(&self.core.hub.steps.entries)
            .get(purchase_id)
            .map(|entry| entry.record.phase);
        if phase != Some(PurchasePhase::InDoubt) {
            return Err(Code::Unknown.into());
        }
        self.settle_step(purchase_id, PurchasePhase::GivenUp, None)
            .await
    }

    /// Asks now for a lost answer, with the same key.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not asked for.
    pub fn ask_step_again(&self, purchase_id: &PurchaseId) -> Result<(), Refusal> {
        let entries = held(&self.core.hub.steps.entries);
        match entries.get(purchase_id) {
            Some(entry) if entry.record.phase == PurchasePhase::AskingAgain => {
                entry.hurry.notify_one();
                Ok(())
            }
            _ => Err(Code::Unknown.into()),
        }
    }

    /// Takes a step that has come to its end off the lists.
    ///
    /// # Errors
    /// [`Code::Unknown`] while something more may come of it.
    pub async fn hide_step(&self, purchase_id: &PurchaseId) -> Result<(), Refusal> {
        match self.purchase(purchase_id) {
            Some(view) if !view.state.is_open() => {}
            _ => return Err(Code::Unknown.into()),
        }
        self.core.journal.hide_step(purchase_id).await?;
        held(&self.core.hub.steps.entries).remove(purchase_id);
        Ok(())
    }

    /// Fails while the same step has not come to its end, in this process or another.
    async fn expect_none_open(&self, step: &Step) -> Result<(), Refusal> {
        let core = &self.core;
        let stem = keys::stem(step);
        let server = core.hub.server_name();
        if core.journal.step_is_open(server, &stem).await? {
            // Whoever sent it may have died since this run began.
            self.recover_steps().await?;
            if core.journal.step_is_open(server, &stem).await? {
                return Err(Refusal::new(Code::StepUnderWay).of_hubfluencer());
            }
        }
        Ok(())
    }

    /// Takes a step to a phase: on disk first, then for all to see. Where another process was first,
    /// it stays as that one left it.
    async fn settle_step(
        &self,
        purchase_id: &PurchaseId,
        phase: PurchasePhase,
        refusal: Option<Refusal>,
    ) -> Result<(), Refusal> {
        let core = &self.core;
        let now = core.now();
        let settled = core
            .journal
            .settle_step(purchase_id, phase, refusal.clone(), now);
        if !settled.await? {
            return Ok(());
        }
        self.show_step(purchase_id, phase, refusal);
        Ok(())
    }

    /// Shows a step in a phase.
    fn show_step(&self, purchase_id: &PurchaseId, phase: PurchasePhase, refusal: Option<Refusal>) {
        let now = self.core.now();
        self.change_step(purchase_id, |entry| {
            entry.record.phase = phase;
            entry.record.refusal = refusal;
            entry.record.ended_at = (!phase.is_open()).then_some(now);
            entry.next = None;
        });
    }

    /// Changes what is shown of a step, and tells it.
    fn change_step(&self, purchase_id: &PurchaseId, change: impl FnOnce(&mut Entry)) {
        let view = {
            let mut entries = held(&self.core.hub.steps.entries);
            let Some(entry) = entries.get_mut(purchase_id) else {
                return;
            };
            change(entry);
            entry.view()
        };
        self.core.hub.steps.changed.send_replace(());
        self.core.tell_hub(HubEvent::Purchase(view));
    }
}
