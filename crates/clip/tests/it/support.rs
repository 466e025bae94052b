//! Fixtures, files made on the fly, and a reader that counts.

use std::fs::{self, File};
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use clip::{Probe, ProbeError};
use contract::{ClipReport, Limits, ReasonCode};

/// Every fixture that holds a video.
pub const VIDEOS: &[&str] = &[
    "faststart.mp4",
    "moov-at-end.mp4",
    "rotated-90.mov",
    "prores.mov",
    "apple.m4v",
    "fragmented.mp4",
    "hybrid-fragmented.mp4",
    "hevc.mp4",
    "av1.mp4",
    "vp9.webm",
    "live.webm",
    "h264.mkv",
    "mpeg4.avi",
    "h264.flv",
    "windows.wmv",
    "phone.3gp",
    "transport.ts",
];

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures")
        .join(name)
}

pub fn bytes(name: &str) -> Vec<u8> {
    fs::read(fixture(name)).unwrap()
}

pub fn check(path: impl AsRef<Path>) -> ClipReport {
    clip::check(path.as_ref(), &Limits::default())
}

pub fn codes(report: &ClipReport) -> Vec<ReasonCode> {
    report.reasons.iter().map(|reason| reason.code).collect()
}

pub fn probe(bytes: &[u8]) -> Result<Probe, ProbeError> {
    clip::probe(Cursor::new(bytes), bytes.len() as u64)
}

/// A box of MP4.
pub fn mp4_box(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut out = u32::try_from(body.len() + 8)
        .unwrap()
        .to_be_bytes()
        .to_vec();
    out.extend_from_slice(kind);
    out.extend_from_slice(body);
    out
}

/// Where the first box of this kind begins, found by its name.
pub fn find_box(bytes: &[u8], kind: &[u8; 4]) -> usize {
    bytes.windows(4).position(|window| window == kind).unwrap() - 4
}

/// The movie box of a fixture that has it at the end.
pub fn movie_box() -> Vec<u8> {
    let bytes = bytes("moov-at-end.mp4");
    bytes[find_box(&bytes, b"moov")..].to_vec()
}

/// Writes a whole MP4 of exactly `size` bytes whose index stands at the end. Takes no room on disk.
pub fn sparse_mp4(path: &Path, size: u64) {
    let head = bytes("moov-at-end.mp4")[..32].to_vec();
    let head = &head[..u32::from_be_bytes(head[..4].try_into().unwrap()) as usize];
    let movie = movie_box();
    let media = size - head.len() as u64 - movie.len() as u64;
    let mut file = File::create(path).unwrap();
    file.write_all(head).unwrap();
    file.write_all(&u32::try_from(media).unwrap().to_be_bytes())
        .unwrap();
    file.write_all(b"mdat").unwrap();
    file.set_len(size).unwrap();
    file.seek(SeekFrom::Start(size - movie.len() as u64))
        .unwrap();
    file.write_all(&movie).unwrap();
}

/// Counts what is read, however far apart.
pub struct Counting<R> {
    pub inner: R,
    pub read: u64,
    pub calls: u64,
}

impl<R> Counting<R> {
    pub fn new(inner: R) -> Self {
        Self {
            inner,
            read: 0,
            calls: 0,
        }
    }
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.read += read as u64;
        self.calls += 1;
        Ok(read)
    }
}

impl<R: Seek> Seek for Counting<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
