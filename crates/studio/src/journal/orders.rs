//! Orders in the journal.

use contract::{Code, Millis, OrderId, OverLimit, Refusal, TaskView};
use rusqlite::{Connection, Row, Transaction, TransactionBehavior, params};

use super::spending::{Kind, Spend, bind};
use super::steps::{advance, standing};
use super::{
    Brief, Journal, NewOrder, OrderPhase, OrderRecord, Payer, Seal, SourceRecord, json, to_json,
};

/// The machine's allowance of submits is used up for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SubmitsFull {
    /// When the next may be sent.
    pub(crate) until: Millis,
}

/// Why an intent was not written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NotIntended {
    /// No submit may be sent now.
    Full(SubmitsFull),
    /// It goes over these limits without the person's extra yes.
    Over(Vec<OverLimit>),
}

/// The contract's rate of `POST /api/riffs`: 10 in 60 s. Kept by the journal, so that it holds
/// for all fronts of this machine together.
const SUBMITS: i64 = 10;
const SUBMITS_WINDOW: Millis = 60_000;

impl Journal {
    /// Writes an intent, and binds what it may cost. On disk when this returns. One that is to be sent
    /// at once counts as a submit.
    pub(crate) async fn intend(&self, order: NewOrder) -> Result<Result<(), NotIntended>, Refusal> {
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let spend = Spend {
                kind: Kind::Order,
                id: &order.order_id.0,
                server: &order.server,
                at: order.created_at,
            };
            if let Err(over) = bind(&tx, spend, &order.bond)? {
                return Ok(Err(NotIntended::Over(over)));
            }
            if order.phase == OrderPhase::Sending
                && let Err(full) = count_submit(&tx, &order.order_id, order.created_at)?
            {
                return Ok(Err(NotIntended::Full(full)));
            }
            tx.execute(
                "INSERT INTO orders (order_id, server, phase, sender, source, language, direction, hint, brief, created_at, sent_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                params![
                    order.order_id.0,
                    order.server,
                    order.phase.as_str(),
                    order.sender,
                    to_json(&order.source),
                    order.language,
                    order.direction,
                    order.hint,
                    to_json(&order.brief),
                    order.created_at,
                    (order.phase == OrderPhase::Sending).then_some(order.created_at),
                ],
            )?;
            tx.commit()?;
            Ok(Ok(()))
        })
        .await
    }

    /// Takes an order that waited for a sign-in, or for its product, to sending. Counts as a submit.
    /// What it may cost was bound with the yes.
    pub(crate) async fn intend_again(
        &self,
        order_id: &OrderId,
        now: Millis,
    ) -> Result<Result<(), SubmitsFull>, Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if let Err(full) = count_submit(&tx, &order_id, now)? {
                return Ok(Err(full));
            }
            step(&tx, &order_id, OrderPhase::Sending)?;
            // The service has said that it did not take what was sealed before.
            tx.execute(
                "UPDATE orders SET sealed = 0, refusal = NULL, sent_at = ?2, sealed_at = NULL
                 WHERE order_id = ?1",
                params![order_id.0, now],
            )?;
            tx.commit()?;
            Ok(Ok(()))
        })
        .await
    }

    /// Keeps what an order is made with: its staged product was begun, or is written now.
    pub(crate) async fn brief(&self, order_id: &OrderId, brief: &Brief) -> Result<(), Refusal> {
        let (order_id, brief) = (order_id.clone(), to_json(brief));
        self.with(move |db| {
            db.execute(
                "UPDATE orders SET brief = ?2 WHERE order_id = ?1",
                [order_id.0, brief],
            )?;
            Ok(())
        })
        .await
    }

    /// Notes that the last byte is about to leave: from here on the order may be taken.
    ///
    /// Fails unless the order is still being sent by what is on disk: one that was stopped or
    /// settled meanwhile is told to be "not sent", and must then not leave.
    pub(crate) async fn seal(&self, order_id: &OrderId, seal: Seal) -> Result<(), Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            let sealed = db.execute(
                "UPDATE orders SET sealed = 1, sealed_at = ?3, service_ahead = ?4, sign_in = ?6,
                   account = coalesce(?5, (SELECT noted.account FROM sign_ins AS noted
                     WHERE noted.server = orders.server AND noted.mark = ?6))
                 WHERE order_id = ?1 AND phase = ?2",
                params![
                    order_id.0,
                    OrderPhase::Sending.as_str(),
                    seal.at,
                    seal.service_ahead,
                    seal.payer.account,
                    seal.payer.sign_in
                ],
            )?;
            match sealed {
                1 => Ok(()),
                rows => Err(rusqlite::Error::StatementChangedRows(rows)),
            }
        })
        .await
    }

    /// Notes the service's answer.
    pub(crate) async fn acknowledge(
        &self,
        order_id: &OrderId,
        batch_id: &str,
        formula_id: Option<&str>,
        now: Millis,
    ) -> Result<(), Refusal> {
        let (order_id, batch_id) = (order_id.clone(), batch_id.to_owned());
        let formula_id = formula_id.map(str::to_owned);
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            step(&tx, &order_id, OrderPhase::Acknowledged)?;
            tx.execute(
                "UPDATE orders SET batch_id = ?2, formula_id = ?3, heard_at = ?4 WHERE order_id = ?1",
                params![order_id.0, batch_id, formula_id, now],
            )?;
            tx.commit()
        })
        .await
    }

    /// Takes an order to a phase in which it rests, with the reason. Where another process that
    /// watches it was first, it stays as that one left it.
    pub(crate) async fn rest(
        &self,
        order_id: &OrderId,
        phase: OrderPhase,
        refusal: Option<Refusal>,
        top_up_link: Option<String>,
        now: Millis,
    ) -> Result<(), Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if phase_of(&tx, &order_id)? == phase.as_str() {
                return Ok(());
            }
            put_to_rest(&tx, &order_id, phase, refusal.as_ref(), now)?;
            tx.execute(
                "UPDATE orders SET top_up_link = coalesce(?2, top_up_link) WHERE order_id = ?1",
                params![order_id.0, top_up_link],
            )?;
            tx.commit()
        })
        .await
    }

    /// Settles an order whose sender has died, as `judge` finds it by what is on disk now; it stays
    /// as it is where there is nothing (more) to settle. The order as it then stands.
    pub(crate) async fn settle(
        &self,
        order_id: &OrderId,
        judge: impl FnOnce(&OrderRecord) -> Option<(OrderPhase, Refusal)> + Send + 'static,
        now: Millis,
    ) -> Result<OrderRecord, Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let one = |tx: &Transaction<'_>| {
                let query = "SELECT * FROM orders WHERE order_id = ?1";
                tx.query_row(query, [&order_id.0], read)
            };
            if let Some((phase, refusal)) = judge(&one(&tx)?) {
                put_to_rest(&tx, &order_id, phase, Some(&refusal), now)?;
            }
            let record = one(&tx)?;
            tx.commit()?;
            Ok(record)
        })
        .await
    }

    /// Notes what was heard of an order's batch. A power cut may take it away: it costs one more look.
    pub(crate) async fn heard(
        &self,
        order_id: &OrderId,
        tasks: &[TaskView],
        now: Millis,
    ) -> Result<(), Refusal> {
        let (order_id, tasks) = (order_id.clone(), to_json(&tasks));
        self.with_hearsay(move |db| {
            let mut note = db.prepare_cached(
                "UPDATE orders SET tasks = ?2, heard_at = ?3 WHERE order_id = ?1",
            )?;
            note.execute(params![order_id.0, tasks, now]).map(drop)
        })
        .await
    }

    /// Takes an ended order off the queue.
    pub(crate) async fn hide(&self, order_id: &OrderId) -> Result<(), Refusal> {
        let order_id = order_id.clone();
        self.with(move |db| {
            db.execute(
                "UPDATE orders SET hidden = 1 WHERE order_id = ?1",
                [order_id.0],
            )?;
            Ok(())
        })
        .await
    }

    /// The orders of a server that are not hidden, newest first: all that are open, and of the others
    /// those among the last 500.
    pub(crate) async fn orders(&self, server: &str) -> Result<Vec<OrderRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let last = OrderPhase::ALL.iter().filter(|phase| phase.is_last());
            let last: Vec<&str> = last.map(|phase| phase.as_str()).collect();
            let mut query = db.prepare(
                "SELECT * FROM orders WHERE server = ?1 AND hidden = 0
                   AND (phase NOT IN (SELECT value FROM json_each(?2)) OR order_id IN (
                     SELECT order_id FROM orders WHERE server = ?1 AND hidden = 0
                     ORDER BY created_at DESC, order_id DESC LIMIT 500))
                 ORDER BY created_at DESC, order_id DESC",
            )?;
            query.query_map([server, to_json(&last)], read)?.collect()
        })
        .await
    }

    /// When the same source was last ordered and not refused, on this server.
    pub(crate) async fn ordered_before(
        &self,
        server: &str,
        source: &SourceRecord,
        since: Millis,
    ) -> Result<Option<Millis>, Refusal> {
        let (server, source) = (server.to_owned(), to_json(source));
        self.with(move |db| {
            db.query_row(
                "SELECT max(created_at) FROM orders
                 WHERE server = ?1 AND source = ?2 AND created_at >= ?3
                   AND phase NOT IN ('refused', 'not_sent', 'given_up')",
                params![server, source, since],
                |row| row.get(0),
            )
        })
        .await
    }
}

/// Takes an order one step on, or fails where [`OrderPhase::may_become`] forbids it.
pub(super) fn step(
    tx: &Transaction<'_>,
    order_id: &OrderId,
    next: OrderPhase,
) -> rusqlite::Result<()> {
    if advance(tx, &order_id.0, next)? {
        return Ok(());
    }
    let from = phase_of(tx, order_id)?;
    tracing::error!(%order_id, from, to = next.as_str(), "an order can't take this step");
    Err(rusqlite::Error::StatementChangedRows(0))
}

/// Takes an order to a phase in which it rests.
pub(super) fn put_to_rest(
    tx: &Transaction<'_>,
    order_id: &OrderId,
    phase: OrderPhase,
    refusal: Option<&Refusal>,
    now: Millis,
) -> rusqlite::Result<()> {
    step(tx, order_id, phase)?;
    let ended = !matches!(phase, OrderPhase::InDoubt | OrderPhase::AwaitingSignIn);
    tx.execute(
        "UPDATE orders SET refusal = ?2, ended_at = ?3 WHERE order_id = ?1",
        params![order_id.0, refusal.map(to_json), ended.then_some(now)],
    )?;
    Ok(())
}

/// The word of the phase in which an order is.
pub(super) fn phase_of(tx: &Transaction<'_>, order_id: &OrderId) -> rusqlite::Result<String> {
    standing::<OrderPhase>(tx, &order_id.0)
}

fn count_submit(
    tx: &Connection,
    order_id: &OrderId,
    now: Millis,
) -> rusqlite::Result<Result<(), SubmitsFull>> {
    tx.execute(
        "DELETE FROM submits WHERE at <= ?1 OR at > ?2",
        [now - SUBMITS_WINDOW, now],
    )?;
    let (count, oldest): (i64, Option<Millis>) =
        tx.query_row("SELECT count(*), min(at) FROM submits", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    match oldest {
        Some(oldest) if count >= SUBMITS => Ok(Err(SubmitsFull {
            until: oldest + SUBMITS_WINDOW,
        })),
        _ => {
            tx.execute(
                "INSERT INTO submits (order_id, at) VALUES (?1, ?2)",
                params![order_id.0, now],
            )?;
            Ok(Ok(()))
        }
    }
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<OrderRecord> {
    let word: String = row.get("phase")?;
    Ok(OrderRecord {
        order_id: OrderId(row.get("order_id")?),
        // A word of a newer version: nothing is known but that it must not be sent again.
        phase: OrderPhase::parse(&word).unwrap_or(OrderPhase::InDoubt),
        sender: row.get("sender")?,
        sealed: row.get("sealed")?,
        source: json(&row.get::<_, String>("source")?),
        language: row.get("language")?,
        direction: row.get("direction")?,
        hint: row.get("hint")?,
        brief: json(&row.get::<_, String>("brief")?),
        created_at: row.get("created_at")?,
        sent_at: row.get("sent_at")?,
        sealed_at: row.get("sealed_at")?,
        service_ahead: row.get("service_ahead")?,
        payer: Payer::read(row)?,
        batch_id: row.get("batch_id")?,
        formula_id: row.get("formula_id")?,
        tasks: json(&row.get::<_, String>("tasks")?),
        refusal: row.get::<_, Option<String>>("refusal")?.map(|text| {
            serde_json::from_str(&text).unwrap_or_else(|_| Refusal::new(Code::Internal))
        }),
        top_up_link: row.get("top_up_link")?,
        heard_at: row.get("heard_at")?,
        ended_at: row.get("ended_at")?,
    })
}
