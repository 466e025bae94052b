//! Which files belong to the project.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::shell;

/// Folders that hold what was made, not what was written.
const MADE: &[&str] = &["target", "dist", "node_modules", ".git", "gen"];

/// All files below a folder, in a fixed order.
///
/// # Errors
/// A folder can't be read.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    walk(folder, &[])
}

/// The project's own files: what git knows or would add, or, without git, everything that was not made here.
///
/// # Errors
/// A folder can't be read.
pub fn own_files(project: &Project) -> Result<Vec<PathBuf>> {
    let listed = shell::answer(Command::new("git").current_dir(project.root()).args([
        "ls-files",
        "-z",
        "--cached",
        "--others",
        "--exclude-standard",
    ]));
    match listed {
        Ok(names) => Ok(names
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(|name| project.path(name))
            // A file that was deleted but not yet committed so is still listed.
            .filter(|path| path.is_file())
            .collect()),
        Err(_) => walk(project.root(), MADE),
    }
}

fn walk(folder: &Path, without: &[&str]) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("{} can't be read", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or("");
            if path.is_dir() {
                if !without.contains(&name) {
                    folders.push(path);
                }
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
