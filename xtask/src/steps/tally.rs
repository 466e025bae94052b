//! What test programs counted, all together.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// The sums so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed, the unsteady ones included.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Tests that were not run.
    pub ignored: u64,
    /// The names of those that failed and passed when they were run once more.
    pub unsteady: Vec<String>,
}

impl Tally {
    /// Runs `cargo test` and counts its results as they are printed.
    ///
    /// # Errors
    /// A test failed, or the program can't be run.
    pub fn run(&mut self, command: &mut Command) -> Result<()> {
        let failed_before = self.failed;
        let outcome = shell::run_watched(command, |line| self.count(line));
        if self.failed > failed_before {
            bail!("{} failed", self.failed - failed_before);
        }
        outcome
    }

    /// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`; other lines count nothing.
    pub fn count(&mut self, line: &str) {
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

    /// A test that was counted as failed has passed when it was run once more.
    pub fn passed_after_all(&mut self, test: String) {
        self.failed = self.failed.saturating_sub(1);
        self.passed += 1;
        self.unsteady.push(test);
    }

    /// Says the sums; the last line has the form that others read.
    pub fn say(&self) {
        if self.ignored > 0 {
            println!("{} ignored", self.ignored);
        }
        if !self.unsteady.is_empty() {
            println!(
                "{} unsteady (failed, then passed alone; counted as passed): {}",
                self.unsteady.len(),
                self.unsteady.join(", ")
            );
        }
        println!("{} passed, {} failed", self.passed, self.failed);
    }
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
        assert_eq!((tally.passed, tally.failed, tally.ignored), (14, 1, 1));
    }

    #[test]
    fn a_test_that_passed_on_its_second_try_counts_once_and_is_named() {
        let mut tally = Tally::default();
        tally.count("test result: FAILED. 2 passed; 1 failed; 0 ignored");
        tally.passed_after_all("restart::one".to_owned());
        assert_eq!((tally.passed, tally.failed), (3, 0));
        assert_eq!(tally.unsteady, ["restart::one"]);
    }
}
