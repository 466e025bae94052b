//! One connection: asks for its range, looks at the answer, and writes what comes.

use std::ops::Range;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use tokio::task::JoinHandle;
use wire::{Failure, Portion, Streamed};

use super::answer::{self, Brings};
use super::checkpoint::{announce, expect_room};
use super::plan::{Span, UNKNOWN};
use super::shared::{Halt, Shared};
use crate::fault::Damage;
use crate::record::Ledger;
use crate::source::{SNIFFED, Source};

/// Bytes that wait for the disk at least before a write is worth its way to another thread.
const WORTH_WRITING: usize = 128 * 1024;
/// Bytes that wait for the disk at most. As many again are being written.
const MOST_WAITING: usize = 1024 * 1024;

/// How a connection ended.
pub(super) struct Ended<E> {
    pub(super) span: Arc<Span>,
    /// Up to here its range is written.
    pub(super) written: u64,
    /// Bytes that it has written.
    pub(super) bytes: u64,
    /// The link that it used.
    pub(super) link: u32,
    /// How many others there were when it began.
    pub(super) others: usize,
    pub(super) outcome: Result<(), Halt<E>>,
}

/// Fetches a range, or as much of it as nobody else takes over.
pub(super) async fn fetch<S: Source, L: Ledger>(
    shared: Arc<Shared<S, L>>,
    span: Arc<Span>,
    others: usize,
) -> Ended<S::Error> {
    let link = shared.link.load(Ordering::SeqCst);
    let start = span.next();
    let mut worker = Worker {
        shared: &shared,
        span: &span,
        written: start,
        waiting: Waiting::default(),
        writing: None,
    };
    let outcome = worker.run().await;
    // What is on its way to the disk gets there, or the part could not be cut or removed safely.
    let outcome = match (worker.written_out().await, outcome) {
        (Err(halt), Ok(())) => Err(halt),
        (Err(Halt::Disk(error)), Err(Halt::Told)) => Err(Halt::Disk(error)),
        (_, outcome) => outcome,
    };
    let written = worker.written;
    Ended {
        written,
        bytes: written - start,
        link,
        others,
        outcome,
        span,
    }
}

struct Worker<'a, S, L> {
    shared: &'a Arc<Shared<S, L>>,
    span: &'a Arc<Span>,
    written: u64,
    waiting: Waiting,
    writing: Option<JoinHandle<(u64, std::io::Result<()>)>>,
}

/// Pieces that are not yet on their way to the disk.
#[derive(Default)]
struct Waiting {
    pieces: Vec<Bytes>,
    bytes: usize,
}

impl Waiting {
    fn push(&mut self, piece: Bytes) {
        self.bytes += piece.len();
        self.pieces.push(piece);
    }
}

type Body = BoxStream<'static, Result<Bytes, Failure>>;

impl<S: Source, L: Ledger> Worker<'_, S, L> {
    async fn run(&mut self) -> Result<(), Halt<S::Error>> {
        let mut stop = self.shared.stop.subscribe();
        // The sender is in `shared`.
        let mut told = pin!(async move { drop(stop.wait_for(|stop| *stop).await) });
        let (body, until) = tokio::select! {
            biased;
            () = &mut told => return Err(Halt::Told),
            opened = self.open() => opened?,
        };
        let result = self.pump(body, until, told).await;
        self.flush();
        result
    }

    /// Opens the range. The body, and where it ends by its announcement.
    async fn open(&mut self) -> Result<(Body, u64), Halt<S::Error>> {
        let known = self.shared.plan().object().cloned();
        let asked = self.span.next()..self.span.end();
        let etag = known.as_ref().and_then(|object| object.etag.clone());
        let portion = if !self.shared.asks_ranges.load(Ordering::SeqCst) {
            Portion::default()
        } else if asked.end == UNKNOWN {
            Portion::from_byte(asked.start, etag)
        } else {
            Portion::within(asked.clone(), etag)
        };
        let opened = self.shared.source.open(portion).await;
        let mut answer = opened.map_err(Halt::Setback)?;
        let brings = answer::sort(&answer, known.as_ref(), &asked).map_err(Halt::Damage)?;
        let starts_anew = match &brings {
            Brings::Bytes { range, .. } => range.start == 0,
            // A part's first bytes say nothing of what it is a part of.
            Brings::IgnoresRanges | Brings::Another => answer.status == 200,
        };
        if starts_anew {
            self.sniff(&mut answer, &brings).await?;
        }
        match brings {
            Brings::IgnoresRanges => Err(Halt::IgnoresRanges),
            Brings::Another => Err(Halt::Another),
            Brings::Bytes {
                object,
                range,
                ranged,
            } => {
                let room = if self.shared.adopt(&object, ranged) {
                    announce(Arc::clone(self.shared)).await
                } else {
                    // Much may have been written by others while this one was waited for.
                    expect_room(self.shared).await
                };
                room.map_err(Halt::Fault)?;
                Ok((answer.body, range.end))
            }
        }
    }

    /// Shows the caller the beginning, before anything that is there is given up for it.
    async fn sniff(
        &mut self,
        answer: &mut Streamed,
        brings: &Brings,
    ) -> Result<(), Halt<S::Error>> {
        let head = answer::head(answer, brings);
        let (mut first, mut is_all) = (Vec::new(), false);
        while first.len() < SNIFFED {
            let Some(piece) = answer.body.next().await else {
                is_all = true;
                break;
            };
            let piece = piece.map_err(|failure| self.broken(failure))?;
            first.extend_from_slice(&piece);
        }
        if !self.shared.source.accepts(&head, &first) {
            return Err(Halt::Damage(Damage::NotTheObject(head.content_type)));
        }
        let first = stream::iter([Ok(Bytes::from(first))]);
        let rest = std::mem::replace(&mut answer.body, stream::empty().boxed());
        // A stream that has ended is not to be asked again.
        answer.body = if is_all {
            first.boxed()
        } else {
            first.chain(rest).boxed()
        };
        Ok(())
    }

    /// Takes pieces from the connection and hands them to the disk, both at the same time.
    async fn pump(
        &mut self,
        mut body: Body,
        until: u64,
        mut told: std::pin::Pin<&mut impl Future<Output = ()>>,
    ) -> Result<(), Halt<S::Error>> {
        loop {
            if self.span.next() >= self.span.end() {
                return Ok(());
            }
            let has_room = self.waiting.bytes < MOST_WAITING;
            let piece = tokio::select! {
                biased;
                () = &mut told => return Err(Halt::Told),
                piece = body.next(), if has_room => piece,
                written = next_written(&mut self.writing), if self.writing.is_some() => {
                    self.take_written(written)?;
                    if self.waiting.bytes >= WORTH_WRITING {
                        self.flush();
                    }
                    continue;
                }
            };
            let Some(piece) = piece else {
                return self.ended(until);
            };
            let piece = piece.map_err(|failure| self.broken(failure))?;
            let length = piece.len() as u64;
            self.take(piece, until)?;
            if self.writing.is_none() && self.waiting.bytes >= WORTH_WRITING {
                self.flush();
            }
            if self.shared.engine.throttle.limit().is_some() {
                tokio::select! {
                    biased;
                    () = &mut told => return Err(Halt::Told),
                    () = self.shared.engine.throttle.take(length) => {}
                }
            }
        }
    }

    fn broken(&self, failure: Failure) -> Halt<S::Error> {
        Halt::Setback(self.shared.source.setback(failure))
    }

    /// The body is over: at its announced end, or not.
    fn ended(&self, until: u64) -> Result<(), Halt<S::Error>> {
        let next = self.span.next();
        if until == UNKNOWN {
            self.shared.plan().ends_at(next);
            return Ok(());
        }
        if next < until {
            return Err(Halt::Damage(Damage::CutOff));
        }
        Ok(())
    }

    /// Takes what of a piece belongs to the range.
    fn take(&mut self, mut piece: Bytes, until: u64) -> Result<(), Halt<S::Error>> {
        let next = self.span.next();
        let length = piece.len() as u64;
        if length > until.saturating_sub(next) {
            return Err(Halt::Damage(Damage::TooLong));
        }
        let wanted = self.span.end().saturating_sub(next).min(length);
        // At most the piece's length, so it fits.
        piece.truncate(wanted as usize);
        self.span.advance(next + wanted);
        self.waiting.push(piece);
        Ok(())
    }

    /// Sends what waits on its way to the disk, if nothing is.
    fn flush(&mut self) {
        if self.writing.is_some() || self.waiting.pieces.is_empty() {
            return;
        }
        let Waiting { pieces, bytes } = std::mem::take(&mut self.waiting);
        let (part, at) = (Arc::clone(&self.shared.part), self.written);
        self.writing = Some(tokio::task::spawn_blocking(move || {
            (bytes as u64, part.write(&pieces, at))
        }));
    }

    fn take_written(&mut self, written: (u64, std::io::Result<()>)) -> Result<(), Halt<S::Error>> {
        let (bytes, result) = written;
        result.map_err(Halt::Disk)?;
        let range: Range<u64> = self.written..self.written + bytes;
        self.written = range.end;
        self.shared.wrote(range);
        Ok(())
    }

    /// Waits until everything that was taken is written.
    async fn written_out(&mut self) -> Result<(), Halt<S::Error>> {
        loop {
            self.flush();
            if self.writing.is_none() {
                return Ok(());
            }
            let written = next_written(&mut self.writing).await;
            self.take_written(written)?;
        }
    }
}

/// The write under way, when it is done. Cancel-safe.
async fn next_written(
    writing: &mut Option<JoinHandle<(u64, std::io::Result<()>)>>,
) -> (u64, std::io::Result<()>) {
    let Some(task) = writing else {
        return std::future::pending().await;
    };
    let written = task.await;
    *writing = None;
    // The runtime is shutting down, or the write panicked.
    written.unwrap_or_else(|error| (0, Err(std::io::Error::other(error))))
}
