//! The page: WASM, its JavaScript glue, and the files it is shown with, all in `ui/dist`.

pub mod module;

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::shell;
use crate::steps::sources;
use crate::steps::wasm::{self, Compiler, TARGET};

/// What the page's code is made of.
const SOURCES: &[&str] = &[
    "ui/src",
    "crates/contract/src",
    "crates/words/src",
    "crates/words/locales",
];

/// The files that decide on versions and settings.
const SETTINGS: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.toml",
    "Cargo.lock",
    "ui/Cargo.toml",
    "crates/contract/Cargo.toml",
    "crates/words/Cargo.toml",
];

/// Folders that the page is shown with, copied as they are.
const SHOWN: &[&str] = &["ui/styles", "ui/assets"];

/// How much is done to keep it small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Finish {
    /// Nothing.
    Plain,
    /// wasm-opt, where it can be had, after the slow link-time passes.
    Shrunk,
}

impl Finish {
    /// The profile of Cargo.toml that it is compiled with.
    fn profile(self) -> &'static str {
        match self {
            Self::Plain => "web",
            Self::Shrunk => "web-release",
        }
    }
}

/// Builds the page, unless nothing it is made of has changed.
///
/// # Errors
/// It does not compile, or no compiler has the WASM target.
pub fn build(project: &Project, finish: Finish) -> Result<()> {
    same_bindgen(project)?;
    let compiler = wasm::ensure(project)?;
    let dist = project.path("ui/dist");
    let work = project.target().join("web");
    let stamp = work.join("page.stamp");
    let sources = fingerprint(project, compiler, finish)?;
    // What lies in ui/dist counts as well: a build with another target folder may have put its own there.
    let kept = fs::read_to_string(&stamp).unwrap_or_default();
    if dist.is_dir() && kept == format!("{sources} {}", content_of(&dist)?) {
        println!("The page in ui/dist is up to date.");
        return Ok(());
    }

    let compiled = compile(project, project.root(), "ui", finish)?;
    let staging = work.join("page");
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::create_dir_all(&staging)?;
    module::make(&compiled, "ui", &staging, finish)?;
    for file in shown_files(project)? {
        let target = staging.join(file.strip_prefix(project.path("ui"))?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &target).with_context(|| format!("{} can't be copied", file.display()))?;
    }
    mirror(&staging, &dist)?;
    fs::write(&stamp, format!("{sources} {}", content_of(&dist)?))?;
    let size = fs::metadata(dist.join("ui_bg.wasm"))?.len();
    println!("The page is in ui/dist ({} kB of WASM).", size / 1000);
    Ok(())
}

/// Compiles a package of the workspace in `folder` for the browser; its WASM is still to be made a module that a window loads ([`module::make`]).
///
/// # Errors
/// It does not compile, or no compiler has the WASM target.
pub fn compile(project: &Project, folder: &Path, package: &str, finish: Finish) -> Result<PathBuf> {
    let work = project.target().join("web");
    let profile = finish.profile();
    let mut command = wasm::ensure(project)?.build_command(project);
    command
        .current_dir(folder)
        .args(["-p", package, "--profile", profile, "--target-dir"])
        .arg(&work);
    shell::run(&mut command)?;
    let module = format!("{package}.wasm");
    Ok(work.join(TARGET).join(profile).join(module))
}

/// The glue's maker and the glue's library must be of the very same version.
fn same_bindgen(project: &Project) -> Result<()> {
    let lock =
        fs::read_to_string(project.path("Cargo.lock")).context("Cargo.lock can't be read")?;
    let library = locked(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    let maker = locked(&lock, "wasm-bindgen-cli-support")
        .context("Cargo.lock names no wasm-bindgen-cli-support")?;
    if library != maker {
        bail!(
            "Cargo.lock has wasm-bindgen {library} but wasm-bindgen-cli-support {maker}; run: cargo update -p wasm-bindgen-cli-support --precise {library}"
        );
    }
    Ok(())
}

fn locked<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted).skip(1);
    lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

/// Changes whenever the page would.
fn fingerprint(project: &Project, compiler: Compiler, finish: Finish) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    // This very recipe counts as well.
    include_str!("page.rs").hash(&mut hasher);
    include_str!("page/module.rs").hash(&mut hasher);
    compiler.version().hash(&mut hasher);
    finish.hash(&mut hasher);
    let mut files: Vec<PathBuf> = SETTINGS.iter().map(|file| project.path(file)).collect();
    for folder in SOURCES {
        files.extend(sources::files_under(&project.path(folder))?);
    }
    files.extend(shown_files(project)?);
    for file in files {
        let content =
            fs::read(&file).with_context(|| format!("{} can't be read", file.display()))?;
        file.strip_prefix(project.root())?.hash(&mut hasher);
        content.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Changes whenever a file in the folder does.
fn content_of(folder: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for file in sources::files_under(folder)? {
        file.strip_prefix(folder)?.hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// `index.html`, the scripts beside it, and the folders it is shown with.
fn shown_files(project: &Project) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(project.path("ui"))? {
        let path = entry?.path();
        let kind = path.extension().and_then(|extension| extension.to_str());
        if path.is_file() && matches!(kind, Some("html" | "js" | "svg")) {
            files.push(path);
        }
    }
    files.sort();
    for folder in SHOWN {
        let folder = project.path(folder);
        if folder.is_dir() {
            files.extend(sources::files_under(&folder)?);
        }
    }
    Ok(files)
}

/// Makes `target` the same as `source`, and touches only files that differ, so that cargo embeds them anew only then.
fn mirror(source: &Path, target: &Path) -> Result<()> {
    fs::create_dir_all(target)?;
    let mut wanted = BTreeSet::new();
    for file in sources::files_under(source)? {
        let inside = file.strip_prefix(source)?.to_path_buf();
        let copy = target.join(&inside);
        let content = fs::read(&file)?;
        if !fs::read(&copy).is_ok_and(|old| old == content) {
            if let Some(folder) = copy.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&copy, content)?;
        }
        wanted.insert(inside);
    }
    for file in sources::files_under(target)? {
        if !wanted.contains(file.strip_prefix(target)?) {
            fs::remove_file(&file)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_exactly_the_package_asked_for() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked(lock, "wasm-bindgen-cli-support"), None);
    }
}
