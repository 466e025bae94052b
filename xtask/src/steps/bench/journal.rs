//! The journal, after a long time of use.

use anyhow::Result;

use super::Bench;
use super::figures::{Figure, Unit};
use super::place::Place;
use super::programs::{Link, numbers};
use super::table::{Aim, Other, Row, Table};

/// Longest that opening may take, in seconds.
const OPENING: f64 = 0.050;
/// Longest that a durable intent may take beyond the disk's own sync, in seconds.
const INTENT: f64 = 0.010;

/// Opening with 10,000 orders, and one durable intent.
pub fn measure(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let orders = bench.size.of(10_000, 1_000);
    // On disk, whatever there is of memory: its sync is what is measured.
    let place = Place::on_disk(bench.project)?;
    let mut journal = bench.programs.command("journal");
    journal
        .arg(place.file("home"))
        .arg(bench.programs.address(Link::Loopback));
    let times = bench.size.of("10", "3");
    let answer = bench
        .programs
        .answer(journal.args([&orders.to_string(), times]))?;
    table.add(
        Row::new(
            format!("opening with {orders} orders in the journal"),
            Unit::Seconds,
            numbers(&answer, "open_seconds")?,
        )
        .aim(Aim::Under(OPENING))
        .note("the whole core: journal, session, and everything it shows"),
    );
    let (intents, syncs) = (
        numbers(&answer, "intent_seconds")?,
        numbers(&answer, "sync_seconds")?,
    );
    // Each beside the bare sync right before it: a disk has its moods.
    let beyond = intents
        .iter()
        .zip(&syncs)
        .map(|(intent, sync)| (intent - sync).max(0.0))
        .collect();
    table.add(
        Row::new(
            "one durable intent, beyond the disk's own sync",
            Unit::Seconds,
            beyond,
        )
        .against(Other::beside(
            "the whole of it",
            Figure::of(Unit::Seconds, intents),
        ))
        .against(Other::beside(
            "a bare write and sync",
            Figure::of(Unit::Seconds, syncs),
        ))
        .aim(Aim::Under(INTENT)),
    );
    Ok(())
}
