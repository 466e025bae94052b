//! What a process has in memory and has read, as the kernel counts it.

use std::fmt;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::Outcome;

/// How often a running process is looked at.
const GLANCE: Duration = Duration::from_millis(5);
/// Longest that anything may take.
const PATIENCE: Duration = Duration::from_secs(300);

/// Memory that a process occupies, in MiB.
#[derive(Clone, Copy, Debug, Default)]
pub struct Resident {
    /// Program text and libraries included.
    pub whole: f64,
    /// What is its alone: heap and stacks.
    pub own: f64,
}

impl Resident {
    /// As it is now.
    pub fn of(process: u32) -> Outcome<Self> {
        let status = status(process)?;
        Ok(Self {
            whole: field(&status, "VmRSS:")?,
            own: field(&status, "RssAnon:")?,
        })
    }

    fn at_least(self, other: Self) -> Self {
        Self {
            whole: self.whole.max(other.whole),
            own: self.own.max(other.own),
        }
    }
}

impl fmt::Display for Resident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:6.1} MiB ({:.1} its own)", self.whole, self.own)
    }
}

/// The most that a process had until it ended or `done` was so. The whole is the kernel's own mark,
/// which misses nothing between two looks.
pub fn peak_until(child: &mut Child, done: impl Fn() -> Outcome<bool>) -> Outcome<Resident> {
    let begun = Instant::now();
    let mut peak = Resident::default();
    while begun.elapsed() < PATIENCE {
        let finished = done()?;
        if let Ok(status) = status(child.id())
            && let (Ok(whole), Ok(own)) = (field(&status, "VmHWM:"), field(&status, "RssAnon:"))
        {
            peak = peak.at_least(Resident { whole, own });
        }
        if finished || child.try_wait()?.is_some() {
            return Ok(peak);
        }
        sleep(GLANCE);
    }
    Err("it took too long".into())
}

/// Bytes that a command has read by its end. Pages of the program itself are mapped, and not counted.
pub fn bytes_read(mut command: Command) -> Outcome<u64> {
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()?;
    let begun = Instant::now();
    // Its counters can be read as long as nobody has asked for its exit code.
    while begun.elapsed() < PATIENCE {
        if status(child.id())?.contains("State:\tZ") {
            let counters = std::fs::read_to_string(format!("/proc/{}/io", child.id()))?;
            child.wait()?;
            let read = counters
                .lines()
                .find_map(|line| line.strip_prefix("rchar: "));
            return Ok(read.ok_or("no such counter")?.trim().parse()?);
        }
        sleep(Duration::from_millis(1));
    }
    Err("it took too long".into())
}

/// Bytes in MiB.
pub fn mebibytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn status(process: u32) -> Outcome<String> {
    Ok(std::fs::read_to_string(format!("/proc/{process}/status"))?)
}

/// A field of the kernel's, which counts in units of 1024 bytes.
fn field(status: &str, name: &str) -> Outcome<f64> {
    let value = status.lines().find_map(|line| line.strip_prefix(name));
    let value = value.ok_or("no such figure")?.trim().trim_end_matches("kB");
    Ok(mebibytes(value.trim().parse::<u64>()? * 1024))
}
