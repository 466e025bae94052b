//! Watching many batches at once.

use anyhow::Result;
use serde_json::Value;

use super::Bench;
use super::figures::Unit;
use super::programs::Link;
use super::table::{Aim, Row, Table};

/// Ten minutes, in seconds.
const SPAN: f64 = 600.0;
/// Turns in them: a look each 12 s, as long as nobody has set another pace.
const TURNS: usize = 50;
/// Most of one processor core that watching may take, in parts of a hundred.
const CPU_AIM: f64 = 1.0;

/// 500 batches for ten minutes of the tests' clock.
pub fn measure(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let (batches, turns) = (bench.size.of(500, 50), bench.size.of(TURNS, 5));
    let rounds = bench.size.of(3, 1);
    let mut answers = Vec::new();
    for _ in 0..rounds {
        let mut watch = bench.programs.command("watch");
        watch.arg(bench.programs.address(Link::Loopback));
        answers.push(
            bench
                .programs
                .answer(watch.args([batches.to_string(), turns.to_string()]))?,
        );
    }
    let all = |value: &dyn Fn(&Value) -> Option<f64>| {
        answers.iter().filter_map(value).collect::<Vec<_>>()
    };
    // Of fewer turns, the share that so many would take.
    let cpu = all(&|answer| {
        Some(100.0 * answer["cpu_seconds"].as_f64()? * (TURNS / turns) as f64 / SPAN)
    });
    let what = format!("{batches} batches watched for 10 min of the tests' clock");
    table.add(
        Row::new(format!("{what}: processor"), Unit::Percent, cpu)
            .aim(Aim::Under(CPU_AIM))
            .note(format!(
                "time of this process, the kernel's for it included, for {TURNS} turns, of 600 s"
            )),
    );
    let looks = all(&|answer| {
        let expected = (batches * turns) as f64;
        Some(answer["polls"].as_f64()? / expected)
    });
    let uneven = answers
        .iter()
        .any(|answer| answer["fewest"] != answer["most"]);
    let note = if uneven {
        "but not every batch was asked for as often as the others"
    } else {
        "every batch as often as the others"
    };
    table.add(
        Row::new(
            format!("{what}: polls a batch and turn"),
            Unit::Count,
            looks,
        )
        .aim(Aim::Exactly(1.0))
        .note(note),
    );
    Ok(())
}
