//! From starting the app to a window that can be used, and its memory then.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project::PAGE_INSIDE;
use crate::shell;
use crate::steps::page::{self, Finish};
use crate::steps::setup::{self, Purpose};
use crate::steps::window_tests;

use super::Bench;
use super::bare;
use super::figures::{Figure, Unit};
use super::place::Place;
use super::programs::{Link, optimised};
use super::table::{Aim, Other, Row, Table};

/// How many times as long as the bare window ours may take.
const LONGER: f64 = 1.25;
/// How many times as much memory.
const LARGER: f64 = 1.2;

/// The same window, in the app and bare.
const OURS: &str = "[data-test='page-riff']";
const BARE: &str = "[data-test='bare']";

/// The app beside the barest window with a page of Leptos, both built here and now in the same way.
pub fn compare(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let time = Row::new(
        "launch to a window that can be used",
        Unit::Seconds,
        Vec::new(),
    );
    let memory = Row::new("memory of that window at rest", Unit::Bytes, Vec::new());
    if !window_tests::can_be_run() {
        table.add(
            time.aim(Aim::AtMost(LONGER))
                .note("measured on Linux, on a virtual display"),
        );
        table.add(memory.aim(Aim::AtMost(LARGER)));
        return Ok(());
    }
    setup::system(Purpose::WindowTests)?;
    let project = bench.project;
    let bare = bare::window(project)?;
    page::build(project, Finish::Shrunk)?;
    let mut build = project.cargo();
    build.args([
        "build",
        "--release",
        "-p",
        "reelwright",
        "--features",
        PAGE_INSIDE,
    ]);
    shell::run(&mut build)?;
    let own = optimised(project, "reelwright");
    let place = Place::on_disk(project)?;
    let (mut ours, mut theirs) = (Launches::default(), Launches::default());
    // The first of each reads its libraries from the disk.
    for round in 0..=bench.size.of(9, 2) {
        for (program, selector, launches) in [(&own, OURS, &mut ours), (&bare, BARE, &mut theirs)] {
            let launch = launch(bench, &place, program, selector)?;
            if round > 0 {
                launches.add(launch);
            }
        }
    }
    let figure = |unit, runs: &[f64]| Figure::of(unit, runs.to_vec());
    table.add(
        Row::new("launch to a window that can be used", Unit::Seconds, ours.usable)
            .against(Other::rival("a bare Tauri and Leptos page", figure(Unit::Seconds, &theirs.usable)))
            .aim(Aim::AtMost(LONGER))
            .note("both with the release profile; from the driver's order to start until the page's main part was drawn; nobody is signed in, and the service is on this machine"),
    );
    table.add(
        Row::new("memory of that window at rest", Unit::Bytes, ours.memory)
            .against(Other::rival("a bare Tauri and Leptos page", figure(Unit::Bytes, &theirs.memory)))
            .aim(Aim::AtMost(LARGER))
            .note("of all its processes, WebKit's too: what is theirs alone, and their share of what they have in common with others"),
    );
    Ok(())
}

/// What the launches of one program came to.
#[derive(Debug, Default)]
struct Launches {
    usable: Vec<f64>,
    memory: Vec<f64>,
}

impl Launches {
    fn add(&mut self, (usable, memory): (f64, f64)) {
        self.usable.push(usable);
        self.memory.push(memory);
    }
}

/// Starts a program on a display of its own: when it can be used, in seconds, and its memory in bytes.
fn launch(bench: &Bench<'_>, place: &Place, program: &Path, selector: &str) -> Result<(f64, f64)> {
    let measuring = bench.programs.command("launch");
    let mut command = Command::new("dbus-run-session");
    command
        .args(["--", "xvfb-run", "-a", "-s", window_tests::SCREEN])
        .arg(measuring.get_program())
        .args(measuring.get_args())
        .arg(program)
        .arg(selector)
        .envs(window_tests::ENVIRONMENT.iter().copied())
        .env("HOME", place.file("user"))
        .env("REELWRIGHT_HOME", place.file("home"))
        .env("REELWRIGHT_VAULT", "file")
        .env("RIFFKIT_BASE_URL", bench.programs.address(Link::Loopback))
        .env("LANG", "C.UTF-8")
        .env_remove("WAYLAND_DISPLAY");
    std::fs::create_dir_all(place.file("user"))?;
    let answer = bench.programs.answer(&mut command)?;
    let number = |name: &str| {
        answer[name]
            .as_f64()
            .with_context(|| format!("no {name} was measured"))
    };
    Ok((number("usable_seconds")?, number("memory_bytes")?))
}
