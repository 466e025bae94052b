//! What the service would refuse is refused here first, by the contract's own limits.

use contract::{FieldFault, Refusal};

/// The refusal of the first fault in a field that is about to change. What the service itself wrote
/// and nobody touches is no fault, whatever it is.
///
/// # Errors
/// [`contract::Code::FieldInvalid`] with `field`, `fault`, and its numbers.
pub(super) fn check(
    faults: Vec<FieldFault>,
    changes: impl Fn(&str) -> bool,
) -> Result<(), Refusal> {
    match faults.into_iter().find(|fault| changes(fault.field())) {
        Some(fault) => Err(fault.refusal()),
        None => Ok(()),
    }
}

/// The same, of something new: all of it is about to be sent.
///
/// # Errors
/// As [`check`].
pub(super) fn check_all(faults: Vec<FieldFault>) -> Result<(), Refusal> {
    check(faults, |_| true)
}

/// A text of these many characters, counted as the service counts them; blanks are no words.
///
/// # Errors
/// As [`check`].
pub(super) fn check_length(field: &str, text: &str, least: u32, most: u32) -> Result<(), Refusal> {
    let length = u32::try_from(contract::text_length(text)).unwrap_or(u32::MAX);
    let field = field.to_owned();
    let fault = if (contract::text_length(text.trim()) as u64) < u64::from(least) {
        FieldFault::TooShort { field, least }
    } else if length > most {
        let over = length - most;
        FieldFault::TooLong { field, most, over }
    } else {
        return Ok(());
    };
    Err(fault.refusal())
}

/// One of the contract's words.
///
/// # Errors
/// As [`check`].
pub(super) fn check_word(field: &str, value: Option<&str>, words: &[&str]) -> Result<(), Refusal> {
    match value {
        Some(value) if !words.contains(&value) => Err(FieldFault::NoSuchValue {
            field: field.to_owned(),
            value: value.to_owned(),
        }
        .refusal()),
        _ => Ok(()),
    }
}

/// A number within the contract's range.
///
/// # Errors
/// As [`check`].
pub(super) fn check_range(
    field: &str,
    number: u32,
    range: std::ops::RangeInclusive<u32>,
) -> Result<(), Refusal> {
    if range.contains(&number) {
        return Ok(());
    }
    Err(FieldFault::OutOfRange {
        field: field.to_owned(),
        least: *range.start(),
        most: *range.end(),
    }
    .refusal())
}
