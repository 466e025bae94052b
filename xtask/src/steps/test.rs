//! Every check and test, in the order in which they are quick to fail, sharing one build.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::project::{ALL_BUT_XTASK, PAGE_INSIDE, Project};
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::tally::Tally;
use crate::steps::{arrows, deny, faults, promises, room, second_try, wasm, window_tests};

type Step = fn(&Project, &mut Tally) -> Result<()>;

const STEPS: &[(&str, Step)] = &[
    ("Set-up", set_up),
    ("Format", format),
    ("Arrows of the architecture", |project, _| {
        arrows::check(project)
    }),
    ("Promises and their tests", |project, _| {
        promises::check(project)
    }),
    ("Licences, sources, layers, advisories", |project, _| {
        deny::check(project)
    }),
    ("Page (WASM)", |project, _| {
        page::build(project, Finish::Plain)
    }),
    ("Clippy, warnings denied", clippy),
    ("Build of the app, reel and all tests", build),
    ("Unit and integration tests", tests),
    ("Faults, in their short form", |project, tally| {
        tally.run(&mut faults::short(project))
    }),
    ("Window tests on a virtual display", windows),
];

/// Runs them all; stops at the first that fails.
///
/// # Errors
/// A step failed; the message names it.
pub fn test(project: &Project) -> Result<()> {
    let begun = Instant::now();
    let mut tally = Tally::default();
    let mut outcome = Ok(());
    for (place, (title, step)) in STEPS.iter().enumerate() {
        println!("\n=== {}/{} {title}", place + 1, STEPS.len());
        let step_begun = Instant::now();
        outcome = step(project, &mut tally).with_context(|| format!("stopped at “{title}”"));
        if outcome.is_err() {
            if let Some(reason) = room::missing(project) {
                outcome = outcome.context(reason);
            }
            break;
        }
        println!("    ({title}: {})", spoken(step_begun.elapsed()));
    }
    println!("\nTotal time: {}.", spoken(begun.elapsed()));
    tally.say();
    outcome
}

fn set_up(project: &Project, _: &mut Tally) -> Result<()> {
    room::say(project);
    setup::system(Purpose::WindowTests)?;
    wasm::ensure(project)?;
    setup::checkers(project)
}

fn format(project: &Project, _: &mut Tally) -> Result<()> {
    shell::run(project.cargo().args(["fmt", "--all", "--check"]))
}

fn clippy(project: &Project, _: &mut Tally) -> Result<()> {
    let mut everything = cargo(project, "clippy");
    everything
        .args(ALL_BUT_XTASK)
        .args(["--all-targets", "--features", PAGE_INSIDE]);
    shell::run(everything.args(["--", "-D", "warnings"]))?;
    let mut xtask = cargo(project, "clippy");
    shell::run(xtask.args(["-p", "xtask", "--all-targets", "--", "-D", "warnings"]))
}

fn build(project: &Project, _: &mut Tally) -> Result<()> {
    let mut everything = cargo(project, "build");
    everything
        .args(ALL_BUT_XTASK)
        .args(["--all-targets", "--features", PAGE_INSIDE]);
    shell::run(&mut everything)
}

fn tests(project: &Project, tally: &mut Tally) -> Result<()> {
    // The window's tests would only say that they are skipped: they have a step of their own.
    let everything = |kinds: &[&str]| {
        let mut command = cargo(project, "test");
        command
            .args(ALL_BUT_XTASK)
            .args(["--features", PAGE_INSIDE])
            .args(kinds);
        command
    };
    second_try::run(tally, |harness| {
        let mut programs = everything(&["--lib", "--bins", "--test", "it", "--no-fail-fast", "--"]);
        programs.args(harness);
        programs
    })?;
    tally.run(&mut everything(&["--doc"]))?;
    tally.run(cargo(project, "test").args(["-p", "xtask"]))
}

fn windows(project: &Project, tally: &mut Tally) -> Result<()> {
    if !window_tests::can_be_run() {
        println!("Left out: a virtual display can be had on Linux only.");
        return Ok(());
    }
    window_tests::run(project, tally)
}

/// A cargo command; a continuous integration may not change the lock file.
fn cargo(project: &Project, subcommand: &str) -> Command {
    let mut command = project.cargo();
    command.arg(subcommand);
    if std::env::var_os("CI").is_some_and(|value| value == "true") {
        command.arg("--locked");
    }
    command
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn time_is_said_in_minutes() {
        assert_eq!(spoken(Duration::from_secs(605)), "10 min 05 s");
    }
}
