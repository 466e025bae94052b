//! Where a download comes from, as the engine sees it.

use std::time::Duration;

use futures_util::future::BoxFuture;
use wire::{Failure, Outage, Portion, Reached, Streamed};

/// What can be done after a try that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setback<E> {
    /// The service failed or asked for patience: the same again may do, not before what the service asked for (`Retry-After`).
    Passing {
        /// Why this try failed; given to the caller when the tries are used up.
        error: E,
        /// How long the service asks to wait.
        retry_after: Option<Duration>,
    },
    /// The connection broke off, nothing came for too long, or something on the way answered: the same
    /// again may do.
    Cut(E),
    /// There is no network to the host: it is waited for, however long that takes.
    Offline(E),
    /// The link or address is no longer good: a new one may be.
    Expired(E),
    /// The service has no such range of the object (416).
    NoSuchRange(E),
    /// Nothing helps here.
    Final(E),
}

impl<E> Setback<E> {
    /// The error within.
    pub fn into_error(self) -> E {
        match self {
            Self::Passing { error, .. }
            | Self::Cut(error)
            | Self::Offline(error)
            | Self::Expired(error)
            | Self::NoSuchRange(error)
            | Self::Final(error) => error,
        }
    }

    /// The same with another error.
    pub fn map<F>(self, map: impl FnOnce(E) -> F) -> Setback<F> {
        match self {
            Self::Passing { error, retry_after } => Setback::Passing {
                error: map(error),
                retry_after,
            },
            Self::Cut(error) => Setback::Cut(map(error)),
            Self::Offline(error) => Setback::Offline(map(error)),
            Self::Expired(error) => Setback::Expired(map(error)),
            Self::NoSuchRange(error) => Setback::NoSuchRange(map(error)),
            Self::Final(error) => Setback::Final(map(error)),
        }
    }
}

impl Setback<Failure> {
    /// What a failed GET of a file usually means. 401, 403 and 410 are an expired link; a source
    /// that can't make a new one turns them into [`Setback::Final`].
    pub fn of_read(failure: Failure) -> Self {
        match &failure {
            Failure::NoAnswer { kind, reached, .. } => match (kind, reached) {
                (Outage::Tls, _) => Self::Final(failure),
                // A connection that does not come to be is no network too.
                (Outage::Offline, _) | (Outage::Timeout, Reached::NotSent) => {
                    Self::Offline(failure)
                }
                (Outage::Timeout | Outage::Cut, _) => Self::Cut(failure),
            },
            Failure::Status { status, .. } => match status {
                401 | 403 | 410 => Self::Expired(failure),
                416 => Self::NoSuchRange(failure),
                408 | 425 | 429 | 500..=599 => Self::passing(failure),
                _ => Self::Final(failure),
            },
            Failure::NotTheService { status, .. } if *status >= 500 => Self::passing(failure),
            // A captive portal, a proxy's page: gone in a moment, or looked at by the person.
            Failure::NotTheService { .. } => Self::Cut(failure),
            _ => Self::Final(failure),
        }
    }

    fn passing(failure: Failure) -> Self {
        Self::Passing {
            retry_after: failure.retry_after(),
            error: failure,
        }
    }
}

/// What is known of an answer before its body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// Bytes of the whole object, where that is known.
    pub total: Option<u64>,
}

/// An object that is downloaded: how it is opened, and what the service's answers mean.
///
/// The engine knows no service, no credential and no link: those are the source's.
pub trait Source: Send + Sync + 'static {
    /// The caller's own error.
    type Error: Send + 'static;

    /// Opens a portion of the object at the present link. Also called from several connections at
    /// once. Where the link's age is known to be too great, [`Setback::Expired`] saves the try.
    fn open(&self, portion: Portion) -> BoxFuture<'_, Result<Streamed, Setback<Self::Error>>>;

    /// Makes the link anew, after [`Setback::Expired`]. Never called twice at the same time.
    fn renew(&self) -> BoxFuture<'_, Result<(), Setback<Self::Error>>>;

    /// What a failure within a body means; usually [`Setback::of_read`], mapped.
    fn setback(&self, failure: Failure) -> Setback<Self::Error>;

    /// Whether this can be the object at all, by its head and its first bytes (at least
    /// [`SNIFFED`] of them unless the object is shorter). Asked once for each answer that begins at
    /// the object's beginning, before anything of it is written.
    fn accepts(&self, head: &Head, first: &[u8]) -> bool;
}

/// Bytes that [`Source::accepts`] gets to see at least, of an object that has as many.
pub const SNIFFED: usize = 512;
