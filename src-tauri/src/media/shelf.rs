//! Which media have a link, and the secret that is in it.

use std::collections::{HashMap, VecDeque};

use contract::Media;
use sha2::{Digest as _, Sha256};

/// Links at most. Beyond it the oldest stop working; the page asks again for what it shows.
const CAP: usize = 8192;

/// A secret of 256 bits for each of the media. The same one always has the same secret, so that
/// the page's engine can keep what it loaded.
///
/// A guess is looked up by its digest: how long that takes tells nothing of how near the guess was to a secret.
#[derive(Debug, Default)]
pub struct Shelf {
    by_digest: HashMap<[u8; 32], Media>,
    by_media: HashMap<Media, String>,
    oldest_first: VecDeque<Media>,
}

impl Shelf {
    /// The secret for one of the media.
    ///
    /// # Errors
    /// Those of the system's source of randomness.
    pub fn secret(&mut self, media: &Media) -> Result<String, getrandom::Error> {
        if let Some(secret) = self.by_media.get(media) {
            return Ok(secret.clone());
        }
        let mut random = [0u8; 32];
        getrandom::fill(&mut random)?;
        let secret: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        if self.oldest_first.len() == CAP
            && let Some(oldest) = self.oldest_first.pop_front()
            && let Some(secret) = self.by_media.remove(&oldest)
        {
            self.by_digest.remove(&digest(&secret));
        }
        self.by_digest.insert(digest(&secret), media.clone());
        self.by_media.insert(media.clone(), secret.clone());
        self.oldest_first.push_back(media.clone());
        Ok(secret)
    }

    /// What a secret stands for.
    pub fn media(&self, secret: &str) -> Option<Media> {
        self.by_digest.get(&digest(secret)).cloned()
    }
}

fn digest(secret: &str) -> [u8; 32] {
    Sha256::digest(secret).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_stable_and_their_number_is_bounded() {
        let mut shelf = Shelf::default();
        let reel = |number: usize| Media::Reel(number.to_string().as_str().into());
        let first = shelf.secret(&reel(0)).expect("random");
        assert_eq!(first.len(), 64);
        assert_eq!(shelf.secret(&reel(0)).expect("random"), first);
        assert_ne!(
            shelf.secret(&Media::Picture("0".into())).expect("random"),
            first
        );
        assert_eq!(shelf.media(&first), Some(reel(0)));
        for number in 1..=CAP {
            shelf.secret(&reel(number)).expect("random");
        }
        assert_eq!(shelf.media(&first), None, "the oldest made room");
        assert_eq!((shelf.by_digest.len(), shelf.by_media.len()), (CAP, CAP));
        assert_eq!(shelf.media("../../etc/passwd"), None);
        assert!(!format!("{:?}", shelf.by_digest).contains(&first[..16]));
    }
}
