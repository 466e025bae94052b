//! `reel riff SOURCE` and `reel batch TEMPLATE`: from a source to the reels on disk.

use std::path::Path;

use contract::{AssetId, Limits, OrderView, OrderWay, Review};

use super::plan::{self, Asked};
use super::saving::{self, Place};
use super::watch;
use crate::args::{Batch, Choices, Riff};
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::output::at_a_terminal;
use crate::run::Run;
use crate::shapes::{ReelShape, RiffDocument};
use crate::stop::Stop;

/// Orders a riff of any source, watches and saves.
pub async fn run(run: &Run, riff: Riff) -> Result<Exit, Stop> {
    let asked = Asked {
        source: riff.source,
        choices: riff.choices,
        hint: riff.hint,
        allow_host: riff.allow_host,
        way: OrderWay::Riff,
    };
    ordered(run, asked).await
}

/// Orders videos of a template in bulk, watches and saves.
pub async fn batch(run: &Run, batch: Batch) -> Result<Exit, Stop> {
    let asked = Asked {
        source: batch.template,
        choices: batch.choices,
        hint: String::new(),
        allow_host: None,
        way: OrderWay::Batch,
    };
    ordered(run, asked).await
}

async fn ordered(run: &Run, asked: Asked) -> Result<Exit, Stop> {
    // Before anything else: nobody could say yes, so nothing at all is sent.
    if !asked.choices.consent.yes && !at_a_terminal() {
        return Err(Stop::not_confirmed("cli-not-confirmed-script"));
    }
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = made(&front, run, &asked).await;
    front.close().await;
    done
}

async fn made(front: &Front, run: &Run, asked: &Asked) -> Result<Exit, Stop> {
    let review: Review = run.interrupt.or(plan::confirmed(front, run, asked)).await?;
    let mut events = front.listen();
    let order_id = front.studio.submit(&review.review_id).await?;
    let order = watch::follow(front, run, &order_id, &mut events).await?;
    let saved = delivered(front, run, &asked.choices, &order).await;
    let reels = saved.map_err(|stop| stop.about(watch::trace(front, &order)))?;
    let document = RiffDocument {
        batch_id: order.batch_id,
        order_id: order.order_id.0,
        reels,
    };
    run.output.result(&document, |_| text(&document.reels));
    Ok(Exit::Done)
}

/// The finished reels, saved where `--save` says.
async fn delivered(
    front: &Front,
    run: &Run,
    choices: &Choices,
    order: &OrderView,
) -> Result<Vec<ReelShape>, Stop> {
    let mut reels = Vec::new();
    for asset_id in &order.reels {
        let path = match &choices.save {
            Some(folder) => Some(saving::save(front, run, asset_id, &Place::Folder(folder)).await?),
            None => front.studio.saved_path(asset_id).await,
        };
        reels.push(shape(front, asset_id, path.as_deref()).await?);
    }
    Ok(reels)
}

/// A reel as scripts read it. Where the service told no length, the saved file does.
pub async fn shape(
    front: &Front,
    asset_id: &AssetId,
    path: Option<&Path>,
) -> Result<ReelShape, Stop> {
    let reel = front.studio.reel(asset_id).await?;
    let mut shape = ReelShape::of(&reel, path);
    if let (None, Some(path)) = (shape.duration_seconds, path) {
        shape.duration_seconds = studio::check_file(path, &Limits::default()).duration_seconds;
    }
    Ok(shape)
}

/// For people: where it is, and the words to post it with.
pub fn text(reels: &[ReelShape]) -> String {
    let blocks: Vec<String> = reels
        .iter()
        .map(|reel| {
            let place = match &reel.path {
                Some(path) => path.display().to_string(),
                None => reel.asset_id.clone(),
            };
            let lines = [place, reel.caption.clone(), reel.hashtags.join(" ")];
            lines
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n")
        })
        .collect();
    blocks.join("\n\n")
}
