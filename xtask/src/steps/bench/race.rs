//! Letting programs do the same thing in turns, each in a process of its own: how long each takes, and how much memory
//! it has at most.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};

use crate::shell;

/// How often a running process's memory is looked at. The kernel keeps the highest mark, so only what grows in the
/// last moment is missed.
const GLANCE: Duration = Duration::from_millis(4);

/// How often a process at rest is looked at.
const RESTS: usize = 3;

/// A program in a race.
pub struct Side<'a> {
    /// What it is called in the table.
    pub name: String,
    /// Makes its command for the race.
    pub work: Box<dyn Fn() -> Command + 'a>,
    /// Makes its command for doing nothing: what it has in memory then is not the work's.
    pub rest: Box<dyn Fn() -> Command + 'a>,
    /// What it leaves behind, removed after each run.
    pub leaves: Vec<PathBuf>,
}

/// What a side's runs came to.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    /// How long each took, in seconds.
    pub seconds: Vec<f64>,
    /// The most memory over what it has at rest, in bytes; empty where the system does not tell.
    pub memory: Vec<f64>,
}

impl Runs {
    /// Bytes a second of each run, of so many bytes.
    pub fn rates(&self, bytes: u64) -> Vec<f64> {
        self.seconds
            .iter()
            .map(|seconds| bytes as f64 / seconds)
            .collect()
    }
}

/// How often, and from when on, sides are raced.
pub struct Course<'a> {
    /// Rounds.
    pub rounds: usize,
    /// Tells when a run's work began, in seconds since the epoch, and forgets it. None: with its process.
    pub began: Option<&'a dyn Fn() -> Result<f64>>,
    /// Sees each side's result before it is removed.
    pub look: &'a dyn Fn(&Side<'_>) -> Result<()>,
}

impl Course<'_> {
    /// So many rounds of whole processes, with nothing to look at.
    pub fn of_processes(rounds: usize) -> Self {
        Self {
            rounds,
            began: None,
            look: &|_| Ok(()),
        }
    }
}

/// Lets the sides take turns; each begins a round as often as the others.
///
/// # Errors
/// A side failed; the message is its last word.
pub fn race(sides: &[Side<'_>], course: &Course<'_>) -> Result<Vec<Runs>> {
    let mut all = vec![Runs::default(); sides.len()];
    let mut peaks = vec![Vec::new(); sides.len()];
    for round in 0..course.rounds {
        for turn in 0..sides.len() {
            let at = (turn + round) % sides.len();
            let side = &sides[at];
            if let Some(began) = course.began {
                // Whoever came before belongs to no run.
                let _ = began();
            }
            let run = run(&mut (side.work)())?;
            let seconds = match course.began {
                Some(began) => run.ended - began()?,
                None => run.seconds,
            };
            (course.look)(side)?;
            for left in &side.leaves {
                // One that was not made needs no removing.
                let _ = fs::remove_file(left);
            }
            all[at].seconds.push(seconds);
            peaks[at].extend(run.peak);
        }
    }
    for ((runs, peaks), side) in all.iter_mut().zip(peaks).zip(sides) {
        let mut rests = Vec::new();
        for _ in 0..RESTS {
            rests.extend(run(&mut (side.rest)())?.peak);
        }
        rests.sort_by(f64::total_cmp);
        if let Some(rest) = rests.get(rests.len() / 2) {
            runs.memory = peaks.iter().map(|peak| (peak - rest).max(0.0)).collect();
        }
    }
    Ok(all)
}

/// One run of a program.
#[derive(Debug, Clone, Copy)]
pub struct Run {
    /// From start to end.
    pub seconds: f64,
    /// When it ended, in seconds since the epoch.
    ended: f64,
    /// The most memory that it had, in bytes, where the system tells.
    pub peak: Option<f64>,
}

/// Runs a program unseen.
///
/// # Errors
/// It can't be started, or failed.
pub fn run(command: &mut Command) -> Result<Run> {
    let name = shell::spelled(command);
    let begun = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("can't start `{name}`"))?;
    let (id, has_ended) = (child.id(), AtomicBool::new(false));
    let (output, seconds, ended, peak) = thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut peak = None;
            while !has_ended.load(Ordering::Relaxed) {
                peak = high_mark(id).or(peak);
                thread::sleep(GLANCE);
            }
            peak
        });
        let output = child.wait_with_output();
        let seconds = begun.elapsed().as_secs_f64();
        let ended = SystemTime::now().duration_since(UNIX_EPOCH);
        has_ended.store(true, Ordering::Relaxed);
        (output, seconds, ended, watcher.join().ok().flatten())
    });
    let output = output?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{name}` failed ({}): {}", output.status, said.trim());
    }
    Ok(Run {
        seconds,
        ended: ended?.as_secs_f64(),
        peak,
    })
}

/// The most memory that a process has had so far, in bytes.
fn high_mark(process: u32) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let mark = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = mark.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes * 1024.0)
}
