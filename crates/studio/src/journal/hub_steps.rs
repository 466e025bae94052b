//! Paid steps of Hubfluencer in the journal: what was confirmed, under which key, and what came of it.

use contract::{Millis, OverLimit, PurchaseId, Refusal, Step};
use hubfluencer::IdempotencyKey;
use rusqlite::{OptionalExtension as _, Row, TransactionBehavior, params};

use super::spending::{Kind, Spend, bind};
use super::steps::advance;
use super::{Journal, PurchasePhase, to_json};
use crate::spending::Bond;

/// The schema's step.
pub(super) const TABLES: &str = "CREATE TABLE hub_steps (
        purchase_id  TEXT PRIMARY KEY,
        server       TEXT NOT NULL,
        sender       TEXT NOT NULL,      -- the process that sends or sent it
        phase        TEXT NOT NULL,
        sealed       INTEGER NOT NULL DEFAULT 0, -- it may have left
        stem         TEXT NOT NULL,      -- attempts of the same thing
        step         TEXT NOT NULL,      -- JSON
        credits      INTEGER NOT NULL,   -- as they were shown
        key          TEXT,               -- Idempotency-Key
        bonus_before INTEGER,            -- bought assists, before a purchase of some
        refusal      TEXT,               -- JSON
        created_at   INTEGER NOT NULL,
        ended_at     INTEGER,
        hidden       INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX hub_steps_by_stem ON hub_steps (server, stem);
    CREATE INDEX hub_steps_by_time ON hub_steps (server, created_at DESC);";

/// How long a step that has come to its end is shown.
const SHOWN_FOR: Millis = 7 * 24 * 60 * 60 * 1000;

/// Most steps that are shown.
const MOST_SHOWN: u32 = 500;

/// A paid step as the person said yes to it.
pub(crate) struct NewPurchase {
    pub(crate) purchase_id: PurchaseId,
    pub(crate) sender: String,
    pub(crate) stem: String,
    pub(crate) step: Step,
    pub(crate) credits: u32,
    pub(crate) bonus_before: Option<u32>,
    /// What it costs, once more: what counts.
    pub(crate) bond: Bond,
    pub(crate) created_at: Millis,
}

/// What became of the intent of a paid step.
pub(crate) enum StepIntent {
    /// It is on disk, so.
    Written(Box<PurchaseRecord>),
    /// Another one of the same stem has not come to its end. Nothing was written.
    UnderWay,
    /// It goes over these limits without the person's extra yes. Nothing was written.
    Over(Vec<OverLimit>),
}

/// A paid step as the journal keeps it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PurchaseRecord {
    pub(crate) purchase_id: PurchaseId,
    pub(crate) sender: String,
    pub(crate) phase: PurchasePhase,
    pub(crate) step: Step,
    pub(crate) credits: u32,
    pub(crate) key: Option<String>,
    pub(crate) bonus_before: Option<u32>,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) created_at: Millis,
    pub(crate) ended_at: Option<Millis>,
}

impl PurchaseRecord {
    /// Its key, where it has one.
    pub(crate) fn key(&self) -> Option<IdempotencyKey> {
        self.key.as_deref().and_then(|key| key.parse().ok())
    }
}

impl Journal {
    /// Writes the intent of a paid step, with its key, and binds what it costs. On disk when this
    /// returns.
    ///
    /// `key` is asked with the attempts that were answered before.
    pub(crate) async fn intend_step(
        &self,
        server: &str,
        new: NewPurchase,
        key: impl FnOnce(u32) -> Option<String> + Send + 'static,
    ) -> Result<StepIntent, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let (open, answered): (bool, u32) = tx.query_row(
                "SELECT count(*) FILTER (WHERE phase IN ('sending', 'asking_again', 'in_doubt')) > 0,
                        count(*) FILTER (WHERE phase IN ('taken', 'refused'))
                 FROM hub_steps WHERE server = ?1 AND stem = ?2",
                [&server, &new.stem],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            if open {
                return Ok(StepIntent::UnderWay);
            }
            let spend = Spend {
                kind: Kind::Step,
                id: &new.purchase_id.0,
                server: &server,
                at: new.created_at,
            };
            if let Err(over) = bind(&tx, spend, &new.bond)? {
                return Ok(StepIntent::Over(over));
            }
            tx.execute(
                "INSERT INTO hub_steps
                 (purchase_id, server, sender, phase, stem, step, credits, key, bonus_before, created_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
                params![
                    new.purchase_id.0,
                    server,
                    new.sender,
                    PurchasePhase::Sending.as_str(),
                    new.stem,
                    to_json(&new.step),
                    new.credits,
                    key(answered),
                    new.bonus_before,
                    new.created_at,
                ],
            )?;
            let record = tx.query_row(ONE, [&new.purchase_id.0], read)?;
            tx.commit()?;
            let record = record.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
            Ok(StepIntent::Written(Box::new(record)))
        })
        .await
    }

    /// Notes that a step is about to leave: from here on it may be taken. Fails unless it is still
    /// being sent by what is on disk.
    pub(crate) async fn seal_step(&self, purchase_id: &PurchaseId) -> Result<(), Refusal> {
        let id = purchase_id.0.clone();
        self.with(move |db| {
            let sealed = db.execute(
                "UPDATE hub_steps SET sealed = 1 WHERE purchase_id = ?1 AND phase = ?2",
                [id.as_str(), PurchasePhase::Sending.as_str()],
            )?;
            match sealed {
                1 => Ok(()),
                rows => Err(rusqlite::Error::StatementChangedRows(rows)),
            }
        })
        .await
    }

    /// Takes a step on. Where another process was first it stays as that one left it, and the answer
    /// is `false`.
    pub(crate) async fn settle_step(
        &self,
        purchase_id: &PurchaseId,
        phase: PurchasePhase,
        refusal: Option<Refusal>,
        now: Millis,
    ) -> Result<bool, Refusal> {
        let id = purchase_id.0.clone();
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            if !advance(&tx, &id, phase)? {
                return Ok(false);
            }
            let ended = (!phase.is_open()).then_some(now);
            tx.execute(
                "UPDATE hub_steps SET refusal = ?2, ended_at = ?3 WHERE purchase_id = ?1",
                params![id, refusal.as_ref().map(to_json), ended],
            )?;
            tx.commit()?;
            Ok(true)
        })
        .await
    }

    /// Takes a step over whose sender `dead` has died: what had not left was not sent, what had is
    /// asked again under its key, or is in doubt where it has none. The step as it then stands; it is
    /// another process's where that was first.
    pub(crate) async fn take_over_step(
        &self,
        purchase_id: &PurchaseId,
        dead: &str,
        sender: &str,
        now: Millis,
    ) -> Result<PurchaseRecord, Refusal> {
        let id = purchase_id.0.clone();
        let (dead, sender) = (dead.to_owned(), sender.to_owned());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let (word, owner, sealed, has_key): (String, String, bool, bool) = tx.query_row(
                "SELECT phase, sender, sealed, key IS NOT NULL FROM hub_steps
                 WHERE purchase_id = ?1",
                [&id],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )?;
            if owner == dead && PurchasePhase::parse(&word) == PurchasePhase::Sending {
                let left = match (sealed, has_key) {
                    (false, _) => PurchasePhase::NotSent,
                    (true, false) => PurchasePhase::InDoubt,
                    (true, true) => PurchasePhase::AskingAgain,
                };
                advance(&tx, &id, left)?;
                tx.execute(
                    "UPDATE hub_steps SET ended_at = ?2 WHERE purchase_id = ?1",
                    params![id, (!sealed).then_some(now)],
                )?;
            }
            tx.execute(
                "UPDATE hub_steps SET sender = ?3 WHERE purchase_id = ?1 AND sender = ?2",
                [&id, &dead, &sender],
            )?;
            let record = tx.query_row(ONE, [id], read)?;
            tx.commit()?;
            record.ok_or(rusqlite::Error::QueryReturnedNoRows)
        })
        .await
    }

    /// Whether a step of this stem has not come to its end.
    pub(crate) async fn step_is_open(&self, server: &str, stem: &str) -> Result<bool, Refusal> {
        let (server, stem) = (server.to_owned(), stem.to_owned());
        self.with(move |db| {
            let query = "SELECT 1 FROM hub_steps WHERE server = ?1 AND stem = ?2
                AND phase IN ('sending', 'asking_again', 'in_doubt') LIMIT 1";
            let found = db.query_row(query, [server, stem], |_| Ok(())).optional()?;
            Ok(found.is_some())
        })
        .await
    }

    /// The steps that are open or ended lately, and are not hidden, newest first.
    pub(crate) async fn recent_steps(
        &self,
        server: &str,
        now: Millis,
    ) -> Result<Vec<PurchaseRecord>, Refusal> {
        let server = server.to_owned();
        self.with(move |db| {
            let mut query = db.prepare(
                "SELECT * FROM hub_steps WHERE server = ?1 AND NOT hidden
                   AND (ended_at IS NULL OR ended_at > ?2)
                 ORDER BY ended_at IS NULL DESC, created_at DESC LIMIT ?3",
            )?;
            let rows = query.query_map(params![server, now - SHOWN_FOR, MOST_SHOWN], read)?;
            let records = rows.collect::<Result<Vec<_>, _>>()?;
            Ok(records.into_iter().flatten().collect())
        })
        .await
    }

    /// Takes a step off the lists, unless it is open on disk: a later run has to find it.
    pub(crate) async fn hide_step(&self, purchase_id: &PurchaseId) -> Result<(), Refusal> {
        let id = purchase_id.0.clone();
        self.with(move |db| {
            db.execute(
                "UPDATE hub_steps SET hidden = 1 WHERE purchase_id = ?1
                   AND phase NOT IN ('sending', 'asking_again', 'in_doubt')",
                [id],
            )?;
            Ok(())
        })
        .await
    }
}

const ONE: &str = "SELECT * FROM hub_steps WHERE purchase_id = ?1";

/// Reads a row. None: a step that only a newer version knows, which is left to it.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<PurchaseRecord>> {
    let step: String = row.get("step")?;
    let step = match serde_json::from_str(&step) {
        Ok(step) => step,
        Err(error) => {
            tracing::warn!(%error, "a paid step could not be read");
            return Ok(None);
        }
    };
    let refusal: Option<String> = row.get("refusal")?;
    Ok(Some(PurchaseRecord {
        purchase_id: PurchaseId(row.get("purchase_id")?),
        sender: row.get("sender")?,
        phase: PurchasePhase::parse(&row.get::<_, String>("phase")?),
        step,
        credits: row.get("credits")?,
        key: row.get("key")?,
        bonus_before: row.get("bonus_before")?,
        refusal: refusal.and_then(|text| serde_json::from_str(&text).ok()),
        created_at: row.get("created_at")?,
        ended_at: row.get("ended_at")?,
    }))
}
