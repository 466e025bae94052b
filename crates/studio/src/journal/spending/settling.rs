//! What each yes of the ledger counts for, as its order, retry or step stands on disk now.

use std::collections::HashMap;

use contract::{AssetId, Millis, Service, TaskKind, TaskStatus, TaskView};
use rusqlite::{Connection, OptionalExtension as _, params};

use crate::batch::ending;
use crate::journal::{OrderPhase, RetryPhase, json};
use crate::spending::{Again, Batch, Cost, Made, Payer};

/// Brings what was spent since `since` up to date.
pub(super) fn settle(
    tx: &Connection,
    service: Service,
    server: &str,
    since: Millis,
) -> rusqlite::Result<()> {
    match service {
        Service::Riffkit => {
            orders(tx, server, since)?;
            retries(tx, server, since)
        }
        Service::Hubfluencer => steps(tx, server, since),
    }
}

/// A yes of the ledger that is not settled.
struct Open {
    id: String,
    at_most: f64,
    videos: u32,
    counts: f64,
    phase: String,
    batch_id: Option<String>,
}

/// Orders: nothing where it was not taken; what its batch has cost where that has ended; all that it
/// may cost otherwise, and so while it is in doubt.
fn orders(tx: &Connection, server: &str, since: Millis) -> rusqlite::Result<()> {
    let open = read(
        tx,
        "SELECT spend_id, at_most, videos, counts, phase, batch_id FROM spending
         JOIN orders ON order_id = spend_id
         WHERE spending.server = ?1 AND service = 'riffkit' AND kind = 'order' AND NOT settled
           AND at >= ?2",
        server,
        since,
    )?;
    for order in open {
        let phase = OrderPhase::parse(&order.phase);
        let cost = match phase {
            Some(OrderPhase::Refused | OrderPhase::NotSent) => Cost {
                counts: 0.0,
                is_known: true,
            },
            // The person's word, and it may yet be found to have been taken.
            Some(OrderPhase::GivenUp) => Cost {
                counts: 0.0,
                is_known: false,
            },
            Some(OrderPhase::Ready | OrderPhase::Failed | OrderPhase::Cancelled) => {
                ended_batch(tx, server, order.batch_id.as_deref())?.map_or(bound(&order), |batch| {
                    batch.cost(Payer::Order, order.at_most, order.videos)
                })
            }
            _ => bound(&order),
        };
        write(tx, &order, cost)?;
    }
    Ok(())
}

/// Retries, likewise. What comes of a task whose batch is no order's from here is never heard: all
/// that it may cost counts.
fn retries(tx: &Connection, server: &str, since: Millis) -> rusqlite::Result<()> {
    let open = read(
        tx,
        "SELECT spend_id, at_most, videos, counts, phase,
           CASE WHEN json_valid(before) THEN json_extract(before, '$.batch_id') END
         FROM spending JOIN retries ON retry_id = spend_id
         WHERE spending.server = ?1 AND service = 'riffkit' AND kind = 'retry' AND NOT settled
           AND at >= ?2",
        server,
        since,
    )?;
    for retry in open {
        let cost = match RetryPhase::parse(&retry.phase) {
            RetryPhase::Refused | RetryPhase::NotSent => Cost {
                counts: 0.0,
                is_known: true,
            },
            RetryPhase::Taken => ended_batch(tx, server, retry.batch_id.as_deref())?
                .map_or(bound(&retry), |batch| {
                    batch.cost(Payer::Retry(&retry.id), retry.at_most, retry.videos)
                }),
            RetryPhase::Sending | RetryPhase::InDoubt => bound(&retry),
        };
        write(tx, &retry, cost)?;
    }
    Ok(())
}

/// Steps: nothing where the service did not take it, else what was shown. Credits of a carousel that
/// failed come back (contract, "Sliders"), which its project shows once it is no longer under way.
fn steps(tx: &Connection, server: &str, since: Millis) -> rusqlite::Result<()> {
    let among = "server = ?1 AND service = 'hubfluencer' AND kind = 'step' AND NOT settled
        AND at >= ?2";
    tx.execute(
        &format!(
            "UPDATE spending SET counts = 0, settled = 1 WHERE {among} AND spend_id IN (
               SELECT purchase_id FROM hub_steps WHERE phase IN ('refused', 'not_sent', 'given_up'))"
        ),
        params![server, since],
    )?;
    tx.execute(
        &format!(
            "UPDATE spending SET settled = 1 WHERE {among} AND spend_id IN (
               SELECT purchase_id FROM hub_steps WHERE phase = 'taken'
                 AND json_extract(step, '$.step') <> 'generate_carousel')"
        ),
        params![server, since],
    )?;
    tx.execute(
        &format!(
            "UPDATE spending SET settled = 1, counts = CASE ended.status
               WHEN 'failed' THEN 0 ELSE at_most END
             FROM (SELECT hub_steps.purchase_id, json_extract(document, '$.status') AS status
                   FROM hub_steps JOIN hub_projects ON hub_projects.server = hub_steps.server
                     AND kind = 'carousel' AND slug = json_extract(step, '$.slug')
                   WHERE phase = 'taken' AND NOT under_way AND json_valid(document)
                     AND heard_at > hub_steps.created_at) AS ended
             WHERE spend_id = ended.purchase_id AND ended.status IN ('failed', 'completed')
               AND {among}"
        ),
        params![server, since],
    )?;
    Ok(())
}

fn read(tx: &Connection, query: &str, server: &str, since: Millis) -> rusqlite::Result<Vec<Open>> {
    let mut query = tx.prepare_cached(query)?;
    let rows = query.query_map(params![server, since], |row| {
        Ok(Open {
            id: row.get(0)?,
            at_most: row.get(1)?,
            videos: row.get(2)?,
            counts: row.get(3)?,
            phase: row.get(4)?,
            batch_id: row.get(5)?,
        })
    })?;
    rows.collect()
}

/// All that it may cost, as nothing is known.
fn bound(open: &Open) -> Cost {
    Cost {
        counts: open.at_most,
        is_known: false,
    }
}

fn write(tx: &Connection, open: &Open, cost: Cost) -> rusqlite::Result<()> {
    // Compared as written: an amount that did not move is not written again.
    if cost.is_known || cost.counts.to_bits() != open.counts.to_bits() {
        tx.prepare_cached("UPDATE spending SET counts = ?2, settled = ?3 WHERE spend_id = ?1")?
            .execute(params![open.id, cost.counts, cost.is_known])?;
    }
    Ok(())
}

/// The batch of one of our orders, if it has ended for good: not where a retry was taken since.
fn ended_batch(
    tx: &Connection,
    server: &str,
    batch_id: Option<&str>,
) -> rusqlite::Result<Option<Batch>> {
    let Some(batch_id) = batch_id else {
        return Ok(None);
    };
    let order = tx
        .prepare_cached(
            "SELECT order_id, phase, tasks, ended_at FROM orders
             WHERE server = ?1 AND batch_id = ?2",
        )?
        .query_row([server, batch_id], |row| {
            let order: (String, String, String, Option<Millis>) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            Ok(order)
        })
        .optional()?;
    let Some((order_id, phase, tasks, Some(ended_at))) = order else {
        return Ok(None);
    };
    if !OrderPhase::parse(&phase).is_some_and(OrderPhase::is_last) {
        return Ok(None);
    }
    let mut last_taken = Millis::MIN;
    let again = tx
        .prepare_cached(
            "SELECT retry_id, json_extract(before, '$.kind') = 'analyze', task_id,
               coalesce(made_id, task_id), ended_at
             FROM retries WHERE server = ?1 AND phase = 'taken' AND json_valid(before)
               AND json_extract(before, '$.batch_id') = ?2
             ORDER BY created_at, retry_id",
        )?
        .query_map([server, batch_id], |row| {
            last_taken = last_taken.max(row.get::<_, Option<Millis>>(4)?.unwrap_or_default());
            Ok(Again {
                retry_id: row.get(0)?,
                analyses: row.get::<_, Option<bool>>(1)?.unwrap_or_default(),
                of: row.get(2)?,
                made: row.get(3)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    if last_taken >= ended_at {
        return Ok(None);
    }
    let tasks: Vec<TaskView> = json(&tasks);
    if ending(&tasks).is_none() {
        // Its batch vanished: nobody saw what came of it.
        return Ok(None);
    }
    let lengths = lengths(tx, server, &order_id)?;
    let tasks = tasks.iter().map(|task| made(task, &lengths)).collect();
    Ok(Some(Batch { tasks, again }))
}

/// The lengths of an order's reels, by reel and by task.
#[derive(Default)]
struct Lengths {
    of_reels: HashMap<String, Option<f64>>,
    of_tasks: HashMap<String, Vec<Option<f64>>>,
}

fn lengths(tx: &Connection, server: &str, order_id: &str) -> rusqlite::Result<Lengths> {
    let mut query = tx.prepare_cached(
        "SELECT asset_id, json_extract(asset, '$.task_id'),
           json_extract(asset, '$.duration_seconds')
         FROM reels WHERE server = ?1 AND order_id = ?2 AND json_valid(asset)",
    )?;
    let mut lengths = Lengths::default();
    let mut rows = query.query([server, order_id])?;
    while let Some(row) = rows.next()? {
        let length: Option<f64> = row.get(2)?;
        lengths.of_reels.insert(row.get(0)?, length);
        if let Some(task_id) = row.get(1)? {
            lengths.of_tasks.entry(task_id).or_default().push(length);
        }
    }
    Ok(lengths)
}

/// A task with the length of what it made: known where each of its reels is.
fn made(task: &TaskView, lengths: &Lengths) -> Made {
    let of_reel = |asset_id: &AssetId| lengths.of_reels.get(&asset_id.0).copied().flatten();
    let seconds = if task.asset_ids.is_empty() {
        let reels = lengths.of_tasks.get(&task.task_id.0);
        reels.and_then(|reels| reels.iter().copied().sum())
    } else {
        task.asset_ids.iter().map(of_reel).sum()
    };
    Made {
        id: task.task_id.0.clone(),
        generates: task.kind != TaskKind::Analyze,
        completed: task.status == TaskStatus::Completed,
        seconds,
    }
}
