//! Sums of files, a piece at a time.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use md5::Digest;
use sha2::Sha256;

use crate::signature::hex;

const PIECE: usize = 64 * 1024;

/// Reads what is left of `from` and gives its sum in hexadecimal; `each` gets every piece.
pub(super) fn sum<D: Digest>(
    from: &mut impl Read,
    mut each: impl FnMut(&[u8]) -> io::Result<()>,
) -> io::Result<String> {
    let mut sum = D::new();
    let mut piece = vec![0; PIECE];
    loop {
        let length = from.read(&mut piece)?;
        if length == 0 {
            return Ok(hex(&sum.finalize()));
        }
        sum.update(&piece[..length]);
        each(&piece[..length])?;
    }
}

/// The SHA-256 of a file, in hexadecimal.
pub(crate) fn sha256(path: &Path) -> io::Result<String> {
    sum::<Sha256>(&mut File::open(path)?, |_| Ok(()))
}
