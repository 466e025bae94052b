//! The body of an upload as the transport pulls it, piece by piece.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, stream};
use tokio::time::Instant;

use super::layout::Layout;
use super::read::{PIECE, Reader};
use super::{Gate, Hooks, Pace, Progress};
use crate::{Failure, Reached};

/// What the sender and the body tell each other. The body lives in the connection's own task, which
/// may outlive the sender.
pub(super) struct Shared {
    abandoned: AtomicBool,
    sealed: AtomicBool,
    handed_over: AtomicBool,
    /// The caller holds the next piece back.
    held: AtomicBool,
    fault: OnceLock<Failure>,
    moved: Mutex<Instant>,
}

impl Shared {
    pub(super) fn new() -> Arc<Self> {
        Arc::new(Self {
            abandoned: AtomicBool::new(false),
            sealed: AtomicBool::new(false),
            handed_over: AtomicBool::new(false),
            held: AtomicBool::new(false),
            fault: OnceLock::new(),
            moved: Mutex::new(Instant::now()),
        })
    }

    /// Nobody waits any more: not one piece follows. Whether the service may have the end of the body:
    /// where it says "not sent", the end does not leave after this either.
    pub(super) fn abandon(&self) -> Reached {
        self.abandoned.store(true, Ordering::SeqCst);
        self.reached()
    }

    /// Lets the last piece go, unless nobody waits any more. The sender and the connection's task are
    /// two threads: each makes its own mark first and then looks for the other's, so that never both
    /// miss the other's, and no end leaves that was said not to have.
    fn seal(&self) -> Result<(), Failure> {
        self.sealed.store(true, Ordering::SeqCst);
        self.check_wanted()
    }

    fn check_wanted(&self) -> Result<(), Failure> {
        if self.abandoned.load(Ordering::SeqCst) {
            return Err(Failure::Withheld);
        }
        Ok(())
    }

    /// Whether the service may have the end of the body.
    pub(super) fn reached(&self) -> Reached {
        if self.sealed.load(Ordering::SeqCst) {
            Reached::MaybeSent
        } else {
            Reached::NotSent
        }
    }

    /// Whether the last piece was handed over.
    pub(super) fn is_handed_over(&self) -> bool {
        self.handed_over.load(Ordering::SeqCst)
    }

    /// Why the body stopped itself.
    pub(super) fn fault(&self) -> Option<Failure> {
        self.fault.get().cloned()
    }

    /// When a piece was last handed over. While the caller holds one back, nobody else is to blame.
    pub(super) fn moved(&self) -> Instant {
        if self.held.load(Ordering::SeqCst) {
            return Instant::now();
        }
        *self.moved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn touch(&self) {
        *self.moved.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

/// The body stopped itself; the reason stands in [`Shared::fault`].
#[derive(Debug, thiserror::Error)]
#[error("the upload was stopped")]
pub(super) struct Stopped;

/// Lets the runtime look at the sockets before the next piece is written.
///
/// A service that refuses early answers and hangs up. The answer has to be seen first: once a write
/// has failed, the transport no longer reads. Once for what has come, and once more for what others
/// on this runtime did in the same turn (the embedded sandbox is one of them).
async fn listen() {
    tokio::task::yield_now().await;
    tokio::task::yield_now().await;
}

struct Body {
    /// Not yet sent: what comes before the file, if anything does.
    before: Option<Bytes>,
    file: Option<Reader>,
    after: Bytes,
    gate: Option<Gate>,
    pace: Option<Pace>,
    progress: Progress,
    sent: u64,
    total: u64,
    shared: Arc<Shared>,
}

/// The pieces of a laid out body. Exactly [`Layout::total`] bytes, or an error before the last piece.
pub(super) fn pieces(
    layout: Layout,
    hooks: Hooks,
    shared: Arc<Shared>,
) -> impl Stream<Item = Result<Bytes, Stopped>> + Send + 'static {
    let total = layout.total();
    let body = Body {
        before: Some(layout.before).filter(|before| !before.is_empty()),
        file: layout.file.map(Reader::of),
        after: layout.after,
        gate: Some(hooks.before_last),
        pace: hooks.pace,
        progress: hooks.progress,
        sent: 0,
        total,
        shared,
    };
    stream::try_unfold(body, |mut body| async move {
        match body.next().await {
            Ok(Some(piece)) => Ok(Some((piece, body))),
            Ok(None) => Ok(None),
            Err(failure) => {
                // Only the first reason counts; a second can't come after it.
                let _ = body.shared.fault.set(failure);
                Err(Stopped)
            }
        }
    })
}

impl Body {
    async fn next(&mut self) -> Result<Option<Bytes>, Failure> {
        self.shared.check_wanted()?;
        let piece = if self.file.is_some()
            && let Some(before) = self.before.take()
        {
            self.paced(before.len() as u64).await?;
            before
        } else if let Some(file) = self.file.as_mut().filter(|file| file.left() > PIECE) {
            let piece = file.next().await?;
            self.paced(PIECE).await?;
            listen().await;
            piece
        } else if self.gate.is_some() {
            self.last().await?
        } else {
            return Ok(None);
        };
        self.sent += piece.len() as u64;
        self.shared.touch();
        (self.progress)(self.sent, self.total);
        Ok(Some(piece))
    }

    /// The piece that completes the request. It is ready before the gate is asked, so that after a
    /// "yes" nothing can fail here any more.
    async fn last(&mut self) -> Result<Bytes, Failure> {
        let mut piece = BytesMut::from(self.before.take().unwrap_or_default().as_ref());
        if let Some(file) = &mut self.file {
            piece.extend_from_slice(&file.next().await?);
        }
        self.paced((piece.len() + self.after.len()) as u64).await?;
        if let Some(file) = &mut self.file {
            file.check_unchanged().await?;
        }
        piece.extend_from_slice(&self.after);
        if let Some(gate) = self.gate.take() {
            gate().await.map_err(|_| Failure::Withheld)?;
        }
        listen().await;
        self.shared.seal()?;
        self.shared.handed_over.store(true, Ordering::SeqCst);
        Ok(piece.freeze())
    }

    /// Waits until the caller lets so many bytes go.
    async fn paced(&mut self, bytes: u64) -> Result<(), Failure> {
        let Some(pace) = &mut self.pace else {
            return Ok(());
        };
        self.shared.held.store(true, Ordering::SeqCst);
        pace(bytes).await;
        // First the mark, then the hand: who looks between them sees no old one.
        self.shared.touch();
        self.shared.held.store(false, Ordering::SeqCst);
        self.shared.check_wanted()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_that_was_said_not_to_have_left_does_not_leave() {
        let first = Shared::new();
        assert_eq!(first.abandon(), Reached::NotSent);
        assert!(first.seal().is_err());
        let late = Shared::new();
        assert!(late.seal().is_ok());
        assert_eq!(late.abandon(), Reached::MaybeSent);
    }

    #[test]
    fn two_threads_agree_on_whether_the_end_left() {
        for _ in 0..2_000 {
            let shared = Shared::new();
            let body = Arc::clone(&shared);
            let leaves = std::thread::spawn(move || body.seal().is_ok());
            let told = shared.abandon();
            let left = leaves.join().expect("no panic");
            assert!(told == Reached::MaybeSent || !left);
        }
    }
}
