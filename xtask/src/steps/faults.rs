//! The faults as tests: killed processes, bad roads, a service, a disk and a keychain that fail.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::project::{ALL_BUT_XTASK, PAGE_INSIDE, Project};
use crate::shell;

/// How much is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A few minutes.
    Short,
    /// Some thirty.
    Long,
}

/// What is tried, and where the table goes.
#[derive(Debug)]
pub struct Walk {
    /// How much.
    pub form: Form,
    /// Where the table is written as JSON.
    pub json: Option<PathBuf>,
    /// Where the random kills begin; the program has its own where there is none.
    pub seed: Option<u64>,
    /// Nothing but what has this in its name.
    pub only: Option<String>,
}

/// Walks the faults, and prints the table.
///
/// # Errors
/// One of them was not survived, or the program does not build.
pub fn faults(project: &Project, walk: &Walk) -> Result<()> {
    let mut command = project.cargo();
    command.args(["test", "-p", "reel", "--test", "faults", "--"]);
    command.arg(match walk.form {
        Form::Short => "--short",
        Form::Long => "--long",
    });
    if let Some(path) = &walk.json {
        // The program runs in its package's folder.
        command.arg("--json").arg(std::path::absolute(path)?);
    }
    if let Some(seed) = walk.seed {
        command.args(["--seed", &seed.to_string()]);
    }
    if let Some(text) = &walk.only {
        command.args(["--only", text]);
    }
    shell::run(&mut command)
}

/// The short form as a part of all tests, from the same build as these.
pub fn short(project: &Project) -> Command {
    let mut command = project.cargo();
    command.arg("test").args(ALL_BUT_XTASK).args([
        "--features",
        PAGE_INSIDE,
        "--test",
        "faults",
        "--",
        "--short",
    ]);
    command
}
