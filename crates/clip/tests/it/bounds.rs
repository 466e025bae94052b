//! The bounds that hold for any file of up to 100 MB: what a look at it may allocate, and how much of it it may ask
//! for. Time is not measured: what is read, and how often, doesn't hang on how busy the machine is.

use std::io::{self, Read, Seek, SeekFrom};

use clip::{Probe, ProbeError, READ_ALLOWANCE, SNIFF_BYTES, image_size, judge, probe, sniff};
use contract::{Limits, SOFT_SIZE_CAP_BYTES, Verdict};
use heap::held_by;

use crate::support::Counting;

/// The promise is 64 MiB. What is kept is far below, so that a leap is seen long before it hurts.
pub const MOST_ALLOCATED: usize = 2 * 1024 * 1024;
/// Reads of any one file. At a microsecond each they are a tenth of a second.
pub const MOST_CALLS: u64 = 100_000;
/// The largest file that the promise speaks of.
pub const LARGEST: u64 = SOFT_SIZE_CAP_BYTES;

/// What is made of a file: its facts and whether it could be sent.
pub struct Seen {
    pub probed: Result<Probe, ProbeError>,
    pub verdict: Verdict,
}

/// Looks at a file in every way there is, and holds each way against the bounds.
///
/// `name` stands in the message where one is broken.
pub fn look<R: Read + Seek>(name: &str, reader: R, size: u64) -> Seen {
    let mut reader = Counting::new(reader);
    let (probed, held) = held_by(|| probe(&mut reader, size));
    within(name, &reader, held, size);

    let mut reader = Counting::new(reader.inner);
    reader.seek(SeekFrom::Start(0)).unwrap();
    let (_, held) = held_by(|| image_size(&mut reader));
    within(name, &reader, held, 0);

    let mut head = vec![0; SNIFF_BYTES.min(usize::try_from(size).unwrap())];
    reader.seek(SeekFrom::Start(0)).unwrap();
    reader.read_exact(&mut head).unwrap();
    let (_, held) = held_by(|| sniff(&head));
    assert!(held <= MOST_ALLOCATED, "{name}: {held} bytes to sniff it");

    let verdict = judge(size, &probed, &Limits::default()).verdict;
    if let Ok(found) = &probed {
        let seconds = found.duration_seconds;
        assert!(
            seconds.is_none_or(|s| s.is_finite() && s > 0.0),
            "{name}: {found:?}"
        );
    }
    Seen { probed, verdict }
}

fn within<R>(name: &str, reader: &Counting<R>, held: usize, may_be_scanned: u64) {
    assert!(held <= MOST_ALLOCATED, "{name}: {held} bytes held");
    assert!(reader.calls <= MOST_CALLS, "{name}: {} reads", reader.calls);
    // Sniffed first; then within the allowance, or from one end to the other.
    let most = READ_ALLOWANCE + SNIFF_BYTES as u64 + may_be_scanned;
    assert!(reader.read <= most, "{name}: {} bytes read", reader.read);
}

/// A file of any size that takes no room: some bytes, and then a piece of them again and again.
pub struct Repeated<'a> {
    pub head: &'a [u8],
    pub unit: &'a [u8],
    pub size: u64,
    pub at: u64,
}

impl Read for Repeated<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let head = self.head.len() as u64;
        let left = usize::try_from(self.size.saturating_sub(self.at)).unwrap();
        let mut filled = 0;
        while filled < into.len().min(left) {
            let at = self.at + filled as u64;
            let rest = if at < head {
                &self.head[usize::try_from(at).unwrap()..]
            } else {
                let within = (at - head) % self.unit.len() as u64;
                &self.unit[usize::try_from(within).unwrap()..]
            };
            let more = rest.len().min(into.len().min(left) - filled);
            into[filled..filled + more].copy_from_slice(&rest[..more]);
            filled += more;
        }
        self.at += filled as u64;
        Ok(filled)
    }
}

impl Seek for Repeated<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
