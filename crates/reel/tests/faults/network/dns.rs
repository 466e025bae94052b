//! A DNS that is there and falls silent, answers late, or can't say: a real one, asked by the real
//! program.

use std::sync::Arc;
use std::time::Duration;

use super::GROUP;
use super::resolver::{Answering, Resolver};
use super::rough::{BAD_FOR, JOBS, begun_badly};
use crate::kills::{Controls, Errand, Job, Known, words};
use crate::options::Form;
use crate::table::{Table, Try, attempt};
use crate::waiting::{PATIENCE, until};

/// How long it stays silent: longer than the program waits for a connection.
const SILENT_FOR: Duration = Duration::from_secs(14);
/// How late it answers.
const LATE: Duration = Duration::from_millis(700);
/// In the long form it falls silent after each of so many parts of a job.
const PARTS: usize = 8;

/// Its rows.
pub fn rows(table: &mut Table, controls: &Arc<Controls>) {
    if !Resolver::is_possible() {
        println!(
            "{GROUP:<10} | (a DNS that is silent, late or unable: left out, no other one can be asked here)"
        );
        return;
    }
    let form = table.form();
    let jobs = match form {
        Form::Short => &JOBS[1..3],
        Form::Long => &JOBS[..],
    };
    let lookups = Arc::new(Known::default());
    let mut silent = Vec::new();
    for job in jobs {
        silent.push(silent_at_the_order(*job, controls, &lookups));
        if form == Form::Long {
            let parts = 0..PARTS;
            silent.extend(parts.map(|part| silent_after(*job, part, controls, &lookups)));
        }
    }
    if form == Form::Long {
        silent.extend([
            unread(Job::Link, ["tasks", "--json"]),
            unread(Job::Short, ["credits", "--json"]),
        ]);
    }
    table.row(GROUP, "a DNS that falls silent", silent);
    let each = |answering: Answering| {
        let tries = jobs
            .iter()
            .map(|job| answering_so(*job, answering, controls));
        tries.collect()
    };
    let late = each(Answering::Late(LATE));
    table.row(GROUP, "a DNS that answers late", late);
    let unable = each(Answering::Unable);
    table.row(GROUP, "a DNS that can't say for now (SERVFAIL)", unable);
}

/// The call of a job that pays, or, of an upload, the one that begins it.
fn order_of(job: Job) -> &'static str {
    match job {
        Job::Clip | Job::Link => "POST:/api/riffs",
        Job::Short => "POST:/api/shorts/{slug}/generate",
        _ => "POST:/api/editor/{slug}/uploads/multipart/init",
    }
}

/// How many names a job looks up when nothing befalls it.
#[derive(Clone, Copy)]
struct Count {
    /// Until its order is sent, that one included.
    to_order: usize,
    all: usize,
}

impl Count {
    async fn taken(job: Job) -> Self {
        let errand = Errand::with_names(job).await;
        let before = errand.rig.resolver().found();
        let hold = format!("hold={}", order_of(job));
        errand.rig.arm(&hold);
        let child = errand.rig.start(&errand.arguments);
        let faults = errand.rig.bench.sandbox.faults();
        let hold = hold.parse().expect("a fault");
        until("its order is there", || {
            (!faults.armed_now().contains(&hold)).then_some(())
        })
        .await;
        let to_order = errand.rig.resolver().found() - before;
        faults.release();
        let ended = child.wait_with_output().await.expect("it ran");
        assert!(ended.status.success(), "{ended:?}");
        let all = errand.rig.resolver().found() - before;
        assert!(0 < to_order && to_order <= all);
        Self { to_order, all }
    }
}

/// Just the name that the order would go to is not found any more: as nobody was there to send it to,
/// it was not sent, and that is said.
fn silent_at_the_order(job: Job, controls: &Arc<Controls>, lookups: &Arc<Known<Count>>) -> Try {
    let (controls, lookups) = (Arc::clone(controls), Arc::clone(lookups));
    attempt(format!("{}, at its order", job.name()), async move {
        let count = lookups.of(job, Count::taken(job));
        let (control, count) = tokio::join!(controls.of(job), count);
        let silent_after = count.to_order - 1;
        let errand = Errand::with_names(job).await;
        let resolver = errand.rig.resolver();
        resolver.becomes(Answering::SilentAfter(silent_after));
        let mended = async { resolver.becomes(Answering::Well) };
        let run = begun_badly(&errand, PATIENCE, mended).await;
        let run = run.expect("it ends by itself");
        assert_eq!((run.exit, &*run.code()), (5, "offline"), "{}", run.stdout);
        assert!(errand.cost() < 1e-6, "it was sent");
        errand.ends_well(&control).await;
    })
}

/// It falls silent somewhere in a job.
fn silent_after(
    job: Job,
    part: usize,
    controls: &Arc<Controls>,
    lookups: &Arc<Known<Count>>,
) -> Try {
    let (controls, lookups) = (Arc::clone(controls), Arc::clone(lookups));
    let what = format!("{}, after {part} of {PARTS} parts", job.name());
    attempt(what, async move {
        let control = controls.of(job).await;
        let silent_after = lookups.of(job, Count::taken(job)).await.all * part / PARTS;
        let errand = Errand::with_names(job).await;
        let resolver = errand.rig.resolver();
        resolver.becomes(Answering::SilentAfter(silent_after));
        let mended = async { resolver.becomes(Answering::Well) };
        begun_badly(&errand, SILENT_FOR, mended).await;
        errand.ends_well(&control).await;
    })
}

/// A read does not wait for ever, and says what is wrong.
fn unread(job: Job, arguments: [&'static str; 2]) -> Try {
    attempt(arguments[0], async move {
        let errand = Errand::with_names(job).await;
        let resolver = errand.rig.resolver();
        resolver.becomes(Answering::SilentAfter(0));
        let run = errand.rig.run(&words(&arguments)).await;
        assert_eq!((run.exit, &*run.code()), (5, "offline"), "{}", run.stderr);
        resolver.becomes(Answering::Well);
        errand.rig.done(&words(&arguments)).await;
        assert!(errand.cost() < 1e-6);
    })
}

/// A job that begins while it answers so.
fn answering_so(job: Job, answering: Answering, controls: &Arc<Controls>) -> Try {
    let controls = Arc::clone(controls);
    attempt(job.name(), async move {
        let control = controls.of(job).await;
        let errand = Errand::with_names(job).await;
        let resolver = errand.rig.resolver();
        resolver.becomes(answering);
        let mended = async { resolver.becomes(Answering::Well) };
        begun_badly(&errand, BAD_FOR, mended).await;
        errand.ends_well(&control).await;
    })
}
