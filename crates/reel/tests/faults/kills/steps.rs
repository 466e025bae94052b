//! Kills at named steps: the sandbox holds the step, so that the kill falls exactly there.

use std::sync::Arc;

use super::GROUP;
use super::errand::{Controls, Errand, Job};
use crate::options::Form;
use crate::table::{Table, Try, attempt};
use crate::waiting::until;

/// Before a request is handled, and after it was, before its answer.
const MOMENTS: [&str; 2] = ["hold", "hold-answer"];

/// The steps of each job, by what is asked in them. The first of each pays.
const STEPS: [(Job, &[&str]); 10] = [
    (
        Job::Clip,
        &[
            "POST:/api/riffs",
            "GET:/api/tasks/batch/{batch_id}",
            "GET:/{name}",
            "GET:/api/settings",
            "GET:/api/files/{name}",
        ],
    ),
    (Job::Link, &["POST:/api/riffs"]),
    (Job::Template, &["POST:/api/riffs", "GET:/api/products"]),
    (
        Job::Batch,
        &[
            "POST:/api/pipeline/batch",
            "GET:/api/tasks/batch/{batch_id}",
            "GET:/{name}",
        ],
    ),
    (
        Job::Retry,
        &[
            "POST:/api/tasks/{task_id}/retry",
            "GET:/api/tasks/{task_id}",
        ],
    ),
    (
        Job::Short,
        &[
            "POST:/api/shorts/{slug}/generate",
            "GET:/api/shorts/{slug}",
            "GET:/hubfluencer-media/{*key}",
            "POST:/api/shorts",
            "POST:/api/shorts/{slug}/product/presign",
            "PUT:/hubfluencer-media/{*key}",
            "POST:/api/shorts/{slug}/product/confirm",
        ],
    ),
    (
        Job::Carousel,
        &[
            "POST:/api/sliders/{slug}/generate",
            "GET:/api/sliders/{slug}",
            "POST:/api/sliders",
            "GET:/hubfluencer-media/{*key}",
        ],
    ),
    (
        Job::Footage,
        &[
            "POST:/api/editor/{slug}/uploads/multipart/complete",
            "PUT:/hubfluencer-media/{*key}",
            "POST:/api/editor/{slug}/uploads/multipart/init",
            "POST:/api/editor/{slug}/uploads/multipart/sign-part",
            "GET:/api/editor/{slug}/uploads",
        ],
    ),
    (
        Job::Autopilot,
        &[
            "POST:/api/editor/{slug}/autopilot",
            "GET:/api/editor/{slug}",
        ],
    ),
    (
        Job::Render,
        &[
            "POST:/api/editor/{slug}/render",
            "GET:/api/editor/{slug}",
            "GET:/hubfluencer-media/{*key}",
        ],
    ),
];

/// A row for each job; the short form takes its first step alone, which pays.
pub fn rows(table: &mut Table, controls: &Arc<Controls>) {
    for (job, steps) in STEPS {
        let steps = match table.form() {
            Form::Short => &steps[..1],
            Form::Long => steps,
        };
        let mut tries: Vec<Try> = Vec::new();
        for step in steps {
            let kills = MOMENTS.map(|moment| killed_at(job, format!("{moment}={step}"), controls));
            tries.extend(kills);
        }
        if job == Job::Clip {
            tries.push(killed_at(job, "hold-riff-body".to_owned(), controls));
        }
        let fault = format!("SIGKILL at each step: {}", job.name());
        table.row(GROUP, &fault, tries);
    }
}

fn killed_at(job: Job, fault: String, controls: &Arc<Controls>) -> Try {
    let controls = Arc::clone(controls);
    attempt(fault.clone(), async move {
        let control = controls.of(job).await;
        let errand = Errand::prepared(job).await;
        errand.rig.arm(&fault);
        let fault = fault.parse().expect("a fault");
        let mut child = errand.rig.start(&errand.arguments);
        let faults = errand.rig.bench.sandbox.faults();
        until("the step is held", || {
            (!faults.armed_now().contains(&fault)).then_some(())
        })
        .await;
        child.kill().await.expect("killed while it ran");
        errand.ends_well(&control).await;
    })
}
