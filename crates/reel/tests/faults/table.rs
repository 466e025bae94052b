//! The table: rows as they come, and their sum at the end.

use std::collections::VecDeque;
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use futures_util::future::LocalBoxFuture;
use futures_util::{FutureExt as _, StreamExt as _, stream};
use serde_json::{Value, json};

use crate::options::{Form, Options};

/// Longest that one try may take: one that hangs was not survived.
const LIMIT: Duration = Duration::from_secs(240);

/// One try of a fault: what is tried, and the work, which panics where the fault was not survived.
pub struct Try {
    what: String,
    work: LocalBoxFuture<'static, ()>,
}

/// A try of this, by this work.
pub fn attempt(what: impl Into<String>, work: impl Future<Output = ()> + 'static) -> Try {
    Try {
        what: what.into(),
        work: Box::pin(work),
    }
}

/// What became of a fault.
struct Row {
    group: &'static str,
    fault: String,
    tried: usize,
    /// Tries to come.
    left: usize,
    /// What was tried and not survived, and why.
    failures: Vec<(String, String)>,
    /// All tries together.
    took: Duration,
}

/// All of it.
pub struct Table {
    options: Options,
    rows: Vec<Row>,
    /// Rows that are not complete, and what is left to try of them, in the same order.
    next: VecDeque<Row>,
    tries: Vec<Try>,
    begun: Instant,
}

impl Table {
    /// An empty table; its head is printed.
    pub fn begin(options: Options) -> Self {
        println!("Seed of the random kills: {}", options.seed);
        println!(
            "{:<10} | {:<62} | {:>5} | {:>8}",
            "group", "fault", "tried", "survived"
        );
        println!("{:-<10}-|-{:-<62}-|-{:->5}-|-{:->8}", "", "", "", "");
        Self {
            options,
            rows: Vec::new(),
            next: VecDeque::new(),
            tries: Vec::new(),
            begun: Instant::now(),
        }
    }

    /// How much is tried.
    pub fn form(&self) -> Form {
        self.options.form()
    }

    /// Where the random kills begin.
    pub fn seed(&self) -> u64 {
        self.options.seed
    }

    /// Whether a fault is among those that were asked for.
    pub fn wants(&self, group: &str, fault: &str) -> bool {
        let only = self.options.only.as_deref();
        only.is_none_or(|text| group.contains(text) || fault.contains(text))
    }

    /// Puts a fault on the table. It is tried by [`Table::walk`].
    pub fn row(&mut self, group: &'static str, fault: &str, tries: Vec<Try>) {
        if self.wants(group, fault) && !tries.is_empty() {
            self.next.push_back(Row {
                group,
                fault: fault.to_owned(),
                tried: 0,
                left: tries.len(),
                failures: Vec::new(),
                took: Duration::ZERO,
            });
            self.tries.extend(tries);
        }
    }

    /// Tries the faults that were put on the table, so many tries at a time, and prints each row when
    /// it is complete.
    pub async fn walk(&mut self, at_once: usize) {
        let tries = std::mem::take(&mut self.tries).into_iter();
        let tries = tries.map(|Try { what, work }| async {
            let begun = Instant::now();
            let why = broken_by(work).await;
            (why.map(|why| (what, why)), begun.elapsed())
        });
        let mut outcomes = stream::iter(tries).buffered(at_once);
        while let Some((failure, took)) = outcomes.next().await {
            let row = self.next.front_mut().expect("each try belongs to a row");
            row.tried += 1;
            row.left -= 1;
            row.took += took;
            row.failures.extend(failure);
            if row.left == 0 {
                let row = self.next.pop_front().expect("it is the first");
                row.print(&self.options);
                self.rows.push(row);
            }
        }
    }

    /// Prints the sum, writes the JSON where it is wanted, and says how the program ends.
    pub fn end(self) -> ExitCode {
        let tried: usize = self.rows.iter().map(|row| row.tried).sum();
        let survived: usize = self.rows.iter().map(Row::survived).sum();
        println!(
            "{} faults, {tried} tries, {survived} survived, {} s",
            self.rows.len(),
            self.begun.elapsed().as_secs()
        );
        let failed = self.rows.iter().filter(|row| !row.failures.is_empty());
        let failed = failed.count();
        // As a test program ends, so that whoever counts tests counts faults.
        println!(
            "test result: {}. {} passed; {failed} failed; 0 ignored",
            if failed == 0 { "ok" } else { "FAILED" },
            self.rows.len() - failed
        );
        let is_written = self.options.json.as_ref().is_none_or(|path| {
            let document = self.document(tried, survived);
            let written = std::fs::write(path, format!("{document:#}\n"));
            written
                .inspect_err(|error| eprintln!("{}: {error}", path.display()))
                .is_ok()
        });
        if is_written && tried == survived {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }

    fn document(&self, tried: usize, survived: usize) -> Value {
        json!({
            "form": match self.form() { Form::Short => "short", Form::Long => "long" },
            "seed": self.seed(),
            "seconds": self.begun.elapsed().as_secs(),
            "tried": tried,
            "survived": survived,
            "rows": self.rows.iter().map(Row::document).collect::<Vec<_>>(),
        })
    }
}

impl Row {
    fn survived(&self) -> usize {
        self.tried - self.failures.len()
    }

    fn print(&self, options: &Options) {
        let Self {
            group,
            fault,
            tried,
            ..
        } = self;
        println!(
            "{group:<10} | {fault:<62} | {tried:>5} | {:>8}",
            self.survived()
        );
        for (what, why) in &self.failures {
            println!(
                "           ! {what}: {}",
                why.replace('\n', "\n             ")
            );
        }
        if !self.failures.is_empty() {
            let form = if options.form() == Form::Short {
                " --short"
            } else {
                ""
            };
            println!(
                "           again: cargo xtask faults{form} --seed {} --only \"{fault}\"",
                options.seed
            );
        }
    }

    fn document(&self) -> Value {
        let failures = self.failures.iter();
        json!({
            "group": self.group,
            "fault": self.fault,
            "tried": self.tried,
            "survived": self.survived(),
            "seconds": self.took.as_secs_f64(),
            "failures": failures
                .map(|(what, why)| json!({ "tried": what, "why": why }))
                .collect::<Vec<_>>(),
        })
    }
}

/// Does a try. Why it was not survived, where it was not.
async fn broken_by(work: LocalBoxFuture<'static, ()>) -> Option<String> {
    let caught = AssertUnwindSafe(work).catch_unwind();
    match tokio::time::timeout(LIMIT, caught).await {
        Ok(Ok(())) => None,
        Ok(Err(panic)) => Some(said(panic.as_ref())),
        Err(_) => Some(format!("it did not end within {} s", LIMIT.as_secs())),
    }
}

/// The words of a panic.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    text.unwrap_or_else(|| "it panicked".to_owned())
}
