//! Digests of secrets, and the signed links of the storage origin.

use sha2::{Digest, Sha256};
use url::Url;

use crate::moment::Millis;

/// The system gives no random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandomness;

/// Hexadecimal SHA-256.
pub(crate) fn digest(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// A new secret of 256 bits, in hexadecimal.
///
/// # Errors
/// [`NoRandomness`].
pub(crate) fn secret() -> Result<String, NoRandomness> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(hex(&bytes))
}

/// A short code for a person to compare, like `KXQP-7M2D`, without letters that look alike.
///
/// # Errors
/// [`NoRandomness`].
pub(crate) fn user_code() -> Result<String, NoRandomness> {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    let mut code = String::with_capacity(9);
    for (place, byte) in bytes.iter().enumerate() {
        if place == 4 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::from(byte % 32)]));
    }
    Ok(code)
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Signs and checks links to stored files.
#[derive(Clone)]
pub(crate) struct Signer {
    key: String,
}

/// What is wrong with a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkRefused {
    /// It was not signed here, or has been altered.
    Altered,
    /// Its time is over.
    Expired,
}

impl Signer {
    /// A signer with this key.
    pub(crate) fn new(key: String) -> Self {
        Self { key }
    }

    /// A link to `path` under `origin` that holds until `expires`.
    pub(crate) fn link(&self, origin: &Url, path: &str, expires: Millis) -> Url {
        let mut link = origin.clone();
        link.set_path(path);
        link.query_pairs_mut()
            .append_pair("X-Expires", &expires.to_string())
            .append_pair("X-Signature", &self.signature(path, expires));
        link
    }

    /// Checks a link's own words.
    pub(crate) fn check(
        &self,
        path: &str,
        expires: &str,
        signature: &str,
        now: Millis,
    ) -> Result<(), LinkRefused> {
        let expires: Millis = expires.parse().map_err(|_| LinkRefused::Altered)?;
        // Digests of both sides, so that the time it takes says nothing about the signature.
        if digest(signature) != digest(&self.signature(path, expires)) {
            return Err(LinkRefused::Altered);
        }
        if expires <= now {
            return Err(LinkRefused::Expired);
        }
        Ok(())
    }

    /// The key frames an inner digest, so that a signature can't be extended.
    fn signature(&self, path: &str, expires: Millis) -> String {
        let inner = digest(&format!("{}\n{expires}\n{path}", self.key));
        digest(&format!("{}\n{inner}", self.key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_holds_for_its_path_until_it_expires() {
        let signer = Signer::new("key".to_owned());
        let origin = Url::parse("http://127.0.0.1:9").unwrap();
        let link = signer.link(&origin, "/reels/a.mp4", 1000);
        let words: Vec<String> = link.query_pairs().map(|(_, word)| word.into()).collect();
        let check = |path: &str, now| signer.check(path, &words[0], &words[1], now);
        assert_eq!(check("/reels/a.mp4", 999), Ok(()));
        assert_eq!(check("/reels/a.mp4", 1000), Err(LinkRefused::Expired));
        assert_eq!(check("/reels/b.mp4", 999), Err(LinkRefused::Altered));
        assert_eq!(
            signer.check("/reels/a.mp4", "2000", &words[1], 999),
            Err(LinkRefused::Altered)
        );
    }

    #[test]
    fn a_user_code_is_two_groups_of_four() {
        let code = user_code().unwrap();
        assert_eq!(code.len(), 9);
        assert_eq!(code.find('-'), Some(4));
    }
}
