//! The leader of a download's connections: who fetches what, what a failure means, when it is over.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use tokio::task::{JoinError, JoinSet};

use super::checkpoint::{checkpoint, disk_fault, expect_room};
use super::plan::{Help, Plan};
use super::shared::{Halt, Shared};
use super::worker::{Ended, fetch};
use super::{Whole, blocking};
use crate::backoff::Retries;
use crate::control::Control;
use crate::fault::{Damage, Fault};
use crate::record::{Ledger, Pause, Record};
use crate::source::{Setback, Source};

pub(super) struct Lead<S: Source, L> {
    shared: Arc<Shared<S, L>>,
    workers: JoinSet<Ended<S::Error>>,
    /// Most connections, as far as the service goes along.
    most: usize,
    retries: Retries,
    offline: Retries,
    renewals: u32,
    restarts: u32,
    /// No connection is opened before this is over.
    waiting: Option<BoxFuture<'static, ()>>,
    keeping: Option<BoxFuture<'static, Result<(), Fault<S::Error>>>>,
}

impl<S: Source, L: Ledger> Lead<S, L> {
    pub(super) fn new(shared: Arc<Shared<S, L>>, seed: u64) -> Self {
        let settings = shared.engine.settings;
        Self {
            workers: JoinSet::new(),
            most: settings.connections.max(1),
            retries: Retries::new(settings.backoff, seed),
            offline: Retries::new(settings.offline, seed.rotate_left(32)),
            renewals: 0,
            restarts: 0,
            waiting: None,
            keeping: None,
            shared,
        }
    }

    /// Leads until the part is whole. However this ends, no connection is left.
    pub(super) async fn lead(&mut self, control: &Control) -> Result<Whole, Fault<S::Error>> {
        self.shared.tell(None);
        let filled = match expect_room(&self.shared).await {
            Ok(()) => self.fill(control).await,
            full => full,
        };
        self.wind_down().await;
        filled?;
        let (bytes, etag) = {
            let plan = self.shared.plan();
            let etag = plan.object().and_then(|object| object.etag.clone());
            (plan.bytes(), etag)
        };
        // It may have been longer before, where something else had been written there.
        let part = Arc::clone(&self.shared.part);
        let cut = blocking(move || part.set_len(bytes)).await;
        cut.map_err(Fault::Disk)?;
        Ok(Whole { bytes, etag })
    }

    /// Syncs what is there and keeps the record, at the end of a run.
    pub(super) async fn settle(&mut self) -> Result<(), Fault<S::Error>> {
        checkpoint(Arc::clone(&self.shared)).await
    }

    async fn fill(&mut self, control: &Control) -> Result<(), Fault<S::Error>> {
        let shared = Arc::clone(&self.shared);
        loop {
            if shared.plan().is_whole() {
                return Ok(());
            }
            self.open_connections();
            tokio::select! {
                biased;
                stopped = control.stopped() => return Err(stopped.into()),
                Some(ended) = self.workers.join_next() => self.judge(ended, control).await?,
                kept = next(&mut self.keeping) => kept?,
                () = next(&mut self.waiting) => self.shared.tell(None),
                () = shared.news.notified() => {}
            }
            self.keep_if_due();
        }
    }

    fn open_connections(&mut self) {
        if self.waiting.is_some() {
            return;
        }
        let settings = self.shared.engine.settings;
        let is_large = self.shared.plan().total() >= Some(settings.parallel_from);
        let in_parallel = is_large && self.shared.gives_ranges.load(Ordering::Relaxed);
        let most = if in_parallel { self.most } else { 1 };
        while self.workers.len() < most {
            let help = in_parallel.then_some(Help {
                smallest: settings.smallest_range,
                // Under a speed limit all of them are slow, and help helps nobody.
                slow_ones: self.shared.engine.throttle.limit().is_none(),
            });
            let now = self.shared.engine.clock.now();
            let Some(span) = self.shared.plan().next_span(help, now) else {
                return;
            };
            let others = self.workers.len();
            self.workers
                .spawn(fetch(Arc::clone(&self.shared), span, others));
        }
    }

    fn keep_if_due(&mut self) {
        if self.keeping.is_some() {
            return;
        }
        let bytes = self.shared.plan().bytes();
        if self.shared.is_checkpoint_due(bytes) {
            self.keeping = Some(checkpoint(Arc::clone(&self.shared)).boxed());
        }
    }

    /// What the end of a connection means for the whole.
    async fn judge(
        &mut self,
        ended: Result<Ended<S::Error>, JoinError>,
        control: &Control,
    ) -> Result<(), Fault<S::Error>> {
        let Ended {
            span,
            written,
            bytes,
            link,
            others,
            outcome,
        } = ended.map_err(|error| Fault::Disk(std::io::Error::other(error)))?;
        self.shared.plan().end(&span, written);
        // What comes from the beginning each time is no progress, however much it is.
        let asks_ranges = self.shared.asks_ranges.load(Ordering::SeqCst);
        if bytes > 0 && asks_ranges && self.can_go_on() {
            self.retries.moved();
            self.offline.moved();
            self.renewals = 0;
        }
        let Err(halt) = outcome else {
            return Ok(());
        };
        match halt {
            Halt::Told => Ok(()),
            Halt::Disk(error) => Err(disk_fault(&self.shared, error).await),
            Halt::Setback(Setback::Expired(error)) => self.renew(error, link, control).await,
            Halt::Fault(fault) => Err(fault),
            halt if others > 0 || !self.workers.is_empty() => {
                self.lose_one(halt);
                Ok(())
            }
            Halt::Another | Halt::IgnoresRanges => self.restart().await,
            Halt::Setback(setback) => self.set_back(setback).await,
            Halt::Damage(damage) => self.damaged(damage).await,
        }
    }

    /// One of several connections has failed. The others go on; what it was to fetch is fetched
    /// later, and over fewer connections where the service seems to dislike so many.
    fn lose_one(&mut self, halt: Halt<S::Error>) {
        let asked = match halt {
            Halt::Setback(Setback::Passing { retry_after, .. }) => retry_after,
            Halt::Setback(Setback::Offline(_) | Setback::Cut(_)) => None,
            Halt::IgnoresRanges => {
                self.shared.gives_ranges.store(false, Ordering::Relaxed);
                return;
            }
            _ => {
                // The last one left will find out what is the matter, alone.
                self.most = self.workers.len().max(1);
                return;
            }
        };
        match self.retries.pause(asked) {
            Some(pause) => self.wait(pause),
            None => self.most = self.workers.len().max(1),
        }
    }

    /// Whether a later connection can go on where one broke off.
    fn can_go_on(&self) -> bool {
        let plan = self.shared.plan();
        plan.object().is_some_and(|object| object.etag.is_some())
    }

    async fn set_back(&mut self, setback: Setback<S::Error>) -> Result<(), Fault<S::Error>> {
        match setback {
            Setback::Passing { error, retry_after } => {
                let pause = self.retries.pause(retry_after).map(Pause::Backoff);
                self.try_again(Fault::Source(error), pause).await
            }
            Setback::Cut(error) => {
                let pause = self.retries.pause(None).map(Pause::Cut);
                self.try_again(Fault::Source(error), pause).await
            }
            Setback::Offline(error) => {
                self.wait_for_network(error)?;
                self.unless_it_can_go_on().await
            }
            Setback::NoSuchRange(error) => {
                if self.shared.asks_ranges.swap(false, Ordering::SeqCst) {
                    return self.restart().await;
                }
                Err(Fault::Source(error))
            }
            Setback::Expired(error) | Setback::Final(error) => Err(Fault::Source(error)),
        }
    }

    fn wait_for_network(&mut self, error: S::Error) -> Result<(), Fault<S::Error>> {
        let Some(pause) = self.offline.pause(None) else {
            return Err(Fault::Source(error));
        };
        self.shared.tell(Some(Pause::Offline(pause)));
        self.wait(pause);
        Ok(())
    }

    async fn damaged(&mut self, damage: Damage) -> Result<(), Fault<S::Error>> {
        if damage == Damage::WrongRange && self.shared.asks_ranges.swap(false, Ordering::SeqCst) {
            return self.restart().await;
        }
        let pause = self.retries.pause(None).map(match damage {
            // A portal's page, or a road that breaks off.
            Damage::NotTheObject(_) | Damage::CutOff => Pause::Cut,
            Damage::TooLong | Damage::WrongRange | Damage::KeepsChanging => Pause::Backoff,
        });
        self.try_again(Fault::Damaged(damage), pause).await
    }

    async fn try_again(
        &mut self,
        fault: Fault<S::Error>,
        pause: Option<Pause>,
    ) -> Result<(), Fault<S::Error>> {
        let Some(pause) = pause else {
            return Err(fault);
        };
        tracing::info!(%fault, ?pause, "a download broke off and goes on");
        self.shared.tell(Some(pause));
        self.wait(pause.length());
        self.unless_it_can_go_on().await
    }

    /// No connection is opened for so long.
    fn wait(&mut self, pause: Duration) {
        if self.workers.is_empty() {
            self.most = self.shared.engine.settings.connections.max(1);
        }
        let engine = self.shared.engine.clone();
        let waiting = async move { engine.network.wait(&*engine.clock, pause).await };
        self.waiting = Some(waiting.boxed());
    }

    async fn renew(
        &mut self,
        error: S::Error,
        link: u32,
        control: &Control,
    ) -> Result<(), Fault<S::Error>> {
        if link != self.shared.link.load(Ordering::SeqCst) {
            // Another connection's end has led to a new one meanwhile.
            return Ok(());
        }
        if self.renewals >= self.shared.engine.settings.max_renewals {
            return Err(Fault::Source(error));
        }
        let renewed = tokio::select! {
            biased;
            stopped = control.stopped() => return Err(stopped.into()),
            renewed = self.shared.source.renew() => renewed,
        };
        match renewed {
            Ok(()) => {
                self.renewals += 1;
                self.shared.link.fetch_add(1, Ordering::SeqCst);
                Ok(())
            }
            Err(Setback::Offline(error)) => self.wait_for_network(error),
            Err(setback @ (Setback::Passing { .. } | Setback::Cut(_))) => {
                self.set_back(setback).await
            }
            Err(setback) => Err(Fault::Source(setback.into_error())),
        }
    }

    /// The object is another one, or comes whole only: everything begins anew.
    async fn restart(&mut self) -> Result<(), Fault<S::Error>> {
        self.restarts += 1;
        if self.restarts > self.shared.engine.settings.max_restarts {
            return Err(Damage::KeepsChanging.into());
        }
        self.begin_anew().await
    }

    /// What can't be told to be of the same bytes is not gone on with.
    async fn unless_it_can_go_on(&mut self) -> Result<(), Fault<S::Error>> {
        let is_empty = self.shared.plan().object().is_none();
        if is_empty || (self.can_go_on() && self.shared.asks_ranges.load(Ordering::SeqCst)) {
            return Ok(());
        }
        self.begin_anew().await
    }

    async fn begin_anew(&mut self) -> Result<(), Fault<S::Error>> {
        self.wind_down().await;
        // First the record: it must not vouch for what is cut off.
        self.shared.ledger.keep(Record::default()).await?;
        let part = Arc::clone(&self.shared.part);
        let cut = blocking(move || part.set_len(0)).await;
        cut.map_err(Fault::Disk)?;
        *self.shared.plan() = Plan::fresh();
        self.shared.begin_checkpoint(0);
        self.shared.gives_ranges.store(false, Ordering::Relaxed);
        self.shared.stop.send_replace(false);
        self.shared.tell(None);
        Ok(())
    }

    /// Ends all connections and waits until what they took is written.
    async fn wind_down(&mut self) {
        self.shared.stop.send_replace(true);
        while let Some(ended) = self.workers.join_next().await {
            if let Ok(ended) = ended {
                self.shared.plan().end(&ended.span, ended.written);
            }
        }
        // A fault of it shows again where it counts, at the last one.
        if let Some(keeping) = self.keeping.take() {
            drop(keeping.await);
        }
    }
}

/// The end of what may be under way. Cancel-safe.
async fn next<T>(under_way: &mut Option<BoxFuture<'static, T>>) -> T {
    let Some(future) = under_way else {
        return std::future::pending().await;
    };
    let done = future.await;
    *under_way = None;
    done
}
