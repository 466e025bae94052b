//! The service misbehaves: in its statuses, its answers, its clock and its memory.

mod job;

use sandbox::{Distortion, Faults};

use crate::options::Form;
use crate::table::{Table, Try};
use job::Job;

const GROUP: &str = "service";

/// A fault at each place where a job asks, `fault` naming it for an endpoint. The short form takes
/// the first of several ways at each place, and the others in turn.
fn everywhere(form: Form, ways: &[&dyn Fn(&str) -> String]) -> Vec<Try> {
    let mut tries = Vec::new();
    for job in Job::ALL {
        for (place, endpoint) in job.places(form).iter().enumerate() {
            let turn = place % ways.len();
            let chosen = match form {
                Form::Short => &ways[turn..=turn],
                Form::Long => ways,
            };
            tries.extend(chosen.iter().map(|fault| job.with(vec![fault(endpoint)])));
        }
    }
    tries
}

/// All of them.
pub fn group(table: &mut Table) {
    let form = table.form();
    let answers = |status: u16| move |endpoint: &str| format!("answer={status}:{endpoint}*2");
    let server = everywhere(
        form,
        &[&answers(500), &answers(502), &answers(503), &answers(504)],
    );
    table.row(GROUP, "5xx (500, 502, 503, 504), twice", server);
    let told = everywhere(form, &[&answers(429)]);
    table.row(GROUP, "429 with Retry-After, twice", told);
    let bare = everywhere(form, &[&|endpoint| format!("bare-429={endpoint}*2")]);
    table.row(GROUP, "429 without Retry-After, twice", bare);
    for (name, _) in Distortion::ALL {
        let fault = format!("answers that are distorted: {name}");
        table.row(GROUP, &fault, distorted(form, name));
    }
    table.row(
        GROUP,
        "a clock that is an hour ahead, or behind",
        skewed(form),
    );
    let vanished = vec![
        Job::Riff.with(vec!["batch-vanishes".to_owned()]),
        Job::Riff.with(vec![
            "answer=404:GET:/api/tasks/batch/{batch_id}*5".to_owned(),
        ]),
        Job::Short.with(vec!["answer=404:GET:/api/shorts/{slug}*5".to_owned()]),
        Job::Carousel.with(vec!["answer=404:GET:/api/sliders/{slug}*5".to_owned()]),
        Job::Autopilot.with(vec!["answer=404:GET:/api/editor/{slug}*5".to_owned()]),
        Job::Render.with(vec!["answer=404:GET:/api/editor/{slug}*5".to_owned()]),
        Job::Retry.with(vec![
            "answer=404:GET:/api/tasks/batch/{batch_id}*5".to_owned(),
        ]),
    ];
    table.row(
        GROUP,
        "a batch, a project that vanishes and comes back",
        vanished,
    );
    let backwards = |job: Job| job.with(vec!["task-backwards=3".to_owned()]);
    // Of an upload nothing is looked at that could go back.
    let looked_at = Job::ALL.into_iter().filter(|job| *job != Job::Footage);
    table.row(
        GROUP,
        "a task that goes backwards, a project that is undone",
        looked_at.map(backwards).collect(),
    );
    table.row(
        GROUP,
        "answers that are lost after the work was done",
        lost(form),
    );
    table.row(
        GROUP,
        "storage: expired, refused, cut, lying",
        storage(form),
    );
}

/// An answer distorted at each place that answers in JSON.
fn distorted(form: Form, name: &'static str) -> Vec<Try> {
    let mut tries = Vec::new();
    for job in Job::ALL {
        for endpoint in job.places(form) {
            let is_json = !endpoint.contains("hubfluencer-media") && !endpoint.ends_with("/{name}");
            let pays = ["/riffs", "/generate", "/retry", "/render", "/autopilot"]
                .iter()
                .any(|end| endpoint.ends_with(end));
            // In the short form the answers to paying calls and to looks, which matter most.
            let matters =
                pays || endpoint.contains("batch") || endpoint.ends_with("/shorts/{slug}");
            if is_json && (form == Form::Long || matters) {
                tries.push(job.with(vec![format!("answer-body={name}:{endpoint}")]));
            }
        }
    }
    tries
}

/// The service's clock is wrong, and an answer is lost at the moment when that matters.
fn skewed(form: Form) -> Vec<Try> {
    let mut tries = Vec::new();
    for skew in ["clock-skew=3600", "clock-skew=-3600"] {
        let wrong = || {
            let faults = Faults::none();
            faults.arm_named(skew).expect("a fault");
            faults
        };
        tries.push(Job::Riff.from(wrong(), Vec::new()));
        tries.push(Job::Riff.from(wrong(), vec!["lose-riff-answer".to_owned()]));
        tries.push(Job::Riff.from(wrong(), vec!["lose-riff".to_owned()]));
        let answer = "lose-answer=POST:/api/shorts/{slug}/generate".to_owned();
        tries.push(Job::Short.from(wrong(), vec![answer]));
        tries.push(Job::Footage.from(wrong(), Vec::new()));
        let answer = "lose-answer=POST:/api/tasks/{task_id}/retry".to_owned();
        tries.push(Job::Retry.from(wrong(), vec![answer]));
        if form == Form::Long {
            let lost = |job: Job| {
                let answer = format!("lose-answer={}", job.places(form)[0]);
                job.from(wrong(), vec![answer])
            };
            tries.extend([Job::Carousel, Job::Autopilot, Job::Render].map(lost));
        }
    }
    tries
}

/// What was asked was done, and nobody heard of it.
fn lost(form: Form) -> Vec<Try> {
    let mut tries: Vec<Try> = [
        "lose-riff-answer",
        "lose-riff",
        "riff-500-after",
        "cut-upload=300000",
    ]
    .map(|fault| Job::Riff.with(vec![fault.to_owned()]))
    .into();
    tries.extend(everywhere(
        form,
        &[&|endpoint| format!("lose-answer={endpoint}")],
    ));
    tries
}

/// Links and parts.
fn storage(form: Form) -> Vec<Try> {
    let riff = |fault: &str| Job::Riff.with(vec![fault.to_owned()]);
    let mut tries = vec![
        riff("expired-link"),
        riff("cut-download=100000"),
        riff("lying-length"),
        riff("no-length"),
        Job::Short.with(vec!["expired-result".to_owned()]),
        Job::Short.with(vec!["cut-download=1000".to_owned()]),
    ];
    for fault in [
        "part-expired",
        "part-500",
        "cut-part=2000000",
        "lose-part-answer",
        "complete-error",
    ] {
        tries.push(Job::Footage.with(vec![fault.to_owned()]));
    }
    if form == Form::Long {
        tries.push(riff("ignore-range"));
        tries.push(riff("html-instead-of-json"));
        for fault in ["object-expired", "html-instead-of-json"] {
            tries.push(Job::Short.with(vec![fault.to_owned()]));
        }
        for job in [Job::Carousel, Job::Autopilot, Job::Render] {
            for fault in [
                "expired-result",
                "cut-download=1000",
                "object-expired",
                "html-instead-of-json",
            ] {
                tries.push(job.with(vec![fault.to_owned()]));
            }
        }
    }
    tries
}
