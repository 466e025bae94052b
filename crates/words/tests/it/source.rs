//! The fronts' sources ask for keys that exist, and no key is left that nobody asks for.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use contract::Language;

use crate::files;

/// Beginnings of keys that `words` itself composes from the contract's closed lists.
const COMPOSED_HERE: [&str; 4] = ["refusal-", "next-", "clip-", "measure-"];

fn front_sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Vec::new();
    for folder in ["ui/src", "crates/reel/src", "src-tauri/src"] {
        collect(&root.join(folder), &mut sources);
    }
    assert!(!sources.is_empty(), "the fronts' sources were not found");
    sources
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

/// A source without its comment lines, which may speak of keys that are only examples.
fn code_of(path: &Path) -> String {
    let source = std::fs::read_to_string(path).expect("a readable source");
    source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every string literal of a source, roughly: enough to find keys, which hold no quotes.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"')
}

/// The literals that stand directly in a call that takes a key.
fn asked_for(source: &str) -> Vec<&str> {
    let calls = ["say(", "say_with(", "t(", "t!(", "tr(", "say!("];
    let mut keys = Vec::new();
    for call in calls {
        for (at, _) in source.match_indices(call) {
            let named_so = source[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric() && c != '_');
            let rest = source[at + call.len()..].trim_start();
            if let (true, Some(rest)) = (named_so, rest.strip_prefix('"'))
                && let Some((key, _)) = rest.split_once('"')
            {
                keys.push(key);
            }
        }
    }
    keys
}

fn looks_like_a_key(text: &str) -> bool {
    !text.is_empty()
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn every_key_that_a_front_asks_for_exists() {
    let known: BTreeSet<String> = files::all(Language::English).into_keys().collect();
    for path in front_sources() {
        let source = code_of(&path);
        for key in asked_for(&source)
            .into_iter()
            .filter(|key| looks_like_a_key(key))
        {
            assert!(
                known.contains(key),
                "{}: no locale file has {key}",
                path.display()
            );
        }
    }
}

#[test]
fn every_key_is_asked_for_somewhere() {
    let mut whole = BTreeSet::new();
    let mut beginnings: BTreeSet<String> = COMPOSED_HERE.map(str::to_owned).into();
    for path in front_sources() {
        let source = code_of(&path);
        for literal in literals(&source) {
            if looks_like_a_key(literal) {
                whole.insert(literal.to_owned());
            }
            // A key that is composed: `format!("stage-{}", …)`.
            if let Some((beginning, _)) = literal.split_once('{')
                && beginning.ends_with('-')
                && looks_like_a_key(beginning)
            {
                beginnings.insert(beginning.to_owned());
            }
        }
    }
    let left: Vec<_> = files::all(Language::English)
        .into_keys()
        .filter(|key| {
            !whole.contains(key) && !beginnings.iter().any(|b| key.starts_with(b.as_str()))
        })
        .collect();
    assert!(left.is_empty(), "nobody asks for {left:?}");
}
