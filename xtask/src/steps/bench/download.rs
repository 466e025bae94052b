//! A finished video's way to disk.

use anyhow::{Context as _, Result};

use crate::shell;

use super::Bench;
use super::place::Place;
use super::programs::Link;
use super::race::{Course, Side, race};
use super::table::{Aim, Table};
use super::tools::Tool;
use super::upload::{FROM_WHEN, Transfer, from_the_first_connection, ours};

/// 1 GB, against curl and four streams of aria2c, on loopback and over a slow link.
pub fn compare(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let bytes: u64 = bench.size.of(1_000_000_000, 100_000_000);
    let place = Place::for_bytes(bench.project, bytes)?;
    let target = place.file("reel.mp4");
    let (curl, aria) = (Tool::curl(table), Tool::aria2c(table));
    for (link, rounds) in [
        (Link::Loopback, bench.size.of(7, 3)),
        (Link::Slow, bench.size.of(3, 1)),
    ] {
        let object = format!("{}/object/{bytes}", bench.programs.address(link));
        let mut own = ours(bench, "download", |command| {
            command.arg(&object).arg(&target);
        });
        own.leaves.push(target.clone());
        let mut sides = vec![own];
        let mut missing = Vec::new();
        match &curl {
            Some(curl) => sides.push(Side {
                name: "curl".to_owned(),
                work: Box::new(|| {
                    let mut command = curl.command();
                    command
                        .args(["-sS", "--fail", "--noproxy", "*", "-o"])
                        .arg(&target)
                        .arg(&object);
                    command
                }),
                rest: Box::new(|| {
                    let mut command = curl.command();
                    command.arg("--version");
                    command
                }),
                leaves: vec![target.clone()],
            }),
            None => missing.push("curl"),
        }
        match &aria {
            Some(aria) => sides.push(Side {
                name: "aria2c -x4 -s4".to_owned(),
                work: Box::new(|| {
                    let mut command = aria.command();
                    command
                        .args([
                            "-q",
                            "-x4",
                            "-s4",
                            "--file-allocation=none",
                            "--no-conf",
                            "--allow-overwrite=true",
                        ])
                        .arg("-d")
                        .arg(place.folder())
                        .args(["-o", "reel.mp4"])
                        .arg(&object);
                    command
                }),
                rest: Box::new(|| {
                    let mut command = aria.command();
                    command.arg("--version");
                    command
                }),
                leaves: vec![target.clone()],
            }),
            None => missing.push("aria2c"),
        }
        let look = |side: &Side<'_>| {
            let mut verify = bench.programs.command("verify");
            let looked = shell::answer(verify.arg(&target).arg(bytes.to_string()));
            looked
                .map(drop)
                .with_context(|| format!("what {} fetched", side.name))
        };
        let course = Course {
            look: &look,
            ..from_the_first_connection(bench, rounds)
        };
        let runs = race(&sides, &course)?;
        let what = format!("download of {} MB, {}", bytes / 1_000_000, link.spelled());
        let tell = Transfer {
            what: &what,
            bytes,
            missing,
        };
        let note = format!(
            "{FROM_WHEN}; every file is compared with what was given out, and ours is synced besides; {}",
            place.spelled()
        );
        table.add(tell.rate(&sides, &runs).aim(Aim::AtLeast(0.95)).note(note));
        table.add(tell.memory(&sides, &runs));
    }
    Ok(())
}
