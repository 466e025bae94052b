//! Colors and tones from words: the same words look and sound the same.

use sha2::{Digest, Sha256};

/// Eight bytes that follow from these words.
pub(crate) fn seed(words: &[&str]) -> [u8; 8] {
    let digest: [u8; 32] = Sha256::digest(words.join("\n").as_bytes()).into();
    std::array::from_fn(|place| digest[place])
}
