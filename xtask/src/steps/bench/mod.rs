//! `cargo xtask bench`: how fast and how heavy this program is beside the tools that people would use instead.
//!
//! Each comparison is made in one run on one machine: the sides take turns, several times, and their medians are held
//! against each other. What is missed is said in the same table.

mod app;
mod bare;
mod check;
mod clips;
mod download;
mod figures;
mod journal;
mod launch;
mod page;
mod parts;
mod place;
mod programs;
mod race;
mod storage;
mod table;
mod tools;
mod upload;
mod watch;

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::steps::setup::{self, Purpose};
use programs::Programs;
use table::Table;

/// How much is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As the aims have it.
    Full,
    /// Small and few, to see whether it works; the figures mean little.
    Quick,
}

impl Size {
    /// The one or the other.
    fn of<T>(self, full: T, quick: T) -> T {
        match self {
            Self::Full => full,
            Self::Quick => quick,
        }
    }
}

/// What is measured.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Names of comparisons; none: all of [`COMPARISONS`].
    pub only: Vec<String>,
    /// How much.
    pub size: Size,
    /// Where the table goes as JSON.
    pub json: Option<PathBuf>,
}

/// What a comparison is made with.
struct Bench<'a> {
    project: &'a Project,
    programs: &'a Programs,
    /// When a client first connected since this was last asked, in seconds since the epoch.
    began: &'a dyn Fn() -> Result<f64>,
    size: Size,
}

type Comparison = fn(&Bench<'_>, &mut Table) -> Result<()>;

/// Every comparison, by its name on the command line.
const COMPARISONS: &[(&str, Comparison)] = &[
    ("check", check::compare),
    ("upload", upload::compare),
    ("storage", storage::compare),
    ("download", download::compare),
    ("watch", watch::measure),
    ("journal", journal::measure),
    ("launch", launch::compare),
    ("page", page::measure),
];

/// What the app's own older measurements are called: they have no other side, and print for themselves.
const APP: &str = "app";

/// Measures, and prints the table.
///
/// # Errors
/// Something does not build, or one of our own sides failed. A tool that can't be had is a row that says so, and a
/// missed aim one that says that.
pub fn bench(project: &Project, wanted: &Wanted) -> Result<()> {
    let known = |name: &str| name == APP || COMPARISONS.iter().any(|(known, _)| *known == name);
    if let Some(name) = wanted.only.iter().find(|name| !known(name)) {
        let names: Vec<&str> = COMPARISONS.iter().map(|(name, _)| *name).collect();
        bail!("there is no {name}: {}, {APP}", names.join(", "));
    }
    setup::system(Purpose::Terminal)?;
    let mut table = Table::new(wanted.size);
    let chosen = |name: &str| wanted.only.is_empty() || wanted.only.iter().any(|only| only == name);
    let programs = Programs::start(project)?;
    let bench = Bench {
        project,
        programs: &programs,
        began: &|| programs.began(),
        size: wanted.size,
    };
    let mut failed = Vec::new();
    for (name, compare) in COMPARISONS.iter().filter(|(name, _)| chosen(name)) {
        println!("\nMeasuring: {name}");
        if let Err(reason) = compare(&bench, &mut table) {
            // The others are still worth having.
            println!("{name} failed: {reason:#}");
            failed.push(format!("{name} ({reason:#})"));
        }
    }
    drop(programs);
    if wanted.only.iter().any(|only| only == APP) {
        app::figures(project)?;
    }
    table.print();
    if let Some(path) = &wanted.json {
        table.write(path)?;
        println!("The same as JSON: {}", path.display());
    }
    if !failed.is_empty() {
        bail!("not measured: {}", failed.join("; "));
    }
    Ok(())
}
