//! The service misbehaves: in its statuses, its answers, its clock and its memory.

use sandbox::{Distortion, Faults};

use crate::jobs;
use crate::options::Form;
use crate::table::{Table, Try, attempt};
use crate::world::Options;

const GROUP: &str = "service";

/// Where Riffkit is asked in the course of a riff: a read, the order, a look, a link, the bytes.
const OF_A_RIFF: [&str; 6] = [
    "GET:/api/formulas",
    "POST:/api/riffs",
    "GET:/api/tasks/batch/{batch_id}",
    "GET:/api/assets",
    "GET:/api/files/{name}",
    "GET:/{name}",
];
/// The same of Hubfluencer in the course of a short.
const OF_A_SHORT: [&str; 5] = [
    "POST:/api/shorts",
    "GET:/api/shorts/{slug}/cost",
    "POST:/api/shorts/{slug}/generate",
    "GET:/api/shorts/{slug}",
    "GET:/hubfluencer-media/{*key}",
];
/// The same of Hubfluencer and its storage in the course of an upload in parts.
const OF_FOOTAGE: [&str; 5] = [
    "POST:/api/editor/{slug}/uploads/multipart/init",
    "POST:/api/editor/{slug}/uploads/multipart/sign-part",
    "PUT:/hubfluencer-media/{*key}",
    "POST:/api/editor/{slug}/uploads/multipart/complete",
    "GET:/api/editor/{slug}/uploads",
];

/// The same of Riffkit when a failed task is made again.
const OF_A_RETRY: [&str; 3] = [
    "GET:/api/tasks/{task_id}",
    "POST:/api/tasks/{task_id}/retry",
    "GET:/api/tasks/batch/{batch_id}",
];
/// The same of Hubfluencer when an ad is rendered.
const OF_A_RENDER: [&str; 2] = ["POST:/api/editor/{slug}/render", "GET:/api/editor/{slug}"];

/// Whose job a fault falls into.
#[derive(Clone, Copy)]
enum Job {
    Riff,
    Short,
    Footage,
    Retry,
    Render,
}

impl Job {
    const ALL: [(Self, &'static [&'static str]); 5] = [
        (Self::Riff, &OF_A_RIFF),
        (Self::Short, &OF_A_SHORT),
        (Self::Footage, &OF_FOOTAGE),
        (Self::Retry, &OF_A_RETRY),
        (Self::Render, &OF_A_RENDER),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Riff => "riff",
            Self::Short => "short",
            Self::Footage => "upload",
            Self::Retry => "retry",
            Self::Render => "render",
        }
    }

    /// Does the job with these faults falling into it.
    fn with(self, faults: Vec<String>) -> Try {
        self.from(Faults::none(), faults)
    }

    /// The same with a service that is wrong from its start.
    fn from(self, start: Faults, faults: Vec<String>) -> Try {
        let what = format!("{} {}", self.name(), faults.join(" "));
        attempt(what, async move {
            let options = Options {
                faults: start,
                ..Options::default()
            };
            let faults: Vec<&str> = faults.iter().map(String::as_str).collect();
            match self {
                Self::Riff => jobs::riff(options, &faults).await,
                Self::Short => jobs::short(options, &faults).await,
                Self::Footage => jobs::footage(options, &faults).await,
                Self::Retry => jobs::retry(options, &faults).await,
                Self::Render => jobs::render(options, &faults).await,
            }
        })
    }
}

/// A fault at each place where a job asks, `fault` naming it for an endpoint. The short form takes
/// the first of several ways at each place, and the others in turn.
fn everywhere(form: Form, ways: &[&dyn Fn(&str) -> String]) -> Vec<Try> {
    let mut tries = Vec::new();
    for (job, endpoints) in Job::ALL {
        for (place, endpoint) in endpoints.iter().enumerate() {
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
    table.row(GROUP, "a clock that is an hour ahead, or behind", skewed());
    let vanished = vec![
        Job::Riff.with(vec!["batch-vanishes".to_owned()]),
        Job::Riff.with(vec![
            "answer=404:GET:/api/tasks/batch/{batch_id}*5".to_owned(),
        ]),
        Job::Short.with(vec!["answer=404:GET:/api/shorts/{slug}*5".to_owned()]),
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
    let backwards = [Job::Riff, Job::Short, Job::Retry, Job::Render].map(backwards);
    table.row(
        GROUP,
        "a task that goes backwards, a short that is undone",
        backwards.into(),
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
    for (job, endpoints) in Job::ALL {
        for endpoint in endpoints {
            let is_json = !endpoint.contains("hubfluencer-media") && !endpoint.ends_with("/{name}");
            let pays = ["/riffs", "/generate", "/retry", "/render"]
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
fn skewed() -> Vec<Try> {
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
        tries.push(Job::Short.with(vec!["object-expired".to_owned()]));
        tries.push(Job::Short.with(vec!["html-instead-of-json".to_owned()]));
        tries.push(riff("html-instead-of-json"));
    }
    tries
}
