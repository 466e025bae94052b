//! What an earlier run left: orders whose sender died are judged by the journal alone.

use contract::{AssetId, ClipId, Code, Refusal};

use super::Entry;
use crate::Studio;
use crate::batch;
use crate::journal::{OrderPhase, OrderRecord};

impl Studio {
    /// Reads the journal into this run's view, and settles what a dead process left open.
    pub(crate) async fn recover_orders(&self) -> Result<(), Refusal> {
        let core = &self.core;
        let records = core.journal.orders(&core.server_name).await?;
        let orders: Vec<_> = records.iter().map(|record| &record.order_id).collect();
        // Of all at once: after years there are hundreds to show.
        let reels = core.journal.reels_of_each(&core.server_name, &orders);
        let mut reels = reels.await?;
        for record in records {
            let record = self.settled(record).await?;
            let its_reels = reels.remove(&record.order_id).unwrap_or_default();
            self.show_with(record, its_reels);
        }
        Ok(())
    }

    /// Shows what other processes of this machine ordered meanwhile, and what became of it; of our own
    /// orders, those of which another process had a task made again after they had ended here.
    pub(crate) async fn notice_others(&self) -> Result<(), Refusal> {
        let core = &self.core;
        for record in core.journal.orders(&core.server_name).await? {
            let is_ours = record.sender == core.sender.id();
            let record = if is_ours {
                record
            } else {
                self.settled(record).await?
            };
            let order_id = record.order_id.clone();
            let known = core.desk.read(&order_id, |entry| {
                (entry.record.phase, entry.record.ended_at)
            });
            let is_news = match known {
                // Ours are shown as they come, and taken off the queue; only a retry brings one back.
                None => !is_ours || record.phase == OrderPhase::Acknowledged,
                // One that this process saw end since the journal was read has not begun again,
                // unless something was heard of it later: then another process had a task of it
                // made again.
                Some((phase, ended_at)) => {
                    let is_left_to_others = !is_ours && !phase.is_last();
                    let was_heard_of = phase.is_last() && record.heard_at > ended_at;
                    // What is in doubt is looked for by every process: another one was first.
                    let was_settled = phase == OrderPhase::InDoubt;
                    phase != record.phase && (is_left_to_others || was_heard_of || was_settled)
                }
            };
            if !is_news {
                continue;
            }
            self.show_recorded(record).await?;
            self.change_order(&order_id, |entry| {
                if known.is_some_and(|(phase, _)| phase.is_last()) {
                    entry.delivered.clone_from(&entry.reels);
                }
            });
            if let Some(view) = core.desk.view(&order_id) {
                core.tell(contract::Event::Order(view));
            }
        }
        core.watch.wake();
        core.doubts.wake();
        self.recover_retries().await
    }

    /// The order as it stands once one that a dead process left open is settled. One that a living
    /// process sends is left to it.
    async fn settled(&self, record: OrderRecord) -> Result<OrderRecord, Refusal> {
        let core = &self.core;
        if judged(&record).is_none() || !core.sender.has_died(&record.sender) {
            return Ok(record);
        }
        // Judged anew from the disk: its sender may have got further before it died, and another
        // process may have been first.
        let settled = core.journal.settle(&record.order_id, judged, core.now());
        let settled = settled.await?;
        tracing::info!(order_id = %settled.order_id, phase = settled.phase.as_str(), "an earlier run left this order");
        Ok(settled)
    }

    pub(super) async fn show_recorded(&self, record: OrderRecord) -> Result<(), Refusal> {
        let journal = &self.core.journal;
        let reels = journal.reels_of(&self.core.server_name, &record.order_id);
        let reels = reels.await?;
        self.show_with(record, reels);
        Ok(())
    }

    fn show_with(&self, record: OrderRecord, reels: Vec<AssetId>) {
        let core = &self.core;
        let mut entry = Entry::new(record);
        entry.reels = reels;
        let record = &entry.record;
        if let Some(path) = &record.source.path {
            let clip_id = ClipId(format!("order-{}", record.order_id));
            core.intake.remember(clip_id.clone(), path.clone());
            entry.clip_id = Some(clip_id);
        }
        if batch::is_queued(&record.tasks) {
            entry.queued_since = Some(record.created_at);
        }
        core.desk.put(entry);
    }
}

/// What the journal alone says of an order whose sender is dead. None where it is not open.
///
/// * Its last byte never left (not sealed), the service had said 401, or its product was not written
///   yet: nothing was taken. What is left of the product's writing is kept beside it.
/// * Its last byte may have left: in doubt, and never sent again.
fn judged(record: &OrderRecord) -> Option<(OrderPhase, Refusal)> {
    match (record.phase, record.sealed) {
        (OrderPhase::Sending, true) => Some((OrderPhase::InDoubt, Code::InDoubt.into())),
        (OrderPhase::Sending, false) | (OrderPhase::AwaitingSignIn | OrderPhase::Preparing, _) => {
            Some((OrderPhase::NotSent, Code::NotSent.into()))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use contract::OrderId;

    use super::*;
    use crate::journal::{Brief, Journal, NewOrder, Seal, SourceRecord};
    use crate::spending::Bond;

    async fn journal_with_an_order(folder: &std::path::Path) -> (Journal, OrderId) {
        let opened = Journal::open(&folder.join("journal.db")).await;
        let journal = opened.expect("a journal").journal;
        let order_id = OrderId("1".to_owned());
        let order = NewOrder {
            order_id: order_id.clone(),
            phase: OrderPhase::Sending,
            server: "sandbox".to_owned(),
            sender: "killed".to_owned(),
            source: SourceRecord::default(),
            language: "en".to_owned(),
            direction: String::new(),
            hint: String::new(),
            brief: Brief::default(),
            bond: Bond::default(),
            created_at: 0,
        };
        let intended = journal.intend(order).await.expect("written");
        assert!(intended.is_ok());
        (journal, order_id)
    }

    #[tokio::test]
    async fn who_settles_second_leaves_it_as_it_is() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal_with_an_order(folder.path()).await;
        journal
            .seal(&order_id, Seal::default())
            .await
            .expect("written");
        let first = journal.settle(&order_id, judged, 1).await.expect("settled");
        assert_eq!(first.phase, OrderPhase::InDoubt);
        let given_up = journal
            .rest(&order_id, OrderPhase::GivenUp, None, None, 2)
            .await;
        given_up.expect("written");
        let second = journal.settle(&order_id, judged, 3).await.expect("no harm");
        assert_eq!(
            (second.phase, second.ended_at),
            (OrderPhase::GivenUp, Some(2))
        );
    }

    #[tokio::test]
    async fn two_that_hear_the_same_end_agree() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal_with_an_order(folder.path()).await;
        let known = journal.acknowledge(&order_id, "batch", None, 1).await;
        known.expect("written");
        for at in [2, 3] {
            let rest = journal
                .rest(&order_id, OrderPhase::Ready, None, None, at)
                .await;
            rest.expect("no harm");
        }
        let orders = journal.orders("sandbox").await.expect("readable");
        assert_eq!(orders[0].ended_at, Some(2));
        let other = journal
            .rest(&order_id, OrderPhase::Failed, None, None, 4)
            .await;
        assert!(other.is_err());
    }

    #[tokio::test]
    async fn an_order_that_was_stopped_or_settled_meanwhile_is_not_sealed() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal_with_an_order(folder.path()).await;
        let stopped = Some(Code::Cancelled.into());
        let rest = journal
            .rest(&order_id, OrderPhase::NotSent, stopped, None, 1)
            .await;
        rest.expect("written");
        assert!(journal.seal(&order_id, Seal::default()).await.is_err());
    }

    #[tokio::test]
    async fn an_order_that_goes_on_after_a_sign_in_has_not_left_yet() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal_with_an_order(folder.path()).await;
        journal
            .seal(&order_id, Seal::default())
            .await
            .expect("written");
        let refused = Some(Code::NotSignedIn.into());
        let rest = journal
            .rest(&order_id, OrderPhase::AwaitingSignIn, refused, None, 1)
            .await;
        rest.expect("written");
        let again = journal.intend_again(&order_id, 2).await.expect("written");
        assert!(again.is_ok());
        let orders = journal.orders("sandbox").await.expect("readable");
        let verdict = judged(&orders[0]).map(|(phase, _)| phase);
        assert_eq!(verdict, Some(OrderPhase::NotSent));
        assert_eq!(orders[0].refusal, None);
    }
}
