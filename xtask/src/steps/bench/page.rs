//! The size of the front end.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::steps::page::module::{self, Pieces};
use crate::steps::page::{self, Finish};

use super::Bench;
use super::bare;
use super::figures::{Figure, Unit};
use super::parts::parts;
use super::table::{Other, Row, Table};

/// How many of the largest parts are told.
const LARGEST: usize = 10;

/// Bytes of a file, in one way of counting them.
type Measure = fn(&Path) -> Result<f64>;

/// The page's WASM, optimised and compressed, against a bare Leptos page's: what a window begins with, and all of it with
/// its largest parts.
pub fn measure(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let project = bench.project;
    let compiled = page::compile(project, project.root(), "ui", Finish::Shrunk)?;
    // Not into ui/dist: nothing that is shown changes by being measured.
    let own = project.target().join("bench/own-page");
    if own.exists() {
        fs::remove_dir_all(&own)?;
    }
    fs::create_dir_all(&own)?;
    let Pieces { first, later } = module::make(&compiled, "ui", &own, Finish::Shrunk)?;
    let bare = bare::page(project)?;
    let all: Vec<PathBuf> = [first.clone()].into_iter().chain(later).collect();
    let measures: [(&str, Measure); 2] = [
        ("optimised and compressed (brotli)", compressed),
        ("optimised", size),
    ];
    for (how, measured) in measures {
        let sum = |files: &[PathBuf]| files.iter().map(|file| measured(file)).sum::<Result<f64>>();
        let theirs = measured(&bare.shrunk)?;
        let row = |what: &str, bytes: f64| {
            Row::new(format!("{what}, {how}"), Unit::Bytes, vec![bytes]).against(Other::rival(
                "a bare Leptos page",
                Figure::of(Unit::Bytes, vec![theirs]),
            ))
        };
        table.add(row("the WASM that a window begins with", measured(&first)?));
        table.add(row("all of the page's WASM", sum(&all)?).note(format!(
            "{} pieces; {}",
            all.len(),
            told(&compiled, "ours")?
        )));
    }
    table.add(
        Row::new(
            "the bare page's WASM, optimised",
            Unit::Bytes,
            vec![size(&bare.shrunk)?],
        )
        .note(told(&bare.compiled, "the bare page")?),
    );
    Ok(())
}

/// The largest parts of a page, in words.
fn told(compiled: &Path, whose: &str) -> Result<String> {
    let parts = parts(compiled)?;
    let whole: u64 = parts.iter().map(|part| part.bytes).sum();
    let largest = parts.iter().take(LARGEST).map(|part| {
        let share = 100.0 * part.bytes as f64 / whole as f64;
        format!("{} {share:.0} %", part.name)
    });
    let largest: Vec<String> = largest.collect();
    Ok(format!(
        "the largest parts of {whose}, of {} KiB before it is optimised: {}",
        whole / 1024,
        largest.join(", ")
    ))
}

fn size(file: &Path) -> Result<f64> {
    Ok(fs::metadata(file)?.len() as f64)
}

/// Bytes after compression, as a web server or a package would do it at its best.
fn compressed(file: &Path) -> Result<f64> {
    let content = fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let mut packed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 24);
    writer.write_all(&content)?;
    drop(writer);
    Ok(packed.len() as f64)
}
