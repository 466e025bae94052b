//! What a check of a 100 MB clip with its index at the end costs, against reading it whole.
//!
//! `cargo bench -p clip` prints, for each: the shortest and the median of the runs, and the bytes
//! read. The file is on disk and sparse, and in the page cache for both.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use contract::{Limits, SOFT_SIZE_CAP_BYTES};

const RUNS: usize = 21;

struct Counting<R> {
    inner: R,
    read: u64,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.read += read as u64;
        Ok(read)
    }
}

impl<R: Seek> Seek for Counting<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

fn main() -> io::Result<()> {
    let dir = tempfile::tempdir()?;
    let path = dir.path().join("large.mp4");
    write_clip(&path)?;
    let whole = measure(|| read_whole(&path))?;
    let probed = measure(|| probe(&path))?;
    let checked = measure(|| check(&path))?;
    println!("a {SOFT_SIZE_CAP_BYTES} byte mp4, index at the end, {RUNS} runs each");
    for (name, (shortest, median, bytes)) in [
        ("read whole", whole),
        ("clip::probe", probed),
        ("clip::check", checked),
    ] {
        let bytes = bytes.map_or_else(|| "as probe + 4096".to_owned(), |bytes| bytes.to_string());
        println!("{name:12} shortest {shortest:>12.1?}  median {median:>12.1?}  bytes {bytes}");
    }
    Ok(())
}

/// A whole MP4 whose media is a hole, from a small one with the index at the end.
fn write_clip(path: &Path) -> io::Result<()> {
    let small = include_bytes!("../tests/fixtures/moov-at-end.mp4");
    let at = |kind: &[u8; 4]| {
        small
            .windows(4)
            .position(|w| w == kind)
            .map_or(0, |at| at - 4)
    };
    let (head, movie) = (&small[..at(b"free")], &small[at(b"moov")..]);
    let media = SOFT_SIZE_CAP_BYTES - (head.len() + movie.len()) as u64;
    let mut file = File::create(path)?;
    file.write_all(head)?;
    file.write_all(
        &u32::try_from(media)
            .map_err(io::Error::other)?
            .to_be_bytes(),
    )?;
    file.write_all(b"mdat")?;
    file.set_len(SOFT_SIZE_CAP_BYTES)?;
    file.seek(SeekFrom::Start(SOFT_SIZE_CAP_BYTES - movie.len() as u64))?;
    file.write_all(movie)
}

fn read_whole(path: &Path) -> io::Result<Option<u64>> {
    Ok(Some(std::fs::read(path)?.len() as u64))
}

fn probe(path: &Path) -> io::Result<Option<u64>> {
    let mut reader = Counting {
        inner: File::open(path)?,
        read: 0,
    };
    clip::probe(&mut reader, SOFT_SIZE_CAP_BYTES).map_err(io::Error::other)?;
    Ok(Some(reader.read))
}

fn check(path: &Path) -> io::Result<Option<u64>> {
    let report = clip::check(path, &Limits::default());
    assert_eq!(report.reasons, [], "the clip of this bench is a good one");
    Ok(None)
}

/// Shortest and median time of some work, and the bytes it says it read.
fn measure(
    work: impl Fn() -> io::Result<Option<u64>>,
) -> io::Result<(Duration, Duration, Option<u64>)> {
    let mut times = Vec::with_capacity(RUNS);
    let mut bytes = None;
    for _ in 0..RUNS {
        let started = Instant::now();
        bytes = work()?;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    Ok((times[0], times[RUNS / 2], bytes))
}
