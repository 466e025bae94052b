//! What the files of a comparison hold: one mebibyte of no order, again and again. Any byte of a
//! file of any size is known by its place, so that a downloaded one can be checked.

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

/// Bytes after which the content begins again.
pub const PERIOD: usize = 1 << 20;

/// One period.
pub fn period() -> Vec<u8> {
    let mut state = 7_u64;
    let words = std::iter::repeat_with(move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 16).to_le_bytes()
    });
    let mut content: Vec<u8> = words.take(PERIOD / 8).flatten().collect();
    // What is downloaded looks like a video to whoever looks at its first bytes.
    content[..16].copy_from_slice(b"\0\0\0\x18ftypisom\0\0\0\0");
    content
}

/// Where in a period the byte at `offset` of a file is.
pub fn place(offset: u64) -> usize {
    // Less than a period, so it fits.
    (offset % PERIOD as u64) as usize
}

/// Writes a file of so many bytes.
///
/// # Errors
/// The disk's.
pub fn write(path: &Path, bytes: u64) -> io::Result<()> {
    let (content, mut file) = (period(), File::create(path)?);
    let mut left = bytes;
    while left > 0 {
        let piece = usize::try_from(left).map_or(PERIOD, |left| left.min(PERIOD));
        file.write_all(&content[..piece])?;
        left -= piece as u64;
    }
    Ok(())
}

/// Whether a file is of so many bytes and holds what it must.
///
/// # Errors
/// The disk's.
pub fn is_whole(path: &Path, bytes: u64) -> io::Result<bool> {
    let content = period();
    let mut file = BufReader::new(File::open(path)?);
    let mut piece = vec![0; PERIOD];
    let mut left = bytes;
    while left > 0 {
        let length = usize::try_from(left).map_or(PERIOD, |left| left.min(PERIOD));
        file.read_exact(&mut piece[..length])?;
        if piece[..length] != content[..length] {
            return Ok(false);
        }
        left -= length as u64;
    }
    Ok(file.read(&mut [0; 1])? == 0)
}
