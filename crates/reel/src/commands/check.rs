//! `reel check FILE`: the local checks alone. No sign-in, no network, no journal.

use contract::{ClipReport, Limits, Verdict};
use words::Words;

use crate::args::Check;
use crate::exit::Exit;
use crate::output::Output;
use crate::shapes::CheckDocument;
use crate::stop::Stop;

/// Looks at the file and says what it is and whether it can be sent.
pub fn run(output: &Output, check: &Check) -> Result<Exit, Stop> {
    let report = studio::check_file(&check.file, &Limits::default());
    output.result(&CheckDocument::of(&report, &output.words), |words| {
        text(&report, words)
    });
    Ok(match report.verdict {
        Verdict::Ok | Verdict::Warn => Exit::Done,
        Verdict::Refused => Exit::Refused,
    })
}

fn text(report: &ClipReport, words: &Words) -> String {
    let mut facts: Vec<String> = Vec::new();
    facts.extend(report.container.clone());
    if let (Some(width), Some(height)) = (report.width, report.height) {
        facts.push(format!("{width} × {height}"));
    }
    facts.extend(report.video_codec.clone());
    facts.extend(report.audio_codec.clone());
    facts.extend(
        report
            .duration_seconds
            .map(|seconds| words.seconds(seconds)),
    );
    if report.size_bytes > 0 {
        facts.push(words.megabytes(report.size_bytes));
    }
    let verdict = match report.verdict {
        Verdict::Ok => "cli-check-ok",
        Verdict::Warn => "cli-check-warn",
        Verdict::Refused => "cli-check-refused",
    };
    let mut lines = vec![words.say(verdict)];
    if !facts.is_empty() {
        lines.insert(0, facts.join(" · "));
    }
    lines.extend(
        report
            .reasons
            .iter()
            .map(|reason| format!("- {}", words.reason(reason))),
    );
    lines.join("\n")
}
