//! A journal with a long past: opening the core on it, and one durable intent, beside the disk's
//! own sync.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use contract::{OrderState, Plan, Source};
use jiff::Timestamp;
use serde_json::{Value, json};
use studio::Studio;
use studio::ports::{Clock, SystemClock};

use crate::Outcome;
use crate::home::{self, Past};

/// Bytes that are written before the disk is asked to keep them: a page, as the journal's are.
const PAGE: [u8; 4096] = [7; 4096];
/// Longest that an order may take to be answered here.
const PATIENCE: Duration = Duration::from_secs(20);

/// Opens the core on a journal with so many orders `times` times, and orders as often (ten at most:
/// the contract's rate in a minute), alternating with a bare write and sync in the same folder.
///
/// # Errors
/// The home can't be used.
pub async fn journal(folder: &Path, server: &str, orders: usize, times: usize) -> Outcome<Value> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let past = Past {
        orders,
        phase: "ready",
        last: Timestamp::now(),
        apart: 60_000,
    };
    home::with_past(folder, server, Arc::clone(&clock), past).await?;
    let mut openings = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        let studio =
            home::open(folder, server, Arc::clone(&clock), drop::<contract::Event>).await?;
        openings.push(begun.elapsed().as_secs_f64());
        studio.close().await;
    }
    let studio = home::open(folder, server, clock, drop::<contract::Event>).await?;
    let mut bare = File::create(folder.join("bare"))?;
    let (mut intents, mut syncs) = (Vec::new(), Vec::new());
    for number in 0..times.min(10) {
        let begun = Instant::now();
        bare.write_all(&PAGE)?;
        bare.sync_data()?;
        syncs.push(begun.elapsed().as_secs_f64());
        intents.push(intent(&studio, number).await?);
    }
    let shown = studio.orders().len();
    studio.close().await;
    Ok(json!({
        "open_seconds": openings,
        "intent_seconds": intents,
        "sync_seconds": syncs,
        "orders_shown": shown,
    }))
}

/// Reviews a plan and says yes: how long the yes takes, which returns when the intent is on disk.
async fn intent(studio: &Studio, number: usize) -> Outcome<f64> {
    let plan = Plan {
        source: Some(Source::Link {
            url: format!("https://www.tiktok.com/@b/video/{number}"),
            agreed_host: None,
        }),
        ..Plan::default()
    };
    let review = studio
        .review(plan)
        .await
        .map_err(|refusal| refusal.to_string())?;
    let begun = Instant::now();
    let order_id = studio
        .submit(&review.review_id)
        .await
        .map_err(|refusal| refusal.to_string())?;
    let taken = begun.elapsed().as_secs_f64();
    // The next one must find the journal at rest.
    let until = Instant::now() + PATIENCE;
    while studio
        .order(&order_id)
        .is_some_and(|order| matches!(order.state, OrderState::Sending { .. }))
    {
        if Instant::now() > until {
            return Err("an order was never answered".into());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    Ok(taken)
}
