//! A JSON body's fields, read one by one, with every constraint that is broken named
//! (contract: 422 `{errors: {field: [msgs]}}`).
//!
//! A field that is absent or null counts as not given. Unknown fields are ignored.

use std::{collections::BTreeMap, ops::RangeInclusive};

use axum::{
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
};
use serde_json::{Map, Value};

use super::problem::Problem;

/// The fields of a body, and what is wrong with them so far.
#[derive(Debug)]
pub(crate) struct Fields {
    given: Map<String, Value>,
    errors: BTreeMap<String, Vec<String>>,
}

impl Fields {
    /// Reads a body. An empty one has no fields.
    ///
    /// # Errors
    /// 415 where it is announced as something else than JSON; 400 where it isn't an object in
    /// JSON.
    pub(crate) fn read(headers: &HeaderMap, body: &Bytes) -> Result<Self, Problem> {
        let given = if body.iter().all(u8::is_ascii_whitespace) {
            Map::new()
        } else {
            announced(headers)?;
            match serde_json::from_slice(body) {
                Ok(Value::Object(given)) => given,
                Ok(_) | Err(_) => {
                    return Err(Problem::told(
                        StatusCode::BAD_REQUEST,
                        "bad_request",
                        "The body is not an object in JSON",
                    ));
                }
            }
        };
        Ok(Self {
            given,
            errors: BTreeMap::new(),
        })
    }

    /// Whether a field is given and not null.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    /// A field as it came; none where it is absent or null.
    pub(crate) fn value(&self, name: &str) -> Option<&Value> {
        self.given.get(name).filter(|value| !value.is_null())
    }

    /// Whether a field is given as null: an optional one is taken away.
    pub(crate) fn is_null(&self, name: &str) -> bool {
        self.given.get(name).is_some_and(Value::is_null)
    }

    /// Notes what is wrong with a field.
    pub(crate) fn wrong(&mut self, name: &str, message: impl Into<String>) {
        let messages = self.errors.entry(name.to_owned()).or_default();
        messages.push(message.into());
    }

    /// Drops a field, as if it had not been given.
    pub(crate) fn ignore(&mut self, names: &[&str]) {
        for name in names {
            self.given.remove(*name);
        }
    }

    /// A text whose length in characters is within these bounds.
    pub(crate) fn text(&mut self, name: &str, length: RangeInclusive<usize>) -> Option<String> {
        let text = match self.value(name)? {
            Value::String(text) => text.clone(),
            _ => {
                self.wrong(name, "is invalid");
                return None;
            }
        };
        let long = text.chars().count();
        if long > *length.end() {
            self.wrong(
                name,
                format!("should be at most {} character(s)", length.end()),
            );
        } else if long < *length.start() {
            self.wrong(
                name,
                format!("should be at least {} character(s)", length.start()),
            );
        }
        Some(text)
    }

    /// One of a few words.
    pub(crate) fn word(&mut self, name: &str, words: &[&str]) -> Option<String> {
        let value = self.value(name)?;
        if let Some(word) = value.as_str().filter(|word| words.contains(word)) {
            return Some(word.to_owned());
        }
        self.wrong(name, "is invalid");
        None
    }

    /// A list of texts, each one of `words`.
    pub(crate) fn words(&mut self, name: &str, words: &[&str]) -> Option<Vec<String>> {
        let list = self.texts(name)?;
        if list.is_empty() || list.iter().any(|word| !words.contains(&word.as_str())) {
            self.wrong(name, "has an invalid entry");
        }
        Some(list)
    }

    /// A list of texts.
    pub(crate) fn texts(&mut self, name: &str) -> Option<Vec<String>> {
        let list = self.value(name)?.as_array().map(|items| {
            let texts = items.iter().map(|item| item.as_str().map(str::to_owned));
            texts.collect::<Option<Vec<String>>>()
        });
        let list = list.flatten();
        if list.is_none() {
            self.wrong(name, "is invalid");
        }
        list
    }

    /// A whole number within these bounds.
    pub(crate) fn whole(&mut self, name: &str, bounds: RangeInclusive<i64>) -> Option<i64> {
        let Some(number) = self.value(name)?.as_i64() else {
            self.wrong(name, "is invalid");
            return None;
        };
        if number < *bounds.start() {
            self.wrong(
                name,
                format!("must be greater than or equal to {}", bounds.start()),
            );
        } else if number > *bounds.end() {
            self.wrong(
                name,
                format!("must be less than or equal to {}", bounds.end()),
            );
        }
        Some(number)
    }

    /// Notes that a field has to be given, where it isn't.
    pub(crate) fn require(&mut self, name: &str) {
        let is_blank = match self.value(name) {
            None => true,
            Some(Value::String(text)) => text.trim().is_empty(),
            Some(_) => false,
        };
        if is_blank {
            self.wrong(name, "can't be blank");
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// 422 where anything was wrong.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        if self.errors.is_empty() {
            return Ok(());
        }
        Err(Problem::fields(self.errors))
    }
}

fn announced(headers: &HeaderMap) -> Result<(), Problem> {
    let kind = headers.get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    if kind.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::told(
        StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "unsupported_media_type",
        "The body has to be sent as application/json",
    ))
}
