//! A clip's checks in words: its two caps, and whatever else is wrong with it.

use contract::{ClipReport, Limits, Reason, ReasonCode, Verdict};
use words::Words;

use crate::pages::wording::{args, codec_name, facts};

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Within its cap.
    Pass,
    /// Possible, but the service may refuse it.
    Warn,
    /// Can't be sent.
    Fail,
}

impl Outcome {
    /// The stable text for tests and styles.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// One line under a clip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// How it ended.
    pub outcome: Outcome,
    /// What it says.
    pub text: String,
    /// The reason's code, where it is one.
    pub code: Option<ReasonCode>,
}

/// The lines under a clip: size, length, then anything else that was found.
pub fn checks(words: &Words, report: &ClipReport, limits: &Limits) -> Vec<Check> {
    let mut lines = Vec::new();
    let about_size = find(report, &[ReasonCode::TooLarge, ReasonCode::NearSizeCap]);
    let about_length = find(report, &[ReasonCode::TooLong, ReasonCode::NoLength]);
    match about_size {
        Some(reason) => lines.push(from_reason(words, reason, report)),
        None if is_readable_video(report) => {
            let size = words.megabytes(report.size_bytes);
            lines.push(pass(
                words.say_with("riff-clip-size", &args([("size", size.into())])),
            ));
        }
        None => {}
    }
    match (about_length, report.duration_seconds) {
        (Some(reason), _) => lines.push(from_reason(words, reason, report)),
        (None, Some(length)) if is_readable_video(report) => {
            let values = args([
                ("length", words.seconds(length).into()),
                (
                    "cap",
                    words
                        .say_with(
                            "measure-seconds",
                            &args([("value", limits.max_seconds.into())]),
                        )
                        .into(),
                ),
            ]);
            lines.push(pass(words.say_with("riff-clip-length", &values)));
        }
        _ => {}
    }
    let others = report
        .reasons
        .iter()
        .filter(|reason| Some(*reason) != about_size && Some(*reason) != about_length);
    lines.extend(others.map(|reason| from_reason(words, reason, report)));
    lines
}

/// "1080 × 1920 · H.264 · AAC", of what is known.
pub fn dimensions(words: &Words, report: &ClipReport) -> String {
    let size = match (report.width, report.height) {
        (Some(width), Some(height)) => format!("{width} × {height}"),
        _ => String::new(),
    };
    let video = report
        .video_codec
        .as_deref()
        .map(codec_name)
        .unwrap_or_default();
    let audio = match (&report.audio_codec, &report.video_codec) {
        (Some(code), _) => codec_name(code),
        (None, Some(_)) => words.say("riff-clip-silent"),
        (None, None) => String::new(),
    };
    facts([size, video, audio])
}

/// Whether caps mean anything for this file.
fn is_readable_video(report: &ClipReport) -> bool {
    report.container.is_some() && report.video_codec.is_some()
}

fn find<'a>(report: &'a ClipReport, codes: &[ReasonCode]) -> Option<&'a Reason> {
    report
        .reasons
        .iter()
        .find(|reason| codes.contains(&reason.code))
}

fn pass(text: String) -> Check {
    Check {
        outcome: Outcome::Pass,
        text,
        code: None,
    }
}

fn from_reason(words: &Words, reason: &Reason, report: &ClipReport) -> Check {
    // Only these two are warnings. With a refused clip they stay what they are.
    let warns = matches!(
        reason.code,
        ReasonCode::NearSizeCap | ReasonCode::UnknownContainer
    );
    let outcome = if warns || report.verdict != Verdict::Refused {
        Outcome::Warn
    } else {
        Outcome::Fail
    };
    Check {
        outcome,
        text: words.reason(reason),
        code: Some(reason.code),
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn report(size_bytes: u64, seconds: f64) -> ClipReport {
        ClipReport {
            container: Some("mov".to_owned()),
            duration_seconds: Some(seconds),
            width: Some(1080),
            height: Some(1920),
            rotation: 0,
            video_codec: Some("h264".to_owned()),
            audio_codec: Some("aac".to_owned()),
            size_bytes,
            verdict: Verdict::Ok,
            reasons: Vec::new(),
        }
    }

    #[test]
    fn a_good_clip_passes_both_caps_with_its_figures() {
        let words = Words::of(Language::English);
        let lines = checks(&words, &report(38_400_000, 23.1), &Limits::default());
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["38.4 MB of 100 MB", "23.1 s of 45 s"]);
        assert!(lines.iter().all(|line| line.outcome == Outcome::Pass));
    }

    #[test]
    fn a_clip_over_one_cap_says_so_in_that_caps_place_and_keeps_the_other() {
        let words = Words::of(Language::English);
        let mut long = report(38_400_000, 50.0);
        long.verdict = Verdict::Refused;
        long.reasons = vec![
            Reason::new(ReasonCode::TooLong)
                .with("seconds", 50.0)
                .with("cap", 45.0)
                .with("over", 5.0),
        ];
        let lines = checks(&words, &long, &Limits::default());
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0].outcome, Outcome::Pass);
        assert_eq!(
            (lines[1].outcome, lines[1].code),
            (Outcome::Fail, Some(ReasonCode::TooLong))
        );
    }

    #[test]
    fn what_is_no_video_has_only_its_reason() {
        let words = Words::of(Language::English);
        let mut folder = report(0, 0.0);
        folder.container = None;
        folder.video_codec = None;
        folder.duration_seconds = None;
        folder.verdict = Verdict::Refused;
        folder.reasons = vec![Reason::new(ReasonCode::Folder)];
        let lines = checks(&words, &folder, &Limits::default());
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].code, Some(ReasonCode::Folder));
    }

    #[test]
    fn near_the_size_cap_is_a_warning_and_stays_one() {
        let words = Words::of(Language::English);
        let mut near = report(101_000_000, 10.0);
        near.verdict = Verdict::Warn;
        near.reasons = vec![Reason::new(ReasonCode::NearSizeCap).with("size_mb", 101.0)];
        let lines = checks(&words, &near, &Limits::default());
        assert_eq!(lines[0].outcome, Outcome::Warn);
        assert_eq!(lines[1].outcome, Outcome::Pass);
    }

    #[test]
    fn dimensions_name_the_codecs_and_a_missing_sound() {
        let words = Words::of(Language::English);
        assert_eq!(
            dimensions(&words, &report(1, 1.0)),
            "1080 × 1920 · H.264 · AAC"
        );
        let silent = ClipReport {
            audio_codec: None,
            ..report(1, 1.0)
        };
        assert_eq!(
            dimensions(&words, &silent),
            "1080 × 1920 · H.264 · no sound"
        );
    }
}
