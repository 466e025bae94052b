//! What the program is told.

use std::path::PathBuf;

use clap::Parser;

/// Where the random kills begin unless somebody says otherwise.
const SEED: u64 = 20_261_122;

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Each fault once or a few times.
    Short,
    /// As often as chance needs to find something.
    Long,
}

/// The command line.
#[derive(Debug, Parser)]
pub struct Options {
    /// The short form, a few minutes
    #[arg(long, conflicts_with = "long")]
    short: bool,
    /// The long form
    #[arg(long)]
    long: bool,
    /// Writes the table as JSON into this file
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// The random kills of an earlier run
    #[arg(long, default_value_t = SEED)]
    pub seed: u64,
    /// Nothing but the faults whose group or name has this in it
    #[arg(long, value_name = "TEXT")]
    pub only: Option<String>,
}

impl Options {
    /// Reads the command line. None where it asks for neither form: a plain `cargo test` comes by
    /// here as well, with words of its own.
    pub fn read(words: impl Iterator<Item = String>) -> Option<Self> {
        let words: Vec<String> = words.collect();
        let is_form = |word: &String| word == "--short" || word == "--long";
        words.iter().any(is_form).then(|| Self::parse_from(words))
    }

    /// How much is tried.
    pub fn form(&self) -> Form {
        if self.short { Form::Short } else { Form::Long }
    }
}
