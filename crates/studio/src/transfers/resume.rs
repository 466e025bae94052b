//! Filling a part from storage. A link that has expired is replaced on the way, and what broke off goes
//! on where it stopped, as long as it is still the same object: one that has changed begins anew.

use std::path::Path;
use std::time::Duration;

use contract::{Code, ProjectKey, ProjectMedia, Refusal, TransferId};
use futures_util::StreamExt as _;
use riffkit::{Portion, Streamed};
use tempfile::TempPath;
use tokio::fs::File;
use tokio::io::{AsyncSeekExt as _, AsyncWriteExt as _};

use super::part::{begin_part, write_failed};
use super::progress::Progress;
use crate::Studio;
use crate::failure::refusal_of;

/// Tries in a row that brought nothing.
const MOST_FRUITLESS: u32 = 5;
/// Before the second try in a row; before each further one it is as much longer.
const PAUSE: Duration = Duration::from_secs(2);

/// A part, and what of the object is in it.
pub(super) struct Filling {
    file: File,
    pub(super) part: TempPath,
    had: u64,
    total: Option<u64>,
    /// Stands for the object's very bytes. Without one nothing can go on where it stopped.
    etag: Option<String>,
}

/// Why a body did not come to its end.
enum Stop {
    /// The same again may do.
    Passing(Refusal),
    Final(Refusal),
}

impl Filling {
    pub(super) async fn of(part: std::path::PathBuf) -> Result<Self, Refusal> {
        let (file, part) = begin_part(part).await?;
        Ok(Self {
            file,
            part,
            had: 0,
            total: None,
            etag: None,
        })
    }

    /// What is asked for next: the rest, where it can be told that it is of the same bytes.
    fn portion(&self) -> Portion {
        match &self.etag {
            Some(etag) if self.had > 0 => Portion::from_byte(self.had, Some(etag.clone())),
            _ => Portion::default(),
        }
    }

    /// Whether an answer goes on with what is there.
    fn goes_on_with(&self, answer: &Streamed) -> bool {
        // One that does not say of which object it is may be of another.
        let same = answer.etag.is_some() && answer.etag == self.etag;
        let range = answer.content_range.as_deref().and_then(range_of);
        let Some((start, total)) = range else {
            return false;
        };
        let as_long = total.is_none() || self.total.is_none() || total == self.total;
        same && as_long && start == self.had
    }

    /// Throws away what is there: the object is another now, or is sent from its beginning.
    async fn begin_anew(&mut self, progress: &mut Progress) -> std::io::Result<()> {
        progress.back_to(progress.received.saturating_sub(self.had));
        self.had = 0;
        self.file.set_len(0).await?;
        self.file.rewind().await.map(drop)
    }
}

impl Studio {
    /// Fills a part with something of a project, all of it, and syncs it. `others` is how many files
    /// follow in the same saving.
    pub(super) async fn fill_from_storage(
        &self,
        transfer_id: &TransferId,
        (key, media): (&ProjectKey, &ProjectMedia),
        filling: &mut Filling,
        progress: &mut Progress,
        others: usize,
    ) -> Result<(), Refusal> {
        let mut fruitless = 0;
        loop {
            let had = filling.had;
            let answer = self.fetch_media(key, media, &filling.portion()).await;
            let filled = match answer {
                Ok(answer) => {
                    self.take_answer(transfer_id, answer, filling, progress, others)
                        .await
                }
                Err(refusal) => Err(not_opened(refusal, filling)),
            };
            let refusal = match filled {
                Ok(()) => break,
                Err(Stop::Final(refusal)) => return Err(refusal),
                Err(Stop::Passing(refusal)) => refusal,
            };
            fruitless = if filling.had > had { 1 } else { fruitless + 1 };
            if fruitless > MOST_FRUITLESS {
                return Err(refusal);
            }
            tracing::info!(%refusal, "a saving broke off and goes on");
            self.core.ports.clock.sleep(PAUSE * fruitless).await;
        }
        let synced = filling.file.sync_all().await;
        synced.map_err(|error| write_failed(&filling.part, &error))?;
        self.change_transfer(transfer_id, progress.state());
        Ok(())
    }

    async fn take_answer(
        &self,
        transfer_id: &TransferId,
        mut answer: Streamed,
        filling: &mut Filling,
        progress: &mut Progress,
        others: usize,
    ) -> Result<(), Stop> {
        let failed = |part: &Path, error: &std::io::Error| Stop::Final(write_failed(part, error));
        match answer.status {
            206 if filling.goes_on_with(&answer) => {}
            200 => {
                let rewound = filling.begin_anew(progress).await;
                rewound.map_err(|error| failed(&filling.part, &error))?;
                filling.total = answer.content_length;
                filling.etag = answer.etag.take().filter(|etag| !etag.starts_with("W/"));
                let folder = filling.part.parent().unwrap_or(Path::new("."));
                self.expect_room(folder, filling.total)
                    .map_err(Stop::Final)?;
            }
            _ => {
                // A part of something else: the whole is asked for next.
                filling.etag = None;
                return Err(Stop::Passing(damaged()));
            }
        }
        let before = progress.received.saturating_sub(filling.had);
        progress.total = filling
            .total
            .filter(|_| others == 0)
            .map(|own| before + own);
        self.change_transfer(transfer_id, progress.state());
        while let Some(piece) = answer.body.next().await {
            let piece = piece.map_err(|failure| Stop::Passing(broken_off(&failure)))?;
            let written = filling.file.write_all(&piece).await;
            written.map_err(|error| failed(&filling.part, &error))?;
            filling.had += piece.len() as u64;
            if progress.add(piece.len() as u64, self.core.now()) {
                self.change_transfer(transfer_id, progress.state());
            }
        }
        if filling.total.is_some_and(|total| total != filling.had) {
            if filling.total < Some(filling.had) {
                filling.etag = None;
            }
            return Err(Stop::Passing(damaged()));
        }
        Ok(())
    }
}

/// Start and whole of a `Content-Range`.
fn range_of(text: &str) -> Option<(u64, Option<u64>)> {
    let (span, total) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    let (start, _) = span.split_once('-')?;
    Some((start.trim().parse().ok()?, total.trim().parse().ok()))
}

/// Silence passes; storage that has no such range of it is asked for the whole.
fn not_opened(refusal: Refusal, filling: &mut Filling) -> Stop {
    match refusal.code {
        Code::Offline | Code::ServiceFailed | Code::RateLimited => Stop::Passing(refusal),
        Code::ServiceRefused if filling.etag.take().is_some() => Stop::Passing(damaged()),
        _ => Stop::Final(refusal),
    }
}

fn broken_off(failure: &wire::Failure) -> Refusal {
    let refusal = refusal_of(failure);
    if refusal.code == Code::Offline {
        damaged()
    } else {
        refusal.of_hubfluencer()
    }
}

pub(super) fn damaged() -> Refusal {
    Refusal::new(Code::DownloadDamaged).of_hubfluencer()
}

#[cfg(test)]
mod tests {
    use super::range_of;

    #[test]
    fn a_content_range_says_where_it_starts_and_how_long_the_whole_is() {
        assert_eq!(range_of("bytes 5-9/10"), Some((5, Some(10))));
        assert_eq!(range_of("bytes 5-9/*"), Some((5, None)));
        assert_eq!(range_of("bytes */10"), None);
        assert_eq!(range_of(""), None);
    }
}
