//! The local check of a clip: how long it takes, how much it reads, and what reading just that
//! much from the same places costs without looking at it.

use std::cell::RefCell;
use std::fs::File;
use std::hint::black_box;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::rc::Rc;
use std::time::Instant;

use contract::Limits;
use serde_json::{Value, json};

use crate::Outcome;

/// The places and lengths of the reads, in order.
type Log = Rc<RefCell<Vec<(u64, usize)>>>;

/// A file that writes down what is read of it.
struct Counting {
    inner: File,
    at: u64,
    log: Log,
}

impl Read for Counting {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.log.borrow_mut().push((self.at, read));
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for Counting {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.inner.seek(to)?;
        Ok(self.at)
    }
}

/// Checks the clip `times` times, alternating with bare reads of the same bytes.
///
/// # Errors
/// It can't be read.
pub fn check(path: &Path, times: usize) -> Outcome<Value> {
    let reads = reads_of(path)?;
    let (mut checks, mut bare) = (Vec::new(), Vec::new());
    let mut report = None;
    for _ in 0..times {
        let begun = Instant::now();
        report = Some(black_box(clip::check(path, &Limits::default())));
        checks.push(begun.elapsed().as_secs_f64());
        let begun = Instant::now();
        read_again(path, &reads)?;
        bare.push(begun.elapsed().as_secs_f64());
    }
    let report = report.ok_or("not once")?;
    Ok(json!({
        "check_seconds": checks,
        "bare_seconds": bare,
        // The check looks at the head once more, to name what the probe can't read.
        "bytes_read": reads.iter().map(|(_, length)| *length as u64).sum::<u64>()
            + clip::SNIFF_BYTES as u64,
        "reads": reads.len() + 1,
        "seconds": report.duration_seconds,
        "codec": report.video_codec,
    }))
}

fn reads_of(path: &Path) -> Outcome<Vec<(u64, usize)>> {
    let inner = File::open(path)?;
    let size = inner.metadata()?.len();
    let log = Log::default();
    let counting = Counting {
        inner,
        at: 0,
        log: Rc::clone(&log),
    };
    clip::probe(counting, size)?;
    Ok(log.take())
}

fn read_again(path: &Path, reads: &[(u64, usize)]) -> io::Result<()> {
    let mut file = File::open(path)?;
    let mut into = Vec::new();
    for (at, length) in reads {
        file.seek(SeekFrom::Start(*at))?;
        into.resize(*length, 0);
        file.read_exact(&mut into)?;
        black_box(&into);
    }
    Ok(())
}
