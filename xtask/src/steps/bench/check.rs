//! The local check of a clip.

use anyhow::{Context, Result};

use super::Bench;
use super::clips::{self, Layout};
use super::figures::{Figure, Unit};
use super::place::Place;
use super::programs::numbers;
use super::race::{Course, Side, race, run};
use super::table::{Aim, Other, Row, Table};
use super::tools::Tool;
use super::upload::{MEMORY_AIM, ours};

/// How many times as fast as ffprobe it must be.
const FASTER: f64 = 20.0;
/// Most bytes that it may read of an indexed clip.
const READ_AIM: f64 = 2.0 * 1024.0 * 1024.0;
/// Checks in a row, in one process.
const IN_A_ROW: &str = "5";

/// What ffprobe is asked: what the check tells, and no more.
const QUESTION: [&str; 6] = [
    "-v",
    "error",
    "-show_entries",
    "format=duration:stream=codec_name,width,height:stream_side_data=rotation",
    "-of",
    "json",
];

/// Clips of every layout and of 1 MB to 2 GB, against `ffprobe` as a process, and against reading the same bytes.
pub fn compare(bench: &Bench<'_>, table: &mut Table) -> Result<()> {
    let (Some(ffmpeg), Some(ffprobe)) = (Tool::ffmpeg(table), Tool::ffprobe(table)) else {
        let row = Row::new("check of a clip", Unit::Seconds, Vec::new());
        table.add(
            row.against(Other::rival("ffprobe", None))
                .aim(Aim::AtLeast(FASTER)),
        );
        return Ok(());
    };
    let rounds = bench.size.of(9, 3);
    // 2 GB are a long recording: its index is as long as that of one.
    let sizes: &[(u64, u32)] = bench.size.of(
        &[(1_000_000, 40), (100_000_000, 40), (2_000_000_000, 800)][..],
        &[(1_000_000, 40), (100_000_000, 40)][..],
    );
    let place = Place::on_disk(bench.project)?;
    let mut most_read: f64 = 0.0;
    for layout in Layout::INDEXED {
        for (size, seconds) in sizes {
            let clip = Clip {
                layout,
                size: *size,
                seconds: *seconds,
            };
            let (row, read) = clip.measure(bench, &place, &ffmpeg, &ffprobe, rounds)?;
            most_read = most_read.max(read);
            table.add(row.aim(Aim::AtLeast(FASTER)));
        }
    }
    table.add(
        Row::new(
            "the most that any of these checks read",
            Unit::Bytes,
            vec![most_read],
        )
        .aim(Aim::Under(READ_AIM)),
    );
    let live = Clip {
        layout: Layout::LiveWebM,
        size: 100_000_000,
        seconds: 40,
    };
    let (row, read) = live.measure(bench, &place, &ffmpeg, &ffprobe, rounds)?;
    table.add(row.note(format!(
        "without an aim: nothing in it says how long it is, so ours goes from block to block ({:.1} MiB read); ffprobe \
         does not look for it and tells no length",
        read / 1048576.0
    )));
    memory(bench, table, &place, &ffmpeg, &ffprobe)
}

/// A clip of one layout and size.
struct Clip {
    layout: Layout,
    size: u64,
    /// Of the recording that it is stretched from.
    seconds: u32,
}

impl Clip {
    /// Makes it in this place.
    fn made(&self, place: &Place, ffmpeg: &Tool) -> Result<std::path::PathBuf> {
        let small = place.file(&format!("{:?}-{}", self.layout, self.seconds));
        if !small.exists() {
            clips::record(ffmpeg, self.layout, self.seconds, &small)?;
        }
        let clip = place.file("clip");
        clips::stretch(&small, self.layout, self.size, &clip)?;
        Ok(clip)
    }

    /// Its row, and how much the check reads of it.
    fn measure(
        &self,
        bench: &Bench<'_>,
        place: &Place,
        ffmpeg: &Tool,
        ffprobe: &Tool,
        rounds: usize,
    ) -> Result<(Row, f64)> {
        let clip = self.made(place, ffmpeg)?;
        let (mut checks, mut bare, mut whole, mut probes, mut read) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new(), 0.0);
        for _ in 0..rounds {
            let answer = bench
                .programs
                .answer(bench.programs.command("check").arg(&clip).arg(IN_A_ROW))?;
            checks.extend(numbers(&answer, "check_seconds")?);
            bare.extend(numbers(&answer, "bare_seconds")?);
            read = answer["bytes_read"]
                .as_f64()
                .context("no bytes were counted")?;
            probes.push(run(ffprobe.command().args(QUESTION).arg(&clip))?.seconds);
            whole.push(run(bench.programs.command("check").arg(&clip).arg("1"))?.seconds);
        }
        let size = match self.size {
            gigabytes if gigabytes >= 1_000_000_000 => format!("{} GB", gigabytes / 1_000_000_000),
            megabytes => format!("{} MB", megabytes / 1_000_000),
        };
        let row = Row::new(
            format!("check of a clip: {}, {size}", self.layout.spelled()),
            Unit::Seconds,
            checks,
        )
        .against(Other::rival("ffprobe", Figure::of(Unit::Seconds, probes)))
        .against(Other::beside(
            "the same reads alone",
            Figure::of(Unit::Seconds, bare),
        ))
        .against(Other::beside(
            "ours as a process too",
            Figure::of(Unit::Seconds, whole),
        ));
        Ok((row, read))
    }
}

/// What a check takes over a program at rest.
fn memory(
    bench: &Bench<'_>,
    table: &mut Table,
    place: &Place,
    ffmpeg: &Tool,
    ffprobe: &Tool,
) -> Result<()> {
    let longest = Clip {
        layout: Layout::MoovLast,
        size: 2_000_000_000,
        seconds: bench.size.of(800, 40),
    };
    let clip = longest.made(place, ffmpeg)?;
    let own = ours(bench, "check", |command| {
        // Often enough to be looked at.
        command.arg(&clip).arg("500");
    });
    let theirs = Side {
        name: "ffprobe".to_owned(),
        work: Box::new(|| {
            let mut command = ffprobe.command();
            command.args(QUESTION).arg(&clip);
            command
        }),
        rest: Box::new(|| {
            let mut command = ffprobe.command();
            command.arg("-version");
            command
        }),
        leaves: Vec::new(),
    };
    let runs = race(&[own, theirs], &Course::of_processes(bench.size.of(5, 2)))?;
    let [own, theirs] = &runs[..] else {
        return Ok(());
    };
    table.add(
        Row::new(
            "check of a clip: mp4, moov last, 2 GB: memory over idle",
            Unit::Bytes,
            own.memory.clone(),
        )
        .against(Other::rival(
            "ffprobe",
            Figure::of(Unit::Bytes, theirs.memory.clone()),
        ))
        .aim(Aim::Under(MEMORY_AIM)),
    );
    Ok(())
}
