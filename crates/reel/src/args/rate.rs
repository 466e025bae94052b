//! A speed, as `--limit-rate` has it.

use std::num::NonZeroU64;
use std::str::FromStr;

/// Bytes a second: `500k`, `2m`, `1g`, or a number of bytes. A `k` is 1,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate(pub NonZeroU64);

/// A text that is no speed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoRate(String);

impl std::fmt::Display for NoRate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no speed: {}", self.0)
    }
}

impl std::error::Error for NoRate {}

impl FromStr for Rate {
    type Err = NoRate;

    fn from_str(text: &str) -> Result<Self, NoRate> {
        let wrong = || NoRate(text.to_owned());
        let (number, factor) = match text.char_indices().next_back() {
            Some((at, 'k' | 'K')) => (text.get(..at), 1_000),
            Some((at, 'm' | 'M')) => (text.get(..at), 1_000_000),
            Some((at, 'g' | 'G')) => (text.get(..at), 1_000_000_000),
            _ => (Some(text), 1),
        };
        let number = number.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let number: u64 = number.ok_or_else(wrong)?.parse().map_err(|_| wrong())?;
        let bytes = number.checked_mul(factor).and_then(NonZeroU64::new);
        bytes.map(Self).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_are_written_as_elsewhere() {
        let of = |text: &str| text.parse::<Rate>().ok().map(|rate| rate.0.get());
        assert_eq!(of("500k"), Some(500_000));
        assert_eq!(of("2M"), Some(2_000_000));
        assert_eq!(of("1234"), Some(1_234));
        for wrong in [
            "",
            "k",
            "0",
            "0k",
            "-1",
            "+1",
            "1.5m",
            "1kb",
            "99999999999999999999",
            "99999999999999999g",
        ] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }
}
