//! The tools that ours are held against, installed from the package registries where they are missing.

use std::path::PathBuf;
use std::process::Command;

use crate::project::Project;
use crate::shell;
use crate::steps::{packages, s3_test};

use super::table::Table;

/// A tool.
#[derive(Debug, Clone)]
pub struct Tool {
    program: PathBuf,
}

impl Tool {
    /// `ffprobe`, of ffmpeg.
    pub fn ffprobe(table: &mut Table) -> Option<Self> {
        Self::found("ffprobe", "-version", table)
    }

    /// `ffmpeg`, which makes the clips.
    pub fn ffmpeg(table: &mut Table) -> Option<Self> {
        Self::found("ffmpeg", "-version", table)
    }

    /// `curl`.
    pub fn curl(table: &mut Table) -> Option<Self> {
        Self::found("curl", "--version", table)
    }

    /// `aria2c`.
    pub fn aria2c(table: &mut Table) -> Option<Self> {
        Self::found("aria2c", "--version", table)
    }

    /// `rclone`, from Python's registry.
    pub fn rclone(project: &Project, table: &mut Table) -> Option<Self> {
        let program = s3_test::rclone(project)
            .inspect_err(|reason| println!("rclone can't be had: {reason:#}"))
            .ok()?;
        Self { program }.told("version", table)
    }

    /// A command of it.
    pub fn command(&self) -> Command {
        Command::new(&self.program)
    }

    fn found(name: &str, version: &str, table: &mut Table) -> Option<Self> {
        if shell::find(name).is_none()
            && packages::has_apt()
            && let Err(reason) = packages::ensure(&[packages::RIVALS])
        {
            println!("{name} can't be had: {reason:#}");
        }
        let program = shell::find(name)?;
        Self { program }.told(version, table)
    }

    fn told(self, version: &str, table: &mut Table) -> Option<Self> {
        let told = shell::answer(self.command().arg(version)).ok()?;
        // "name version, and who made it".
        let words = told
            .lines()
            .next()?
            .split_whitespace()
            .take_while(|word| !word.starts_with(['(', 'C']));
        table.tool(words.take(3).collect::<Vec<_>>().join(" "));
        Some(self)
    }
}
