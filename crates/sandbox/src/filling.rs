//! A file's bytes as a stream: from disk, then filling where a huge asset is asked for, at a
//! bounded pace and with an accident where one is wanted. Memory stays at one piece.

use std::{
    io,
    io::SeekFrom,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, stream};
use tokio::{
    fs::File,
    io::{AsyncReadExt, AsyncSeekExt},
};
use tokio_util::sync::CancellationToken;

use crate::{clock::Clock, connection::Line};

const PIECE: u64 = 64 * 1024;
/// A `free` box with a 64-bit size: the length of its head.
const HEAD: u64 = 16;

/// What goes wrong with a download.
pub(crate) struct Trouble {
    /// At most this many bytes in a second.
    pub(crate) rate: Option<u64>,
    /// The connection drops after this many bytes.
    pub(crate) cut: Option<u64>,
    /// Before an accident the bytes so far get this long to leave, so that it happens where it
    /// is meant to.
    pub(crate) settle: Duration,
    pub(crate) line: Line,
}

/// A part of a file that is being sent.
pub(crate) struct Contents {
    file: File,
    stored: u64,
    place: u64,
    left: u64,
    sent: u64,
    filling: Filling,
}

/// What follows the stored bytes: a box that players pass over.
struct Filling {
    head: [u8; HEAD as usize],
    zeros: Bytes,
}

impl Contents {
    /// The length of a file that is to be filled up to `wanted` bytes. It never gets shorter, and
    /// where there is filling at all, its box fits.
    pub(crate) fn filled_length(stored: u64, wanted: Option<u64>) -> u64 {
        match wanted {
            Some(wanted) if wanted >= stored + HEAD => wanted,
            _ => stored,
        }
    }

    /// Opens the part of `length` bytes from `first`.
    ///
    /// # Errors
    /// Where the file can't be read.
    pub(crate) async fn open(
        path: &Path,
        stored: u64,
        first: u64,
        length: u64,
    ) -> io::Result<Self> {
        let mut file = File::open(path).await?;
        file.seek(SeekFrom::Start(first.min(stored))).await?;
        Ok(Self {
            file,
            stored,
            place: first,
            left: length,
            sent: 0,
            filling: Filling {
                head: [0; HEAD as usize],
                zeros: Bytes::from(vec![0; PIECE as usize]),
            },
        })
    }

    /// Names the whole length, from which the filling's box takes its size.
    pub(crate) fn of_whole(mut self, whole: u64) -> Self {
        let size = whole.saturating_sub(self.stored);
        let head = &mut self.filling.head;
        head[..4].copy_from_slice(&1_u32.to_be_bytes());
        head[4..8].copy_from_slice(b"free");
        head[8..].copy_from_slice(&size.to_be_bytes());
        self
    }

    /// The bytes.
    pub(crate) fn stream(
        self,
        trouble: Trouble,
        clock: Arc<dyn Clock>,
        closing: CancellationToken,
        given: Arc<AtomicU64>,
    ) -> impl Stream<Item = io::Result<Bytes>> + Send {
        stream::unfold(Some((self, trouble, clock, closing)), move |state| {
            let given = Arc::clone(&given);
            async move {
                let (mut contents, trouble, clock, closing) = state?;
                let next = tokio::select! {
                    next = contents.next(&trouble, &*clock) => next,
                    () = closing.cancelled() => Some(Err(io::ErrorKind::ConnectionAborted.into())),
                };
                match next? {
                    Ok(bytes) => {
                        given.fetch_add(bytes.len() as u64, Ordering::Relaxed);
                        Some((Ok(bytes), Some((contents, trouble, clock, closing))))
                    }
                    Err(error) => Some((Err(error), None)),
                }
            }
        })
    }

    async fn next(&mut self, trouble: &Trouble, clock: &dyn Clock) -> Option<io::Result<Bytes>> {
        let mut most = PIECE.min(self.left);
        if let Some(limit) = trouble.cut {
            most = most.min(limit.saturating_sub(self.sent));
            if most == 0 {
                tokio::time::sleep(trouble.settle).await;
                trouble.line.cut();
                return Some(Err(io::ErrorKind::ConnectionAborted.into()));
            }
        }
        if self.left == 0 {
            return None;
        }
        if let Some(rate) = trouble.rate {
            // A tenth of a second at a time.
            most = most.min((rate / 10).max(1));
            if self.sent > 0 {
                clock
                    .sleep(Duration::from_secs_f64(most as f64 / rate as f64))
                    .await;
            }
        }
        let piece = self.piece(most).await;
        if let Ok(bytes) = &piece {
            let length = bytes.len() as u64;
            self.place += length;
            self.left -= length;
            self.sent += length;
        }
        Some(piece)
    }

    async fn piece(&mut self, most: u64) -> io::Result<Bytes> {
        if self.place < self.stored {
            let length = most.min(self.stored - self.place);
            let mut piece = vec![0; usize::try_from(length).unwrap_or(PIECE as usize)];
            self.file.read_exact(&mut piece).await?;
            return Ok(piece.into());
        }
        let into = self.place - self.stored;
        if into < HEAD {
            let head = &self.filling.head[into as usize..];
            let length = head.len().min(usize::try_from(most).unwrap_or(head.len()));
            return Ok(Bytes::copy_from_slice(&head[..length]));
        }
        Ok(self.filling.zeros.slice(..most as usize))
    }
}
