//! The table: rows as they come, and their sum at the end.

use std::panic::AssertUnwindSafe;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
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
    /// What was tried and not survived, and why.
    failures: Vec<(String, String)>,
    took: Duration,
}

/// All of it.
pub struct Table {
    options: Options,
    rows: Vec<Row>,
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

    /// Tries a fault, one try after another, and prints its row.
    pub async fn row(&mut self, group: &'static str, fault: &str, tries: Vec<Try>) {
        if !self.wants(group, fault) {
            return;
        }
        let begun = Instant::now();
        let tried = tries.len();
        let mut failures = Vec::new();
        for Try { what, work } in tries {
            if let Err(why) = outcome(work).await {
                failures.push((what, why));
            }
        }
        let row = Row {
            group,
            fault: fault.to_owned(),
            tried,
            failures,
            took: begun.elapsed(),
        };
        row.print();
        self.rows.push(row);
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

    fn print(&self) {
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

/// What became of a try: why it was not survived, where it was not.
async fn outcome(work: LocalBoxFuture<'static, ()>) -> Result<(), String> {
    let caught = AssertUnwindSafe(work).catch_unwind();
    match tokio::time::timeout(LIMIT, caught).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(panic)) => Err(said(panic.as_ref())),
        Err(_) => Err(format!("it did not end within {} s", LIMIT.as_secs())),
    }
}

/// The words of a panic.
fn said(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    text.unwrap_or_else(|| "it panicked".to_owned())
}
