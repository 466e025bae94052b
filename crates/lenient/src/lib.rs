//! Reading what a service that moves on may write: what can't be read is absent, never an error.
//!
//! Both services are read with these. They know forms (an id, a count, a moment, an open list of
//! words), and nothing of what either service means.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod list;
mod time;
mod words;

use std::collections::BTreeMap;

use serde::Deserialize as _;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::Value;

pub use list::{Lossy, list};
pub use time::{time, time_of};

/// What [`open_words`] is written with.
#[doc(hidden)]
pub mod reexport {
    pub use {serde, serde_json};
}

/// An id: text, or a number that stands for it.
pub fn id<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    id_of(&Value::deserialize(input)?).ok_or_else(|| D::Error::custom("not an id"))
}

/// A handle of what was made or paid for: a text and nothing else. One of another kind was not meant
/// for us to read, and what it stands for has to be looked up, or made again where that is free.
pub fn handle<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    text_of(&Value::deserialize(input)?).ok_or_else(|| D::Error::custom("not a text"))
}

/// An id that may be missing.
pub fn optional_id<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(id_of(&Value::deserialize(input)?))
}

/// Ids; those that are none are left out.
pub fn ids<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    Ok(entries(Value::deserialize(input)?)
        .iter()
        .filter_map(id_of)
        .collect())
}

/// An id, when the value is one.
pub fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Text that may be missing. Empty is missing.
pub fn text<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(text_of(&Value::deserialize(input)?))
}

/// Text; nothing is empty.
pub fn words<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    Ok(text_of(&Value::deserialize(input)?).unwrap_or_default())
}

/// Texts; those that are none are left out.
pub fn texts<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    Ok(entries(Value::deserialize(input)?)
        .iter()
        .filter_map(text_of)
        .collect())
}

/// A text, when the value is one and not empty.
pub fn text_of(value: &Value) -> Option<String> {
    value
        .as_str()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A number: whole, broken or in quotes.
pub fn number<'de, D: Deserializer<'de>>(input: D) -> Result<Option<f64>, D::Error> {
    Ok(number_of(&Value::deserialize(input)?))
}

/// A number, nothing being 0.
pub fn number_or_zero<'de, D: Deserializer<'de>>(input: D) -> Result<f64, D::Error> {
    Ok(number_of(&Value::deserialize(input)?).unwrap_or_default())
}

/// A count: nothing, and less than nothing, is 0.
pub fn count<'de, D: Deserializer<'de>>(input: D) -> Result<u32, D::Error> {
    // `as` saturates at both ends, which is what a count of the service deserves.
    Ok(number_of(&Value::deserialize(input)?).unwrap_or_default() as u32)
}

/// A whole number that may be missing. Less than nothing is 0.
pub fn whole<'de, D: Deserializer<'de>>(input: D) -> Result<Option<u64>, D::Error> {
    Ok(number_of(&Value::deserialize(input)?).map(|number| number as u64))
}

/// Counts by name; those that are none are left out.
pub fn counts<'de, D: Deserializer<'de>>(input: D) -> Result<BTreeMap<String, u64>, D::Error> {
    let Value::Object(counts) = Value::deserialize(input)? else {
        return Ok(BTreeMap::new());
    };
    Ok(counts
        .into_iter()
        .filter_map(|(name, count)| Some((name, number_of(&count)? as u64)))
        .collect())
}

/// A percentage, 0-100.
pub fn percent<'de, D: Deserializer<'de>>(input: D) -> Result<u8, D::Error> {
    Ok(number_of(&Value::deserialize(input)?)
        .unwrap_or_default()
        .clamp(0.0, 100.0) as u8)
}

/// A finite number, when the value is one or says one in quotes.
pub fn number_of(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite())
}

/// Yes or no, anything else being no.
pub fn yes<'de, D: Deserializer<'de>>(input: D) -> Result<bool, D::Error> {
    Ok(Value::deserialize(input)?.as_bool().unwrap_or_default())
}

/// Yes, no, or nothing said.
pub fn answer<'de, D: Deserializer<'de>>(input: D) -> Result<Option<bool>, D::Error> {
    Ok(Value::deserialize(input)?.as_bool())
}

/// Whether there is anything, be it what it may.
pub fn present<'de, D: Deserializer<'de>>(input: D) -> Result<bool, D::Error> {
    Ok(has_content(&Value::deserialize(input)?))
}

/// Whether there is anything in the value.
pub fn has_content(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(entries) => !entries.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::String(text) => !text.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// A value of a known shape, or nothing where it has another.
pub fn shape<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    input: D,
) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(input)?;
    Ok((!value.is_null())
        .then(|| serde_json::from_value(value).ok())
        .flatten())
}

pub(crate) fn entries(value: Value) -> Vec<Value> {
    match value {
        Value::Array(values) => values,
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{id_of, number_of};

    #[test]
    fn ids_and_numbers_come_in_many_forms() {
        assert_eq!(id_of(&json!(42)).as_deref(), Some("42"));
        assert_eq!(id_of(&json!("t_42")).as_deref(), Some("t_42"));
        assert_eq!(id_of(&json!(null)), None);
        assert_eq!(number_of(&json!("150000.5")), Some(150_000.5));
        assert_eq!(number_of(&json!(7)), Some(7.0));
        assert_eq!(number_of(&json!("NaN")), None);
    }
}
