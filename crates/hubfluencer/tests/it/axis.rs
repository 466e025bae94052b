//! The list of the contract's endpoints (`contract.toml`) and the client are of one another.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::Deserialize;

const VERBS: [(&str, &str); 5] = [
    ("GET", ".get(\"/"),
    ("POST", ".post(\"/"),
    ("PUT", ".put(\"/"),
    ("PATCH", ".patch(\"/"),
    ("DELETE", ".delete(\"/"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    endpoint: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    method: String,
    path: String,
    #[serde(default)]
    parameters: Vec<String>,
}

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(folder().join("contract.toml")).unwrap();
    toml::from_str::<List>(&text).unwrap().endpoint
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let below = entries.flat_map(|entry| {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path),
            false => vec![path],
        }
    });
    below.collect()
}

/// Method and path of every call in the client, with the text of the file that it stands in.
fn calls() -> BTreeMap<(String, String), Vec<String>> {
    let mut calls: BTreeMap<_, Vec<String>> = BTreeMap::new();
    for file in files(&folder().join("src")) {
        let text = std::fs::read_to_string(file).unwrap();
        for (method, opening) in VERBS {
            for call in text.split(opening).skip(1) {
                let (path, _) = call.split_once('"').unwrap();
                let key = (method.to_owned(), format!("/{path}"));
                calls.entry(key).or_default().push(text.clone());
            }
        }
    }
    calls
}

#[test]
fn every_row_is_well_formed_and_stands_once() {
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    let mut seen = BTreeSet::new();
    for row in rows() {
        let place = format!("{} {}", row.method, row.path);
        assert!(VERBS.iter().any(|(verb, _)| *verb == row.method), "{place}");
        assert!(row.path.starts_with("/api/"), "{place}");
        for segment in row.path.split('/').skip(1) {
            let inner = segment.strip_prefix('{').map(|rest| rest.strip_suffix('}'));
            match inner {
                Some(name) => assert!(name.is_some_and(is_name), "{place}"),
                None => assert!(!segment.is_empty() && !segment.contains([':', '?', '}'])),
            }
        }
        let parameters: BTreeSet<&String> = row.parameters.iter().collect();
        assert_eq!(parameters.len(), row.parameters.len(), "{place}");
        assert!(row.parameters.iter().all(|name| is_name(name)), "{place}");
        assert!(seen.insert(place.clone()), "{place} twice");
    }
}

#[test]
fn every_endpoint_has_one_function_that_names_its_parameters() {
    let calls = calls();
    for row in rows() {
        let place = format!("{} {}", row.method, row.path);
        let files = calls.get(&(row.method, row.path));
        let files = files.unwrap_or_else(|| panic!("{place} has no function"));
        assert_eq!(files.len(), 1, "{place}");
        for name in &row.parameters {
            assert!(
                files[0].contains(&format!("\"{name}\"")),
                "{name} of {place}"
            );
        }
    }
}

#[test]
fn no_function_goes_beyond_the_contract() {
    let listed: BTreeSet<(String, String)> = rows()
        .into_iter()
        .map(|row| (row.method, row.path))
        .collect();
    let called: BTreeSet<(String, String)> = calls().into_keys().collect();
    assert_eq!(called, listed);
    assert_eq!(listed.len(), 66);
}
