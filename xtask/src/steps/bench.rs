//! A few figures that the project promises to keep.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::shell;
use crate::steps::demo;
use crate::steps::setup::{self, Purpose};

/// How large the clip is that is checked, in bytes: just what the service takes.
const LARGE: u64 = 100_000_000;

/// How often the check is timed.
const TIMES: usize = 21;

/// Prints the figures.
///
/// # Errors
/// `reel` does not build, or one of the measured commands failed.
pub fn bench(project: &Project) -> Result<()> {
    setup::system(Purpose::Terminal)?;
    shell::run(project.cargo().args(["build", "--release", "-p", "reel"]))?;
    let reel = project
        .target()
        .join("release")
        .join(format!("reel{}", std::env::consts::EXE_SUFFIX));

    let folder = project.target().join("bench");
    fs::create_dir_all(&folder)?;
    let clip = folder.join("large.mp4");
    enlarge(&project.path("tests/fixtures/sample.mp4"), &clip)?;
    let idle = median(|| timed(Command::new(&reel).arg("--version")))?;
    let check = median(|| timed(Command::new(&reel).arg("check").arg(&clip).arg("--json")))?;
    fs::remove_file(&clip)?;

    shell::run(project.cargo().args(["build", "-p", "reel"]))?;
    let begun = Instant::now();
    demo::demo(project)?;
    let riff = begun.elapsed();

    println!();
    println!("start of reel             {:>8.1} ms", milliseconds(idle));
    println!(
        "reel check, 100 MB        {:>8.1} ms, {:.1} ms over the start alone (at most 20 wanted)",
        milliseconds(check),
        milliseconds(check.saturating_sub(idle))
    );
    println!(
        "sign-in to saved reel     {:>8.1} s (pace fast; at most 10 wanted)",
        riff.as_secs_f64()
    );
    if let Ok(page) = fs::metadata(project.path("ui/dist/ui_bg.wasm")) {
        println!("the page's WASM           {:>8} kB", page.len() / 1000);
    }
    Ok(())
}

/// Copies an MP4 whose index stands at its end, with enough unused space before the index to reach [`LARGE`] bytes.
fn enlarge(sample: &Path, large: &Path) -> Result<()> {
    let content =
        fs::read(sample).with_context(|| format!("{} can't be read", sample.display()))?;
    let index = top_level(&content, *b"moov").context("the sample has no index")?;
    let (before, after) = content.split_at(index);
    let padding = LARGE - content.len() as u64;
    let mut file = File::create(large)?;
    file.write_all(before)?;
    file.write_all(&u32::try_from(padding)?.to_be_bytes())?;
    file.write_all(b"free")?;
    // A hole in the file: it reads as zeros and takes no time to write.
    file.set_len(before.len() as u64 + padding)?;
    let mut file = File::options().append(true).open(large)?;
    file.write_all(after)?;
    Ok(())
}

/// Where a box begins.
fn top_level(content: &[u8], wanted: [u8; 4]) -> Option<usize> {
    let mut place = 0;
    loop {
        let header = content.get(place..place + 8)?;
        let size = u32::from_be_bytes(header[..4].try_into().ok()?) as usize;
        if header[4..] == wanted {
            return Some(place);
        }
        place += size.max(8);
    }
}

fn timed(command: &mut Command) -> Result<Duration> {
    let begun = Instant::now();
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .with_context(|| format!("can't start `{}`", shell::spelled(command)))?;
    Ok(begun.elapsed())
}

fn median(mut measure: impl FnMut() -> Result<Duration>) -> Result<Duration> {
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        times.push(measure()?);
    }
    times.sort();
    Ok(times[TIMES / 2])
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
