//! Query parameters: repeated ones as lists, numbers within their bounds.

use std::ops::RangeInclusive;

use url::form_urlencoded;

use super::problem::Problem;
use crate::moment::{DayEnd, Millis, parse};

/// A request's query, in order.
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a raw query.
    pub(crate) fn read(raw: Option<&str>) -> Self {
        let pairs = form_urlencoded::parse(raw.unwrap_or_default().as_bytes());
        Self(pairs.into_owned().collect())
    }

    /// A parameter, the last where it is repeated; an empty one counts as absent.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        let mut all = self.0.iter().rev();
        all.find(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// A parameter that has a form, the last where it is repeated; an empty one counts as given,
    /// and is malformed.
    fn formed(&self, name: &str) -> Option<&str> {
        let mut all = self.0.iter().rev();
        all.find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// A list: the parameter repeated.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let all = self.0.iter();
        all.filter(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// A number within its bounds, or its default.
    ///
    /// # Errors
    /// 422.
    pub(crate) fn number(
        &self,
        name: &str,
        default: usize,
        bounds: RangeInclusive<usize>,
    ) -> Result<usize, Problem> {
        let Some(text) = self.formed(name) else {
            return Ok(default);
        };
        let number: usize = text.parse().map_err(|_| {
            Problem::invalid(
                &["query", name],
                "Input should be a valid integer, unable to parse string as an integer",
                "int_parsing",
            )
        })?;
        if bounds.contains(&number) {
            return Ok(number);
        }
        let (message, kind) = if number < *bounds.start() {
            (
                format!(
                    "Input should be greater than or equal to {}",
                    bounds.start()
                ),
                "greater_than_equal",
            )
        } else {
            (
                format!("Input should be less than or equal to {}", bounds.end()),
                "less_than_equal",
            )
        };
        Err(Problem::invalid(&["query", name], &message, kind))
    }

    /// One of a few words, or none.
    ///
    /// # Errors
    /// 422.
    pub(crate) fn choice<T: Copy>(
        &self,
        name: &str,
        choices: &[(&str, T)],
    ) -> Result<Option<T>, Problem> {
        let Some(text) = self.formed(name) else {
            return Ok(None);
        };
        let mut known = choices.iter();
        match known.find(|(word, _)| *word == text) {
            Some((_, choice)) => Ok(Some(*choice)),
            None => Err(unknown_word(name, choices)),
        }
    }

    /// Several of a few words with commas between them; empty where the parameter is absent.
    ///
    /// # Errors
    /// 422.
    pub(crate) fn choices<T: Copy>(
        &self,
        name: &str,
        choices: &[(&str, T)],
    ) -> Result<Vec<T>, Problem> {
        let Some(text) = self.formed(name) else {
            return Ok(Vec::new());
        };
        text.split(',')
            .map(|part| {
                let mut known = choices.iter();
                known
                    .find(|(word, _)| *word == part.trim())
                    .map(|(_, choice)| *choice)
                    .ok_or_else(|| unknown_word(name, choices))
            })
            .collect()
    }

    /// A span of time by its first and last moment; a day counts whole. What is absent is open.
    ///
    /// # Errors
    /// 422.
    pub(crate) fn span(&self, from: &str, to: &str) -> Result<(Millis, Millis), Problem> {
        let moment = |name: &str, end: DayEnd, default: Millis| match self.formed(name) {
            None => Ok(default),
            Some(text) => parse(text, end).ok_or_else(|| {
                Problem::invalid(
                    &["query", name],
                    "Input should be YYYY-MM-DD or a moment in ISO 8601",
                    "datetime_parsing",
                )
            }),
        };
        Ok((
            moment(from, DayEnd::First, Millis::MIN)?,
            moment(to, DayEnd::Last, Millis::MAX)?,
        ))
    }
}

fn unknown_word<T>(name: &str, choices: &[(&str, T)]) -> Problem {
    let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
    Problem::invalid(
        &["query", name],
        &format!("Input should be one of: {}", words.join(", ")),
        "literal_error",
    )
}
