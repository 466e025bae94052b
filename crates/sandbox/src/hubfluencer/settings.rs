//! Optional settings of a project, changed by the fields of a body: one that is absent stays as it
//! is, one that is null is taken away.

use std::ops::RangeInclusive;

use super::fields::Fields;

/// A text within these bounds, blanks around it not counted for the lower one.
pub(crate) fn text(
    fields: &mut Fields,
    name: &str,
    length: RangeInclusive<usize>,
    into: &mut Option<String>,
) {
    if fields.is_null(name) {
        *into = None;
    } else if let Some(text) = fields.text(name, length.clone()) {
        let solid = text.trim().chars().count();
        // A text that is short as a whole is named by the fields themselves.
        if solid < *length.start() && text.chars().count() >= *length.start() {
            let least = length.start();
            fields.wrong(name, format!("should be at least {least} character(s)"));
        }
        *into = Some(text);
    }
}

/// One of a few words.
pub(crate) fn word(fields: &mut Fields, name: &str, words: &[&str], into: &mut Option<String>) {
    if fields.is_null(name) {
        *into = None;
    } else if let Some(word) = fields.word(name, words) {
        *into = Some(word);
    }
}

/// A list of at most `most` texts of at most `longest` characters each.
pub(crate) fn texts(
    fields: &mut Fields,
    name: &str,
    (most, longest): (usize, usize),
    into: &mut Vec<String>,
) {
    if fields.is_null(name) {
        into.clear();
    } else if let Some(texts) = fields.texts(name) {
        if texts.len() > most {
            fields.wrong(name, format!("should have at most {most} item(s)"));
        } else if texts.iter().any(|text| text.chars().count() > longest) {
            let words = format!("items should be at most {longest} character(s)");
            fields.wrong(name, words);
        }
        *into = texts;
    }
}

/// A whole number within these bounds.
pub(crate) fn whole(
    fields: &mut Fields,
    name: &str,
    bounds: RangeInclusive<i64>,
    into: &mut Option<i64>,
) {
    if fields.is_null(name) {
        *into = None;
    } else if let Some(number) = fields.whole(name, bounds) {
        *into = Some(number);
    }
}
