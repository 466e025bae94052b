//! The size of the front end.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::wasm::{self, TARGET};

use super::Bench;
use super::bare;
use super::figures::{Figure, Unit};
use super::parts::parts;
use super::table::{Other, Row, Table};

/// How many of the largest parts are told.
const LARGEST: usize = 10;

/// The page's WASM, optimised and compressed, against a bare Leptos page's; and its largest parts.
pub fn measure(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let project = bench.project;
    let work = project.target().join("web");
    let profile = Finish::Shrunk.profile();
    let mut command = wasm::ensure(project)?.build_command(project);
    command
        .args(["-p", "ui", "--profile", profile, "--target-dir"])
        .arg(&work);
    shell::run(&mut command)?;
    let compiled = work.join(TARGET).join(profile).join("ui.wasm");
    // Not into ui/dist: nothing that is shown changes by being measured.
    let own = project.target().join("bench/own-page");
    fs::create_dir_all(&own)?;
    page::glue(&compiled, "ui", &own, Finish::Shrunk)?;
    let (own, bare) = (own.join("ui_bg.wasm"), bare::page(project)?);
    let figure = |size| Figure::of(Unit::Bytes, vec![size]);
    table.add(
        Row::new(
            "the page's WASM, optimised and compressed (brotli)",
            Unit::Bytes,
            vec![compressed(&own)?],
        )
        .against(Other::rival(
            "a bare Leptos page",
            figure(compressed(&bare.shrunk)?),
        ))
        .note(told(&compiled, "ours")?),
    );
    table.add(
        Row::new("the page's WASM, optimised", Unit::Bytes, vec![size(&own)?])
            .against(Other::rival(
                "a bare Leptos page",
                figure(size(&bare.shrunk)?),
            ))
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
