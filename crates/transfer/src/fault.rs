//! Why a transfer ended without its end.

use std::io;

use crate::control::Stopped;
use crate::record::NotKept;

/// Why a download ended before the part was whole.
#[derive(Debug, thiserror::Error)]
pub enum Fault<E> {
    /// The person's wish. After a pause the part and its record are there, and the download goes on
    /// from them; after a cancel both are gone.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The disk has no room for the rest. Nothing is lost: the part and its record are there, and
    /// the download goes on from them when there is room.
    #[error("the disk is full ({needed:?} bytes needed, {free:?} free)")]
    Full {
        /// Bytes that are still to be written, where that is known.
        needed: Option<u64>,
        /// Bytes that are free, where the system could say.
        free: Option<u64>,
    },
    /// The part could not be made, written or synced.
    #[error("the part can't be written: {0}")]
    Disk(#[source] io::Error),
    /// What is there is no good, and the record that vouches for it can't be replaced. Nothing is lost:
    /// the part is as that record says, and the next try finds out once more.
    #[error(transparent)]
    Record(#[from] NotKept),
    /// What came is not what was announced, again and again.
    #[error("what came is not what was announced: {0}")]
    Damaged(#[from] Damage),
    /// The source's last word, or its last error after all tries.
    #[error("the source gave up")]
    Source(E),
}

/// How an answer was found out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// [`Source::accepts`](crate::Source::accepts) said no: HTML in place of a video.
    #[error("another kind of thing ({0:?})")]
    NotTheObject(Option<String>),
    /// The body ended before its announced length.
    #[error("cut off")]
    CutOff,
    /// The body has more bytes than were announced.
    #[error("longer than announced")]
    TooLong,
    /// `Content-Range` or the status don't fit what was asked for.
    #[error("another range than was asked for")]
    WrongRange,
    /// The object was another one at each try.
    #[error("the object keeps changing")]
    KeepsChanging,
}

/// Why an upload in parts stopped before all were acknowledged.
#[derive(Debug, thiserror::Error)]
pub enum PartFault<E> {
    /// The person's wish. What was acknowledged stays acknowledged.
    #[error(transparent)]
    Stopped(#[from] Stopped),
    /// The last error of a part after all tries, or one that no try helps against.
    #[error("a part can't be sent")]
    Part {
        /// Which part.
        number: u32,
        /// Its error.
        error: E,
    },
}
