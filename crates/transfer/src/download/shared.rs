//! What the connections of one download share with each other and with the one that leads them.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::{Notify, watch};

use super::Download;
use super::part::Part;
use super::plan::{Object, Plan};
use crate::engine::Engine;
use crate::fault::{Damage, Fault};
use crate::ports::after;
use crate::record::{Ledger, Pause, Progress};
use crate::source::{Setback, Source};

/// Why a connection ended before its range did.
pub(super) enum Halt<E> {
    /// It was told to.
    Told,
    /// The source's word.
    Setback(Setback<E>),
    /// What came is wrong.
    Damage(Damage),
    /// The service sends the whole, whatever is asked for.
    IgnoresRanges,
    /// The part has bytes of another object.
    Another,
    /// The part could not be written.
    Disk(std::io::Error),
    /// What ends the whole download.
    Fault(Fault<E>),
}

/// All of it that is shared.
pub(super) struct Shared<S, L> {
    pub(super) engine: Engine,
    pub(super) source: Arc<S>,
    pub(super) ledger: Arc<L>,
    pub(super) part: Arc<Part>,
    pub(super) plan: Mutex<Plan>,
    /// Requests have a `Range`, and the answers' ranges are honoured.
    pub(super) asks_ranges: AtomicBool,
    /// The service has shown in this run that it honours ranges.
    pub(super) gives_ranges: AtomicBool,
    /// Which link is in use: counted up with each new one.
    pub(super) link: AtomicU32,
    /// Something for the leader to look at: the object is known, or a checkpoint is due.
    pub(super) news: Notify,
    /// Connections are to end.
    pub(super) stop: watch::Sender<bool>,
    checkpoint: Mutex<Due>,
}

/// When the record is kept next.
struct Due {
    bytes: u64,
    soonest: Timestamp,
    latest: Timestamp,
}

impl<S: Source, L: Ledger> Shared<S, L> {
    pub(super) fn new(engine: Engine, job: &Download<S, L>, part: Arc<Part>, plan: Plan) -> Self {
        let due = Due {
            bytes: plan.bytes(),
            soonest: after(&*engine.clock, engine.settings.checkpoint.soonest),
            latest: after(&*engine.clock, engine.settings.checkpoint.latest),
        };
        Self {
            engine,
            source: Arc::clone(&job.source),
            ledger: Arc::clone(&job.ledger),
            part,
            plan: Mutex::new(plan),
            asks_ranges: AtomicBool::new(true),
            gives_ranges: AtomicBool::new(false),
            link: AtomicU32::new(0),
            news: Notify::new(),
            stop: watch::Sender::new(false),
            checkpoint: Mutex::new(due),
        }
    }

    pub(super) fn plan(&self) -> MutexGuard<'_, Plan> {
        self.plan.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An answer has said what is fetched. Whether it is the first one to say so.
    pub(super) fn adopt(&self, object: &Object, ranged: bool) -> bool {
        let mut plan = self.plan();
        let is_first = plan.object().is_none();
        if plan.total().is_none() {
            plan.adopt(object.clone());
        }
        drop(plan);
        if ranged && object.etag.is_some() {
            self.gives_ranges.store(true, Ordering::Relaxed);
        }
        self.news.notify_one();
        is_first
    }

    /// So much more is in the part.
    pub(super) fn wrote(&self, range: Range<u64>) {
        let bytes = {
            let mut plan = self.plan();
            plan.wrote(range);
            plan.bytes()
        };
        self.tell(None);
        if self.is_checkpoint_due(bytes) {
            self.news.notify_one();
        }
    }

    /// Tells how far it is.
    pub(super) fn tell(&self, pause: Option<Pause>) {
        let progress = {
            let plan = self.plan();
            Progress {
                bytes: plan.bytes(),
                total: plan.total(),
                pause,
            }
        };
        self.ledger.progress(progress);
    }

    /// Whether so many bytes are worth a checkpoint by now.
    pub(super) fn is_checkpoint_due(&self, bytes: u64) -> bool {
        let due = self.due();
        if bytes <= due.bytes {
            return false;
        }
        let now = self.engine.clock.now();
        now >= due.latest
            || (now >= due.soonest && bytes - due.bytes >= self.engine.settings.checkpoint.bytes)
    }

    /// A checkpoint of so many bytes is made now.
    pub(super) fn begin_checkpoint(&self, bytes: u64) {
        let in_a = |duration: Duration| after(&*self.engine.clock, duration);
        let checkpoint = self.engine.settings.checkpoint;
        *self.due() = Due {
            bytes,
            soonest: in_a(checkpoint.soonest),
            latest: in_a(checkpoint.latest),
        };
    }

    fn due(&self) -> MutexGuard<'_, Due> {
        self.checkpoint
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
