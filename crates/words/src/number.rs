//! How each language writes a number.

use contract::Language;

/// The marks inside a number.
#[derive(Clone, Copy)]
pub(crate) struct Separators {
    /// Between whole and fraction.
    point: char,
    /// Between groups of three digits.
    group: char,
    /// Fewest digits of the whole that are grouped: Spanish leaves `5000` as it is.
    grouped_from: usize,
}

impl Separators {
    pub(crate) const ENGLISH: Self = Self {
        point: '.',
        group: ',',
        grouped_from: 4,
    };
    pub(crate) const CHINESE: Self = Self {
        point: '.',
        group: ',',
        grouped_from: 4,
    };
    // A space that doesn't break, as the Spanish academies ask.
    pub(crate) const SPANISH: Self = Self {
        point: ',',
        group: '\u{a0}',
        grouped_from: 5,
    };

    pub(crate) const fn of(language: Language) -> Self {
        match language {
            Language::English => Self::ENGLISH,
            Language::Chinese => Self::CHINESE,
            Language::Spanish => Self::SPANISH,
        }
    }

    pub(crate) fn decimal(self, value: f64, digits: usize) -> String {
        let plain = format!("{value:.digits$}");
        // A tiny negative number rounds to "-0".
        let rounds_to_zero = plain.chars().all(|c| matches!(c, '-' | '0' | '.'));
        self.localised(if rounds_to_zero {
            plain.trim_start_matches('-')
        } else {
            &plain
        })
    }

    /// Takes a number as Rust writes it.
    pub(crate) fn localised(self, plain: &str) -> String {
        let (sign, digits) = match plain.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", plain),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let mut out = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            if index > 0 && left.is_multiple_of(3) && whole.len() >= self.grouped_from {
                out.push(self.group);
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push(self.point);
            out.push_str(fraction);
        }
        out
    }
}

/// A number for a sentence: one digit after the point, and two below 0.1, so that a clip that is
/// over its cap by a hair is not said to be over it by 0.
pub(crate) fn rounded(value: f64) -> f64 {
    let size = value.abs();
    if size == 0.0 || size >= 0.1 {
        (value * 10.0).round() / 10.0
    } else {
        (size * 100.0).ceil() / 100.0 * value.signum()
    }
}
