//! All sizes of the icon, from its drawing.

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell;

/// Draws them into `icons/`.
///
/// # Errors
/// Node is missing, or the drawing can't be read.
pub fn icons(project: &Project) -> Result<()> {
    let Some(mut command) = shell::npx() else {
        bail!("Tauri's command line needs node; install nodejs and npm, then run this again");
    };
    command
        .current_dir(project.root())
        .args(["@tauri-apps/cli@2", "icon"])
        .arg(project.path("icons/icon.svg"))
        .arg("-o")
        .arg(project.path("icons"));
    shell::run(&mut command)
}
