//! Moments of a template, out of what was extracted from its source.

use std::collections::HashSet;

use contract::{Beat, Extraction, SpeechMode};

/// Most moments that are offered.
const MOST: usize = 200;

/// The moments by time: what is said, and what is seen. A line that is also seen (a subtitle) is
/// offered once, as said.
pub(super) fn of(extraction: &Extraction) -> Vec<Beat> {
    let spoken = extraction.transcript.iter().map(|line| Beat {
        at: line.at,
        text: tidy(&line.text),
        is_spoken: line.mode != SpeechMode::NoDialogue,
    });
    let seen = extraction.on_screen.iter().map(|entity| Beat {
        at: entity.at,
        text: tidy(&entity.label),
        is_spoken: false,
    });
    let mut beats: Vec<Beat> = Vec::new();
    let mut known = HashSet::new();
    for mut beat in spoken.chain(seen) {
        // A moment that is none is the beginning.
        beat.at = if beat.at.is_finite() {
            beat.at.max(0.0)
        } else {
            0.0
        };
        if !beat.text.is_empty() && known.insert(beat.text.to_lowercase()) {
            beats.push(beat);
        }
    }
    // What is said comes first where both are at the same time.
    beats.sort_by(|one, other| {
        one.at
            .total_cmp(&other.at)
            .then(other.is_spoken.cmp(&one.is_spoken))
    });
    beats.truncate(MOST);
    beats
}

/// One line, without blanks around it.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use contract::{OnScreen, SpokenLine};

    use super::*;

    #[test]
    fn what_is_said_and_seen_comes_by_time_and_once() {
        let line = |at, text: &str, mode| SpokenLine {
            at,
            text: text.to_owned(),
            mode,
        };
        let seen = |at, label: &str| OnScreen {
            at,
            kind: "subtitle".to_owned(),
            label: label.to_owned(),
        };
        let extraction = Extraction {
            transcript: vec![
                line(4.0, "Look  at\nthis", SpeechMode::Voiceover),
                line(0.5, "I thought it was safe", SpeechMode::OnCameraDialogue),
                line(2.0, "she turns the box", SpeechMode::NoDialogue),
                line(3.0, "  ", SpeechMode::NoDialogue),
                line(f64::NAN, "odd", SpeechMode::Other("hum".to_owned())),
            ],
            on_screen: vec![
                seen(0.6, "I THOUGHT it was safe"),
                seen(4.0, "a scanner"),
                seen(-1.0, "a woman"),
            ],
            ..Extraction::default()
        };
        let beats = of(&extraction);
        let read: Vec<(f64, &str, bool)> = beats
            .iter()
            .map(|beat| (beat.at, beat.text.as_str(), beat.is_spoken))
            .collect();
        assert_eq!(
            read,
            [
                (0.0, "odd", true),
                (0.0, "a woman", false),
                (0.5, "I thought it was safe", true),
                (2.0, "she turns the box", false),
                (4.0, "Look at this", true),
                (4.0, "a scanner", false),
            ]
        );
    }
}
