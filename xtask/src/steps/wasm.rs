//! Which compiler builds the page: the one at hand once it has the WASM target, else Debian's.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell;
use crate::steps::packages;

/// The page's target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may take to fetch the target.
const FETCHING: Duration = Duration::from_secs(240);

/// Where Debian's compiler is.
const DEBIANS_CARGO: &str = "/usr/bin/cargo";
const DEBIANS_RUSTC: &str = "/usr/bin/rustc";

/// A compiler that can build the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compiler {
    /// The one everything else is built with.
    Own,
    /// Debian's `rustc-web`, which builds the standard library from its sources.
    Debians,
}

impl Compiler {
    /// A `cargo build` for the WASM target, to which the package and profile are still to be added.
    pub fn build_command(self, project: &Project) -> Command {
        match self {
            Self::Own => {
                let mut command = project.cargo();
                command.args(["build", "--target", TARGET]);
                command
            }
            Self::Debians => {
                let path = std::env::var("PATH").unwrap_or_default();
                let mut command = Command::new(DEBIANS_CARGO);
                command
                    .current_dir(project.root())
                    .env("PATH", format!("/usr/bin:{path}"))
                    .env("RUSTC", DEBIANS_RUSTC)
                    // Building the standard library is an unstable option of a stable compiler.
                    .env("RUSTC_BOOTSTRAP", "1")
                    // This build of the compiler carries no linker of its own.
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld")
                    // rustup's cargo points here at its own compiler's libraries.
                    .env_remove("LD_LIBRARY_PATH")
                    .env_remove("CARGO")
                    .args(["build", "-Zbuild-std=std,panic_abort", "--target", TARGET]);
                command
            }
        }
    }

    /// Its version, so that a change of compiler builds the page anew.
    pub fn version(self) -> String {
        let program = match self {
            Self::Own => "rustc",
            Self::Debians => DEBIANS_RUSTC,
        };
        shell::answer(Command::new(program).arg("-V")).unwrap_or_default()
    }
}

/// Finds a compiler for the page, or gets one.
///
/// # Errors
/// Neither way works here.
pub fn ensure(project: &Project) -> Result<Compiler> {
    if own_has_target() {
        return Ok(Compiler::Own);
    }
    if debians_is_there(project) {
        return Ok(Compiler::Debians);
    }
    if shell::find("rustup").is_some() {
        println!("About to install with rustup: the target {TARGET}, for the page");
        let added = shell::run_within(
            Command::new("rustup").args(["target", "add", TARGET]),
            FETCHING,
        );
        if added.is_ok() && own_has_target() {
            return Ok(Compiler::Own);
        }
        println!("rustup could not add it: trying the system's own compiler for WASM.");
    }
    if packages::has_apt() {
        packages::ensure(&[packages::WASM])?;
        if debians_is_there(project) {
            return Ok(Compiler::Debians);
        }
    }
    bail!("no compiler here has the WASM target; run: rustup target add {TARGET}")
}

fn own_has_target() -> bool {
    // The folder says so for rustup's compilers and for a distribution's alike.
    shell::answer(Command::new("rustc").args(["--print", "sysroot"])).is_ok_and(|sysroot| {
        Path::new(sysroot.trim())
            .join("lib/rustlib")
            .join(TARGET)
            .join("lib")
            .is_dir()
    })
}

fn debians_is_there(project: &Project) -> bool {
    cfg!(target_os = "linux")
        && packages::has_apt()
        && packages::missing(&packages::WASM).is_empty()
        && is_recent_enough(&Compiler::Debians.version(), project.rust_version())
}

/// Whether `rustc -V` names at least the wanted version; an unreadable answer does not.
fn is_recent_enough(said: &str, wanted: Option<(u32, u32)>) -> bool {
    let mut numbers = said
        .split_whitespace()
        .nth(1)
        .unwrap_or("")
        .split('.')
        .map(str::parse);
    let (Some(Ok(major)), Some(Ok(minor))) = (numbers.next(), numbers.next()) else {
        return false;
    };
    wanted.is_none_or(|wanted| (major, minor) >= wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_or_silent_compiler_is_not_used() {
        let wanted = Some((1, 95));
        assert!(is_recent_enough(
            "rustc 1.96.0 (ac68faa20 2026-05-25)",
            wanted
        ));
        assert!(is_recent_enough("rustc 2.0.0", wanted));
        assert!(!is_recent_enough("rustc 1.63.0", wanted));
        assert!(!is_recent_enough("", wanted));
    }
}
