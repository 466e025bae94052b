//! Pictures of the real window, to be looked at by a person.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::{sources, window_tests};

/// Takes them into `folder`.
///
/// # Errors
/// This is not Linux, something needed can't be had, or the window could not be driven.
pub fn pictures(project: &Project, folder: &Path) -> Result<()> {
    if !window_tests::can_be_run() {
        bail!("pictures are taken on a virtual display, which can be had on Linux only");
    }
    setup::system(Purpose::WindowTests)?;
    page::build(project, Finish::Plain)?;
    fs::create_dir_all(folder).with_context(|| format!("{} can't be made", folder.display()))?;
    let folder = folder.canonicalize()?;
    let mut command = window_tests::command(project, &["--nocapture", "pictures"]);
    shell::run(command.env("REELWRIGHT_PICTURES", &folder))?;
    println!(
        "{} pictures are in {}.",
        sources::files_under(&folder)?.len(),
        folder.display()
    );
    Ok(())
}
