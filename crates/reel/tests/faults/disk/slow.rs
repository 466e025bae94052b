//! A disk that takes its time for each write and each sync, under the journal and under what is saved.

use std::sync::Arc;

use super::GROUP;
use crate::bench::Ended;
use crate::kills::{Controls, Errand, Job};
use crate::options::Form;
use crate::table::{Table, Try, attempt};
use crate::traced::{self, Tampering};

/// An old disk at work: microseconds that a sync and a write take longer.
const SLOW: Tampering = Tampering::Slow {
    sync: 150_000,
    write: 3_000,
};

/// What is done on it: orders, an upload and downloads of both services.
const JOBS: [Job; 4] = [Job::Link, Job::Short, Job::Clip, Job::Footage];

/// Its row.
pub fn rows(table: &mut Table, controls: &Arc<Controls>) {
    if !traced::is_possible() {
        println!("{GROUP:<10} | (a slow disk: left out, there is no strace here)");
        return;
    }
    let jobs = match table.form() {
        Form::Short => &JOBS[..1],
        Form::Long => &JOBS[..],
    };
    let tries = jobs.iter().map(|job| slow(*job, controls)).collect();
    table.row(GROUP, "slow to write and to sync, journal and all", tries);
}

/// It takes longer, and that is all.
fn slow(job: Job, controls: &Arc<Controls>) -> Try {
    let controls = Arc::clone(controls);
    attempt(job.name(), async move {
        let control = controls.of(job).await;
        let errand = Errand::prepared(job).await;
        let log = errand.rig.bench.folder.path().join("calls");
        let arguments: Vec<&str> = errand.arguments.iter().map(String::as_str).collect();
        let program = errand.rig.bench.command(&arguments);
        let ended = traced::tampered(&program, SLOW, &log).output().await;
        let ended = Ended::from(ended.expect("it ran"));
        assert_eq!(ended.exit, 0, "{}{}", ended.stdout, ended.stderr);
        assert!(traced::syncs(&log) > 0, "nothing was synced");
        errand.ends_well(&control).await;
    })
}
