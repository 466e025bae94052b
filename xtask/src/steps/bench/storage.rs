//! A clip's upload to object storage, in parts.

use anyhow::Result;

use super::Bench;
use super::figures::{Figure, Unit};
use super::place::Place;
use super::programs::Link;
use super::race::{Runs, Side, race};
use super::table::{Aim, Other, Row, Table};
use super::tools::Tool;
use super::upload::{FROM_WHEN, Transfer, from_the_first_connection, ours};

/// Bytes of a part: what the service's own answers have.
const PART: u64 = 8 * 1024 * 1024;

/// How many times as fast as one stream the parts must be on a link whose connections are each bounded.
const OVER_ONE_STREAM: f64 = 3.0;

/// 500 MB to storage in parts, against one PUT of curl and rclone, on loopback and over a slow link.
pub fn compare(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let bytes = bench.size.of(500_000_000, 50_000_000);
    let place = Place::for_bytes(bench.project, bytes)?;
    let clip = place.file("clip.mp4");
    bench.programs.fill(&clip, bytes)?;
    let (curl, rclone) = (Tool::curl(table), Tool::rclone(bench.project, table));
    for (link, rounds) in [
        (Link::Loopback, bench.size.of(7, 3)),
        (Link::Slow, bench.size.of(3, 1)),
    ] {
        let address = bench.programs.address(link);
        let object = format!("{address}/media/clip.mp4");
        let mut sides = vec![ours(bench, "parts", |command| {
            command.arg(&object).arg(&clip).arg(PART.to_string());
        })];
        let mut missing = Vec::new();
        match &curl {
            Some(curl) => sides.push(Side {
                name: "curl, one PUT".to_owned(),
                work: Box::new(|| {
                    let mut command = curl.command();
                    command
                        .args(["-sS", "--fail", "--noproxy", "*", "-T"])
                        .args([clip.as_os_str(), object.as_ref()]);
                    command
                }),
                rest: Box::new(|| {
                    let mut command = curl.command();
                    command.arg("--version");
                    command
                }),
                leaves: Vec::new(),
            }),
            None => missing.push("curl"),
        }
        match &rclone {
            Some(rclone) => sides.push(rclone_side(rclone, address, &clip)),
            None => missing.push("rclone"),
        }
        let runs = race(&sides, &from_the_first_connection(bench, rounds))?;
        let what = format!(
            "S3 upload of {} MB in parts, {}",
            bytes / 1_000_000,
            link.spelled()
        );
        let tell = Transfer {
            what: &what,
            bytes,
            missing,
        };
        let note = format!(
            "{FROM_WHEN}; ours and rclone send parts of 8 MiB, four at once (rclone without its checksums); {}",
            place.spelled()
        );
        table.add(tell.rate(&sides, &runs).aim(Aim::AtLeast(0.95)).note(note));
        table.add(tell.memory(&sides, &runs));
        if link == Link::Slow {
            table.add(over_one_stream(bytes, &sides, &runs));
        }
    }
    Ok(())
}

/// What several streams bring over one.
fn over_one_stream(bytes: u64, sides: &[Side<'_>], runs: &[Runs]) -> Row {
    let ours = runs.first().map(|runs| runs.rates(bytes));
    let one = sides
        .iter()
        .zip(runs)
        .find(|(side, _)| side.name.starts_with("curl"));
    let one = one.and_then(|(_, runs)| Figure::of(Unit::BytesPerSecond, runs.rates(bytes)));
    Row::new(
        "the same, over one stream",
        Unit::BytesPerSecond,
        ours.unwrap_or_default(),
    )
    .against(Other::rival("curl, one PUT", one))
    .aim(Aim::AtLeast(OVER_ONE_STREAM))
}

fn rclone_side<'a>(rclone: &'a Tool, address: &'a str, clip: &'a std::path::Path) -> Side<'a> {
    Side {
        name: "rclone".to_owned(),
        work: Box::new(move || {
            let mut command = rclone.command();
            command
                .args([
                    "copyto",
                    "--config",
                    "",
                    "--retries",
                    "1",
                    "--no-check-dest",
                    "--ignore-checksum",
                ])
                .args(["--s3-provider", "Other", "--s3-endpoint", address])
                .args([
                    "--s3-access-key-id",
                    "nobody",
                    "--s3-secret-access-key",
                    "nobody",
                ])
                .args([
                    "--s3-no-check-bucket",
                    "--s3-disable-checksum",
                    "--s3-use-unsigned-payload",
                    "true",
                ])
                .args([
                    "--s3-use-multipart-etag",
                    "false",
                    "--s3-upload-cutoff",
                    "0",
                ])
                .args(["--s3-chunk-size", "8M", "--s3-upload-concurrency", "4"])
                .arg(clip)
                .arg(":s3:media/clip.mp4");
            command
        }),
        rest: Box::new(move || {
            let mut command = rclone.command();
            command.arg("version");
            command
        }),
        leaves: Vec::new(),
    }
}
