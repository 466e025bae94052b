//! Kills between a write to the disk and its sync: what the program is about to rely on, an intent, a
//! state, a part, is never vouched for.

use std::os::unix::process::ExitStatusExt as _;
use std::sync::Arc;

use super::GROUP;
use super::errand::{Controls, Errand, Job};
use super::known::Known;
use crate::bench::Ended;
use crate::options::Form;
use crate::table::{Table, Try, attempt};
use crate::traced::{self, Tampering};

/// Jobs that are killed so: an order without a key, a step with one, an upload.
const JOBS: [Job; 3] = [Job::Link, Job::Short, Job::Footage];
/// Kills of each job in the long form.
const LONG: usize = 12;
/// And in the short one.
const SHORT: usize = 2;

/// How many syncs a job has by itself.
async fn counted(job: Job) -> usize {
    let errand = Errand::prepared(job).await;
    let run = run(&errand, Tampering::Counted).await;
    assert_eq!(run.status.code(), Some(0), "{:?}", run.stderr);
    let count = traced::syncs(&log(&errand));
    assert!(count > 0, "nothing was synced");
    count
}

/// A row for each job.
pub fn rows(table: &mut Table, controls: &Arc<Controls>) {
    if !traced::is_possible() {
        println!("{GROUP:<10} | (kills at the disk's syncs: left out, there is no strace here)");
        return;
    }
    let kills = match table.form() {
        Form::Short => SHORT,
        Form::Long => LONG,
    };
    let counts = Arc::new(Known::default());
    for job in JOBS {
        let tries = (0..kills).map(|kill| {
            let part = kill as f64 / kills as f64;
            killed_at(job, part, controls, &counts)
        });
        let fault = format!("SIGKILL before a sync of the disk: {}", job.name());
        let tries = tries.collect();
        table.row(GROUP, &fault, tries);
    }
}

/// A kill at the sync that comes after this part of a job's syncs.
fn killed_at(job: Job, part: f64, controls: &Arc<Controls>, counts: &Arc<Known<usize>>) -> Try {
    let (controls, counts) = (Arc::clone(controls), Arc::clone(counts));
    attempt(format!("after {:.0} % of them", part * 100.0), async move {
        let control = controls.of(job).await;
        let count = counts.of(job, counted(job)).await;
        let latest = 1 + (count as f64 * part) as usize;
        // The last ones may not come where more is synced at once than before.
        for number in (1..=latest).rev() {
            let errand = Errand::prepared(job).await;
            let run = run(&errand, Tampering::KilledAtSync(number)).await;
            if run.status.signal().is_some() {
                return errand.ends_well(&control).await;
            }
            let ended = Ended::from(run);
            assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
        }
        panic!("it was never killed");
    })
}

async fn run(errand: &Errand, tampering: Tampering) -> std::process::Output {
    let arguments: Vec<&str> = errand.arguments.iter().map(String::as_str).collect();
    let program = errand.rig.bench.command(&arguments);
    let run = traced::tampered(&program, tampering, &log(errand)).output();
    run.await.expect("strace starts")
}

fn log(errand: &Errand) -> std::path::PathBuf {
    errand.rig.bench.folder.path().join("calls")
}
