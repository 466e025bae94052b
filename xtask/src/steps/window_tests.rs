//! A real window on a display that nobody sees.

use std::process::Command;

use anyhow::Result;

use crate::project::{ALL_BUT_XTASK, PAGE_INSIDE, Project};
use crate::steps::second_try;
use crate::steps::tally::Tally;

/// Larger than the largest window that a test opens. It lives on while nothing is shown: by itself it would begin
/// anew when its last window goes, and drop whoever comes just then.
pub const SCREEN: &str = "-screen 0 1600x1000x24 -noreset";

/// What the window and its driver must find in their environment.
pub const ENVIRONMENT: &[(&str, &str)] = &[
    // Without these two the driver's request for a session never returns.
    ("TAURI_AUTOMATION", "true"),
    ("TAURI_WEBVIEW_AUTOMATION", "true"),
    ("NO_AT_BRIDGE", "1"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("GDK_BACKEND", "x11"),
    // The tests skip themselves without it: a plain `cargo test` opens no window.
    ("REELWRIGHT_WINDOW_TESTS", "1"),
];

/// Whether a display can be made up on this system.
pub fn can_be_run() -> bool {
    cfg!(target_os = "linux")
}

/// Runs them; what fails is run once more, alone.
///
/// # Errors
/// Those of [`second_try::run`].
pub fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    second_try::run(tally, |harness| command(project, harness))
}

/// `cargo test` of the window tests, on a display and a session bus of its own; `harness` goes to the test program.
pub fn command(project: &Project, harness: &[&str]) -> Command {
    let cargo = project.cargo();
    let mut command = Command::new("dbus-run-session");
    command
        .current_dir(project.root())
        .args(["--", "xvfb-run", "-a", "-s", SCREEN])
        .arg(cargo.get_program())
        .arg("test")
        .args(ALL_BUT_XTASK)
        .args(["--features", PAGE_INSIDE, "--test", "window", "--"])
        // Each test moves the one pointer there is.
        .arg("--test-threads=1")
        .args(harness)
        .envs(ENVIRONMENT.iter().copied())
        .env_remove("WAYLAND_DISPLAY");
    for (name, value) in cargo.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}
