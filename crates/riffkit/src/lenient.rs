//! Reading what a service that moves on may write: what can't be read is absent, never an error.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt::temporal};
use serde::Deserialize as _;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::Value;
use wire::Json;

/// An id: text, or a number that stands for it.
pub(crate) fn id<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    id_of(&Value::deserialize(input)?).ok_or_else(|| D::Error::custom("not an id"))
}

/// An id that may be missing.
pub(crate) fn optional_id<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(id_of(&Value::deserialize(input)?))
}

/// Ids; those that are none are left out.
pub(crate) fn ids<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    Ok(entries(Value::deserialize(input)?)
        .iter()
        .filter_map(id_of)
        .collect())
}

pub(crate) fn id_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Text that may be missing. Empty is missing.
pub(crate) fn text<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    Ok(text_of(&Value::deserialize(input)?))
}

/// Text; nothing is empty.
pub(crate) fn words<'de, D: Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    Ok(text_of(&Value::deserialize(input)?).unwrap_or_default())
}

/// Texts; those that are none are left out.
pub(crate) fn texts<'de, D: Deserializer<'de>>(input: D) -> Result<Vec<String>, D::Error> {
    Ok(entries(Value::deserialize(input)?)
        .iter()
        .filter_map(text_of)
        .collect())
}

pub(crate) fn text_of(value: &Value) -> Option<String> {
    value
        .as_str()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// A number: whole, broken or in quotes.
pub(crate) fn number<'de, D: Deserializer<'de>>(input: D) -> Result<Option<f64>, D::Error> {
    Ok(number_of(&Value::deserialize(input)?))
}

/// A number, nothing being 0.
pub(crate) fn number_or_zero<'de, D: Deserializer<'de>>(input: D) -> Result<f64, D::Error> {
    Ok(number_of(&Value::deserialize(input)?).unwrap_or_default())
}

/// A count: nothing, and less than nothing, is 0.
pub(crate) fn count<'de, D: Deserializer<'de>>(input: D) -> Result<u32, D::Error> {
    // `as` saturates at both ends, which is what a count of the service deserves.
    Ok(number_of(&Value::deserialize(input)?).unwrap_or_default() as u32)
}

/// A whole number that may be missing. Less than nothing is 0.
pub(crate) fn whole<'de, D: Deserializer<'de>>(input: D) -> Result<Option<u64>, D::Error> {
    Ok(number_of(&Value::deserialize(input)?).map(|number| number as u64))
}

/// Counts by name; those that are none are left out.
pub(crate) fn counts<'de, D: Deserializer<'de>>(
    input: D,
) -> Result<BTreeMap<String, u64>, D::Error> {
    let Value::Object(counts) = Value::deserialize(input)? else {
        return Ok(BTreeMap::new());
    };
    Ok(counts
        .into_iter()
        .filter_map(|(name, count)| Some((name, number_of(&count)? as u64)))
        .collect())
}

/// A percentage, 0-100.
pub(crate) fn percent<'de, D: Deserializer<'de>>(input: D) -> Result<u8, D::Error> {
    Ok(number_of(&Value::deserialize(input)?)
        .unwrap_or_default()
        .clamp(0.0, 100.0) as u8)
}

pub(crate) fn number_of(value: &Value) -> Option<f64> {
    let number = match value {
        Value::Number(number) => number.as_f64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite())
}

/// Yes or no, anything else being no.
pub(crate) fn yes<'de, D: Deserializer<'de>>(input: D) -> Result<bool, D::Error> {
    Ok(Value::deserialize(input)?.as_bool().unwrap_or_default())
}

/// Yes, no, or nothing said.
pub(crate) fn answer<'de, D: Deserializer<'de>>(input: D) -> Result<Option<bool>, D::Error> {
    Ok(Value::deserialize(input)?.as_bool())
}

/// Whether there is anything, be it what it may.
pub(crate) fn present<'de, D: Deserializer<'de>>(input: D) -> Result<bool, D::Error> {
    Ok(has_content(&Value::deserialize(input)?))
}

pub(crate) fn has_content(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(entries) => !entries.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::String(text) => !text.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

/// How many entries there are beyond this page (`X-Total-Count`).
pub(crate) fn total_count<T>(answer: &Json<T>) -> Option<u64> {
    answer.header("x-total-count")?.trim().parse().ok()
}

/// A value of a known shape, or nothing where it has another.
pub(crate) fn shape<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    input: D,
) -> Result<Option<T>, D::Error> {
    let value = Value::deserialize(input)?;
    Ok((!value.is_null())
        .then(|| serde_json::from_value(value).ok())
        .flatten())
}

/// A list whose broken entries are left out; anything else has none.
pub(crate) fn list<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    input: D,
) -> Result<Vec<T>, D::Error> {
    Ok(entries(Value::deserialize(input)?)
        .into_iter()
        .filter_map(|entry| serde_json::from_value(entry).ok())
        .collect())
}

/// A moment: with an offset, or naive, which is UTC (contract, "TaskOut").
pub(crate) fn time<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Timestamp>, D::Error> {
    Ok(time_of(&Value::deserialize(input)?))
}

pub(crate) fn time_of(value: &Value) -> Option<Timestamp> {
    static PARSER: temporal::DateTimeParser = temporal::DateTimeParser::new();
    let text = value.as_str()?.trim();
    if let Ok(moment) = PARSER.parse_timestamp(text) {
        return Some(moment);
    }
    let naive: DateTime = PARSER.parse_datetime(text).ok()?;
    naive
        .to_zoned(TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

/// A list whose broken entries are left out.
#[derive(Debug)]
pub(crate) struct Lossy<T> {
    /// The entries that could be read.
    pub(crate) entries: Vec<T>,
    /// How many could not.
    pub(crate) skipped: usize,
}

impl<T> Default for Lossy<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            skipped: 0,
        }
    }
}

impl<'de, T: DeserializeOwned> serde::Deserialize<'de> for Lossy<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let values = match Value::deserialize(input)? {
            Value::Array(values) => values,
            Value::Null => Vec::new(),
            _ => return Err(D::Error::custom("not a list")),
        };
        let all = values.len();
        let entries: Vec<T> = values
            .into_iter()
            .filter_map(|value| serde_json::from_value(value).ok())
            .collect();
        let skipped = all - entries.len();
        if skipped > 0 {
            tracing::warn!(skipped, all, "entries of an answer could not be read");
        }
        Ok(Self { entries, skipped })
    }
}

fn entries(value: Value) -> Vec<Value> {
    match value {
        Value::Array(values) => values,
        _ => Vec::new(),
    }
}

/// An enum of the service: the known words, and every other as it was written.
macro_rules! open_words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident => $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
            /// A word that the contract does not have, as the service wrote it.
            Other(String),
        }

        impl $name {
            /// The word as the service writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$variant,)+
                    other => Self::Other(other.to_owned()),
                }
            }
        }

        impl Default for $name {
            /// The service wrote nothing.
            fn default() -> Self {
                Self::Other(String::new())
            }
        }

        impl serde::Serialize for $name {
            /// Nothing where the service wrote nothing.
            fn serialize<S: serde::Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
                match self {
                    Self::Other(word) if word.is_empty() => output.serialize_none(),
                    word => output.serialize_str(word.as_str()),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
                let value = <serde_json::Value as serde::Deserialize>::deserialize(input)?;
                Ok(match &value {
                    serde_json::Value::String(word) => Self::from(word.as_str()),
                    serde_json::Value::Null => Self::default(),
                    other => Self::Other(other.to_string()),
                })
            }
        }
    };
}
pub(crate) use open_words;

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{id_of, number_of, time_of};

    #[test]
    fn times_are_utc_unless_they_say_otherwise() {
        let utc = "2026-06-20T10:11:12.5Z".parse().unwrap();
        for text in [
            "2026-06-20T10:11:12.5Z",
            "2026-06-20T10:11:12.500000",
            "2026-06-20 10:11:12.5",
            "2026-06-20T12:11:12.5+02:00",
        ] {
            assert_eq!(time_of(&json!(text)), Some(utc), "{text}");
        }
        assert_eq!(
            time_of(&json!("2026-06-20")),
            Some("2026-06-20T00:00:00Z".parse().unwrap())
        );
        for rubbish in [json!("soon"), json!(""), json!(null), json!(1_750_000_000)] {
            assert_eq!(time_of(&rubbish), None, "{rubbish}");
        }
    }

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
