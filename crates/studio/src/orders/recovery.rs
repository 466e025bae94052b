//! What an earlier run left: orders whose sender died are judged by the journal alone.

use contract::{ClipId, Code, Refusal};

use super::{Entry, Phase};
use crate::Studio;
use crate::journal::OrderRecord;

impl Studio {
    /// Reads the journal into this run's view, and settles what a dead process left open.
    ///
    /// * Its last byte never left (not sealed): nothing was taken.
    /// * Its last byte may have left: in doubt, and never sent again.
    ///
    /// An order that a living process sends is left to it.
    pub(crate) async fn recover_orders(&self) -> Result<(), Refusal> {
        let core = &self.core;
        for record in core.journal.orders(&core.server_name).await? {
            let order_id = record.order_id.clone();
            let orphaned = matches!(record.phase, Phase::Sending | Phase::AwaitingSignIn)
                && core.sender.has_died(&record.sender);
            let next = match (record.phase, record.sealed) {
                (Phase::Sending, true) => Phase::InDoubt,
                _ => Phase::NotSent,
            };
            self.show_recorded(record).await?;
            if orphaned {
                tracing::info!(%order_id, next = next.as_str(), "an earlier run left this order");
                let code = if next == Phase::InDoubt {
                    Code::InDoubt
                } else {
                    Code::NotSent
                };
                self.rest(&order_id, next, Some(code.into()), None).await?;
            }
        }
        Ok(())
    }

    /// Shows what other processes of this machine ordered meanwhile.
    pub(crate) async fn notice_others(&self) -> Result<(), Refusal> {
        let core = &self.core;
        for record in core.journal.orders(&core.server_name).await? {
            let known = core.desk.read(&record.order_id, |entry| entry.record.phase);
            let news = record.sender != core.sender.id() && known != Some(record.phase);
            if news {
                let order_id = record.order_id.clone();
                self.show_recorded(record).await?;
                if let Some(view) = core.desk.view(&order_id) {
                    core.tell(contract::Event::Order(view));
                }
            }
        }
        core.watch.wake();
        Ok(())
    }

    async fn show_recorded(&self, record: OrderRecord) -> Result<(), Refusal> {
        let core = &self.core;
        let mut entry = Entry::new(record);
        let record = &entry.record;
        if let Some(path) = &record.source.path {
            let clip_id = ClipId(format!("order-{}", record.order_id));
            core.intake.remember(clip_id.clone(), path.clone());
            entry.clip_id = Some(clip_id);
        }
        if super::progress::is_queued(&record.tasks) {
            entry.queued_since = Some(record.created_at);
        }
        entry.reels = core
            .journal
            .reels_of(&core.server_name, &record.order_id)
            .await?;
        core.desk.put(entry);
        Ok(())
    }
}
