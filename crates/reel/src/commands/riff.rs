//! `reel riff SOURCE`: the main job, from a clip or a link to the reel on disk.

use std::path::{Path, PathBuf};

use contract::{
    Args, AssetId, Caution, Code, Limits, OrderView, Plan, ReasonCode, Review, Source, SourceKind,
    Verdict,
};
use words::Words;

use super::saving::{self, Place};
use super::watch;
use crate::args::Riff;
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::shapes::{ReelShape, RiffDocument};
use crate::sign_in::need_session;
use crate::stop::{OwnCode, Stop};

/// Orders, watches and saves.
pub async fn run(run: &Run, riff: Riff) -> Result<Exit, Stop> {
    // Before anything else: nobody could say yes, so nothing at all is sent.
    if !riff.yes && !at_a_terminal() {
        return Err(not_confirmed("cli-not-confirmed-script"));
    }
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = made(&front, run, &riff).await;
    front.close().await;
    done
}

async fn made(front: &Front, run: &Run, riff: &Riff) -> Result<Exit, Stop> {
    let review = run.interrupt.or(confirmed(front, run, riff)).await?;
    let mut events = front.listen();
    let order_id = front.studio.submit(&review.review_id).await?;
    let order = watch::follow(front, run, &order_id, &mut events).await?;
    let saved = delivered(front, run, riff, &order).await;
    let reels = saved.map_err(|stop| stop.about(watch::trace(front, &order)))?;
    let document = RiffDocument {
        batch_id: order.batch_id,
        order_id: order.order_id.0,
        reels,
    };
    run.output.result(&document, |_| text(&document.reels));
    Ok(Exit::Done)
}

/// Everything before the order: source, session, plan, and the one yes.
async fn confirmed(front: &Front, run: &Run, riff: &Riff) -> Result<Review, Stop> {
    let source = source(front, riff).await?;
    need_session(front, run).await?;
    facts(front, run).await?;
    let mut plan = Plan {
        source: Some(source),
        language: riff.language.clone(),
        direction: riff.direction.clone(),
        hint: riff.hint.clone(),
    };
    let mut review = reviewed(front, &plan).await?;
    if let Some(host) = unusual_host(&review) {
        agree_to_host(run, riff, &host).await?;
        if let Some(Source::Link { agreed_host, .. }) = &mut plan.source {
            *agreed_host = Some(host);
        }
        review = reviewed(front, &plan).await?;
    }
    restate(run, &review);
    if riff.yes {
        return Ok(review);
    }
    match prompt::confirm(run, &run.output.words.say("cli-riff-ask")).await {
        Answer::Yes => Ok(review),
        Answer::No => Err(not_confirmed("cli-not-confirmed")),
    }
}

/// A link, or a clip that is judged at once by what is known of any deployment.
async fn source(front: &Front, riff: &Riff) -> Result<Source, Stop> {
    let path = PathBuf::from(&riff.source);
    if is_link(&riff.source) && !path.exists() {
        let url = front.studio.check_link(&riff.source)?;
        return Ok(Source::Link {
            url,
            agreed_host: riff.allow_host.clone(),
        });
    }
    // A longer clip than usual may be within this deployment's cap: the review decides on that.
    let report = studio::check_file(
        &path,
        &Limits {
            max_seconds: Limits::CEILING_SECONDS,
        },
    );
    if report.verdict == Verdict::Refused {
        return Err(Stop::clip(report.reasons));
    }
    let clips = front.studio.add_clips(vec![path]).await;
    let clip = clips
        .into_iter()
        .next()
        .ok_or_else(|| Stop::from(contract::Refusal::new(Code::ClipGone)))?;
    Ok(Source::Clip {
        clip_id: clip.clip_id,
    })
}

/// Whether a source is meant as a link.
fn is_link(source: &str) -> bool {
    let source = source.trim();
    source.contains("://")
        || source
            .split('/')
            .next()
            .is_some_and(|host| host.ends_with("tiktok.com"))
}

/// The service's languages and caps: without an answer nothing is ordered.
async fn facts(front: &Front, run: &Run) -> Result<(), Stop> {
    match front.studio.service_facts().await {
        // The session was good once. At a terminal, sign in again and go on.
        Err(refusal) if refusal.code == Code::NotSignedIn => {
            need_session(front, run).await?;
            front.studio.service_facts().await?;
        }
        answer => drop(answer?),
    }
    Ok(())
}

/// The plan restated, or a clip's own reasons where it is the clip that can't be sent.
async fn reviewed(front: &Front, plan: &Plan) -> Result<Review, Stop> {
    match front.studio.review(plan.clone()).await {
        Err(refusal) if refusal.code == Code::ClipRefused => {
            let Some(Source::Clip { clip_id }) = &plan.source else {
                return Err(refusal.into());
            };
            let clips = front.studio.snapshot().await.clips;
            let reasons = clips
                .into_iter()
                .find(|clip| clip.clip_id == *clip_id)
                .map(|clip| clip.report.reasons)
                .filter(|reasons| !reasons.is_empty());
            Err(reasons.map_or_else(|| refusal.into(), Stop::clip))
        }
        answer => Ok(answer?),
    }
}

fn unusual_host(review: &Review) -> Option<String> {
    review.cautions.iter().find_map(|caution| match caution {
        Caution::UnusualHost { host } => Some(host.clone()),
        _ => None,
    })
}

/// `--allow-host` has agreed already if it names this host; a terminal asks.
async fn agree_to_host(run: &Run, riff: &Riff, host: &str) -> Result<(), Stop> {
    let refused = || contract::Refusal::new(Code::LinkHostUnusual).with("host", host);
    if riff.yes || !at_a_terminal() {
        return Err(refused().into());
    }
    let args = Args::from([("host".to_owned(), host.into())]);
    match prompt::confirm(run, &run.output.words.say_with("cli-riff-ask-host", &args)).await {
        Answer::Yes => Ok(()),
        Answer::No => Err(refused().into()),
    }
}

fn not_confirmed(key: &'static str) -> Stop {
    Stop::own(Exit::NotConfirmed, OwnCode::NotConfirmed, key)
}

/// Says the whole plan once more, as it will be sent.
fn restate(run: &Run, review: &Review) {
    let words = &run.output.words;
    let or_none = |text: &str| {
        if text.is_empty() {
            words.say("cli-plan-none")
        } else {
            text.to_owned()
        }
    };
    let source = match (review.source.kind, review.source.duration_seconds) {
        (SourceKind::Clip, Some(seconds)) => {
            format!("{} ({})", review.source.name, words.seconds(seconds))
        }
        _ => review.source.name.clone(),
    };
    run.output.say("cli-plan");
    for (key, value) in [
        ("cli-plan-source", source),
        ("cli-plan-character", words.say("cli-plan-auto")),
        ("cli-plan-product", words.say("cli-plan-none")),
        ("cli-plan-language", review.language.name.clone()),
        ("cli-plan-direction", or_none(&review.direction)),
        ("cli-plan-hint", or_none(&review.hint)),
    ] {
        run.output.tell(&format!("  {}: {value}", words.say(key)));
    }
    for caution in &review.cautions {
        run.output.tell(&format!("  {}", told(words, caution)));
    }
}

fn told(words: &Words, caution: &Caution) -> String {
    match caution {
        Caution::UnusualHost { host } => {
            let refusal = contract::Refusal::new(Code::LinkHostUnusual).with("host", host.clone());
            words.refusal(&refusal)
        }
        Caution::NearSizeCap => words.reason(&contract::Reason::new(ReasonCode::NearSizeCap)),
        Caution::UnknownContainer => {
            words.reason(&contract::Reason::new(ReasonCode::UnknownContainer))
        }
        Caution::OrderedBefore { .. } => words.say("cli-plan-ordered-before"),
    }
}

/// The finished reels, saved where `--save` says.
async fn delivered(
    front: &Front,
    run: &Run,
    riff: &Riff,
    order: &OrderView,
) -> Result<Vec<ReelShape>, Stop> {
    let mut reels = Vec::new();
    for asset_id in &order.reels {
        let path = match &riff.save {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_a_link_only_where_it_is_meant_as_one() {
        for link in [
            "https://www.tiktok.com/@a/video/1",
            "vm.tiktok.com/Zx",
            "ftp://x/y",
            " https://x ",
        ] {
            assert!(is_link(link), "{link}");
        }
        for file in [
            "clip.mp4",
            "./tiktok/clip.mp4",
            "/videos/a.mov",
            "C:\\clips\\a.mp4",
        ] {
            assert!(!is_link(file), "{file}");
        }
    }
}
