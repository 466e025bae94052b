//! Rough roads to both services and both storages: while the road is bad, a whole job is tried over
//! it; then the road is good, what was left is picked up, and the books judge.

use std::sync::Arc;
use std::time::Duration;

use super::GROUP;
use super::road::Manner;
use crate::bench::Ended;
use crate::kills::{Controls, Errand, Job, words};
use crate::options::Form;
use crate::table::{Table, Try, attempt};

/// How long a road stays bad.
pub const BAD_FOR: Duration = Duration::from_secs(4);

/// What is tried over each road: orders, uploads and downloads of both services.
pub const JOBS: [Job; 4] = [Job::Clip, Job::Link, Job::Short, Job::Footage];

/// What may be said while the road is bad. In doubt is none of them for a read.
const CODES: [&str; 10] = [
    "offline",
    "bad-answer",
    "in-doubt",
    "not-sent",
    "service-failed",
    "download-damaged",
    "storage-refused",
    "interrupted",
    "no-answer",
    "still-open",
];

/// The roads, each with its name.
const ROADS: [(&str, Manner); 11] = [
    ("refused", Manner::Refused),
    ("cut in the head of an answer", Manner::CutAnswer(20)),
    ("cut in the middle of an answer", Manner::CutAnswer(400)),
    ("cut in the head of what is asked", Manner::CutAsking(100)),
    (
        "cut in the middle of what is asked",
        Manner::CutAsking(200_000),
    ),
    (
        "slow: bytes dribble",
        Manner::Slow(Duration::from_millis(4)),
    ),
    ("lossy: every 6th piece is the last", Manner::Lossy(6)),
    ("lossy: every 60th piece is the last", Manner::Lossy(60)),
    (
        "a captive portal that sends elsewhere (302)",
        Manner::Elsewhere,
    ),
    ("a captive portal's page (200)", Manner::Page),
    ("something that speaks no HTTP", Manner::Noise),
];

/// Those of the short form.
const IN_SHORT: [Manner; 5] = [
    Manner::Refused,
    Manner::CutAnswer(20),
    Manner::CutAsking(100),
    Manner::Lossy(6),
    Manner::Page,
];

/// A row for each road.
pub fn rows(table: &mut Table, controls: &Arc<Controls>) {
    for (name, manner) in ROADS {
        let (jobs, is_walked) = match table.form() {
            // Riffkit's order has no key, Hubfluencer's has one.
            Form::Short => (&JOBS[1..3], IN_SHORT.contains(&manner)),
            Form::Long => (&JOBS[..], true),
        };
        if !is_walked {
            continue;
        }
        let mut tries: Vec<Try> = jobs
            .iter()
            .map(|job| over(*job, manner, controls))
            .collect();
        tries.push(read(manner));
        table.row(GROUP, name, tries);
    }
}

/// A job that begins over a bad road.
fn over(job: Job, manner: Manner, controls: &Arc<Controls>) -> Try {
    let controls = Arc::clone(controls);
    attempt(job.name(), async move {
        let control = controls.of(job).await;
        let errand = Errand::prepared(job).await;
        errand.rig.roads.become_all(manner).await;
        let mended = errand.rig.roads.become_all(Manner::Good);
        begun_badly(&errand, BAD_FOR, mended).await;
        errand.ends_well(&control).await;
    })
}

/// Does an errand while something is bad, which is mended after a while, and waits for its end. Gives
/// that where it came before: then it says why.
pub async fn begun_badly(
    errand: &Errand,
    bad_for: Duration,
    mended: impl Future<Output = ()>,
) -> Option<Ended> {
    let mut child = errand.rig.start(&errand.arguments);
    let ended = tokio::time::timeout(bad_for, child.wait()).await.is_ok();
    mended.await;
    let run = tokio::time::timeout(Duration::from_secs(120), child.wait_with_output()).await;
    let run = Ended::from(run.expect("it ends once all is good").expect("it ran"));
    if !ended {
        return None;
    }
    says_why(&run);
    Some(run)
}

/// Reads of both services say what is wrong, and change nothing.
fn read(manner: Manner) -> Try {
    attempt("reads", async move {
        for (job, arguments) in [
            (Job::Link, ["tasks", "--json"]),
            (Job::Short, ["credits", "--json"]),
        ] {
            let errand = Errand::prepared(job).await;
            let arguments = words(&arguments);
            errand.rig.roads.become_all(manner).await;
            let run = errand.rig.run(&arguments).await;
            says_why(&run);
            assert_ne!(run.exit, 6, "a read is never in doubt: {}", run.stdout);
            errand.rig.roads.become_all(Manner::Good).await;
            errand.rig.done(&arguments).await;
            assert!(errand.cost() < 1e-6);
        }
    })
}

/// It worked all the same, or says what is wrong in a word for the road.
pub fn says_why(run: &Ended) {
    if run.exit != 0 {
        assert!(!run.stderr.is_empty(), "said to nobody");
        let code = run.code();
        assert!(
            CODES.contains(&&*code),
            "{code}: {}{}",
            run.stdout,
            run.stderr
        );
    }
}
