//! The one place where ordered films, voices and music are made, one after the other.
//!
//! What is to be made follows from the records, so a stopped process goes on where it was. Time is
//! not decided here: a film that is ready early waits in the records until its work is due.

use std::{io, sync::Arc, time::Duration};

use super::service::{HubService, advance};
use crate::{
    moment::Millis,
    render::film::{self, Film, Reels},
};

/// How long the darkroom sleeps where nothing is to be made, unless it is woken. What begins by
/// itself, like the steps of an autopilot, begins at the latest so much late.
const NAP: Duration = Duration::from_millis(500);

/// What has to be made.
pub(crate) enum Subject {
    /// A video and its still.
    Film(Box<Film>),
    /// Somebody who speaks this text.
    Voice { text: String, seed: u8 },
    /// Music of so many seconds.
    Music { seconds: u32, seed: u8 },
}

/// Something to be made, and where it goes in the object storage.
pub(crate) struct Assignment {
    /// The work that it is made for.
    pub(crate) work: String,
    pub(crate) subject: Subject,
    /// The key of the video, or of the sound.
    pub(crate) video: String,
    /// The key of its still, where it has one.
    pub(crate) picture: Option<String>,
}

/// Opens the darkroom: it works until the service closes.
pub(crate) fn open(service: &Arc<HubService>) {
    let worker = Arc::clone(service);
    service.renderer.spawn(async move {
        loop {
            // Made before the look, so that a change right after it isn't missed.
            let changed = worker.changed.notified();
            let assignment = worker.read(|records| {
                let of_shorts = records.shorts.unfilmed(&worker);
                of_shorts.or_else(|| records.editors.unfilmed(&worker))
            });
            if let Some(assignment) = assignment {
                tokio::select! {
                    () = worker.closing.cancelled() => return,
                    () = worker.make(assignment) => {}
                }
                continue;
            }
            tokio::select! {
                () = worker.closing.cancelled() => return,
                () = changed => {}
                () = tokio::time::sleep(NAP) => worker.tick(),
            }
        }
    });
}

impl HubService {
    /// Lets begin what begins by itself.
    fn tick(&self) {
        let is_busy = self.read(|records| records.shorts.is_busy() || records.editors.is_busy());
        if !is_busy {
            return;
        }
        if let Err(error) = self.change(advance) {
            tracing::warn!(%error, "what is under way could not go on");
        }
    }

    async fn make(&self, assignment: Assignment) {
        let made = self.expose(&assignment).await;
        if let Err(error) = &made {
            tracing::error!(%error, "what was ordered could not be made");
        }
        let recorded = self.change(|records, _| {
            let made = made.ok();
            let Assignment { work, .. } = &assignment;
            if !records.shorts.filmed(work, made) {
                records.editors.filmed(work, made);
            }
        });
        if let Err(error) = recorded {
            tracing::error!(%error, "a finished film could not be recorded");
        }
        self.renderer.tell_finished();
    }

    /// Makes it and puts it into the object storage; gives how long it plays.
    async fn expose(&self, assignment: &Assignment) -> io::Result<Millis> {
        let scratch = self.folders.uploads();
        let folder = tempfile::Builder::new()
            .prefix("render-")
            .tempdir_in(&scratch)?;
        let Assignment {
            subject,
            video,
            picture,
            ..
        } = assignment;
        let (sound, seconds) = match subject {
            Subject::Film(film) => {
                let reels = Reels {
                    video: folder.path().join("film.mp4"),
                    picture: folder.path().join("film.jpg"),
                    scratch,
                };
                let filmed = self.renderer.film(film, &reels).await?;
                let objects = &self.objects;
                objects.put_file(video, &reels.video, "video/mp4").await?;
                if let Some(picture) = picture {
                    objects
                        .put_file(picture, &reels.picture, "image/jpeg")
                        .await?;
                }
                return Ok(filmed.duration_ms);
            }
            Subject::Voice { text, seed } => {
                let (text, seed) = (text.clone(), *seed);
                let seconds = film::spoken_seconds(&text);
                let sound = tokio::task::spawn_blocking(move || film::voice(&text, seed));
                (sound.await.map_err(io::Error::other)?, seconds)
            }
            Subject::Music { seconds, seed } => {
                let (seconds, seed) = (*seconds, *seed);
                let sound = tokio::task::spawn_blocking(move || film::music(seconds, seed));
                (sound.await.map_err(io::Error::other)?, seconds)
            }
        };
        self.objects.put_bytes(video, sound, "audio/wav").await?;
        Ok(Millis::from(seconds) * 1000)
    }
}
