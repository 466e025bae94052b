//! Who asked what, in this run.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use jiff::Timestamp;

use crate::books::RequestEntry;

const KEPT: usize = 10_000;

/// The log of requests, polls and bytes of this run.
pub(crate) struct Traffic {
    inner: Mutex<Inner>,
    /// Bytes of video received, counted as they come.
    upload_bytes: AtomicU64,
    /// Bytes of stored files given out.
    given: Arc<AtomicU64>,
    /// Requests that brought what signs in elsewhere.
    astray: AtomicU64,
}

#[derive(Default)]
struct Inner {
    /// Requests dropped from the front, so that numbers stay right.
    dropped: u64,
    requests: VecDeque<RequestEntry>,
    polls: BTreeMap<String, Vec<Timestamp>>,
}

impl Traffic {
    /// An empty log that goes on counting bytes where the last run stopped.
    pub(crate) fn since(upload_bytes: u64) -> Self {
        Self {
            inner: Mutex::default(),
            upload_bytes: AtomicU64::new(upload_bytes),
            given: Arc::default(),
            astray: AtomicU64::new(0),
        }
    }

    /// What counts the bytes of stored files that are given out.
    pub(crate) fn giving(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.given)
    }

    /// How many there were.
    pub(crate) fn given(&self) -> u64 {
        self.given.load(Ordering::Relaxed)
    }

    /// Notes a request; the number is for [`Traffic::answered`].
    pub(crate) fn came(&self, method: &str, path: &str, at: Timestamp) -> u64 {
        let mut inner = self.lock();
        if inner.requests.len() == KEPT {
            inner.requests.pop_front();
            inner.dropped += 1;
        }
        inner.requests.push_back(RequestEntry {
            method: method.to_owned(),
            path: path.to_owned(),
            status: None,
            at,
        });
        inner.dropped + inner.requests.len() as u64 - 1
    }

    /// Notes a request's answer.
    pub(crate) fn answered(&self, number: u64, status: u16) {
        let mut inner = self.lock();
        let place = number.checked_sub(inner.dropped);
        let entry = place
            .and_then(|place| usize::try_from(place).ok())
            .and_then(|place| inner.requests.get_mut(place));
        if let Some(entry) = entry {
            entry.status = Some(status);
        }
    }

    /// Notes a poll of a batch.
    pub(crate) fn polled(&self, batch_id: &str, at: Timestamp) {
        let mut inner = self.lock();
        let times = inner.polls.entry(batch_id.to_owned()).or_default();
        if times.len() < KEPT {
            times.push(at);
        }
    }

    /// Counts bytes of an upload.
    pub(crate) fn received(&self, bytes: u64) {
        self.upload_bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    /// Bytes of uploads, those of earlier runs included.
    pub(crate) fn upload_bytes(&self) -> u64 {
        self.upload_bytes.load(Ordering::Relaxed)
    }

    /// Notes a request that brought what signs in elsewhere: a client's mistake.
    pub(crate) fn went_astray(&self) {
        self.astray.fetch_add(1, Ordering::Relaxed);
    }

    /// Requests of this run that brought what signs in elsewhere.
    pub(crate) fn astray(&self) -> u64 {
        self.astray.load(Ordering::Relaxed)
    }

    /// The requests that are still kept.
    pub(crate) fn requests(&self) -> Vec<RequestEntry> {
        self.lock().requests.iter().cloned().collect()
    }

    /// The polls of each batch.
    pub(crate) fn polls(&self) -> BTreeMap<String, Vec<Timestamp>> {
        self.lock().polls.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
