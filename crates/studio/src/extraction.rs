//! What was extracted from a source, as a front draws it on a time axis.

use contract::{Extraction, OnScreen, SpeechMode, SpokenLine};
use riffkit::ExtractionSummary;

/// An extraction, its lines and entities by time. What has no time of its own stands at the
/// beginning.
pub(crate) fn extraction(summary: &ExtractionSummary) -> Extraction {
    let at = |at: Option<f64>| at.filter(|at| at.is_finite() && *at > 0.0).unwrap_or(0.0);
    let mut transcript: Vec<SpokenLine> = summary
        .transcript
        .iter()
        .map(|line| SpokenLine {
            at: at(line.at),
            text: line.text.clone(),
            mode: speech_mode(&line.mode),
        })
        .collect();
    let mut on_screen: Vec<OnScreen> = summary
        .on_screen
        .iter()
        .map(|seen| OnScreen {
            at: at(seen.at),
            kind: seen.kind.as_str().to_owned(),
            label: seen.label.clone(),
        })
        .collect();
    transcript.sort_by(|one, other| one.at.total_cmp(&other.at));
    on_screen.sort_by(|one, other| one.at.total_cmp(&other.at));
    Extraction {
        duration_seconds: summary
            .duration_seconds
            .filter(|seconds| seconds.is_finite() && *seconds > 0.0),
        language: summary.language.clone(),
        speaking_mode: summary.speaking_mode.clone(),
        narrative: summary.narrative.clone(),
        transcript,
        on_screen,
    }
}

fn speech_mode(mode: &riffkit::SpeechMode) -> SpeechMode {
    match mode {
        riffkit::SpeechMode::OnCameraDialogue => SpeechMode::OnCameraDialogue,
        riffkit::SpeechMode::Voiceover => SpeechMode::Voiceover,
        riffkit::SpeechMode::NoDialogue => SpeechMode::NoDialogue,
        other => SpeechMode::Other(other.as_str().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_by_time_and_nonsense_at_the_beginning() {
        let line = |at: Option<f64>, text: &str| riffkit::TranscriptLine {
            at,
            text: text.to_owned(),
            mode: riffkit::SpeechMode::from("sung"),
        };
        let summary = ExtractionSummary {
            duration_seconds: Some(-1.0),
            transcript: vec![
                line(Some(4.0), "last"),
                line(None, "no time"),
                line(Some(f64::NAN), "not a time"),
                line(Some(1.5), "first"),
            ],
            ..ExtractionSummary::default()
        };
        let shown = extraction(&summary);
        let texts: Vec<_> = shown.transcript.iter().map(|line| &*line.text).collect();
        assert_eq!(texts, ["no time", "not a time", "first", "last"]);
        assert_eq!(shown.transcript[0].mode, SpeechMode::Other("sung".into()));
        assert_eq!(shown.duration_seconds, None);
    }
}
