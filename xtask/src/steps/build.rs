//! Compiling the app and `reel`.

use std::ffi::OsString;

use anyhow::Result;

use crate::project::{PAGE_INSIDE, Project};
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};

/// How the programs are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quickly.
    Debug,
    /// To be handed out.
    Release,
}

/// Builds the page, the app and `reel`.
///
/// # Errors
/// Something needed is missing, or it does not compile.
pub fn build(project: &Project, profile: Profile) -> Result<()> {
    setup::system(Purpose::Window)?;
    let finish = match profile {
        Profile::Debug => Finish::Plain,
        Profile::Release => Finish::Shrunk,
    };
    page::build(project, finish)?;
    let mut command = project.cargo();
    command.args([
        "build",
        "-p",
        "reelwright",
        "-p",
        "reel",
        "--features",
        PAGE_INSIDE,
    ]);
    let folder = match profile {
        Profile::Debug => "debug",
        Profile::Release => {
            command.arg("--release");
            "release"
        }
    };
    shell::run(&mut command)?;
    println!(
        "Built: reelwright and reel, in {}.",
        project.target().join(folder).display()
    );
    Ok(())
}

/// Builds `reel` alone, which needs neither the page nor the window's libraries.
///
/// # Errors
/// Something needed is missing, or it does not compile.
pub fn reel_alone(project: &Project) -> Result<()> {
    setup::system(Purpose::Terminal)?;
    shell::run(project.cargo().args(["build", "-p", "reel"]))
}

/// Builds `reel` and runs it with the given words.
///
/// # Errors
/// As [`reel_alone`]; and `reel`'s own failure.
pub fn reel(project: &Project, words: &[OsString]) -> Result<()> {
    reel_alone(project)?;
    shell::run(std::process::Command::new(project.built("reel")).args(words))
}
