//! The architecture's arrows, held by cargo's own description of the packages and a look at the sources.

use std::fs;

use anyhow::{Result, bail};
use serde_json::Value;

use crate::project::Project;
use crate::steps::sources;

mod addresses;
mod deletion;
mod text;

/// Our packages, and which of ours each may name for use (not merely for its tests).
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("contract", &[]),
    ("words", &["contract"]),
    ("wire", &["contract"]),
    ("transfer", &["wire"]),
    ("lenient", &[]),
    // For tests only: nobody names it for use.
    ("heap", &[]),
    ("clip", &["contract"]),
    ("riffkit", &["wire", "lenient", "contract"]),
    ("hubfluencer", &["wire", "lenient", "contract"]),
    (
        "studio",
        &[
            "riffkit",
            "hubfluencer",
            "transfer",
            "wire",
            "clip",
            "contract",
        ],
    ),
    // The services' stand-in is written from their texts alone, so that a misreading in a client shows.
    ("sandbox", &["contract"]),
    ("ui", &["contract", "words"]),
    ("reel", &["studio", "sandbox", "words", "contract"]),
    ("reelwright", &["studio", "sandbox", "words", "contract"]),
    // Measures what the app does, part by part; nobody names it.
    (
        "bench",
        &[
            "studio",
            "riffkit",
            "hubfluencer",
            "transfer",
            "wire",
            "clip",
            "contract",
        ],
    ),
    ("xtask", &[]),
];

/// Packages of others that only some of ours may name.
const RESERVED: &[(Family, &[&str])] = &[
    (Family::StartsWith("tauri"), &["reelwright"]),
    (Family::Is("reqwest"), &["wire"]),
    (Family::Is("wasm-bindgen"), &["ui"]),
    (Family::Is("wasm-bindgen-futures"), &["ui"]),
    (Family::Is("web-sys"), &["ui"]),
    (Family::Is("js-sys"), &["ui"]),
    (Family::Is("leptos"), &["ui"]),
    // The bench fills a journal with a past.
    (Family::Is("rusqlite"), &["studio", "bench"]),
    (Family::Is("keyring"), &["studio"]),
];

/// One integration test program for each package (they are slow to link), one for the window, and one
/// that walks the faults.
const TEST_PROGRAMS: &[&str] = &["it", "window", "faults"];

/// A name, or all names that begin so.
#[derive(Debug, Clone, Copy)]
enum Family {
    Is(&'static str),
    StartsWith(&'static str),
}

impl Family {
    fn has(self, name: &str) -> bool {
        match self {
            Self::Is(wanted) => name == wanted,
            Self::StartsWith(start) => name.starts_with(start),
        }
    }
}

/// Checks everything and names every breach.
///
/// # Errors
/// There is at least one.
pub fn check(project: &Project) -> Result<()> {
    let mut breaches = packages(project.metadata());
    for path in sources::own_files(project)? {
        let kind = path.extension().and_then(|extension| extension.to_str());
        if !matches!(kind, Some("rs" | "css")) {
            continue;
        }
        let name = path
            .strip_prefix(project.root())?
            .to_string_lossy()
            .replace('\\', "/");
        let content = fs::read_to_string(&path)?;
        breaches.extend(text::breaches(&name, &content));
        breaches.extend(deletion::breaches(&name, &content));
        breaches.extend(addresses::breaches(&name, &content));
    }
    for breach in &breaches {
        println!("  {breach}");
    }
    match breaches.len() {
        0 => {
            println!("The architecture's arrows hold.");
            Ok(())
        }
        1 => bail!("the architecture is broken in one place: {}", breaches[0]),
        many => bail!("the architecture is broken in {many} places, named above"),
    }
}

/// The breaches in who names whom.
fn packages(metadata: &Value) -> Vec<String> {
    let mut breaches = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let Some(name) = package["name"].as_str() else {
            continue;
        };
        let Some((_, known)) = MAY_KNOW.iter().find(|(ours, _)| *ours == name) else {
            breaches.push(format!(
                "{name} has no place in the architecture yet (xtask/src/steps/arrows.rs)"
            ));
            continue;
        };
        for target in package["targets"].as_array().into_iter().flatten() {
            let kind = &target["kind"][0];
            if kind == "test" && !TEST_PROGRAMS.iter().any(|known| target["name"] == *known) {
                breaches.push(format!(
                    "{name} has a test program {}, which `cargo xtask test` does not run",
                    target["name"]
                ));
            }
        }
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            // What a package needs for its tests only is its own affair: there the sandbox and the clients meet.
            if dependency["kind"] == "dev" {
                continue;
            }
            let Some(other) = dependency["name"].as_str() else {
                continue;
            };
            let ours = !dependency["path"].is_null();
            if ours && !known.contains(&other) {
                breaches.push(format!("{name} must not know {other}"));
            }
            for (family, owners) in RESERVED {
                // xtask makes the glue that the page is started with; it is no part of what is shipped.
                if family.has(other) && !owners.contains(&name) {
                    breaches.push(format!(
                        "{name} must not know {other}: only {} may",
                        owners.join(", ")
                    ));
                }
            }
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, dependencies: Value) -> Value {
        json!({"packages": [{"name": name, "dependencies": dependencies}]})
    }

    #[test]
    fn a_stand_in_that_knows_a_client_is_named() {
        let metadata = package(
            "sandbox",
            json!([{"name": "riffkit", "kind": null, "path": "x"}]),
        );
        assert_eq!(packages(&metadata), ["sandbox must not know riffkit"]);
    }

    #[test]
    fn tests_may_bring_client_and_stand_in_together() {
        let metadata = package(
            "riffkit",
            json!([{"name": "sandbox", "kind": "dev", "path": "x"}]),
        );
        assert!(packages(&metadata).is_empty());
    }

    #[test]
    fn a_second_http_client_or_window_is_named() {
        let metadata = package(
            "studio",
            json!([{"name": "reqwest", "kind": null}, {"name": "tauri-plugin-store", "kind": null}]),
        );
        assert_eq!(packages(&metadata).len(), 2);
    }

    #[test]
    fn a_test_program_that_nobody_runs_is_named() {
        let metadata = json!({"packages": [{"name": "clip", "dependencies": [], "targets": [
            {"name": "it", "kind": ["test"]}, {"name": "more", "kind": ["test"]}, {"name": "clip", "kind": ["lib"]},
        ]}]});
        assert_eq!(packages(&metadata).len(), 1);
    }

    #[test]
    fn a_new_package_must_be_given_a_place() {
        assert_eq!(packages(&package("extra", json!([]))).len(), 1);
    }
}
