//! The spend guard's ledger: what each yes may cost at most, from the very transaction that writes its
//! intent, and what it has cost once that is known. And the limits, for every front of this machine.
//!
//! An amount belongs to the service and the server where it was spent: a sandbox's seconds never
//! count with the others. What a yes counts for follows from where it stands on disk, and is brought
//! up to date whenever it is asked for: no step of an order can forget it.

mod settling;
#[cfg(test)]
mod tests;

use contract::{Millis, OverLimit, Refusal, Service, SpendLimits};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use super::Journal;
use crate::spending::{Bond, Calendar, Sums, over, permits, rounded};

/// The schema's step. What was spent before it is counted as far as it can be told: an order's
/// videos by the contract's longest.
pub(super) const TABLES: &str = "CREATE TABLE spending (
        spend_id TEXT PRIMARY KEY,       -- of the order, retry or step
        kind     TEXT NOT NULL,          -- order, retry or step
        service  TEXT NOT NULL,
        server   TEXT NOT NULL,
        at       INTEGER NOT NULL,       -- when the person said yes
        at_most  REAL NOT NULL,          -- seconds of video, or credits
        videos   INTEGER NOT NULL,
        counts   REAL NOT NULL,          -- what of it counts
        settled  INTEGER NOT NULL DEFAULT 0 -- nothing better will be known
    ) STRICT;
    CREATE INDEX spending_by_time ON spending (server, service, at, counts);
    CREATE INDEX spending_unsettled ON spending (server, service, kind, at) WHERE NOT settled;
    CREATE TABLE spend_limits (
        service    TEXT PRIMARY KEY,
        each_order INTEGER,
        each_day   INTEGER,
        each_month INTEGER
    ) STRICT;
    INSERT INTO spending (spend_id, kind, service, server, at, at_most, videos, counts)
        SELECT order_id, 'order', 'riffkit', server, created_at, 45.0 * videos, videos, 45.0 * videos
        FROM (SELECT order_id, server, created_at,
                max(1, coalesce(json_array_length(brief, '$.characters'), 0)) AS videos
              FROM orders WHERE json_valid(brief));
    INSERT INTO spending (spend_id, kind, service, server, at, at_most, videos, counts)
        SELECT retry_id, 'retry', 'riffkit', server, created_at, 45.0, 1, 45.0 FROM retries;
    INSERT INTO spending (spend_id, kind, service, server, at, at_most, videos, counts)
        SELECT purchase_id, 'step', 'hubfluencer', server, created_at, credits, 0, credits
        FROM hub_steps;
    CREATE INDEX orders_by_batch ON orders (server, batch_id);";

/// What money is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Order,
    Retry,
    Step,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Retry => "retry",
            Self::Step => "step",
        }
    }

    const fn service(self) -> Service {
        match self {
            Self::Order | Self::Retry => Service::Riffkit,
            Self::Step => Service::Hubfluencer,
        }
    }
}

/// Where and when something is spent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spend<'a> {
    pub(super) kind: Kind,
    /// The id of the order, retry or step.
    pub(super) id: &'a str,
    pub(super) server: &'a str,
    pub(super) at: Millis,
}

/// Binds what an intent may cost, in the transaction that writes it. The limits that it would go over
/// without the person's extra yes, and nothing bound: the caller writes no intent then.
pub(super) fn bind(
    tx: &Transaction<'_>,
    spend: Spend<'_>,
    bond: &Bond,
) -> rusqlite::Result<Result<(), Vec<OverLimit>>> {
    if bond.at_most <= 0.0 {
        return Ok(Ok(()));
    }
    let service = spend.kind.service();
    let limits = limits(tx, service)?;
    if limits != SpendLimits::default() {
        let sums = sums(tx, service, spend.server, &bond.calendar)?;
        let over = over(&limits, sums, bond.at_most);
        if !permits(&bond.allowed, &over) {
            return Ok(Err(over));
        }
    }
    if spend.kind == Kind::Step {
        // What came of an earlier attempt is seen now, while its project still shows it.
        settling::settle(tx, service, spend.server, bond.calendar.month.start)?;
    }
    tx.execute(
        "INSERT INTO spending (spend_id, kind, service, server, at, at_most, videos, counts)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6)",
        params![
            spend.id,
            spend.kind.as_str(),
            word(service),
            spend.server,
            spend.at,
            bond.at_most,
            bond.videos,
        ],
    )?;
    Ok(Ok(()))
}

impl Journal {
    /// The limits of a service.
    pub(crate) async fn spend_limits(&self, service: Service) -> Result<SpendLimits, Refusal> {
        self.with(move |db| limits(db, service)).await
    }

    /// Changes them. On disk when this returns.
    pub(crate) async fn set_spend_limits(
        &self,
        service: Service,
        limits: SpendLimits,
    ) -> Result<(), Refusal> {
        self.with(move |db| {
            db.execute(
                "INSERT INTO spend_limits (service, each_order, each_day, each_month)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (service) DO UPDATE SET each_order = excluded.each_order,
                   each_day = excluded.each_day, each_month = excluded.each_month",
                params![word(service), limits.order, limits.day, limits.month],
            )?;
            Ok(())
        })
        .await
    }

    /// What was spent at a service's server in a day and in its month: what is known, and the highest
    /// possible cost of what is not.
    pub(crate) async fn spent(
        &self,
        service: Service,
        server: &str,
        calendar: &Calendar,
    ) -> Result<(SpendLimits, Sums), Refusal> {
        let (server, calendar) = (server.to_owned(), calendar.clone());
        self.with(move |db| {
            let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let spent = (
                limits(&tx, service)?,
                sums(&tx, service, &server, &calendar)?,
            );
            tx.commit()?;
            Ok(spent)
        })
        .await
    }
}

fn limits(db: &Connection, service: Service) -> rusqlite::Result<SpendLimits> {
    let limits = db
        .prepare_cached(
            "SELECT each_order, each_day, each_month FROM spend_limits WHERE service = ?1",
        )?
        .query_row([word(service)], |row| {
            Ok(SpendLimits {
                order: row.get(0)?,
                day: row.get(1)?,
                month: row.get(2)?,
            })
        })
        .optional()?;
    Ok(limits.unwrap_or_default())
}

fn sums(
    tx: &Transaction<'_>,
    service: Service,
    server: &str,
    calendar: &Calendar,
) -> rusqlite::Result<Sums> {
    settling::settle(tx, service, server, calendar.month.start)?;
    let Calendar { day, month } = calendar;
    tx.prepare_cached(
        "SELECT total(counts) FILTER (WHERE at >= ?3 AND at < ?4), total(counts)
         FROM spending WHERE server = ?1 AND service = ?2 AND at >= ?5 AND at < ?6",
    )?
    .query_row(
        params![
            server,
            word(service),
            day.start,
            day.end,
            month.start,
            month.end
        ],
        |row| {
            Ok(Sums {
                day: rounded(row.get(0)?),
                month: rounded(row.get(1)?),
            })
        },
    )
}

/// A service's word in these tables.
const fn word(service: Service) -> &'static str {
    match service {
        Service::Riffkit => "riffkit",
        Service::Hubfluencer => "hubfluencer",
    }
}
