//! A corpus of broken and hostile media, and one walk over all of it.
//!
//! Each file in `tests/corpus` is named for what is wrong with it, and has a recipe here. A file without a recipe
//! (something met outside, or found by a fuzzer) is walked over as well. To write a new recipe's file:
//! `CLIP_CORPUS=write cargo test -p clip --test it corpus`.

mod ebml;
mod mp4;
mod others;
mod pictures;

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use contract::Verdict;

use crate::bounds::{LARGEST, Repeated, look};

/// How a broken file is made, and what is to come of it.
pub struct Recipe {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    pub fate: Fate,
}

/// What the verdict on a broken file must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It can't be sent.
    Refused,
    /// What is wrong with it is nothing that a clip is judged by (a table of samples, what follows the clip): it may
    /// pass, as long as it is survived.
    Survived,
}

/// A file that must be refused.
pub fn refused(name: &'static str, bytes: Vec<u8>) -> Recipe {
    Recipe {
        name,
        bytes,
        fate: Fate::Refused,
    }
}

/// A file that must be survived.
pub fn survived(name: &'static str, bytes: Vec<u8>) -> Recipe {
    Recipe {
        name,
        bytes,
        fate: Fate::Survived,
    }
}

fn recipes() -> Vec<Recipe> {
    [
        mp4::recipes(),
        ebml::recipes(),
        others::recipes(),
        pictures::recipes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

#[test]
fn the_files_of_the_corpus_are_what_their_recipes_make() {
    let may_write = std::env::var_os("CLIP_CORPUS").is_some_and(|value| value == "write");
    let mut names = BTreeSet::new();
    for recipe in recipes() {
        assert!(names.insert(recipe.name), "{} twice", recipe.name);
        let path = folder().join(recipe.name);
        if may_write {
            fs::write(&path, &recipe.bytes).unwrap();
        }
        let kept = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", recipe.name));
        assert!(
            kept == recipe.bytes,
            "{} is not what its recipe makes",
            recipe.name
        );
        assert!(kept.len() <= 256 * 1024, "{} is too large", recipe.name);
    }
}

#[test]
fn every_file_of_the_corpus_is_survived_and_judged_within_the_bounds() {
    let recipes = recipes();
    let mut walked = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&path).unwrap();
        let seen = look(&name, Cursor::new(&bytes), bytes.len() as u64);
        let recipe = recipes.iter().find(|recipe| recipe.name == name);
        if recipe.is_some_and(|recipe| recipe.fate == Fate::Refused) {
            assert_eq!(seen.verdict, Verdict::Refused, "{name}: {:?}", seen.probed);
        }
        walked += 1;
    }
    assert!(walked >= recipes.len(), "{walked}");
}

#[test]
fn every_file_of_the_corpus_drawn_out_to_a_hundred_megabytes_stays_within_the_bounds() {
    for recipe in recipes() {
        let head = recipe.bytes.as_slice();
        let end = |most: usize| &head[head.len().saturating_sub(most)..];
        // Nothing, its last bytes (the smallest parts there are), its end, and all of it, over and over.
        for unit in [&[0; 1], end(2), end(8), end(64), end(512), head] {
            if unit.is_empty() {
                continue;
            }
            // Some kilobytes of it at once: the reader then copies less often.
            let many = unit.repeat(4096 / unit.len() + 1);
            let reader = Repeated {
                head,
                unit: &many,
                size: LARGEST,
                at: 0,
            };
            let name = format!("{} and {} bytes over and over", recipe.name, unit.len());
            look(&name, reader, LARGEST);
        }
    }
}
