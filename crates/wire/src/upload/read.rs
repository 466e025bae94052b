//! Reading the file of an upload, one block ahead of the transport.

use std::fs::File;
use std::io::{self, Read as _};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use tokio::task::JoinHandle;

use super::layout::{End, Source};
use crate::{Failure, SourceFault};

/// Size of a piece in bytes.
pub(super) const PIECE: u64 = 128 * 1024;
/// Bytes that are read at once: a few pieces, as each way to the disk goes by way of another thread.
/// As many are handed over meanwhile, and a third buffer may still be with the transport.
const BLOCK: u64 = 4 * PIECE;

/// The file of an upload, from where it stands to its last byte that is sent.
pub(super) struct Reader {
    file: Place,
    /// Bytes that were not given out yet.
    left: u64,
    /// What was read and not given out yet.
    block: Bytes,
    /// Bytes that were not read yet, nor begun to be.
    unread: u64,
    buffers: Buffers,
    end: End,
}

/// Where the open file is.
enum Place {
    /// As it was handed in.
    Given(tokio::fs::File),
    /// Here.
    Idle(File),
    /// With a thread that reads the next block.
    Reading(JoinHandle<(File, io::Result<Bytes>)>),
    /// Nowhere: what read it was lost.
    Lost,
}

impl Reader {
    pub(super) fn of(source: Source) -> Self {
        Self {
            file: Place::Given(source.file),
            left: source.length,
            block: Bytes::new(),
            unread: source.length,
            buffers: Buffers::default(),
            end: source.end,
        }
    }

    /// Bytes that were not given out yet.
    pub(super) fn left(&self) -> u64 {
        self.left
    }

    /// The next piece: [`PIECE`] bytes, or what is left.
    pub(super) async fn next(&mut self) -> Result<Bytes, Failure> {
        let length = self.left.min(PIECE);
        if length > 0 && self.block.is_empty() {
            self.begin().await;
            self.block = self.read().await.map_err(|error| {
                Failure::Source(match error.kind() {
                    io::ErrorKind::UnexpectedEof => SourceFault::Changed,
                    kind => SourceFault::Unreadable(kind),
                })
            })?;
            // The next one, while this one is on its way.
            self.begin().await;
        }
        self.left -= length;
        // A block is made of whole pieces, but for the last one, which ends with the file.
        Ok(self.block.split_to(length as usize))
    }

    /// A file that is no longer as long as it was is not the one that was looked at. For the time
    /// when all of it was given out.
    pub(super) async fn check_unchanged(&mut self) -> Result<(), Failure> {
        let unreadable = |error: io::Error| Failure::Source(SourceFault::Unreadable(error.kind()));
        let end = self.end;
        let file = self.at_hand().await.map_err(unreadable)?;
        let looking = tokio::task::spawn_blocking(move || match end {
            End::OfFile => (&file).read(&mut [0; 1]).map(|read| read == 0),
            End::Within(whole) => file.metadata().map(|metadata| metadata.len() == whole),
        });
        let is_unchanged = looking
            .await
            .unwrap_or_else(|error| Err(io::Error::other(error)))
            .map_err(unreadable)?;
        is_unchanged
            .then_some(())
            .ok_or(Failure::Source(SourceFault::Changed))
    }

    /// Begins to read a block, unless that was begun before or there is none.
    async fn begin(&mut self) {
        let length = self.unread.min(BLOCK);
        if length == 0 || matches!(self.file, Place::Reading(_)) {
            return;
        }
        // A file that is lost shows when the block is asked for.
        if let Ok(file) = self.at_hand().await {
            let buffers = self.buffers.clone();
            self.unread -= length;
            self.file = Place::Reading(tokio::task::spawn_blocking(move || {
                let block = exactly(&file, length, &buffers);
                (file, block)
            }));
        }
    }

    /// What was begun.
    async fn read(&mut self) -> io::Result<Bytes> {
        let Place::Reading(reading) = &mut self.file else {
            return Err(io::ErrorKind::NotFound.into());
        };
        let read = reading.await;
        self.file = Place::Lost;
        let (file, block) = read.map_err(io::Error::other)?;
        self.file = Place::Idle(file);
        block
    }

    /// Takes the file, where nobody reads it.
    async fn at_hand(&mut self) -> io::Result<File> {
        match std::mem::replace(&mut self.file, Place::Lost) {
            Place::Given(file) => Ok(file.into_std().await),
            Place::Idle(file) => Ok(file),
            Place::Reading(_) | Place::Lost => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// So many bytes, at most [`BLOCK`].
fn exactly(file: &File, length: u64, buffers: &Buffers) -> io::Result<Bytes> {
    let (mut file, mut buffer) = (file, buffers.take());
    // In one go: reading to an end that is yet to be found begins with small steps. At most a block, so it fits.
    buffer.bytes.resize(length as usize, 0);
    file.read_exact(&mut buffer.bytes)?;
    Ok(Bytes::from_owner(buffer))
}

/// Buffers that are used again when the transport has done with them: a fresh one for each block
/// would cost more, in page faults, than sending it.
#[derive(Clone, Default)]
struct Buffers(Arc<Mutex<Vec<Vec<u8>>>>);

/// A buffer that goes back when it is dropped.
struct Buffer {
    bytes: Vec<u8>,
    home: Buffers,
}

impl Buffers {
    fn take(&self) -> Buffer {
        let kept = self.kept().pop();
        Buffer {
            bytes: kept.unwrap_or_else(|| Vec::with_capacity(BLOCK as usize)),
            home: self.clone(),
        }
    }

    fn kept(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let bytes = std::mem::take(&mut self.bytes);
        self.home.kept().push(bytes);
    }
}
