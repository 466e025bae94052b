//! The three languages say the same things.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use contract::Language;
use fluent_syntax::{ast, parser};

/// The files that speak of Hubfluencer alone, or of both services.
const HUBFLUENCERS: [&str; 8] = [
    "carousels.ftl",
    "editor.ftl",
    "hub.ftl",
    "hub_refusals.ftl",
    "reel_hub.ftl",
    "limits.ftl",
    "reel_limits.ftl",
    "shorts.ftl",
];

/// The names of the files of each language, by those of the English.
pub fn file_names() -> Vec<String> {
    names_of(Language::English)
}

fn names_of(language: Language) -> Vec<String> {
    let folder = locales().join(language.tag());
    let entries = std::fs::read_dir(&folder).expect("a folder for each language");
    let mut names: Vec<String> = entries
        .map(|entry| {
            entry
                .expect("readable")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

/// A message of a file: which values it mentions, and its own text without them.
#[derive(Default)]
pub struct Message {
    pub variables: BTreeSet<String>,
    pub text: String,
}

pub fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")
}

/// The messages of one file of one language.
pub fn messages(language: Language, file: &str) -> BTreeMap<String, Message> {
    let path = locales().join(language.tag()).join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let resource = parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            ast::Entry::Message(message) => {
                let mut known = Message::default();
                let pattern = message
                    .value
                    .unwrap_or_else(|| panic!("{} has no text", message.id.name));
                walk(&pattern, &mut known);
                let twice = messages.insert(message.id.name.to_owned(), known);
                assert!(
                    twice.is_none(),
                    "{}: {} stands twice",
                    path.display(),
                    message.id.name
                );
            }
            ast::Entry::Comment(_)
            | ast::Entry::GroupComment(_)
            | ast::Entry::ResourceComment(_) => {}
            other => panic!("{}: only messages are used here: {other:?}", path.display()),
        }
    }
    messages
}

/// Every message of one language.
pub fn all(language: Language) -> BTreeMap<String, Message> {
    let mut all = BTreeMap::new();
    for file in file_names() {
        for (key, message) in messages(language, &file) {
            assert!(
                all.insert(key.clone(), message).is_none(),
                "{key} stands in two files"
            );
        }
    }
    all
}

fn walk(pattern: &ast::Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => message.text.push_str(value),
            ast::PatternElement::Placeable { expression } => walk_expression(expression, message),
        }
    }
}

fn walk_expression(expression: &ast::Expression<&str>, message: &mut Message) {
    match expression {
        ast::Expression::Inline(inline) => walk_inline(inline, message),
        ast::Expression::Select { selector, variants } => {
            walk_inline(selector, message);
            for variant in variants {
                walk(&variant.value, message);
            }
        }
    }
}

fn walk_inline(inline: &ast::InlineExpression<&str>, message: &mut Message) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => walk_expression(expression, message),
        ast::InlineExpression::StringLiteral { value } => message.text.push_str(value),
        _ => {}
    }
}

#[test]
fn the_three_languages_have_the_same_keys_and_values() {
    for &language in Language::ALL {
        assert_eq!(names_of(language), file_names(), "{}", language.tag());
    }
    for file in &file_names() {
        let english = messages(Language::English, file);
        for language in [Language::Chinese, Language::Spanish] {
            let other = messages(language, file);
            let missing: Vec<_> = english
                .keys()
                .filter(|key| !other.contains_key(*key))
                .collect();
            let surplus: Vec<_> = other
                .keys()
                .filter(|key| !english.contains_key(*key))
                .collect();
            assert!(
                missing.is_empty(),
                "{file}, {}: missing {missing:?}",
                language.tag()
            );
            assert!(
                surplus.is_empty(),
                "{file}, {}: only there {surplus:?}",
                language.tag()
            );
            for (key, message) in &english {
                assert_eq!(
                    message.variables,
                    other[key].variables,
                    "{file}, {}: {key}",
                    language.tag()
                );
            }
        }
    }
}

#[test]
fn nothing_shouts_and_only_hubfluencers_words_speak_of_credits_and_none_of_money() {
    // Riffkit's balance and prices are seconds of video; Hubfluencer counts in whole credits.
    let of_credits = ["credit", "crédito", "积分"];
    let never = ["!", "！", "dollar", "dólar", "美元", "USD", "US$"];
    for &language in Language::ALL {
        for file in file_names() {
            let counts_credits = HUBFLUENCERS.contains(&file.as_str());
            for (key, message) in messages(language, &file) {
                // Fluent's own marks are no text: what is looked at is what a person reads.
                let text = message.text.to_lowercase();
                let barred = never.iter().chain(of_credits.iter().filter(|_| {
                    !counts_credits && !key.starts_with("hub-") && !key.starts_with("cli-hub-")
                }));
                for word in barred {
                    assert!(
                        !text.contains(&word.to_lowercase()),
                        "{}: {key}: {word}",
                        language.tag()
                    );
                }
            }
        }
    }
}

#[test]
fn chinese_and_spanish_are_not_left_in_english() {
    let english = all(Language::English);
    let chinese = all(Language::Chinese);
    let written_alike = |text: &str| !text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    for (key, message) in &chinese {
        let words = message
            .text
            .split_whitespace()
            .filter(|w| w.len() > 3)
            .count();
        assert!(
            words < 3 || !written_alike(&message.text),
            "zh-Hans: {key} has no Chinese in it"
        );
    }
    for (key, message) in all(Language::Spanish) {
        let long = message.text.split_whitespace().count() > 3;
        assert!(
            !long || message.text != english[&key].text,
            "es: {key} is the English text"
        );
    }
}

#[test]
fn every_file_is_part_of_the_program() {
    for &language in Language::ALL {
        let words = words::Words::of(language);
        for key in all(language).keys() {
            assert!(
                words.has(key),
                "{}: {key} stands in a file that is not read",
                language.tag()
            );
        }
    }
}
