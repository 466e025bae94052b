//! Ids of tokens, uploads and scenes.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};
use serde_json::{Number, Value};

/// An id, opaque: a number or a text, and sent back in the form that it came in (field notes,
/// "Hubfluencer").
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Id(Form);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    Number(Number),
    Text(String),
}

impl Id {
    /// Whether a person who wrote this text meant this id. What a person writes has no JSON form.
    pub fn is_written(&self, text: &str) -> bool {
        self.to_string() == text
    }
}

impl From<&str> for Id {
    /// The text form.
    fn from(text: &str) -> Self {
        Self(Form::Text(text.to_owned()))
    }
}

impl From<u64> for Id {
    /// The number form.
    fn from(number: u64) -> Self {
        Self(Form::Number(number.into()))
    }
}

impl From<&Id> for Value {
    fn from(id: &Id) -> Self {
        match &id.0 {
            Form::Number(number) => Self::Number(number.clone()),
            Form::Text(text) => Self::String(text.clone()),
        }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Form::Number(number) => number.fmt(f),
            Form::Text(text) => f.write_str(text),
        }
    }
}

impl fmt::Debug for Id {
    /// As JSON: `7` is not `"7"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Value::from(self).fmt(f)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        Value::from(self).serialize(output)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        match Value::deserialize(input)? {
            Value::Number(number) => Ok(Self(Form::Number(number))),
            Value::String(text) if !text.is_empty() => Ok(Self(Form::Text(text))),
            _ => Err(D::Error::custom("not an id")),
        }
    }
}
