//! Watching many batches for a while of a clock of our own: how often each is asked for, and what
//! that costs this process.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use crate::Outcome;
use crate::clock::DrivenClock;
use crate::home::{self, Past};
use crate::process;

/// Watches `batches` for `turns` turns against the service at `server`.
///
/// A server on this machine is looked at each second of the clock, the real one each 10 to 15: a
/// turn is the same work at either pace, so turns are what is asked for.
///
/// # Errors
/// The home can't be used, or this system does not tell what a process costs.
pub async fn watch(server: &str, batches: usize, turns: u32) -> Outcome<Value> {
    let folder = tempfile::tempdir()?;
    let now: Timestamp = "2026-06-20T12:00:00Z".parse()?;
    let clock = DrivenClock::at(now);
    let past = Past {
        orders: batches,
        phase: "acknowledged",
        last: now,
    };
    home::with_past(folder.path(), server, Arc::new(clock.clone()), past).await?;
    let before = process::cpu_time()?;
    let begun = Instant::now();
    let studio = home::open(folder.path(), server, Arc::new(clock.clone())).await?;
    // The first turn comes at once, the others a second apart.
    clock
        .pass(Duration::from_millis(1000 * u64::from(turns - 1) + 500))
        .await?;
    let spent = process::cpu_time()? - before;
    let elapsed = begun.elapsed();
    studio.close().await;
    let polls = polls(server).await?;
    Ok(json!({
        "cpu_seconds": spent.as_secs_f64(),
        "elapsed_seconds": elapsed.as_secs_f64(),
        "batches": polls.len(),
        "polls": polls.iter().sum::<u64>(),
        "fewest": polls.iter().min(),
        "most": polls.iter().max(),
    }))
}

/// How often each batch was asked for.
async fn polls(server: &str) -> Outcome<Vec<u64>> {
    let url: Url = server.parse::<Url>()?.join("/polls")?;
    let client = wire::Client::new(wire::Settings::new("reelwright-bench"))?;
    Ok(client.get_json(url, None).await?.value)
}
