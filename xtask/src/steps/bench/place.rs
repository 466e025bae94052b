//! Where the large files of a comparison lie: the same place for every side.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;

/// Memory that stays free for everything else, in bytes.
const SPARE: u64 = 4_000_000_000;
/// Linux keeps files here in memory.
const IN_MEMORY: &str = "/dev/shm";

/// A folder that goes, with everything in it, when it is dropped.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    in_memory: bool,
}

impl Place {
    /// For files of so many bytes altogether: in memory where there is enough, so that programs are compared and not
    /// a disk with itself.
    ///
    /// # Errors
    /// The folder can't be made.
    pub fn for_bytes(project: &Project, bytes: u64) -> Result<Self> {
        let in_memory =
            Path::new(IN_MEMORY).is_dir() && available().is_some_and(|free| free > bytes + SPARE);
        if !in_memory {
            return Self::on_disk(project);
        }
        Self::at(
            Path::new(IN_MEMORY).join(format!("reelwright-bench-{}", std::process::id())),
            true,
        )
    }

    /// On the disk that the project is on.
    ///
    /// # Errors
    /// The folder can't be made.
    pub fn on_disk(project: &Project) -> Result<Self> {
        Self::at(project.target().join("bench/files"), false)
    }

    fn at(folder: PathBuf, in_memory: bool) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(&folder).context("what the last run left can't be removed")?;
        }
        fs::create_dir_all(&folder)?;
        Ok(Self { folder, in_memory })
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it is, as the table says it.
    pub fn spelled(&self) -> &'static str {
        if self.in_memory {
            "all files in memory (/dev/shm)"
        } else {
            "all files on disk"
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What can't be removed is removed by the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Memory that programs may still take, in bytes.
fn available() -> Option<u64> {
    let told = fs::read_to_string("/proc/meminfo").ok()?;
    let line = told
        .lines()
        .find_map(|line| line.strip_prefix("MemAvailable:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024)
}
