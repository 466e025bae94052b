//! Ends of orders that hold only where nothing else was first.

use contract::{Millis, OrderId, Refusal};
use rusqlite::{Transaction, TransactionBehavior, params};

use super::orders::{phase_of, put_to_rest};
use super::{Journal, OrderPhase};

impl Journal {
    /// Takes an order that is in `from`, and so has not begun to leave, to "not sent". Whether it is
    /// not sent now: one that went on meanwhile is left to whoever sends it.
    pub(crate) async fn withdraw(
        &self,
        order_id: &OrderId,
        from: OrderPhase,
        refusal: &Refusal,
        now: Millis,
    ) -> Result<bool, Refusal> {
        let (order_id, refusal) = (order_id.clone(), refusal.clone());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let word = phase_of(&tx, &order_id)?;
            if word != from.as_str() {
                return Ok(word == OrderPhase::NotSent.as_str());
            }
            put_to_rest(&tx, &order_id, OrderPhase::NotSent, Some(&refusal), now)?;
            tx.commit()?;
            Ok(true)
        })
        .await
    }

    /// Takes a watched order to its end, as its batch was at `looked_at`. Whether it has ended: where
    /// a task of the batch was made again since, what was seen then is no end.
    pub(crate) async fn end(
        &self,
        order_id: &OrderId,
        ending: OrderEnd,
        looked_at: Millis,
        now: Millis,
    ) -> Result<bool, Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if phase_of(&tx, &order_id)? == ending.phase.as_str() {
                return Ok(true);
            }
            if was_made_again(&tx, &order_id, looked_at)? {
                return Ok(false);
            }
            put_to_rest(&tx, &order_id, ending.phase, ending.refusal.as_ref(), now)?;
            tx.execute(
                "UPDATE orders SET top_up_link = coalesce(?2, top_up_link) WHERE order_id = ?1",
                params![order_id.0, ending.top_up_link],
            )?;
            tx.commit()?;
            Ok(true)
        })
        .await
    }
}

/// How a watched order ended.
#[derive(Clone, Debug)]
pub(crate) struct OrderEnd {
    pub(crate) phase: OrderPhase,
    pub(crate) refusal: Option<Refusal>,
    /// As the service gave it.
    pub(crate) top_up_link: Option<String>,
}

/// Whether the service took a retry of one of the order's tasks after `since`.
fn was_made_again(
    tx: &Transaction<'_>,
    order_id: &OrderId,
    since: Millis,
) -> rusqlite::Result<bool> {
    tx.query_row(
        "SELECT EXISTS (
            SELECT 1 FROM retries
            JOIN orders ON orders.server = retries.server
              AND orders.batch_id = json_extract(retries.before, '$.batch_id')
            WHERE orders.order_id = ?1 AND retries.phase = 'taken' AND retries.ended_at >= ?2)",
        params![order_id.0, since],
        |row| row.get(0),
    )
}

#[cfg(test)]
mod tests {
    use contract::Code;

    use super::*;
    use crate::journal::RetryPhase;
    use crate::journal::{Before, Brief, NewOrder, RetryIntent, RetryRecord, Seal, SourceRecord};
    use crate::spending::Bond;

    async fn journal(folder: &std::path::Path, phase: OrderPhase) -> (Journal, OrderId) {
        let opened = Journal::open(&folder.join("journal.db")).await;
        let journal = opened.expect("a journal").journal;
        let order_id = OrderId("1".to_owned());
        let order = NewOrder {
            order_id: order_id.clone(),
            phase,
            server: "sandbox".to_owned(),
            sender: "one".to_owned(),
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
    async fn an_order_that_went_on_meanwhile_is_not_said_to_be_not_sent() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal(folder.path(), OrderPhase::Preparing).await;
        let again = journal.intend_again(&order_id, 1).await.expect("written");
        assert!(again.is_ok());
        journal
            .seal(&order_id, Seal::default())
            .await
            .expect("sealed");
        let cancelled: Refusal = Code::Cancelled.into();
        let late = journal.withdraw(&order_id, OrderPhase::Preparing, &cancelled, 2);
        assert_eq!(late.await, Ok(false));
        let orders = journal.orders("sandbox").await.expect("readable");
        assert_eq!(orders[0].phase, OrderPhase::Sending);
    }

    #[tokio::test]
    async fn an_order_that_was_withdrawn_never_leaves() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal(folder.path(), OrderPhase::Preparing).await;
        let cancelled: Refusal = Code::Cancelled.into();
        for _ in 0..2 {
            let withdrawn = journal.withdraw(&order_id, OrderPhase::Preparing, &cancelled, 1);
            assert_eq!(withdrawn.await, Ok(true));
        }
        assert!(journal.intend_again(&order_id, 2).await.is_err());
    }

    #[tokio::test]
    async fn an_open_order_is_in_sight_however_many_came_after_it() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal(folder.path(), OrderPhase::Sending).await;
        let doubt = journal
            .rest(&order_id, OrderPhase::InDoubt, None, None, 1)
            .await;
        doubt.expect("written");
        let later = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
            INSERT INTO orders (order_id, server, phase, sender, source, language, direction, hint, created_at)
            SELECT 'later-' || i, 'sandbox', 'ready', 'one', '{}', 'en', '', '', i FROM n";
        let written = journal.with(move |db| db.execute(later, [])).await;
        assert_eq!(written, Ok(600));
        let orders = journal.orders("sandbox").await.expect("readable");
        assert_eq!(orders.len(), 501);
        let oldest = orders.last().expect("some");
        assert_eq!(
            (&oldest.order_id, oldest.phase),
            (&order_id, OrderPhase::InDoubt)
        );
    }

    #[tokio::test]
    async fn what_was_seen_before_a_retry_is_no_end() {
        let folder = tempfile::tempdir().expect("folder");
        let (journal, order_id) = journal(folder.path(), OrderPhase::Sending).await;
        let known = journal.acknowledge(&order_id, "b", None, 1).await;
        known.expect("written");
        let retry = RetryRecord {
            retry_id: "r".into(),
            sender: "another".to_owned(),
            phase: RetryPhase::Sending,
            task_id: "t".into(),
            before: Before {
                batch_id: Some("b".to_owned()),
                ..Before::default()
            },
            created_at: 10,
        };
        let intended = journal.intend_retry("sandbox", retry, Bond::default());
        assert_eq!(intended.await, Ok(RetryIntent::Written));
        let id = "r".into();
        let taken = journal.settle_retry(&id, RetryPhase::Taken, None, None, 20);
        assert_eq!(taken.await, Ok(true));
        let failed = OrderEnd {
            phase: OrderPhase::Failed,
            refusal: None,
            top_up_link: None,
        };
        let end = |looked_at| journal.end(&order_id, failed.clone(), looked_at, 30);
        assert_eq!(end(9).await, Ok(false), "the look was before the retry");
        assert_eq!(end(21).await, Ok(true), "the retry was seen");
    }
}
