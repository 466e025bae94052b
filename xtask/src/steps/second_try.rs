//! A second try, alone, for a test that failed.
//!
//! Window tests press real keys in a real window under a real window manager, and the core's let time pass on a clock
//! of their own while real sockets and disks work, often on a machine that has much else to do: one can fail with
//! nothing wrong in the app. A second try tells that from a fault. It is never silent: it is said when it is made, and
//! who needed it is listed as unsteady beside the sums, so that it gets mended.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;
use crate::steps::tally::Tally;

/// Where more fail, it isn't the machine's load.
const MOST_SECOND_TRIES: usize = 3;

/// Runs the `cargo test` that `command` makes of what goes to the test programs; what fails is run once more, alone.
///
/// # Errors
/// A test failed twice, or too many failed for a second try to mean anything; or they can't be run.
pub fn run(tally: &mut Tally, command: impl Fn(&[&str]) -> Command) -> Result<()> {
    let mut report = Report::default();
    let told_before = tally.failed;
    let outcome = shell::run_watched(&mut command(&[]), |line| {
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
        let tried = second.run(&mut command(&["--exact", &failure.test]));
        if tried.is_ok() && second.passed > 0 {
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

/// A test that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Failure {
    test: String,
    /// The panic's message.
    reason: String,
}

/// Gathers from test programs' output which tests failed and why. It goes by the part after all tests of one: while they
/// run, the lines of other programs stand among theirs.
#[derive(Debug, Default)]
struct Report {
    told: Vec<Failure>,
    /// Those of the programs that have ended.
    named: Vec<String>,
    /// Those of the one that runs.
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
        } else if line.starts_with("test result:") {
            self.named.append(&mut self.names);
            self.at = Part::Elsewhere;
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
        self.named.iter().chain(&self.names).map(told).collect()
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

    #[test]
    fn what_failed_in_one_program_stays_told_when_another_ends() {
        let mut report = Report::default();
        let other = OUTPUT
            .replace("restart::", "orders::")
            .replace("intake::", "watch::");
        let all = [
            OUTPUT,
            "test a ... ok\ntest result: ok. 1 passed; 0 failed\n",
            &other,
        ]
        .concat();
        all.lines().for_each(|line| report.read(line));
        let failures = report.failures().into_iter();
        let names: Vec<String> = failures.map(|failure| failure.test).collect();
        assert_eq!(
            names,
            [
                "intake::three",
                "restart::one",
                "watch::three",
                "orders::one"
            ]
        );
    }
}
