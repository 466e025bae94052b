//! Getting what a machine lacks. Each part says what it is about to install, and can run again.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::shell;
use crate::steps::packages::{self, Group};
use crate::steps::wasm;

/// What a task is going to do, and so what the system must have for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build and run `reel`.
    Terminal,
    /// Build and open the window.
    Window,
    /// Drive the window in tests.
    WindowTests,
}

impl Purpose {
    fn groups(self) -> Vec<Group> {
        let mut groups = vec![packages::COMPILER, packages::RENDERING];
        if self != Self::Terminal {
            groups.extend([packages::WINDOW, packages::PLAYBACK]);
        }
        if self == Self::WindowTests {
            groups.extend([packages::WINDOW_TESTS, packages::FONTS, packages::CHECKS]);
        }
        groups
    }

    /// What pkg-config must know, on a Linux whose packages have other names.
    fn modules(self) -> &'static [&'static str] {
        match self {
            Self::Terminal => &["openssl"],
            Self::Window | Self::WindowTests => &[
                "openssl",
                "webkit2gtk-4.1",
                "ayatana-appindicator3-0.1",
                "librsvg-2.0",
            ],
        }
    }

    /// Programs that must be there, on a Linux whose packages have other names.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Terminal | Self::Window => &["cc", "pkg-config"],
            Self::WindowTests => &[
                "cc",
                "pkg-config",
                "WebKitWebDriver",
                "xvfb-run",
                "dbus-run-session",
                "openbox",
                "xdotool",
                "import",
                "pgrep",
                "python3",
            ],
        }
    }
}

/// Everything that any task needs.
///
/// # Errors
/// Something needed can't be had; the message says what, in one line.
pub fn everything(project: &Project) -> Result<()> {
    system(Purpose::WindowTests)?;
    wasm::ensure(project)?;
    checkers(project)?;
    println!("Everything is there.");
    Ok(())
}

/// The system's own libraries and programs.
///
/// # Errors
/// Something needed can't be had; the message says what, in one line.
pub fn system(purpose: Purpose) -> Result<()> {
    if cfg!(target_os = "macos") {
        return macos();
    }
    if cfg!(target_os = "windows") {
        return windows();
    }
    if packages::has_apt() {
        return packages::ensure(&purpose.groups());
    }
    other_linux(purpose)
}

/// rustfmt and clippy.
///
/// # Errors
/// One is missing and rustup can't add it.
pub fn checkers(project: &Project) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if shell::answer(project.cargo().args([subcommand, "--version"])).is_ok() {
            continue;
        }
        println!("About to install with rustup: {component}");
        if shell::find("rustup").is_none()
            || shell::run(Command::new("rustup").args(["component", "add", component])).is_err()
        {
            bail!(
                "{component} can't be had; install it beside cargo (rustup component add {component})"
            );
        }
    }
    Ok(())
}

fn macos() -> Result<()> {
    // Apple's own webview and TLS are part of the system; only the compiler may be missing.
    if shell::answer(Command::new("xcode-select").arg("-p")).is_err() {
        bail!("the Command Line Tools are missing; run: xcode-select --install");
    }
    if shell::find("ffmpeg").is_none() {
        println!(
            "ffmpeg is not installed (brew install ffmpeg): the sandbox uses its carried sample."
        );
    }
    Ok(())
}

fn windows() -> Result<()> {
    if cfg!(not(target_env = "msvc")) {
        bail!(
            "this Rust uses another linker than Microsoft's; install the Visual Studio Build Tools (C++), then: rustup default stable-msvc"
        );
    }
    let client = r"Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}";
    let present = [
        r"HKLM\SOFTWARE\WOW6432Node",
        r"HKLM\SOFTWARE",
        r"HKCU\Software",
    ]
    .iter()
    .any(|hive| {
        shell::answer(Command::new("reg").args(["query", &format!(r"{hive}\{client}"), "/v", "pv"]))
            .is_ok()
    });
    if !present {
        bail!(
            "the WebView2 runtime is missing; install the Evergreen Bootstrapper from Microsoft's WebView2 page"
        );
    }
    if shell::find("ffmpeg").is_none() {
        println!(
            "ffmpeg is not installed (winget install Gyan.FFmpeg): the sandbox uses its carried sample."
        );
    }
    Ok(())
}

fn other_linux(purpose: Purpose) -> Result<()> {
    let programs = purpose
        .programs()
        .iter()
        .filter(|name| shell::find(name).is_none());
    let modules = purpose
        .modules()
        .iter()
        .filter(|name| shell::answer(Command::new("pkg-config").args(["--exists", name])).is_err());
    let missing: Vec<&str> = programs.chain(modules).copied().collect();
    if missing.is_empty() {
        return Ok(());
    }
    bail!(
        "this Linux has no apt, and these are missing: {}; install what your distribution calls {}",
        missing.join(" "),
        purpose
            .groups()
            .iter()
            .flat_map(|group| group.names)
            .copied()
            .collect::<Vec<_>>()
            .join(" ")
    )
}
