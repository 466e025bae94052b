//! Working on the app: it is built and opened anew after each change.

use std::process::Command;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use crate::project::{PAGE_INSIDE, Project};
use crate::shell::{self, Companion};
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::sources;

/// How often the sources are looked at.
const GLANCE: Duration = Duration::from_millis(700);

/// What the app is made of.
const WATCHED: &[&str] = &[
    "src-tauri",
    "crates",
    "ui/src",
    "ui/styles",
    "ui/index.html",
    "tauri.conf.json",
];

/// Opens the app, and opens it anew after each change, until it is closed.
///
/// # Errors
/// Something needed can't be had, or the sources can't be read. Code that does not compile ends nothing: it is
/// built again at the next change.
pub fn dev(project: &Project) -> Result<()> {
    setup::system(Purpose::Window)?;
    loop {
        let seen = newest_change(project)?;
        let window = match open(project) {
            Ok(window) => Some(window),
            Err(reason) => {
                println!("{reason:#}\nWaiting for a change.");
                None
            }
        };
        if !changed_before_closed(project, seen, window)? {
            return Ok(());
        }
        println!("\nThe sources changed: building anew.");
    }
}

fn open(project: &Project) -> Result<Companion> {
    page::build(project, Finish::Plain)?;
    shell::run(
        project
            .cargo()
            .args(["build", "-p", "reelwright", "--features", PAGE_INSIDE]),
    )?;
    Companion::start(&mut Command::new(project.built("reelwright")))
}

/// Waits; true after a change, false once the person has closed the window.
fn changed_before_closed(
    project: &Project,
    seen: SystemTime,
    mut window: Option<Companion>,
) -> Result<bool> {
    loop {
        if let Some(window) = &mut window
            && !window.is_running()?
        {
            return Ok(false);
        }
        if newest_change(project)? > seen {
            return Ok(true);
        }
        std::thread::sleep(GLANCE);
    }
}

fn newest_change(project: &Project) -> Result<SystemTime> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for watched in WATCHED {
        let path = project.path(watched);
        let files = if path.is_dir() {
            sources::files_under(&path)?
        } else {
            vec![path]
        };
        for file in files {
            // An editor may have replaced it meanwhile; the next look sees the new one.
            if let Ok(time) = file.metadata().and_then(|about| about.modified()) {
                newest = newest.max(time);
            }
        }
    }
    Ok(newest)
}
