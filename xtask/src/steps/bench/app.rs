//! The app's own figures, which have no other side: the memory of `reel` at work, a whole riff, the lists in the window.

use std::fs;
use std::time::Instant;

use anyhow::Result;

use crate::project::Project;
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::{build, demo, window_tests};

/// Measures and prints the memory of `reel` in its transfers, a whole riff, the page's size, and, where a display can be
/// made up, the lists in the window.
///
/// # Errors
/// Something does not build, or one of the measured commands failed.
pub fn figures(project: &Project) -> Result<()> {
    shell::run(
        project
            .cargo()
            .args(["bench", "-p", "reel", "--bench", "memory"]),
    )?;
    build::reel_alone(project)?;
    let begun = Instant::now();
    demo::demo(project)?;
    println!(
        "\nFrom sign-in to the saved reel: {:.1} s (pace fast).",
        begun.elapsed().as_secs_f64()
    );
    match fs::metadata(project.path("ui/dist/ui_bg.wasm")) {
        Ok(page) => println!("The page's WASM: {} kB.", page.len() / 1000),
        Err(_) => println!("The page is not built here; `cargo xtask ui` tells its size."),
    }
    lists(project)
}

/// Opens and scrolls lists of ten thousand things in the real window.
fn lists(project: &Project) -> Result<()> {
    if !window_tests::can_be_run() {
        println!("The lists in the window are measured on Linux, on a virtual display.");
        return Ok(());
    }
    setup::system(Purpose::WindowTests)?;
    page::build(project, Finish::Plain)?;
    let mut command = window_tests::command(project, &["--nocapture", "lists::"]);
    shell::run(command.env("REELWRIGHT_LIST_FIGURES", "1"))
}
