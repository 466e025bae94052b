//! The barest window with a page of Leptos in it, which ours is held against: `xtask/bare`, a workspace of its own that
//! is compiled with our lock file, into our target folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::{PAGE_INSIDE, Project};
use crate::shell;
use crate::steps::page::{self, Finish, module};

use super::programs::optimised;

/// Its folder in the project.
const FOLDER: &str = "xtask/bare";

/// Its page, built.
#[derive(Debug)]
pub struct Page {
    /// As it was compiled.
    pub compiled: PathBuf,
    /// As it is shown.
    pub shrunk: PathBuf,
}

/// Builds its page into `target/bench/bare-page`, as ours is built for a release.
///
/// # Errors
/// It does not build.
pub fn page(project: &Project) -> Result<Page> {
    let folder = project.path(FOLDER);
    same_versions(project, &folder)?;
    let compiled = page::compile(project, &folder, "bare-page", Finish::Shrunk)?;
    let dist = project.target().join("bench/bare-page");
    fs::create_dir_all(&dist)?;
    let shrunk = module::make(&compiled, "bare-page", &dist, Finish::Shrunk)?.first;
    for shown in ["index.html", "boot.js"] {
        fs::copy(folder.join("page").join(shown), dist.join(shown))?;
    }
    Ok(Page { compiled, shrunk })
}

/// Builds the window around its page, optimised.
///
/// # Errors
/// It does not build.
pub fn window(project: &Project) -> Result<PathBuf> {
    page(project)?;
    let folder = project.path(FOLDER);
    let mut command: Command = project.cargo();
    command
        .current_dir(folder)
        .args([
            "build",
            "--release",
            "--features",
            PAGE_INSIDE,
            "--target-dir",
        ])
        .arg(project.target());
    shell::run(&mut command)?;
    Ok(optimised(project, "bare-window"))
}

/// It has the very versions of our lock file: cargo drops what it does not need.
fn same_versions(project: &Project, folder: &Path) -> Result<()> {
    fs::copy(project.path("Cargo.lock"), folder.join("Cargo.lock"))
        .map(drop)
        .context("the lock file can't be copied")
}
