//! Films from a description: scenes, shorts and whole ads.
//!
//! Everything is drawn small, at few frames a second and with the quickest settings, so that a
//! rendering takes seconds. Where ffmpeg is missing or fails, the sample that the sandbox carries
//! steps in.

mod cut;
mod frame;
mod scene;
mod short;
mod take;
mod tone;
mod words;

use std::{io, path::PathBuf, time::Duration};

pub(crate) use cut::{Clip, Cut, Logo};
pub(crate) use frame::{Fit, Frame};
pub(crate) use scene::Scene;
pub(crate) use short::Short;
pub(crate) use tone::{music, spoken_seconds, voice};
pub(crate) use words::{Entrance, Place};

use super::{Program, RenderError, Renderer, carried, probe};
use crate::moment::Millis;
use take::{Lettering, Take};

/// A film that takes longer than this is given up; an ad may hold uploads of five minutes.
const TIME_LIMIT: Duration = Duration::from_secs(300);

/// What to film.
#[derive(Debug, Clone)]
pub(crate) enum Film {
    /// A generated scene.
    Scene(Scene),
    /// A short.
    Short(Short),
    /// All scenes in their order.
    Cut(Cut),
}

/// Where a film goes.
#[derive(Debug, Clone)]
pub(crate) struct Reels {
    /// The video.
    pub(crate) video: PathBuf,
    /// A still of it, JPEG.
    pub(crate) picture: PathBuf,
    /// A folder on the same volume for unfinished files.
    pub(crate) scratch: PathBuf,
}

/// A film that was made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Filmed {
    pub(crate) duration_ms: Millis,
}

impl Renderer {
    /// Makes a film and its still. Never fails as long as the disk can be written.
    ///
    /// # Errors
    /// Where not even the sample can be put in place.
    pub(crate) async fn film(&self, film: &Film, reels: &Reels) -> io::Result<Filmed> {
        let _turn = self.one.acquire().await.map_err(io::Error::other)?;
        if let Some(program) = &self.program {
            match make(program, film, reels).await {
                Ok(filmed) => return Ok(filmed),
                Err(error) => tracing::warn!(%error, "filming failed: the sample steps in"),
            }
        }
        stand_in(reels).await
    }
}

async fn make(program: &Program, film: &Film, reels: &Reels) -> Result<Filmed, RenderError> {
    let scratch = tempfile::Builder::new()
        .prefix("render-")
        .tempdir_in(&reels.scratch)?;
    let folder = scratch.path();
    tokio::fs::write(folder.join(take::BADGE), carried::BADGE).await?;
    let words = match film {
        Film::Scene(scene) => scene.words(),
        Film::Short(short) => short.words(),
        Film::Cut(_) => Vec::new(),
    };
    let lettering = Lettering::of(&words).await;
    lettering.write(folder).await?;
    let take = taken(program, film, &lettering).await;
    let seconds = take.seconds;
    if let Err(error) = program.run(folder, take.arguments(), TIME_LIMIT).await {
        if lettering.cards.is_empty() {
            return Err(error);
        }
        // Not every program can draw words.
        tracing::debug!(%error, "filming once more without words");
        let take = taken(program, film, &Lettering::none()).await;
        program.run(folder, take.arguments(), TIME_LIMIT).await?;
    }
    tokio::fs::rename(folder.join(take::PICTURE), &reels.picture).await?;
    tokio::fs::rename(folder.join(take::VIDEO), &reels.video).await?;
    Ok(Filmed {
        duration_ms: (seconds * 1000.0).round() as Millis,
    })
}

async fn taken(program: &Program, film: &Film, lettering: &Lettering) -> Take {
    match film {
        Film::Scene(scene) => scene.take(lettering),
        Film::Short(short) => short.take(lettering),
        Film::Cut(cut) => {
            let mut sounding = Vec::with_capacity(cut.clips.len());
            for clip in &cut.clips {
                let seen = probe::look(Some(program), &clip.file).await;
                sounding.push(seen.is_ok_and(|seen| seen.sound));
            }
            cut.take(&sounding)
        }
    }
}

/// Puts the sample in the film's place.
async fn stand_in(reels: &Reels) -> io::Result<Filmed> {
    let Reels { video, picture, .. } = reels.clone();
    let sample = move || super::put_sample(&video, &picture);
    let sample = tokio::task::spawn_blocking(sample)
        .await
        .map_err(io::Error::other)??;
    Ok(Filmed {
        duration_ms: sample.duration_ms,
    })
}
