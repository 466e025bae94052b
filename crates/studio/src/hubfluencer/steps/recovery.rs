//! Paid steps that an earlier run left, and those of other processes of this machine.

use contract::{HubEvent, Refusal};

use super::Entry;
use crate::Studio;
use crate::journal::PurchasePhase;
use crate::lock::held;

impl Studio {
    /// Reads the paid steps of the last days. What a dead process left is taken up: what had not left
    /// was not sent; what had is asked again with its key, or is in doubt where it has none.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`].
    pub(crate) async fn recover_steps(&self) -> Result<(), Refusal> {
        let core = &self.core;
        let server = core.hub.server_name().to_owned();
        if server.is_empty() {
            return Ok(());
        }
        for record in core.journal.recent_steps(&server, core.now()).await? {
            let left = record.phase.is_open() && core.sender.has_died(&record.sender);
            let record = if left {
                core.journal
                    .take_over_step(
                        &record.purchase_id,
                        &record.sender,
                        core.sender.id(),
                        core.now(),
                    )
                    .await?
            } else {
                record
            };
            let is_ours = record.sender == core.sender.id();
            let view = {
                let mut entries = held(&core.hub.steps.entries);
                match entries.get_mut(&record.purchase_id) {
                    // What this process sends it knows best itself.
                    Some(_) if is_ours && !left => continue,
                    Some(known) if known.record == record => continue,
                    Some(known) => {
                        known.record = record.clone();
                        known.view()
                    }
                    None => {
                        let entry = Entry::of(record.clone());
                        let view = entry.view();
                        entries.insert(record.purchase_id.clone(), entry);
                        view
                    }
                }
            };
            core.hub.steps.changed.send_replace(());
            core.tell_hub(HubEvent::Purchase(view));
            if !(left && is_ours) {
                continue;
            }
            match (record.phase, record.key()) {
                (PurchasePhase::AskingAgain, Some(key)) => self.ask_until_answered(record, key),
                (PurchasePhase::InDoubt, None) => self.look_for_unlock(record),
                _ => {}
            }
        }
        Ok(())
    }
}
