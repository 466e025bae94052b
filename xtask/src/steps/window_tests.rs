//! A real window on a display that nobody sees.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{ALL_BUT_XTASK, PAGE_INSIDE, Project};
use crate::shell;
use crate::steps::tally::Tally;

/// Larger than the largest window that a test opens. It lives on while nothing is shown: by itself it would begin
/// anew when its last window goes, and drop whoever comes just then.
pub const SCREEN: &str = "-screen 0 1600x1000x24 -noreset";

/// Where more fail, it isn't the machine's load.
const MOST_SECOND_TRIES: usize = 3;

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
/// These tests press real keys in a real window under a real window manager, often on a machine that has much else to
/// do: one can fail with nothing wrong in the app. A second try tells that from a fault. It is never silent: it is
/// said when it is made, and who needed it is listed as unsteady beside the sums, so that it gets mended.
///
/// # Errors
/// A test failed twice, or too many failed for a second try to mean anything; or they can't be run.
pub fn run(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut report = Report::default();
    let told_before = tally.failed;
    let outcome = shell::run_watched(&mut command(project, &[]), |line| {
        tally.count(line);
        report.read(line);
    });
    let failures = report.failures();
    // A program that broke off has told of none, or not of all.
    let told_all = tally.failed - told_before == failures.len() as u64;
    if failures.is_empty() || !told_all {
        return outcome;
    }
    if failures.len() > MOST_SECOND_TRIES {
        bail!("{} failed, too many for a second try", failures.len());
    }
    let mut twice = Vec::new();
    for failure in failures {
        println!(
            "\nsecond try: {} (the first failed: {})",
            failure.test, failure.reason
        );
        let mut second = Tally::default();
        let tried = second.run(&mut command(project, &["--exact", &failure.test]));
        if tried.is_ok() && second.passed == 1 {
            tally.passed_after_all(failure.test);
        } else {
            twice.push(failure.test);
        }
    }
    if !twice.is_empty() {
        bail!("failed twice: {}", twice.join(", "));
    }
    Ok(())
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

/// A test that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Failure {
    test: String,
    /// The panic's message.
    reason: String,
}

/// Gathers from a test program's output which tests failed and why. It goes by the part after all tests: while they
/// run, the lines of other programs stand among theirs.
#[derive(Debug, Default)]
struct Report {
    told: Vec<Failure>,
    names: Vec<String>,
    at: Part,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Elsewhere,
    /// Among what a failed test printed.
    Output,
    /// The next line is a panic's message.
    Message,
    /// In the list of names.
    Names,
}

impl Report {
    fn read(&mut self, line: &str) {
        let printed_by = line
            .strip_prefix("---- ")
            .and_then(|rest| rest.strip_suffix(" stdout ----"));
        if let Some(test) = printed_by {
            let (test, reason) = (test.to_owned(), "no word".to_owned());
            self.told.push(Failure { test, reason });
            self.at = Part::Output;
        } else if line == "failures:" {
            self.names.clear();
            self.at = Part::Names;
        } else if self.at == Part::Message {
            if let Some(failure) = self.told.last_mut() {
                failure.reason = line.to_owned();
            }
            self.at = Part::Elsewhere;
        } else if self.at == Part::Output && line.contains(" panicked at ") {
            self.at = Part::Message;
        } else if self.at == Part::Names
            && let Some(name) = line.strip_prefix("    ")
        {
            self.names.push(name.to_owned());
        }
    }

    fn failures(&self) -> Vec<Failure> {
        let told = |name: &String| {
            let told = self.told.iter().find(|failure| failure.test == *name);
            told.cloned().unwrap_or_else(|| Failure {
                test: name.clone(),
                reason: "no word".to_owned(),
            })
        };
        self.names.iter().map(told).collect()
    }
}

#[cfg(test)]
mod unit {
    use super::*;

    const OUTPUT: &str = "
running 3 tests
test restart::one ... a daemon says something
FAILED
test restart::two ... ok

failures:

---- restart::one stdout ----

thread 'restart::one' (4711) panicked at tests/window/harness/mod.rs:21:27:
never came: the program to end
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
-- the end of the app's log:
    a line of it
thread 'another' panicked at elsewhere:
a later message

---- intake::three stdout ----
thread 'intake::three' panicked at tests/window/intake.rs:3:1:
assertion failed

failures:
    intake::three
    restart::one

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 3.00s
";

    #[test]
    fn the_failed_tests_and_their_first_words_are_found_between_other_programs_lines() {
        let mut report = Report::default();
        OUTPUT.lines().for_each(|line| report.read(line));
        let failure = |test: &str, reason: &str| Failure {
            test: test.to_owned(),
            reason: reason.to_owned(),
        };
        assert_eq!(
            report.failures(),
            [
                failure("intake::three", "assertion failed"),
                failure("restart::one", "never came: the program to end"),
            ]
        );
    }

    #[test]
    fn a_run_in_which_all_passed_tells_of_no_failure() {
        let mut report = Report::default();
        "test a ... ok\n\ntest result: ok. 1 passed; 0 failed"
            .lines()
            .for_each(|line| report.read(line));
        assert_eq!(report.failures(), []);
    }
}
