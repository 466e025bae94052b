//! Packages for Debian's and Red Hat's families.

use anyhow::{Result, bail};
use serde_json::json;

use crate::project::Project;
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::sources;

/// The line of Tauri's command line that fits the crates in Cargo.lock.
const TAURI_CLI: &str = "@tauri-apps/cli@2";

/// Makes a deb and an rpm.
///
/// # Errors
/// Node is missing, this is not Linux, or the build failed.
pub fn bundle(project: &Project) -> Result<()> {
    if cfg!(not(target_os = "linux")) {
        bail!("deb and rpm are made on Linux; here, run: npx {TAURI_CLI} build");
    }
    let Some(mut command) = shell::npx() else {
        bail!("Tauri's command line needs node; install nodejs and npm, then run this again");
    };
    setup::system(Purpose::Window)?;
    page::build(project, Finish::Shrunk)?;
    shell::run(project.cargo().args(["build", "--release", "-p", "reel"]))?;
    command
        .current_dir(project.root())
        .args([TAURI_CLI, "build", "--bundles", "deb,rpm", "--config"])
        .arg(with_reel(project));
    shell::run(&mut command)?;
    let made = project.target().join("release/bundle");
    for file in sources::files_under(&made)? {
        let kind = file.extension().and_then(|extension| extension.to_str());
        if matches!(kind, Some("deb" | "rpm")) {
            println!("Made: {}", file.display());
        }
    }
    Ok(())
}

/// What is added to the app's configuration, so that the packages bring the command line as well.
fn with_reel(project: &Project) -> String {
    let files = json!({"files": {"/usr/bin/reel": project.target().join("release/reel")}});
    json!({"bundle": {"linux": {"deb": files, "rpm": files}}}).to_string()
}
