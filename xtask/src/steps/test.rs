//! Every check and test, in the order in which they are quick to fail, sharing one build.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::{ALL_BUT_XTASK, PAGE_INSIDE, Project};
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::{arrows, wasm, window_tests};

type Step = fn(&Project, &mut Tally) -> Result<()>;

const STEPS: &[(&str, Step)] = &[
    ("Set-up", set_up),
    ("Format", format),
    ("Arrows of the architecture", |project, _| {
        arrows::check(project)
    }),
    ("Page (WASM)", |project, _| {
        page::build(project, Finish::Plain)
    }),
    ("Clippy, warnings denied", clippy),
    ("Build of the app, reel and all tests", build),
    ("Unit and integration tests", tests),
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
            break;
        }
        println!("    ({title}: {})", spoken(step_begun.elapsed()));
    }
    println!("\nTotal time: {}.", spoken(begun.elapsed()));
    if tally.ignored > 0 {
        println!("{} ignored", tally.ignored);
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    outcome
}

fn set_up(project: &Project, _: &mut Tally) -> Result<()> {
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
    for kinds in [&["--lib", "--bins", "--test", "it"][..], &["--doc"]] {
        let mut everything = cargo(project, "test");
        everything
            .args(ALL_BUT_XTASK)
            .args(["--features", PAGE_INSIDE])
            .args(kinds);
        tally.run(&mut everything)?;
    }
    tally.run(cargo(project, "test").args(["-p", "xtask"]))
}

fn windows(project: &Project, tally: &mut Tally) -> Result<()> {
    if !window_tests::can_be_run() {
        println!("Left out: a virtual display can be had on Linux only.");
        return Ok(());
    }
    tally.run(&mut window_tests::command(project, &[]))
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

/// What the test programs counted, all together.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
    ignored: u64,
}

impl Tally {
    /// Runs `cargo test` and counts its results as they are printed.
    fn run(&mut self, command: &mut Command) -> Result<()> {
        let failed_before = self.failed;
        let outcome = shell::run_watched(command, |line| self.count(line));
        if self.failed > failed_before {
            bail!("{} failed", self.failed - failed_before);
        }
        outcome
    }

    /// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`; other lines count nothing.
    fn count(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result:") else {
            return;
        };
        let words: Vec<&str> = result
            .split([' ', ';'])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else {
                continue;
            };
            match pair[1] {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    format!("{} min {:02} s", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn results_of_several_programs_add_up() {
        let mut tally = Tally::default();
        tally.count("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s");
        tally.count(
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        );
        tally.count("test nothing ... ok");
        assert_eq!(
            tally,
            Tally {
                passed: 14,
                failed: 1,
                ignored: 1
            }
        );
    }

    #[test]
    fn time_is_said_in_minutes() {
        assert_eq!(spoken(Duration::from_secs(605)), "10 min 05 s");
    }
}
