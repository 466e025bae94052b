//! All sizes of the icon, from its two drawings.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell;
use crate::steps::packages;

/// Draws them into `icons/`.
///
/// # Errors
/// The drawing tool can't be had, or the drawing can't be read.
pub fn icons(project: &Project) -> Result<()> {
    if packages::has_apt() {
        packages::ensure(&[packages::DRAWING])?;
    }
    for program in ["python3", "rsvg-convert"] {
        if shell::find(program).is_none() {
            bail!("{program} is missing; install it, then run this again (see icons/README.md)");
        }
    }
    shell::run(Command::new("python3").arg(project.path("icons/draw.py")))
}
