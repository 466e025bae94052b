//! What goes on since a task of it was made again.

use contract::{Millis, Refusal, RetryId};
use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::retries::settle;
use super::steps::advance;
use super::{Journal, OrderPhase, OrderRecord, RetryPhase};

impl Journal {
    /// Ends a retry as taken, with the task that goes on, and takes the order of its batch back to be
    /// watched: both are on disk, or neither. The order as it then stands, as of [`Journal::reopen`].
    pub(crate) async fn take_retry(
        &self,
        server: &str,
        retry_id: &RetryId,
        made_id: &str,
        batch_id: Option<&str>,
        now: Millis,
    ) -> Result<Option<OrderRecord>, Refusal> {
        let (server, id, made) = (server.to_owned(), retry_id.0.clone(), made_id.to_owned());
        let batch_id = batch_id.map(str::to_owned);
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            // Another process may have been first; the order goes on all the same.
            settle(&tx, &id, RetryPhase::Taken, Some(&made), None, now)?;
            let order = match &batch_id {
                Some(batch_id) => reopened(&tx, &server, batch_id, now)?,
                None => None,
            };
            tx.commit()?;
            Ok(order)
        })
        .await
    }

    /// Takes the ended order of a batch back to be watched: a task of it was made again. The order as
    /// it then stands; none where no order of this server has the batch, or it has not ended.
    pub(crate) async fn reopen(
        &self,
        server: &str,
        batch_id: &str,
        now: Millis,
    ) -> Result<Option<OrderRecord>, Refusal> {
        let (server, batch_id) = (server.to_owned(), batch_id.to_owned());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let order = reopened(&tx, &server, &batch_id, now)?;
            tx.commit()?;
            Ok(order)
        })
        .await
    }
}

fn reopened(
    tx: &Transaction<'_>,
    server: &str,
    batch_id: &str,
    now: Millis,
) -> rusqlite::Result<Option<OrderRecord>> {
    let find = || {
        let query = "SELECT * FROM orders WHERE server = ?1 AND batch_id = ?2";
        tx.query_row(query, [server, batch_id], super::orders::read)
            .optional()
    };
    let Some(ended) = find()? else {
        return Ok(None);
    };
    if !advance(tx, &ended.order_id.0, OrderPhase::Acknowledged)? {
        return Ok(None);
    }
    tx.execute(
        "UPDATE orders SET refusal = NULL, top_up_link = NULL, ended_at = NULL,
           heard_at = ?3, hidden = 0
         WHERE server = ?1 AND batch_id = ?2",
        params![server, batch_id, now],
    )?;
    find()
}
