//! An order's upload: one large multipart form.

use std::path::Path;

use anyhow::Result;

use super::Bench;
use super::figures::{Figure, Unit};
use super::place::Place;
use super::programs::Link;
use super::race::{Course, Runs, Side, race};
use super::table::{Aim, Other, Row, Table};
use super::tools::Tool;

/// What a transfer may add to a program at rest, in bytes.
pub const MEMORY_AIM: f64 = 32.0 * 1024.0 * 1024.0;

/// What is measured of a transfer, as the table says it.
pub const FROM_WHEN: &str = "from the first connection to the program's end";

/// A race of transfers. What a program needs to start is not its transfer: the app starts once.
pub fn from_the_first_connection<'a>(bench: &'a Bench<'_>, rounds: usize) -> Course<'a> {
    Course {
        began: Some(bench.began),
        ..Course::of_processes(rounds)
    }
}

/// `POST /api/riffs` with a clip of 100 MB, against `curl -F`.
pub fn compare(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let bytes = bench.size.of(100_000_000, 10_000_000);
    let rounds = bench.size.of(15, 3);
    let place = Place::for_bytes(bench.project, bytes)?;
    let clip = place.file("clip.mp4");
    bench.programs.fill(&clip, bytes)?;
    let address = bench.programs.address(Link::Loopback);
    let curl = Tool::curl(table);
    let mut sides = vec![ours(bench, "upload", |command| {
        command.arg(address).arg(&clip);
    })];
    if let Some(curl) = &curl {
        sides.push(Side {
            name: "curl -F".to_owned(),
            work: Box::new(|| {
                let mut command = curl.command();
                command
                    .args(["-sS", "--fail", "--noproxy", "*", "-F"])
                    .arg(form(&clip))
                    .args([
                        "-F",
                        "language=en",
                        "-F",
                        "content_anchor=At the reveal, show the label",
                    ])
                    .arg(format!("{address}/api/riffs"));
                command
            }),
            rest: Box::new(|| {
                let mut command = curl.command();
                command.arg("--version");
                command
            }),
            leaves: Vec::new(),
        });
    }
    let runs = race(&sides, &from_the_first_connection(bench, rounds))?;
    let what = format!(
        "upload of {} MB, multipart form, loopback",
        bytes / 1_000_000
    );
    let tell = Transfer {
        what: &what,
        bytes,
        missing: curl.is_none().then_some("curl -F").into_iter().collect(),
    };
    table.add(
        tell.rate(&sides, &runs)
            .aim(Aim::AtLeast(0.95))
            .note(format!("{FROM_WHEN}; {}", place.spelled())),
    );
    table.add(tell.memory(&sides, &runs));
    Ok(())
}

fn form(clip: &Path) -> String {
    format!("video=@{};type=video/mp4", clip.display())
}

/// One of our own programs as a side; `tell` adds its arguments.
pub fn ours<'a>(
    bench: &'a Bench<'_>,
    job: &'a str,
    tell: impl Fn(&mut std::process::Command) + 'a,
) -> Side<'a> {
    Side {
        name: "ours".to_owned(),
        work: Box::new(move || {
            let mut command = bench.programs.command(job);
            tell(&mut command);
            command
        }),
        rest: Box::new(|| bench.programs.command("rest")),
        leaves: Vec::new(),
    }
}

/// A transfer that was raced; our own side is the first.
pub struct Transfer<'a> {
    /// What it was.
    pub what: &'a str,
    /// How large.
    pub bytes: u64,
    /// Tools that were not here.
    pub missing: Vec<&'static str>,
}

impl Transfer<'_> {
    /// How fast each side was.
    pub fn rate(&self, sides: &[Side<'_>], runs: &[Runs]) -> Row {
        let rates = |runs: &Runs| runs.rates(self.bytes);
        self.row(
            self.what.to_owned(),
            Unit::BytesPerSecond,
            sides,
            runs,
            rates,
        )
    }

    /// How much memory each side took.
    pub fn memory(&self, sides: &[Side<'_>], runs: &[Runs]) -> Row {
        let what = format!("{}: memory over idle", self.what);
        self.row(what, Unit::Bytes, sides, runs, |runs| runs.memory.clone())
            .aim(Aim::Under(MEMORY_AIM))
    }

    fn row(
        &self,
        what: String,
        unit: Unit,
        sides: &[Side<'_>],
        runs: &[Runs],
        values: impl Fn(&Runs) -> Vec<f64>,
    ) -> Row {
        let mut all = sides.iter().zip(runs);
        let ours = all.next().map(|(_, runs)| values(runs));
        let mut row = Row::new(what, unit, ours.unwrap_or_default());
        for (side, runs) in all {
            row = row.against(Other::rival(
                side.name.clone(),
                Figure::of(unit, values(runs)),
            ));
        }
        let missing = self.missing.iter().map(|name| Other::rival(*name, None));
        missing.fold(row, Row::against)
    }
}
