//! Watching many batches for a while of a clock of our own: how often each is asked for, and what
//! that costs this process.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use contract::Event;
use jiff::Timestamp;
use serde_json::{Value, json};
use url::Url;

use crate::Outcome;
use crate::clock::DrivenClock;
use crate::home::{self, Past};
use crate::process;

/// A turn, on a server of this machine.
const TURN: Duration = Duration::from_secs(1);
/// Longest that a turn may take for real.
const PATIENCE: Duration = Duration::from_secs(120);
/// Time between two looks at what was heard.
const GLANCE: Duration = Duration::from_millis(5);
/// Longer than a look takes, the disk's sync included.
const QUIET: Duration = Duration::from_millis(400);

/// Watches `batches` for `turns` turns against the service at `server`.
///
/// A server on this machine is looked at each second of the clock, the real one each 10 to 15: a
/// turn is the same work at either pace, so turns are what is asked for.
///
/// # Errors
/// The home can't be used, or this system does not tell what a process costs.
pub async fn watch(server: &str, batches: usize, turns: usize) -> Outcome<Value> {
    let folder = tempfile::tempdir()?;
    let now: Timestamp = "2026-06-20T12:00:00Z".parse()?;
    let clock = DrivenClock::at(now);
    let past = Past {
        orders: batches,
        phase: "acknowledged",
        last: now,
        // What has gone on for long is looked at less often.
        apart: 0,
    };
    home::with_past(folder.path(), server, Arc::new(clock.clone()), past).await?;
    let before = process::cpu_time()?;
    let begun = Instant::now();
    let heard = Arc::new(AtomicUsize::new(0));
    let hearing = Arc::clone(&heard);
    let news = move |event| {
        if matches!(event, Event::Order(_)) {
            hearing.fetch_add(1, Ordering::Relaxed);
        }
    };
    let studio = home::open(folder.path(), server, Arc::new(clock.clone()), news).await?;
    // The first turn comes at once.
    for turn in 1..=turns {
        until_quiet(&heard).await?;
        if turn < turns {
            clock.advance(TURN);
        }
    }
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

/// Waits until the turn is over: each look brings news, as each batch is a little further then, and
/// nothing was heard for a while.
async fn until_quiet(heard: &AtomicUsize) -> Outcome<()> {
    let begun = Instant::now();
    let (mut before, mut since) = (heard.load(Ordering::Relaxed), Instant::now());
    while since.elapsed() < QUIET {
        if begun.elapsed() > PATIENCE {
            return Err("a turn of looks has no end".into());
        }
        tokio::time::sleep(GLANCE).await;
        let now = heard.load(Ordering::Relaxed);
        if now != before {
            (before, since) = (now, Instant::now());
        }
    }
    Ok(())
}

/// How often each batch was asked for.
async fn polls(server: &str) -> Outcome<Vec<u64>> {
    let url: Url = server.parse::<Url>()?.join("/polls")?;
    let client = wire::Client::new(wire::Settings::new("reelwright-bench"))?;
    Ok(client.get_json(url, None).await?.value)
}
