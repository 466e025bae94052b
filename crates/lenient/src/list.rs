//! Lists that one broken entry doesn't lose.

use serde::Deserialize as _;
use serde::de::{DeserializeOwned, Deserializer, Error as _};
use serde_json::Value;

use crate::entries;

/// A list whose broken entries are left out; anything else has none.
pub fn list<'de, D: Deserializer<'de>, T: DeserializeOwned>(input: D) -> Result<Vec<T>, D::Error> {
    Ok(entries(Value::deserialize(input)?)
        .into_iter()
        .filter_map(|entry| serde_json::from_value(entry).ok())
        .collect())
}

/// A list whose broken entries are left out.
#[derive(Debug)]
pub struct Lossy<T> {
    /// The entries that could be read.
    pub entries: Vec<T>,
    /// How many could not.
    pub skipped: usize,
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
