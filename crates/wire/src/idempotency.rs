//! A name for one deliberate order, so that asking twice is not ordering twice.

use std::fmt;
use std::str::FromStr;

use reqwest::header::HeaderValue;

/// Name of the header.
pub(crate) const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Longest key, in characters.
const LONGEST: usize = 255;

/// What `Idempotency-Key` says: 1 to 255 visible ASCII characters. It is no secret.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct IdempotencyKey(String);

/// The text is no idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an idempotency key is 1 to 255 visible ASCII characters")]
pub struct UnusableKey;

impl IdempotencyKey {
    /// A key that nobody has used.
    pub fn fresh() -> Self {
        Self(uuid::Uuid::new_v4().to_string())
    }

    /// The key as it is sent, for the journal.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn header(&self) -> HeaderValue {
        HeaderValue::try_from(self.0.as_str()).expect("visible ASCII, by construction")
    }
}

impl FromStr for IdempotencyKey {
    type Err = UnusableKey;

    fn from_str(text: &str) -> Result<Self, UnusableKey> {
        let is_key = (1..=LONGEST).contains(&text.len())
            && text.chars().all(|letter| letter.is_ascii_graphic());
        is_key.then(|| Self(text.to_owned())).ok_or(UnusableKey)
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::IdempotencyKey;

    #[test]
    fn is_visible_ascii_of_a_sensible_length() {
        for good in ["gen-short:abc", "x", &"k".repeat(255)] {
            let key: IdempotencyKey = good.parse().unwrap();
            assert_eq!((key.as_str(), key.header().to_str().unwrap()), (good, good));
        }
        for bad in ["", "a b", "a\r\nX: y", "é", &"k".repeat(256)] {
            assert!(bad.parse::<IdempotencyKey>().is_err(), "{bad:?}");
        }
        assert_ne!(IdempotencyKey::fresh(), IdempotencyKey::fresh());
    }
}
