//! What the service would refuse of a field, found out without asking it.

use serde::{Deserialize, Serialize};

use super::super::choices;
use crate::{Code, Refusal};

/// A field that the service would refuse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum FieldFault {
    /// Fewer characters than it takes.
    TooShort {
        /// The contract's name of the field.
        field: String,
        /// At least so many.
        least: u32,
    },
    /// More characters than it takes.
    TooLong {
        /// The contract's name of the field.
        field: String,
        /// At most so many.
        most: u32,
        /// So many too many.
        over: u32,
    },
    /// It has to be said.
    Missing {
        /// The contract's name of the field.
        field: String,
    },
    /// A number out of its range.
    OutOfRange {
        /// The contract's name of the field.
        field: String,
        /// At least.
        least: u32,
        /// At most.
        most: u32,
    },
    /// Not among the values that the contract lists, or of another form.
    NoSuchValue {
        /// The contract's name of the field.
        field: String,
        /// What was said.
        value: String,
    },
}

impl FieldFault {
    /// The contract's name of the field.
    pub fn field(&self) -> &str {
        match self {
            Self::TooShort { field, .. }
            | Self::TooLong { field, .. }
            | Self::Missing { field }
            | Self::OutOfRange { field, .. }
            | Self::NoSuchValue { field, .. } => field,
        }
    }

    /// What a command that has it is refused with: [`Code::FieldInvalid`] with `field`, `fault` and its
    /// numbers.
    pub fn refusal(&self) -> Refusal {
        let refusal = |fault: &str| {
            Refusal::new(Code::FieldInvalid)
                .with("field", self.field())
                .with("fault", fault)
                .of_hubfluencer()
        };
        let number = |number: &u32| f64::from(*number);
        match self {
            Self::TooShort { least, .. } => refusal("too-short").with("least", number(least)),
            Self::TooLong { most, over, .. } => refusal("too-long")
                .with("most", number(most))
                .with("over", number(over)),
            Self::Missing { .. } => refusal("missing"),
            Self::OutOfRange { least, most, .. } => refusal("out-of-range")
                .with("least", number(least))
                .with("most", number(most)),
            Self::NoSuchValue { value, .. } => {
                refusal("no-such-value").with("detail", value.as_str())
            }
        }
    }
}

/// Collects what is wrong.
#[derive(Default)]
pub(super) struct Faults(pub(super) Vec<FieldFault>);

impl Faults {
    pub(super) fn missing(&mut self, field: &str) {
        self.0.push(FieldFault::Missing {
            field: field.to_owned(),
        });
    }

    pub(super) fn none_such(&mut self, field: &str, value: &str) {
        self.0.push(FieldFault::NoSuchValue {
            field: field.to_owned(),
            value: value.to_owned(),
        });
    }

    /// Blanks at its ends don't count: the contract asks for words.
    pub(super) fn at_least(&mut self, field: &str, text: &str, least: u32) {
        let length = crate::text_length(text.trim());
        if length < least as usize {
            self.0.push(FieldFault::TooShort {
                field: field.to_owned(),
                least,
            });
        }
    }

    pub(super) fn at_most(&mut self, field: &str, text: &str, most: u32) {
        let length = u32::try_from(crate::text_length(text)).unwrap_or(u32::MAX);
        if length > most {
            self.0.push(FieldFault::TooLong {
                field: field.to_owned(),
                most,
                over: length - most,
            });
        }
    }

    pub(super) fn one_of(&mut self, field: &str, value: Option<&str>, values: &[&str]) {
        if let Some(value) = value
            && !values.contains(&value)
        {
            self.none_such(field, value);
        }
    }

    pub(super) fn slides(&mut self, count: Option<u32>) {
        if count.is_some_and(|count| !choices::SLIDES.contains(&count)) {
            self.0.push(FieldFault::OutOfRange {
                field: "slide_count".to_owned(),
                least: *choices::SLIDES.start(),
                most: *choices::SLIDES.end(),
            });
        }
    }

    pub(super) fn color(&mut self, color: Option<&str>) {
        let Some(color) = color else { return };
        let digits = color.strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            self.none_such("accent_color", color);
        }
    }

    pub(super) fn voice(&mut self, voice: Option<&str>) {
        let Some(voice) = voice else { return };
        let is_sound = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_');
        if voice.is_empty() || voice.len() > 64 || !voice.bytes().all(is_sound) {
            self.none_such("voice_id", voice);
        }
    }
}
