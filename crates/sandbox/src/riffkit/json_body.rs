//! Reading a JSON body as strictly as the contract has it.

use axum::{
    body::Bytes,
    http::{HeaderMap, header},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::problem::Problem;

/// Reads a JSON body that is announced as one. A field of `T` that isn't given is `T`'s own matter;
/// where it is required, [`required`] refuses it.
///
/// # Errors
/// 422 where it is announced as something else; otherwise as [`parse`].
pub(crate) fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &Bytes) -> Result<T, Problem> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/json") {
        return Err(Problem::invalid(
            &["body"],
            "Input should be sent as application/json",
            "content_type",
        ));
    }
    parse(body)
}

/// Reads a JSON body, however it is announced.
///
/// # Errors
/// 400 where it isn't UTF-8 or a text in it holds U+FFFD; 422 where it isn't an object in JSON, or
/// a value has the wrong type.
pub(crate) fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let Ok(text) = std::str::from_utf8(body) else {
        return Err(Problem::damaged("the body"));
    };
    let value: Value = serde_json::from_str(text)
        .map_err(|_| Problem::invalid(&["body"], "JSON decode error", "json_invalid"))?;
    if is_damaged(&value) {
        return Err(Problem::damaged("the body"));
    }
    // A sequence would be read field by field, which no declared form means.
    if !value.is_object() {
        return Err(Problem::invalid(
            &["body"],
            "Input should be a valid dictionary or object",
            "model_attributes_type",
        ));
    }
    serde_path_to_error::deserialize(value).map_err(|error| {
        let place = error.path().to_string();
        Problem::invalid(
            &["body", &place],
            "Input should be of the declared type",
            "type_error",
        )
    })
}

fn is_damaged(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\u{FFFD}'),
        Value::Array(items) => items.iter().any(is_damaged),
        Value::Object(entries) => entries
            .iter()
            .any(|(name, value)| name.contains('\u{FFFD}') || is_damaged(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A text that has to be given and may not be blank; trimmed.
///
/// # Errors
/// 400 (contract: required missing).
pub(crate) fn required(name: &str, given: Option<String>) -> Result<String, Problem> {
    let given = given.unwrap_or_default();
    match given.trim() {
        "" => Err(Problem::bad(format!("{name} is required"))),
        text => Ok(text.to_owned()),
    }
}
