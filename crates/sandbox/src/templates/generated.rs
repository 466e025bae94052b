//! Templates for long lists, all with different words, put together from a few phrases.

use serde::Deserialize;

use super::{
    ExtractionSummary, OnScreenEntity, Origin, Template, TemplateStatus, TemplateVisibility,
    TranscriptLine,
};
use crate::moment::Millis;

const WORDS: &str = include_str!("../../assets/words/templates.json");
/// From one template back to the one before, in milliseconds.
const BETWEEN: Millis = 47 * 60_000;
/// Shares no factor with the number of combinations, so that neighbours differ in all words.
const STRIDE: usize = 6_367;
/// The modes in turn, so that each is seen.
const MODES: [&str; 3] = ["on_camera_dialogue", "voiceover", "no_dialogue"];
const KINDS: [&str; 4] = ["gesture", "product_image", "person", "subtitle"];

/// The phrases.
#[derive(Debug, Deserialize)]
pub(super) struct Phrases {
    openers: Vec<String>,
    subjects: Vec<String>,
    turns: Vec<String>,
    tags: Vec<String>,
    arcs: Vec<String>,
    narrative: String,
    lines: Vec<String>,
    seen: Vec<String>,
}

/// Which phrases a template is made of.
#[derive(Debug, Clone)]
pub(super) struct Place {
    opener: usize,
    subject: usize,
    turn: usize,
    seconds: f64,
}

fn nth(list: &[String], place: usize) -> &str {
    let place = place.checked_rem(list.len()).unwrap_or(0);
    list.get(place).map(String::as_str).unwrap_or_default()
}

impl Phrases {
    /// Reads the carried phrases.
    ///
    /// # Errors
    /// Where the file isn't what it should be; a test reads it.
    pub(super) fn carried() -> Result<Self, serde_json::Error> {
        serde_json::from_str(WORDS)
    }

    /// The template with this number.
    pub(super) fn template(&self, number: usize, until: Millis) -> Template {
        let (openers, subjects) = (self.openers.len().max(1), self.subjects.len().max(1));
        let turns = self.turns.len().max(1);
        let combinations = openers * subjects * turns;
        let mixed = number * STRIDE % combinations;
        let place = Place {
            opener: mixed % openers,
            subject: mixed / openers % subjects,
            turn: mixed / (openers * subjects),
            seconds: 8.0 + (number % 37) as f64,
        };
        let name = format!(
            "{} {} {}",
            nth(&self.openers, place.opener),
            nth(&self.subjects, place.subject),
            nth(&self.turns, place.turn)
        );
        // Beyond all combinations a number tells them apart.
        let name = match number / combinations {
            0 => name,
            round => format!("{name} ({})", round + 1),
        };
        let tags = vec![
            nth(&self.tags, number).to_owned(),
            nth(&self.tags, number / 3 + 5).to_owned(),
        ];
        let back = Millis::try_from(number).unwrap_or(Millis::MAX / BETWEEN - 1) + 1;
        let created = until.saturating_sub(back * BETWEEN);
        let source_ms = (place.seconds * 1000.0) as Millis;
        let haystack = super::haystack(&name, &tags);
        let mut formula =
            super::formula(format!("sandbox-extra-{number:05}"), name, Some(source_ms));
        formula.created = created;
        formula.stale = number % 11 == 4;
        Template {
            formula,
            template_type: Some("pipeline".to_owned()),
            status: TemplateStatus::Analyzed,
            visibility: match number % 5 {
                0 => TemplateVisibility::Scope,
                _ => TemplateVisibility::Public,
            },
            emotion_arc: Some(nth(&self.arcs, number).to_owned()),
            slot_count: u32::try_from(3 + number % 4).ok(),
            used: u32::try_from(number * 7_919 % 2_000).ok(),
            tags,
            source_url: None,
            source_platform: Some("tiktok".to_owned()),
            has_picture: true,
            created: Some(created),
            haystack,
            origin: Origin::Generated(place),
        }
    }

    /// What was extracted from its source.
    pub(super) fn summary(&self, place: &Place) -> ExtractionSummary {
        let filled = |text: &str| {
            text.replace("{opener}", nth(&self.openers, place.opener))
                .replace("{subject}", nth(&self.subjects, place.subject))
                .replace("{turn}", nth(&self.turns, place.turn))
        };
        let rounded = |seconds: f64| (seconds * 10.0).round() / 10.0;
        let step = place.seconds / self.lines.len().max(1) as f64;
        let lines = self.lines.iter().enumerate();
        let seen = self.seen.iter().enumerate();
        ExtractionSummary {
            duration_seconds: Some(place.seconds),
            language: Some("en".to_owned()),
            speaking_mode: Some(MODES[place.turn % MODES.len()].to_owned()),
            narrative: filled(&self.narrative),
            transcript: lines
                .map(|(number, line)| TranscriptLine {
                    at: rounded(step * number as f64),
                    text: filled(line),
                    mode: MODES[(place.turn + number) % MODES.len()].to_owned(),
                })
                .collect(),
            on_screen: seen
                .map(|(number, label)| OnScreenEntity {
                    kind: KINDS[number % KINDS.len()].to_owned(),
                    label: filled(label),
                    at: rounded(step * number as f64 + 0.4),
                })
                .collect(),
        }
    }
}
