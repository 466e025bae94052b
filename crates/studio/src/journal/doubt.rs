//! What the journal says of orders in doubt: when they left, and which batches are whose.

use std::collections::HashSet;

use contract::{Millis, OrderId, Refusal};
use rusqlite::{OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::orders::{phase_of, read, step};
use super::{Journal, OrderPhase, OrderRecord, Payer};

/// The schema's step.
pub(super) const COLUMNS_ADDED: &str = "
    ALTER TABLE orders ADD COLUMN sent_at INTEGER;       -- when it last began to be sent
    ALTER TABLE orders ADD COLUMN sealed_at INTEGER;     -- when its last byte may have left
    ALTER TABLE orders ADD COLUMN service_ahead INTEGER; -- the service's clock against ours then, ms
    ALTER TABLE orders ADD COLUMN account TEXT;          -- whose balance paid, where that was known";

/// The moment at which an order's last byte is let go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seal {
    /// By this machine's clock.
    pub(crate) at: Millis,
    /// How far the service's clock was ahead of it, where that was known.
    pub(crate) service_ahead: Option<Millis>,
    /// Who was signed in.
    pub(crate) payer: Payer,
}

/// What the journal knows that bears on an order in doubt.
#[derive(Clone, Debug)]
pub(crate) struct Doubtful {
    /// The order as it stands now.
    pub(crate) order: OrderRecord,
    /// Other orders of the server that left whole and have no answer: a batch may be one of theirs.
    pub(crate) rivals: Vec<OrderRecord>,
    /// Batches that are known to be of other orders.
    pub(crate) claimed: HashSet<String>,
}

/// What came of giving a batch to an order in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Adoption {
    /// The order has it now.
    Done,
    /// The order is in doubt no longer: another process was first.
    Moved,
    /// The batch is another order's.
    Claimed,
}

impl Journal {
    /// What bears on an order in doubt, all as of one moment. None where it is not known.
    pub(crate) async fn doubtful(
        &self,
        server: &str,
        order_id: &OrderId,
    ) -> Result<Option<Doubtful>, Refusal> {
        let (server, order_id) = (server.to_owned(), order_id.clone());
        self.with(move |db| {
            let tx = db.transaction()?;
            let one = "SELECT * FROM orders WHERE server = ?1 AND order_id = ?2";
            let order = tx.query_row(one, [&server, &order_id.0], read).optional()?;
            let Some(order) = order else { return Ok(None) };
            let mut unanswered = tx.prepare(
                "SELECT * FROM orders WHERE server = ?1 AND order_id <> ?2 AND sealed
                   AND phase IN ('sending', 'in_doubt')",
            )?;
            let rivals = unanswered
                .query_map([&server, &order_id.0], read)?
                .collect::<Result<Vec<_>, _>>()?;
            let mut claimed = tx.prepare(
                "SELECT batch_id FROM orders
                 WHERE server = ?1 AND order_id <> ?2 AND batch_id IS NOT NULL",
            )?;
            let claimed = claimed
                .query_map([&server, &order_id.0], |row| row.get(0))?
                .collect::<Result<HashSet<_>, _>>()?;
            Ok(Some(Doubtful {
                order,
                rivals,
                claimed,
            }))
        })
        .await
    }

    /// Gives an order in doubt the batch that it was found to be.
    pub(crate) async fn adopt(
        &self,
        order_id: &OrderId,
        batch_id: &str,
        formula_id: Option<&str>,
        now: Millis,
    ) -> Result<Adoption, Refusal> {
        let (order_id, batch_id) = (order_id.clone(), batch_id.to_owned());
        let formula_id = formula_id.map(str::to_owned);
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if phase_of(&tx, &order_id)? != OrderPhase::InDoubt.as_str() {
                return Ok(Adoption::Moved);
            }
            if is_claimed(&tx, &order_id, &batch_id)? {
                return Ok(Adoption::Claimed);
            }
            step(&tx, &order_id, OrderPhase::Acknowledged)?;
            tx.execute(
                "UPDATE orders SET batch_id = ?2, formula_id = ?3, heard_at = ?4, refusal = NULL
                 WHERE order_id = ?1",
                params![order_id.0, batch_id, formula_id, now],
            )?;
            tx.commit()?;
            Ok(Adoption::Done)
        })
        .await
    }
}

fn is_claimed(tx: &Transaction<'_>, order_id: &OrderId, batch_id: &str) -> rusqlite::Result<bool> {
    tx.query_row(
        "SELECT EXISTS (
            SELECT 1 FROM orders AS other JOIN orders AS own USING (server)
            WHERE own.order_id = ?1 AND other.order_id <> ?1 AND other.batch_id = ?2)",
        [&order_id.0, batch_id],
        |row| row.get(0),
    )
}
