//! How much memory `reel` takes while it uploads 100 MB, while it uploads 300 MB with four parts in
//! flight, and while it saves 1 GB, over what it takes while it only watches; and how long and how much `reel check` reads of 100 MB. Each figure stands
//! beside that of the simplest program that does the same, from the same run.
//!
//! `cargo bench -p reel --bench memory` (add `--profile dev` to spare the release build).

mod machine;
mod resident;

use std::error::Error;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use machine::{Machine, text};
use resident::{Resident, peak_until};

/// What may be added to idle, in MiB (issue 2).
const GOAL: f64 = 32.0;
const CLIP: u64 = 100_000_000;
const FOOTAGE: u64 = 300_000_000;
const REEL: u64 = 1_000_000_000;
const CHECKS: usize = 21;
/// Makes this program the simplest one: it reads a file whole.
const READ_WHOLE: &str = "--read-whole";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|word| word == READ_WHOLE) {
        return read_whole(arguments.get(at + 1).ok_or("which file?")?.as_ref());
    }
    if !arguments.iter().any(|word| word == "--bench") {
        println!("Measured by `cargo bench`; a test run only builds it.");
        return Ok(());
    }
    if !cfg!(target_os = "linux") {
        println!("The figures come from /proc, which only Linux has: nothing was measured.");
        return Ok(());
    }
    let folder = tempfile::tempdir()?;
    let clip = filled_clip(folder.path(), CLIP)?;

    let working = Machine::start(&folder.path().join("working"), &["--pace", "slow"])?;
    let idle = watching(&working, &machine::sample())?.0;
    println!("watching a batch (idle)     {idle}");
    let (_, upload) = watching(&working, &clip)?;
    tell("uploading 100 MB", &upload, &idle);
    tell("uploading 300 MB in parts", &in_parts(&working)?, &idle);
    drop(working);

    let huge = format!("huge-asset={REEL}");
    let saving = Machine::start(
        &folder.path().join("saving"),
        &["--pace", "fast", "--fault", &huge],
    )?;
    tell("saving 1 GB", &save(&saving)?, &idle);
    drop(saving);

    let naive = Command::new(std::env::current_exe()?)
        .args([OsStr::new(READ_WHOLE), clip.as_os_str()])
        .output()?;
    println!(
        "compare: a program that reads the 100 MB whole grows by {} MiB; of 1 GB it would by {:.0}",
        text(naive.stdout)?.trim(),
        resident::mebibytes(REEL)
    );
    check(&clip)?;
    Ok(())
}

fn tell(what: &str, peak: &Resident, idle: &Resident) {
    let growth = peak.whole - idle.whole;
    let verdict = if growth < GOAL { "within" } else { "OVER" };
    println!("{what:<27} {peak}");
    println!("{:<27} {growth:+.1} MiB over idle: {verdict} {GOAL:.0}", "");
}

/// Orders from a clip and watches: what that takes at rest, and what it took at most until the
/// service had answered.
fn watching(machine: &Machine, clip: &Path) -> Outcome<(Resident, Resident)> {
    let before = machine.taken()?;
    let arguments = [OsStr::new("riff"), clip.as_os_str(), OsStr::new("--yes")];
    let mut child = machine.reel(arguments).spawn()?;
    let peak = peak_until(&mut child, || Ok(machine.taken()? > before))?;
    // A few looks at the batch, so that what the order took has been given back.
    sleep(Duration::from_secs(4));
    let rest = Resident::of(child.id())?;
    child.kill()?;
    child.wait()?;
    Ok((rest, peak))
}

/// Uploads a clip to an ad, four parts at a time: what that took at most.
fn in_parts(machine: &Machine) -> Outcome<Resident> {
    let clip = filled_clip(machine.folder(), FOOTAGE)?;
    let ad = [
        "editor",
        "create",
        "--language",
        "en",
        "--prompt",
        "A lamp for travel",
    ];
    let made = machine.json(ad)?;
    let slug = made["slug"].as_str().ok_or("no ad")?;
    let upload = ["editor", "upload", slug].map(OsStr::new);
    let arguments = upload
        .into_iter()
        .chain([clip.as_os_str(), OsStr::new("--multipart")]);
    let begun = Instant::now();
    let mut child = machine.reel(arguments).spawn()?;
    let peak = peak_until(&mut child, || Ok(false))?;
    if !child.wait()?.success() {
        return Err("the clip was not uploaded".into());
    }
    println!(
        "(300 MB were uploaded, and looked at, in {:.1} s)",
        begun.elapsed().as_secs_f64()
    );
    Ok(peak)
}

/// Saves a reel of 1 GB: what that took at most.
fn save(machine: &Machine) -> Outcome<Resident> {
    let sample = machine::sample();
    let arguments = [OsStr::new("riff"), sample.as_os_str(), OsStr::new("--yes")];
    let ordered = machine.json(arguments)?;
    let asset_id = ordered["reels"][0]["asset_id"].as_str().ok_or("no reel")?;
    let out = machine.folder().join("out");
    let begun = Instant::now();
    let mut child = machine
        .reel([
            "save".as_ref(),
            asset_id.as_ref(),
            "--to".as_ref(),
            out.as_os_str(),
        ])
        .spawn()?;
    let peak = peak_until(&mut child, || Ok(false))?;
    if !child.wait()?.success() {
        return Err("the reel was not saved".into());
    }
    let length: u64 = std::fs::read_dir(&out)?
        .map(|entry| Ok(entry?.metadata()?.len()))
        .sum::<Result<u64, std::io::Error>>()?;
    if length < REEL {
        return Err(format!("only {length} bytes were saved").into());
    }
    println!("(1 GB was saved in {:.1} s)", begun.elapsed().as_secs_f64());
    Ok(peak)
}

/// The time of the whole process, start included, and what it read.
fn check(clip: &Path) -> Outcome<()> {
    let large = timed(|| machine::check(clip))?;
    let small = timed(|| machine::check(&machine::sample()))?;
    let whole = timed(|| {
        std::hint::black_box(std::fs::read(clip)?);
        Ok(())
    })?;
    println!("reel check, 100 MB          {large}");
    println!("reel check, 0.25 MB         {small}");
    println!("compare: reading 100 MB     {whole}");
    let read = |path: &Path| resident::bytes_read(machine::check_command(path));
    println!(
        "reel check, 100 MB          {} bytes read, of which {} by its start",
        read(clip)?,
        read(Path::new("no such file"))?
    );
    Ok(())
}

fn timed(mut work: impl FnMut() -> Outcome<()>) -> Outcome<String> {
    let mut times = Vec::with_capacity(CHECKS);
    for _ in 0..CHECKS {
        let begun = Instant::now();
        work()?;
        times.push(begun.elapsed());
    }
    times.sort();
    let millis = |time: Duration| time.as_secs_f64() * 1e3;
    Ok(format!(
        "median {:.1} ms, best {:.1} ms of {CHECKS}",
        millis(times[CHECKS / 2]),
        millis(times[0])
    ))
}

/// The sample, filled up with a box that players pass over, before its index: that stays at the end.
fn filled_clip(folder: &Path, bytes: u64) -> Outcome<PathBuf> {
    let sample = std::fs::read(machine::sample())?;
    let (before, index) = sample.split_at(index_of(&sample)?);
    let filling = u32::try_from(bytes - sample.len() as u64)?;
    let mut clip = before.to_vec();
    clip.extend_from_slice(&filling.to_be_bytes());
    clip.extend_from_slice(b"free");
    clip.resize(usize::try_from(bytes)? - index.len(), 0);
    clip.extend_from_slice(index);
    let path = folder.join("large.mp4");
    std::fs::write(&path, clip)?;
    Ok(path)
}

/// Where the index (`moov`) of an MP4 begins, which has to be its last box.
fn index_of(clip: &[u8]) -> Outcome<usize> {
    let mut at = 0;
    while let Some(&[a, b, c, d, ref name @ ..]) = clip.get(at..at + 8) {
        let next = at + u32::from_be_bytes([a, b, c, d]) as usize;
        if name == b"moov" && next == clip.len() {
            return Ok(at);
        }
        at = next.max(at + 8);
    }
    Err("the sample's index is not at its end".into())
}

/// The simplest upload: the file in memory. Prints by how much this process grew.
fn read_whole(path: &Path) -> Outcome<()> {
    let me = std::process::id();
    let before = Resident::of(me)?;
    let bytes = std::hint::black_box(std::fs::read(path)?);
    let after = Resident::of(me)?;
    drop(bytes);
    println!("{:.1}", after.whole - before.whole);
    Ok(())
}
