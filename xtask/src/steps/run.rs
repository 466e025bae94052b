//! Opening the app, or doing its job in the terminal where no window can open.

use std::process::Command;

use anyhow::Result;

use crate::project::{PAGE_INSIDE, Project};
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::{build, demo};

/// Where the job is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the window, if there is a display.
    WhereverPossible,
    /// In the terminal.
    Terminal,
}

/// Sets up, builds and opens the app.
///
/// # Errors
/// Something needed can't be had, it does not build, or the app ended with a failure.
pub fn run(project: &Project, place: Place) -> Result<()> {
    match place {
        Place::WhereverPossible if has_display() => window(project),
        Place::WhereverPossible => {
            println!(
                "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): doing the same job in the terminal, with `reel`.\n"
            );
            terminal(project)
        }
        Place::Terminal => terminal(project),
    }
}

fn window(project: &Project) -> Result<()> {
    setup::system(Purpose::Window)?;
    page::build(project, Finish::Plain)?;
    shell::run(
        project
            .cargo()
            .args(["build", "-p", "reelwright", "--features", PAGE_INSIDE]),
    )?;
    println!(
        "\nOpening Reelwright. Without an account it uses the built-in sandbox; nothing leaves this machine."
    );
    shell::run(&mut Command::new(project.built("reelwright")))
}

fn terminal(project: &Project) -> Result<()> {
    build::reel_alone(project)?;
    demo::demo(project)
}

/// Whether a window can open.
pub fn has_display() -> bool {
    // The other systems always have one where cargo can be run by a person.
    cfg!(not(target_os = "linux"))
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
