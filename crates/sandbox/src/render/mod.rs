//! Real reels: playable MP4 files made from the dropped clip.
//!
//! The source is cut where it cuts itself, each shot gets another look, the direction's words
//! stand on the picture, and a badge says that it is the sandbox's. Where ffmpeg is missing or
//! fails, the reel is the sample that the sandbox carries.

mod boxes;
pub(crate) mod captions;
mod carried;
pub(crate) mod film;
mod graph;
pub(crate) mod lettering;
pub(crate) mod probe;
mod program;
pub(crate) mod script;
mod still;

use std::{
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use tokio::{
    sync::{Notify, Semaphore, futures::Notified},
    task::JoinSet,
};

pub(crate) use carried::put_sample;
use probe::Seen;
pub(crate) use program::Program;

use crate::{moment::Millis, setup::Ffmpeg};

/// Longest reel, in seconds (contract: one standard video is about 15 s).
const LONGEST: f64 = 15.0;
/// What stands for a source where only a link was given.
const PATTERN: Seen = Seen {
    seconds: Some(8.0),
    sound: false,
    upright: true,
};
/// A rendering that takes longer than this is given up.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// What to render.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    /// The clip; none where only a link was given.
    pub(crate) source: Option<PathBuf>,
    /// The words on the picture.
    pub(crate) direction: String,
    /// Varies the looks between the reels of a batch.
    pub(crate) variant: usize,
    /// Where the video goes.
    pub(crate) reel: PathBuf,
    /// Where its picture goes.
    pub(crate) picture: PathBuf,
    /// A folder on the same volume for unfinished files.
    pub(crate) scratch: PathBuf,
}

/// What was rendered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Made {
    pub(crate) duration_ms: Millis,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) bytes: u64,
    /// It is the carried sample.
    pub(crate) carried: bool,
}

/// Why a rendering did not come about. The carried sample steps in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RenderError {
    #[error("a file could not be written: {0}")]
    Disk(#[from] io::Error),
    #[error("the program ended with {status}: {words}")]
    Failed { status: String, words: String },
    #[error("the program took too long")]
    TooLong,
}

/// Renders one reel after the other, and remembers what is under way.
pub(crate) struct Renderer {
    program: Option<Program>,
    one: Semaphore,
    finished: Notify,
    work: Mutex<JoinSet<()>>,
}

impl Renderer {
    /// A renderer with the program that the setup names.
    pub(crate) fn new(ffmpeg: &Ffmpeg) -> Self {
        let program = Program::find(ffmpeg);
        if program.is_none() {
            tracing::info!("no ffmpeg here: reels come from the sample that the sandbox carries");
        }
        Self {
            program,
            one: Semaphore::new(1),
            finished: Notify::new(),
            work: Mutex::new(JoinSet::new()),
        }
    }

    /// The program, where there is one.
    pub(crate) fn program(&self) -> Option<&Program> {
        self.program.as_ref()
    }

    /// Completes when the next rendering has ended, those included that end between this call
    /// and the first poll.
    pub(crate) fn finished(&self) -> Notified<'_> {
        self.finished.notified()
    }

    /// Tells those who wait that a rendering has ended and is in the records.
    pub(crate) fn tell_finished(&self) {
        self.finished.notify_waiters();
    }

    /// Runs a piece of work in the background until the renderer is stopped.
    pub(crate) fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let mut set = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        while set.try_join_next().is_some() {}
        set.spawn(work);
    }

    /// Ends all work and waits until it has ended.
    pub(crate) async fn stop(&self) {
        let mut set =
            std::mem::take(&mut *self.work.lock().unwrap_or_else(PoisonError::into_inner));
        set.shutdown().await;
    }

    /// Renders a reel and its picture. Never fails as long as the disk can be written.
    ///
    /// # Errors
    /// Where not even the carried sample can be put in place.
    pub(crate) async fn render(&self, job: &Job) -> io::Result<Made> {
        let _turn = self.one.acquire().await.map_err(io::Error::other)?;
        if let Some(program) = &self.program {
            match make(program, job).await {
                Ok(made) => return Ok(made),
                Err(error) => tracing::warn!(%error, "rendering failed: the sample steps in"),
            }
        }
        carried::put(job).await
    }
}

/// Renders with the program: with words and the clip's own sound where they can be had, without
/// where they can't.
async fn make(program: &Program, job: &Job) -> Result<Made, RenderError> {
    let scratch = tempfile::Builder::new()
        .prefix("render-")
        .tempdir_in(&job.scratch)?;
    tokio::fs::write(scratch.path().join(graph::BADGE), carried::BADGE).await?;
    let cards = lettering::cards(&job.direction);
    for (place, card) in cards.iter().enumerate() {
        tokio::fs::write(scratch.path().join(graph::card_file(place)), card).await?;
    }
    let font = lettering::font(&job.direction).await;
    let (seen, cuts) = match &job.source {
        Some(source) => {
            let seen = probe::look(Some(program), source).await;
            let seen = seen.unwrap_or_default();
            let cuts = cuts(program, source, length(&seen)).await;
            (seen, cuts)
        }
        None => (PATTERN, vec![1.6, 3.2, 4.8, 6.4]),
    };
    let plan = graph::Plan {
        length: length(&seen),
        cuts,
        cards: cards.len(),
        font,
        variant: job.variant,
        sound: seen.sound,
        pattern: job.source.is_none(),
        upright: seen.upright,
        still: still(&seen),
    };
    let plain = graph::Plan {
        cards: 0,
        sound: false,
        ..plan.clone()
    };
    let silent = graph::Plan {
        sound: false,
        ..plan.clone()
    };
    let mut last = None;
    for plan in [plan, silent, plain] {
        let arguments = graph::arguments(&plan, job.source.as_deref());
        match program.run(scratch.path(), arguments, TIME_LIMIT).await {
            Ok(_) => {
                last = None;
                break;
            }
            Err(error) => last = Some(error),
        }
    }
    if let Some(error) = last {
        return Err(error);
    }
    finish(job, scratch.path(), length(&seen)).await
}

/// The length of a reel from this source, in seconds.
fn length(seen: &Seen) -> f64 {
    seen.seconds.unwrap_or(LONGEST).clamp(0.5, LONGEST)
}

/// The frame that becomes the picture: a third in, or the first where the length isn't known.
fn still(seen: &Seen) -> u32 {
    match seen.seconds {
        Some(_) => (length(seen) * f64::from(graph::RATE) * 0.3) as u32,
        None => 0,
    }
}

/// Puts both files in their places.
async fn finish(job: &Job, scratch: &Path, planned: f64) -> Result<Made, RenderError> {
    let reel = scratch.join(graph::REEL);
    // Its header was just written: no need for a program to read it.
    let seen = probe::look(None, &reel).await;
    let seconds = seen.ok().and_then(|seen| seen.seconds).unwrap_or(planned);
    let bytes = tokio::fs::metadata(&reel).await?.len();
    tokio::fs::rename(scratch.join(graph::PICTURE), &job.picture).await?;
    tokio::fs::rename(&reel, &job.reel).await?;
    Ok(Made {
        duration_ms: (seconds * 1000.0).round() as Millis,
        width: graph::WIDTH,
        height: graph::HEIGHT,
        bytes,
        carried: false,
    })
}

/// Where the clip cuts, in seconds; none where that can't be told.
async fn cuts(program: &Program, source: &Path, length: f64) -> Vec<f64> {
    let arguments = graph::cut_arguments(source, length);
    match program.run(Path::new("."), arguments, TIME_LIMIT).await {
        Ok(words) => graph::cuts_in(&words, length),
        Err(error) => {
            tracing::debug!(%error, "the clip's cuts could not be told");
            Vec::new()
        }
    }
}
