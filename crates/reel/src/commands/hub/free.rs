//! What the commands of Hubfluencer share: the core opened, a token at hand, and the core closed again
//! whatever came of it.

use std::path::Path;

use contract::{Code, FieldFault, FileView, ProjectKey, ProjectView, Refusal};
use serde_json::Value;

use super::session::need_token;
use super::text;
use crate::commands::asking;
use crate::commands::references::chosen;
use crate::exit::Exit;
use crate::front::Front;
use crate::run::Run;
use crate::shapes::hub as shapes;
use crate::stop::{OwnCode, Stop};

/// Does free work with the core, with a token. Ctrl+C ends it at once.
///
/// # Errors
/// Those of the work, [`Code::TokenNeeded`], and the stop of an interrupted command.
pub async fn with_token(
    run: &Run,
    work: impl AsyncFnOnce(&Front) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    winding_down(run, async |front| {
        tokio::select! {
            done = work(front) => done,
            () = run.interrupt.pressed() => Err(interrupted()),
        }
    })
    .await
}

/// The same for work that looks after Ctrl+C by itself.
///
/// # Errors
/// Those of the work, and [`Code::TokenNeeded`].
pub async fn winding_down(
    run: &Run,
    work: impl AsyncFnOnce(&Front) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    asking::once(run, async |front| need_token(front, run).await, work).await
}

/// Free work that is one step of a longer one: Ctrl+C ends it at once.
///
/// # Errors
/// Those of the work, and the stop of an interrupted command.
pub async fn step<T>(run: &Run, work: impl Future<Output = Result<T, Refusal>>) -> Result<T, Stop> {
    tokio::select! {
        done = work => Ok(done?),
        () = run.interrupt.pressed() => Err(interrupted()),
    }
}

/// Free work behind a step that was paid: Ctrl+C ends it, and what was paid for goes on. `pick_up` is
/// the command that waits for it again.
///
/// # Errors
/// Those of the work, and the stop of an interrupted command.
pub async fn behind<T>(
    run: &Run,
    pick_up: &str,
    work: impl Future<Output = Result<T, Refusal>>,
) -> Result<T, Stop> {
    tokio::select! {
        done = work => Ok(done?),
        () = run.interrupt.pressed() => Err(left(pick_up)),
    }
}

/// Ctrl+C while the service goes on.
pub fn left(pick_up: &str) -> Stop {
    Stop::own(Exit::NoAnswer, OwnCode::Interrupted, "cli-hub-left").with("command", pick_up)
}

/// Ctrl+C while nothing costs yet.
pub fn interrupted() -> Stop {
    Stop::own(Exit::NotConfirmed, OwnCode::Interrupted, "cli-hub-stopped")
}

/// What the service would refuse of the command line, found out without asking it.
///
/// # Errors
/// [`Code::FieldInvalid`] of the first fault.
pub fn checked(faults: Vec<FieldFault>) -> Result<(), Stop> {
    match faults.first() {
        Some(fault) => Err(fault.refusal().into()),
        None => Ok(()),
    }
}

/// Something that a command can't do without, by the contract's name of it.
pub fn missing(field: &str) -> Stop {
    let field = field.to_owned();
    FieldFault::Missing { field }.refusal().into()
}

/// A file of the command line, before anything is sent.
///
/// # Errors
/// [`Code::FileGone`].
pub async fn file(front: &Front, path: &Path) -> Result<FileView, Stop> {
    chosen(front, path.to_path_buf()).await
}

/// Prints a project.
pub fn show(run: &Run, view: &ProjectView) -> Exit {
    run.output
        .result(&shapes::project(view), |words| text::project(words, view));
    Exit::Done
}

/// Prints one project, fresh. One that was taken off the list is on it again.
///
/// # Errors
/// Those of the read.
pub async fn show_fresh(run: &Run, key: ProjectKey) -> Result<Exit, Stop> {
    with_token(run, async |front| {
        let view = front.studio.adopt_project(&key).await?;
        Ok(show(run, &view))
    })
    .await
}

/// Takes a project off the list here; a carousel is deleted at the service.
///
/// # Errors
/// Those of the call.
pub async fn remove(run: &Run, key: ProjectKey, said: &str) -> Result<Exit, Stop> {
    with_token(run, async |front| {
        front.studio.remove_project(&key).await?;
        run.output.say(said);
        let document = serde_json::json!({ "slug": key.slug, "kind": key.kind });
        run.output.result(&document, |_| String::new());
        Ok(Exit::Done)
    })
    .await
}

/// Prints a list of projects.
pub fn list(run: &Run, views: &[ProjectView], empty: &str) -> Exit {
    if views.is_empty() {
        run.output.say(empty);
    }
    let document: Value = shapes::projects(views);
    run.output
        .result(&document, |words| text::projects(words, views));
    Exit::Done
}

/// The refusal of a project that is another kind than it was asked for: it can't be.
pub fn another_kind() -> Stop {
    Refusal::new(Code::Unknown).into()
}
