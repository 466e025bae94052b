//! Where the project is, and how its own cargo is called.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::shell;

/// The feature under which the app carries the page inside; every build of the desktop package uses it, so that
/// they share their work.
pub const PAGE_INSIDE: &str = "custom-protocol";

/// The same packages in every check and test: cargo then compiles each dependency once. xtask stays out, for a
/// running program can't be replaced everywhere; it is checked by itself.
pub const ALL_BUT_XTASK: &[&str] = &["--workspace", "--exclude", "xtask"];

/// The clone this program belongs to.
#[derive(Debug)]
pub struct Project {
    root: PathBuf,
    target: PathBuf,
    metadata: Value,
}

impl Project {
    /// Finds the clone and asks cargo about its packages.
    ///
    /// # Errors
    /// Cargo can't read the workspace.
    pub fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("xtask's folder has no parent")?
            .to_path_buf();
        let mut command = cargo_in(&root);
        command.args(["metadata", "--format-version", "1", "--no-deps"]);
        let metadata: Value = serde_json::from_str(&shell::answer(&mut command)?)
            .context("cargo's description of the workspace can't be read")?;
        let target = metadata["target_directory"]
            .as_str()
            .context("cargo names no target folder")?
            .into();
        Ok(Self {
            root,
            target,
            metadata,
        })
    }

    /// The clone's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A path inside the clone.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.root.join(inside)
    }

    /// Cargo's target folder.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// What `cargo metadata --no-deps` said.
    pub fn metadata(&self) -> &Value {
        &self.metadata
    }

    /// The oldest compiler the workspace accepts, as (major, minor).
    pub fn rust_version(&self) -> Option<(u32, u32)> {
        let packages = self.metadata["packages"].as_array()?;
        let stated = packages
            .iter()
            .find_map(|package| package["rust_version"].as_str())?;
        let mut numbers = stated.split('.').map(str::parse);
        Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
    }

    /// The cargo that started this program, at the clone's root.
    pub fn cargo(&self) -> Command {
        cargo_in(&self.root)
    }

    /// A program that cargo built with the `dev` profile.
    pub fn built(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}

fn cargo_in(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    // `cargo run` describes xtask itself in these; build scripts that watch them would run again for nothing.
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy();
        if [
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_BIN_",
            "CARGO_CRATE_",
        ]
        .iter()
        .any(|start| name.starts_with(start))
        {
            command.env_remove(&*name);
        }
    }
    command
}
