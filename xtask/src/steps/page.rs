//! The page: WASM, its JavaScript glue, and the files it is shown with, all in `ui/dist`.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

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
    "Cargo.toml",
    "Cargo.lock",
    "ui/Cargo.toml",
    "crates/contract/Cargo.toml",
    "crates/words/Cargo.toml",
];

/// Folders that the page is shown with, copied as they are.
const SHOWN: &[&str] = &["ui/styles", "ui/assets"];

/// wasm-opt before this version does not know what today's compilers write.
const OLDEST_OPTIMISER: u32 = 116;

/// How long npm may take to fetch wasm-opt, and wasm-opt to work.
const SHRINKING: Duration = Duration::from_secs(300);

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
    pub fn profile(self) -> &'static str {
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

    let mut command = compiler.build_command(project);
    command
        .args(["-p", "ui", "--profile", finish.profile(), "--target-dir"])
        .arg(&work);
    shell::run(&mut command)?;

    let staging = work.join("page");
    if staging.exists() {
        fs::remove_dir_all(&staging)?;
    }
    fs::create_dir_all(&staging)?;
    let compiled = work.join(TARGET).join(finish.profile()).join("ui.wasm");
    glue(&compiled, "ui", &staging, finish)?;
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

/// Makes the JavaScript glue of a compiled page in a folder, with its WASM beside it as `NAME_bg.wasm`.
///
/// # Errors
/// The page is none, or was compiled with another version of the glue's library.
pub fn glue(compiled: &Path, name: &str, into: &Path, finish: Finish) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // Function names are nearly half of the file and serve only a debugger.
        .remove_name_section(true)
        .generate(into)
        .context("the page's JavaScript glue can't be made")?;
    if finish == Finish::Shrunk {
        shrink(&into.join(format!("{name}_bg.wasm")))?;
    }
    Ok(())
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

fn shrink(module: &Path) -> Result<()> {
    let Some(mut command) = optimiser() else {
        println!(
            "No recent wasm-opt here (npm's binaryen has one): the page stays a little larger."
        );
        return Ok(());
    };
    let small = module.with_extension("small");
    // Only what the compiler itself already relies on.
    command
        .args([
            "-Oz",
            "--enable-bulk-memory",
            "--enable-multivalue",
            "--enable-mutable-globals",
            "--enable-nontrapping-float-to-int",
            "--enable-reference-types",
            "--enable-sign-ext",
        ])
        .arg(module)
        .arg("-o")
        .arg(&small);
    if let Err(reason) = shell::run_within(&mut command, SHRINKING) {
        println!("The page stays a little larger: {reason:#}");
        return Ok(());
    }
    fs::rename(&small, module)?;
    Ok(())
}

fn optimiser() -> Option<Command> {
    let found = shell::find("wasm-opt").filter(|program| {
        shell::answer(Command::new(program).arg("--version")).is_ok_and(|said| {
            said.split_whitespace()
                .find_map(|word| word.parse::<u32>().ok())
                .is_some_and(|version| version >= OLDEST_OPTIMISER)
        })
    });
    if let Some(program) = found {
        return Some(Command::new(program));
    }
    let mut command = shell::npx()?;
    command.args(["--package", "binaryen", "wasm-opt"]);
    Some(command)
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
