//! The one place that looks at text before it leaves.

use serde_json::Value;
use wire::Failure;

/// What a decoder leaves where it could not read. The service refuses it (contract, error table).
const REPLACEMENT: char = '\u{FFFD}';

/// Refuses a text that was mangled on its way here.
///
/// # Errors
/// [`Failure::Mangled`].
pub(crate) fn check(field: &str, text: &str) -> Result<(), Failure> {
    if text.contains(REPLACEMENT) {
        return Err(Failure::Mangled {
            field: field.to_owned(),
        });
    }
    Ok(())
}

/// Refuses a body in which any text, or any name, was mangled.
///
/// # Errors
/// [`Failure::Mangled`], with the outermost name of where it stands.
pub(crate) fn check_body(body: &Value) -> Result<(), Failure> {
    match body {
        Value::Object(fields) => fields
            .iter()
            .try_for_each(|(name, value)| check_value(name, value)),
        other => check_value("body", other),
    }
}

fn check_value(field: &str, value: &Value) -> Result<(), Failure> {
    match value {
        Value::String(text) => check(field, text),
        Value::Array(entries) => entries
            .iter()
            .try_for_each(|entry| check_value(field, entry)),
        Value::Object(fields) => fields.iter().try_for_each(|(name, inner)| {
            check(field, name)?;
            check_value(field, inner)
        }),
        _ => Ok(()),
    }
}
