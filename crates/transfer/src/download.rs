//! Downloads: an object into a `.part`, over several connections where that helps, from where an
//! earlier run stopped where that is safe.

mod answer;
mod checkpoint;
mod lead;
mod part;
mod plan;
mod shared;
mod worker;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::control::{Control, Stopped};
use crate::engine::Engine;
use crate::fault::Fault;
use crate::record::{Ledger, Record};
use crate::source::Source;
use lead::Lead;
use part::Part;
use plan::Plan;
use shared::Shared;

/// One download.
#[derive(Debug)]
pub struct Download<S, L> {
    /// Where it comes from.
    pub source: Arc<S>,
    /// Who keeps its record.
    pub ledger: Arc<L>,
    /// The file that is filled. Nobody else writes to it meanwhile.
    pub part: PathBuf,
    /// What was kept last of the same download. None: it has not begun, and the part must not be
    /// there yet.
    pub record: Option<Record>,
    /// Decides the jitter of its pauses.
    pub seed: u64,
}

/// A download that is done: the part is complete, synced and closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Its bytes.
    pub bytes: u64,
    /// Its strong ETag, if it has one.
    pub etag: Option<String>,
}

impl Engine {
    /// Fills a part with an object, all of it, and syncs it.
    ///
    /// It runs until it is done, stopped, or helpless; broken connections, old links and an absent
    /// network are its own business. Dropping the future stops it where it is: the part stays, and
    /// what the ledger kept last is true.
    ///
    /// # Errors
    /// See [`Fault`]. After any but [`Stopped::Cancelled`] the part and its record are kept, and
    /// the same download may be begun again with the record.
    pub async fn download<S: Source, L: Ledger>(
        &self,
        job: Download<S, L>,
        control: &Control,
    ) -> Result<Whole, Fault<S::Error>> {
        let (part, plan) = opened(job.part.clone(), job.record.clone())
            .await
            .map_err(Fault::Disk)?;
        let part = Arc::new(part);
        let abandoned = AbandonOnDrop(Arc::clone(&part));
        let shared = Shared::new(self.clone(), &job, Arc::clone(&part), plan);
        let mut lead = Lead::new(Arc::new(shared), job.seed);
        let mut outcome = lead.lead(control).await;
        if !matches!(outcome, Err(Fault::Stopped(Stopped::Cancelled))) {
            let kept = lead.settle().await;
            if let (Ok(_), Err(fault)) = (&outcome, kept) {
                outcome = Err(fault);
            }
            return outcome;
        }
        // Its connections have ended: closed here, the part can go on every system.
        drop(lead);
        drop(abandoned);
        remove(part, job.part).await;
        job.ledger.forget().await;
        outcome
    }
}

/// The part and what is to be done with it.
async fn opened(path: PathBuf, record: Option<Record>) -> io::Result<(Part, Plan)> {
    blocking(move || {
        let Some(record) = record else {
            return Ok((Part::create(&path)?, Plan::fresh()));
        };
        let (part, length) = Part::reopen(&path)?;
        let plan = Plan::resumed(&record, length);
        if plan.object().is_none() {
            part.set_len(0)?;
        }
        Ok((part, plan))
    })
    .await
}

async fn remove(part: Arc<Part>, path: PathBuf) {
    drop(part);
    let removed = blocking(move || std::fs::remove_file(path)).await;
    if let Err(error) = removed {
        tracing::warn!(%error, "the part of a cancelled download is still there");
    }
}

/// Work that waits for the disk, on a thread where that may be waited for.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> io::Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|error| Err(io::Error::other(error)))
}

/// However the download ends, writes that still stand in a queue come to nothing.
struct AbandonOnDrop(Arc<Part>);

impl Drop for AbandonOnDrop {
    fn drop(&mut self) {
        self.0.abandon();
    }
}
