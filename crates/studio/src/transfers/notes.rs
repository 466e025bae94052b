//! What is kept and told of a saving while it runs.

use std::sync::{Arc, Mutex};

use contract::{Event, Millis, TransferId, TransferState};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use transfer::{Ledger, NotKept, Progress, Record};

use crate::Studio;
use crate::lock::held;
use crate::speed::Speed;
use crate::traffic::{Wait, worth_telling};

/// How far a saving is, all of its files together.
#[derive(Debug, Default)]
pub(super) struct Meter(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// Bytes of the files that are whole.
    before: u64,
    /// Bytes of the one that comes.
    here: u64,
    total: Option<u64>,
    waits: bool,
    speed: Speed,
}

impl Inner {
    fn received(&self) -> u64 {
        self.before.saturating_add(self.here)
    }
}

impl Meter {
    /// Begins a file, of which there is nothing yet; so many bytes are in those before it.
    pub(super) fn begin(&self, before: u64) {
        let mut inner = held(&self.0);
        inner.before = before;
        inner.here = 0;
        inner.total = None;
    }

    /// What an earlier run left.
    pub(super) fn found(&self, received: u64, total: Option<u64>) {
        let mut inner = held(&self.0);
        inner.before = received;
        inner.here = 0;
        inner.total = total;
    }

    /// The file that comes now: so many bytes of so many are there. The new state if it is time to
    /// tell. `is_last`: of a set the whole is known only when its last file is.
    fn hear(&self, progress: Progress, is_last: bool, now: Millis) -> Option<TransferState> {
        let mut inner = held(&self.0);
        let back = progress.bytes < inner.here;
        inner.here = progress.bytes;
        inner.total = progress
            .total
            .filter(|_| is_last)
            .map(|own| inner.before.saturating_add(own));
        if back {
            inner.speed.begin_anew();
        }
        if let Some(wait) = progress.pause.and_then(|pause| worth_telling(pause, now)) {
            inner.waits = true;
            inner.speed.begin_anew();
            return Some(inner.waiting(wait));
        }
        let received = inner.received();
        let is_time = inner.speed.look(received, now);
        // A wait that is over is told at once.
        let waited = std::mem::take(&mut inner.waits);
        (is_time || waited).then(|| inner.running())
    }

    /// Nothing comes before this is over.
    pub(super) fn waiting(&self, wait: Wait) -> TransferState {
        let mut inner = held(&self.0);
        inner.speed.begin_anew();
        inner.waiting(wait)
    }

    /// Bytes are coming, or will at once.
    pub(super) fn running(&self) -> TransferState {
        held(&self.0).running()
    }

    /// It rests.
    pub(super) fn paused(&self, refusal: Option<contract::Refusal>) -> TransferState {
        let mut inner = held(&self.0);
        inner.speed.begin_anew();
        TransferState::Paused {
            received: inner.received(),
            total: inner.total,
            refusal,
        }
    }
}

impl Inner {
    fn waiting(&self, wait: Wait) -> TransferState {
        let (received, total) = (self.received(), self.total);
        match wait {
            Wait::Network(retry_at) => TransferState::AwaitingNetwork {
                received,
                total,
                retry_at,
            },
            Wait::Server(retry_at) => TransferState::AwaitingServer {
                received,
                total,
                retry_at,
            },
        }
    }

    fn running(&self) -> TransferState {
        TransferState::Running {
            received: self.received(),
            total: self.total,
            bytes_per_second: self.speed.per_second(),
        }
    }
}

/// The engine's notes of one file of a saving: in the journal, and for who looks on.
pub(super) struct Notes {
    pub(super) studio: Studio,
    pub(super) transfer_id: TransferId,
    pub(super) number: usize,
    pub(super) is_last: bool,
    pub(super) meter: Arc<Meter>,
}

impl Notes {
    async fn write(&self, record: Option<Record>) -> Result<(), NotKept> {
        let journal = &self.studio.core.journal;
        let kept = journal.keep_part(&self.transfer_id, self.number, record);
        kept.await.map_err(|refusal| {
            tracing::warn!(%refusal, "the record of a part could not be kept");
            self.studio.core.tell(Event::Trouble(refusal));
            NotKept
        })
    }
}

impl Ledger for Notes {
    fn keep(&self, record: Record) -> BoxFuture<'_, Result<(), NotKept>> {
        self.write(Some(record)).boxed()
    }

    fn forget(&self) -> BoxFuture<'_, ()> {
        // The part is gone: a record that stays speaks of nothing.
        self.write(None).map(drop).boxed()
    }

    fn progress(&self, progress: Progress) {
        let now = self.studio.core.now();
        if let Some(state) = self.meter.hear(progress, self.is_last, now) {
            self.studio.change_transfer(&self.transfer_id, state);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use transfer::Pause;

    use super::*;

    fn progress(bytes: u64, pause: Option<Pause>) -> Progress {
        Progress {
            bytes,
            total: Some(1_000_000),
            pause,
        }
    }

    #[test]
    fn the_speed_is_that_of_the_last_seconds_and_events_are_few() {
        let meter = Meter::default();
        let told = (0..1_000_u64).filter_map(|at| {
            let now = Millis::try_from(at).expect("small");
            meter.hear(progress((at + 1) * 100, None), true, now)
        });
        let told: Vec<TransferState> = told.collect();
        assert_eq!(told.len(), 10, "ten a second");
        let TransferState::Running {
            received,
            bytes_per_second,
            ..
        } = &told[9]
        else {
            panic!("{told:?}")
        };
        assert_eq!((*received, *bytes_per_second), (90_100, 100_000));
    }

    #[test]
    fn a_wait_is_told_and_so_is_its_end() {
        let meter = Meter::default();
        meter.begin(50);
        let offline = Some(Pause::Offline(Duration::from_secs(4)));
        assert_eq!(
            meter.hear(progress(7, offline), true, 1_000),
            Some(TransferState::AwaitingNetwork {
                received: 57,
                total: Some(1_000_050),
                retry_at: 5_000,
            })
        );
        assert!(meter.hear(progress(7, None), true, 1_001).is_some());
        let failing = Some(Pause::Backoff(Duration::from_secs(4)));
        assert_eq!(
            meter.hear(progress(7, failing), true, 1_001),
            Some(TransferState::AwaitingServer {
                received: 57,
                total: Some(1_000_050),
                retry_at: 5_001,
            }),
            "that is not the person's network"
        );
        assert!(meter.hear(progress(7, None), true, 1_002).is_some());
        let short = Some(Pause::Backoff(Duration::from_secs(1)));
        assert_eq!(meter.hear(progress(7, short), true, 1_002), None);
    }
}
