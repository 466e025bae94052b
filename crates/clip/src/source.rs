//! Random access to a file, with a bound on how much of it may be read.

use std::io::{Read, Seek, SeekFrom};

use contract::HARD_SIZE_CAP_BYTES;

use crate::ProbeError;

/// Most bytes that are read of a file, unless it has to be scanned: 2 MiB less a sniff's worth.
pub const READ_ALLOWANCE: u64 = 2 * 1024 * 1024 - 64 * 1024;

/// First read at a new place: any header, and a little of what follows.
const FIRST_STEP: usize = 32;
/// Longest read ahead, reached by doubling while reads follow each other.
const LAST_STEP: usize = 4096;
/// Most bytes that may be asked for at once.
const LARGEST_TAKE: usize = 256 * 1024;

/// A reader with a window that grows while reads are sequential, so that scattered headers cost
/// few bytes and dense ones few system calls.
pub(crate) struct Source<R> {
    reader: R,
    size: u64,
    allowance: u64,
    fetched: u64,
    window: Vec<u8>,
    window_at: u64,
    step: usize,
    /// How far behind the window a read may begin and still count as one that follows.
    gap: u64,
}

impl<R: Read + Seek> Source<R> {
    /// Over `reader`, which holds `size` bytes.
    pub(crate) fn new(reader: R, size: u64) -> Self {
        Self {
            reader,
            size,
            allowance: READ_ALLOWANCE,
            fetched: 0,
            window: Vec::new(),
            window_at: 0,
            step: FIRST_STEP,
            gap: 0,
        }
    }

    /// Size of the file in bytes.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Whether more than half of what may be read was read: time to stop looking around.
    pub(crate) fn is_half_spent(&self) -> bool {
        self.fetched > self.allowance / 2
    }

    /// Lets the file be read from one end to the other, if it is one that could be sent at all.
    ///
    /// Short hops are read through from here on: a million parts of a hundred bytes would cost a million reads
    /// otherwise, which takes far longer than reading what lies between them.
    pub(crate) fn allow_scan(&mut self) {
        if self.size <= HARD_SIZE_CAP_BYTES {
            self.allowance = self.allowance.saturating_add(self.size);
            self.gap = LAST_STEP as u64;
        }
    }

    /// The `N` bytes at `at`.
    ///
    /// # Errors
    /// [`ProbeError::CutOff`] where the file ends before them.
    pub(crate) fn bytes<const N: usize>(&mut self, at: u64) -> Result<[u8; N], ProbeError> {
        let mut out = [0; N];
        out.copy_from_slice(self.slice(at, N)?);
        Ok(out)
    }

    /// The byte at `at`.
    pub(crate) fn u8(&mut self, at: u64) -> Result<u8, ProbeError> {
        self.bytes::<1>(at).map(|[byte]| byte)
    }

    /// The big-endian 32 bits at `at`.
    pub(crate) fn u32(&mut self, at: u64) -> Result<u32, ProbeError> {
        self.bytes(at).map(u32::from_be_bytes)
    }

    /// The big-endian 64 bits at `at`.
    pub(crate) fn u64(&mut self, at: u64) -> Result<u64, ProbeError> {
        self.bytes(at).map(u64::from_be_bytes)
    }

    /// The little-endian 32 bits at `at`.
    pub(crate) fn u32_le(&mut self, at: u64) -> Result<u32, ProbeError> {
        self.bytes(at).map(u32::from_le_bytes)
    }

    /// Up to `len` bytes at `at`: fewer where the file ends.
    pub(crate) fn up_to(&mut self, at: u64, len: usize) -> Result<&[u8], ProbeError> {
        let left = usize::try_from(self.size.saturating_sub(at)).unwrap_or(usize::MAX);
        self.slice(at, len.min(left))
    }

    /// Exactly `len` bytes at `at`, from the window or freshly read.
    pub(crate) fn slice(&mut self, at: u64, len: usize) -> Result<&[u8], ProbeError> {
        let end = at.checked_add(len as u64).ok_or(ProbeError::CutOff)?;
        if end > self.size {
            return Err(ProbeError::CutOff);
        }
        if len > LARGEST_TAKE {
            return Err(ProbeError::TooScattered);
        }
        let held_to = self.window_at.saturating_add(self.window.len() as u64);
        if at < self.window_at || end > held_to {
            let follows = at >= self.window_at && at <= held_to.saturating_add(self.gap);
            self.fetch(at, len, follows.then_some(self.step))?;
        }
        let from = usize::try_from(at - self.window_at).map_err(|_| ProbeError::CutOff)?;
        self.window.get(from..from + len).ok_or(ProbeError::CutOff)
    }

    /// Reads a new window at `at`; `previous` is the last step where this read follows that one.
    fn fetch(&mut self, at: u64, len: usize, previous: Option<usize>) -> Result<(), ProbeError> {
        self.step = previous.map_or(FIRST_STEP, |step| (step * 2).min(LAST_STEP));
        let left = self.size - at;
        let affordable = self.allowance.saturating_sub(self.fetched);
        if len as u64 > affordable {
            return Err(ProbeError::TooScattered);
        }
        let ahead = (self.step as u64).min(left).min(affordable);
        let want = usize::try_from(ahead).unwrap_or(LAST_STEP).max(len);
        self.window.clear();
        self.window.resize(want, 0);
        self.window_at = at;
        self.fetched = self.fetched.saturating_add(want as u64);
        let read = self
            .reader
            .seek(SeekFrom::Start(at))
            .and_then(|_| self.reader.read_exact(&mut self.window));
        if read.is_err() {
            self.window.clear();
        }
        Ok(read?)
    }
}
