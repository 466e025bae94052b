//! Kills at random moments, the same for the same seed: which job, and how far into it.

use std::sync::Arc;
use std::time::Instant;

use super::GROUP;
use super::errand::{Controls, Errand, Job};
use crate::chance::Chance;
use crate::options::Form;
use crate::table::{Table, Try, attempt};

/// Kills of each job in the long form: 220 in all.
const LONG: u64 = 22;
/// And in the short one: 20 in all.
const SHORT: u64 = 2;
/// One that ends before its kill is begun anew, so often: what is counted as a kill was one.
const CHANCES: usize = 10;

/// A row for each job.
pub fn rows(table: &mut Table, controls: &Arc<Controls>) {
    let kills = match table.form() {
        Form::Short => SHORT,
        Form::Long => LONG,
    };
    for (place, job) in (0..).zip(Job::ALL) {
        // Each job has moments of its own, whichever of them are walked.
        let mut chance = Chance(table.seed() ^ (place << 32));
        let tries = (0..kills).map(|kill| {
            // One kill into each stretch of the job, anywhere within it.
            let part = (kill as f64 + chance.fraction()) / kills as f64;
            killed_in(job, part, controls)
        });
        let fault = format!("SIGKILL at random moments: {}", job.name());
        let tries = tries.collect();
        table.row(GROUP, &fault, tries);
    }
}

/// A kill after this part of the job's usual time.
fn killed_in(job: Job, part: f64, controls: &Arc<Controls>) -> Try {
    let controls = Arc::clone(controls);
    attempt(
        format!("after {:.1} % of its time", part * 100.0),
        async move {
            let control = controls.of(job).await;
            let mut length = control.length;
            for _ in 0..CHANCES {
                let errand = Errand::prepared(job).await;
                let mut child = errand.rig.start(&errand.arguments);
                let begun = Instant::now();
                if tokio::time::timeout(length.mul_f64(part), child.wait())
                    .await
                    .is_err()
                {
                    child.kill().await.expect("killed");
                    return errand.ends_well(&control).await;
                }
                // The machine had less to do than when the usual time was measured.
                length = begun.elapsed();
            }
            panic!("it was never killed");
        },
    )
}
