//! Clips to drop: the one that the repository ships, and others made from it.

use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

/// The clip that the repository ships: a few seconds, 9:16, H.264 and AAC.
pub fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/sample.mp4")
}

/// A clip of this many bytes: the sample with a `free` box behind it, mostly a hole in the file.
pub fn of_size(folder: &Path, name: &str, bytes: u64) -> PathBuf {
    let path = folder.join(name);
    std::fs::copy(sample(), &path).expect("a copy");
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .expect("the copy");
    let length = file.seek(SeekFrom::End(0)).expect("its length");
    let padding = u32::try_from(bytes - length).expect("under 4 GiB");
    file.write_all(&padding.to_be_bytes())
        .expect("the box's length");
    file.write_all(b"free").expect("the box's name");
    file.set_len(bytes).expect("the box");
    path
}

/// The sample made `times` as long: each second of its clocks is counted with fewer ticks.
pub fn slowed(folder: &Path, name: &str, times: u32) -> PathBuf {
    /// From a header box's name to its ticks a second: version and flags, made and changed.
    const TO_TIMESCALE: usize = 4 + 4 + 4 + 4;
    let mut bytes = std::fs::read(sample()).expect("the sample");
    for name in [b"mvhd", b"mdhd"] {
        let places: Vec<usize> = bytes
            .windows(name.len())
            .enumerate()
            .filter_map(|(at, window)| (window == name).then_some(at + TO_TIMESCALE))
            .collect();
        assert!(!places.is_empty(), "the sample has its clocks");
        for at in places {
            let field: &mut [u8; 4] = bytes[at..].first_chunk_mut().expect("the header is whole");
            *field = (u32::from_be_bytes(*field) / times).to_be_bytes();
        }
    }
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("the clip");
    path
}

/// How long a video plays by its movie header, in seconds.
pub fn seconds(video: &Path) -> f64 {
    /// From the box's name to its ticks a second: version 0 and flags, made and changed.
    const TO_TIMESCALE: usize = 4 + 4 + 4 + 4;
    let bytes = std::fs::read(video).expect("the video");
    let at = bytes
        .windows(4)
        .position(|window| window == b"mvhd")
        .expect("a movie header");
    let number = |at: usize| {
        let field: &[u8; 4] = bytes[at..].first_chunk().expect("the header is whole");
        f64::from(u32::from_be_bytes(*field))
    };
    number(at + TO_TIMESCALE + 4) / number(at + TO_TIMESCALE)
}
