//! The real program under `strace`, which makes its calls to the disk slow, or a chosen one its last.
//! Where there is no `strace`, or it may not be used, what needs it is left out.

use std::collections::BTreeMap;
use std::path::Path;

use tokio::process::Command;

use crate::within::within;

/// The calls that end when bytes are on the disk for good.
const SYNCS: &str = "fsync,fdatasync";
/// The calls that write into a file at a place.
const WRITES: &str = "pwrite64";

/// What befalls the calls.
#[derive(Clone, Copy, Debug)]
pub enum Tampering {
    /// Nothing; they are counted.
    Counted,
    /// Each takes longer, by so many microseconds: a sync, and a write.
    Slow { sync: u32, write: u32 },
    /// The so-manieth sync of a thread, from 1, is never made: SIGKILL falls instead.
    KilledAtSync(usize),
}

/// Whether the program can be run so on this machine.
pub fn is_possible() -> bool {
    let mut probe = std::process::Command::new("strace");
    probe.args(["-D", "-f", "-qq", "-o", "/dev/null", "-e", SYNCS, "true"]);
    probe.output().is_ok_and(|output| output.status.success())
}

/// The same program with its calls tampered with, and a log of its syncs.
pub fn tampered(program: &Command, tampering: Tampering, log: &Path) -> Command {
    let mut command = Command::new("strace");
    // The tracer steps aside, so that the child is the program itself and not its tracer.
    command.args(["-D", "-f", "-qq", "-o"]).arg(log);
    match tampering {
        Tampering::Counted => {
            command.args(["-e", &format!("trace={SYNCS}")]);
        }
        Tampering::Slow { sync, write } => {
            let delay = |calls: &str, by: u32| format!("inject={calls}:delay_enter={by}");
            command.args(["--seccomp-bpf", "-e", &format!("trace={SYNCS},{WRITES}")]);
            command.args(["-e", &delay(SYNCS, sync), "-e", &delay(WRITES, write)]);
        }
        Tampering::KilledAtSync(number) => {
            let kill = format!("inject={SYNCS}:signal=KILL:when={number}");
            command.args(["-e", &format!("trace={SYNCS}"), "-e", &kill]);
        }
    }
    within(command, program)
}

/// How many syncs the busiest thread has made, by the log.
pub fn syncs(log: &Path) -> usize {
    let mut threads: BTreeMap<&str, usize> = BTreeMap::new();
    let log = std::fs::read_to_string(log).expect("a log");
    // A call that another thread's interrupts has a second line of its end.
    for line in log.lines().filter(|line| !line.contains("resumed>")) {
        if let Some((thread, call)) = line.split_once(char::is_whitespace)
            && SYNCS
                .split(',')
                .any(|sync| call.trim_start().starts_with(sync))
        {
            *threads.entry(thread).or_default() += 1;
        }
    }
    threads.into_values().max().unwrap_or_default()
}
