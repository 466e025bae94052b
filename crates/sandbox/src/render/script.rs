//! What the engine says that it rewrote for a reel: a story and its lines, in the reel's
//! language, following the plan.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::captions::shortened;

const ENGLISH: &str = include_str!("../../assets/words/scripts.en.json");
const SPANISH: &str = include_str!("../../assets/words/scripts.es.json");

#[derive(Debug, Clone, Deserialize)]
struct Phrases {
    anybody: String,
    opening: String,
    turn: String,
    turn_without_direction: String,
    product_on_camera: String,
    product_off_camera: String,
    ending: String,
    lines: Lines,
}

#[derive(Debug, Clone, Deserialize)]
struct Lines {
    hook: String,
    turn: String,
    turn_without_direction: String,
    product_on_camera: String,
    product_off_camera: String,
    ending: String,
}

/// How a product takes part in a reel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placement<'a> {
    /// There is none.
    None,
    /// It is seen; its name.
    OnCamera(&'a str),
    /// It is only spoken of; its name.
    OffCamera(&'a str),
}

/// The plan that a script follows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Brief<'a> {
    pub(crate) language: &'a str,
    pub(crate) direction: &'a str,
    /// The digital character's name; none in Auto mode.
    pub(crate) character: Option<&'a str>,
    pub(crate) placement: Placement<'a>,
    /// How long the reel plays, in seconds.
    pub(crate) seconds: f64,
}

/// A line that is spoken.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// Second at which it begins.
    pub(crate) at: f64,
    pub(crate) text: String,
}

/// A story and its lines.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Script {
    pub(crate) story: String,
    pub(crate) lines: Vec<Line>,
}

/// The phrases of all the languages that reels are made in.
pub(crate) struct Scripts(BTreeMap<&'static str, Phrases>);

impl Scripts {
    /// Reads the carried phrases.
    ///
    /// # Errors
    /// Where a carried file isn't what it should be; a test reads them all.
    pub(crate) fn carried() -> Result<Self, serde_json::Error> {
        Ok(Self(BTreeMap::from([
            ("en", serde_json::from_str(ENGLISH)?),
            ("es", serde_json::from_str(SPANISH)?),
        ])))
    }

    /// The script for this plan.
    pub(crate) fn of(&self, brief: &Brief<'_>) -> Script {
        let phrases = self.0.get(brief.language).or_else(|| self.0.get("en"));
        let Some(phrases) = phrases else {
            return Script {
                story: String::new(),
                lines: Vec::new(),
            };
        };
        let direction = shortened(brief.direction);
        let lines = &phrases.lines;
        let (turn, turn_line) = if direction.is_empty() {
            (
                &phrases.turn_without_direction,
                &lines.turn_without_direction,
            )
        } else {
            (&phrases.turn, &lines.turn)
        };
        let (placed, placed_line, product) = match brief.placement {
            Placement::None => (None, None, ""),
            Placement::OnCamera(name) => (
                Some(&phrases.product_on_camera),
                Some(&lines.product_on_camera),
                name,
            ),
            Placement::OffCamera(name) => (
                Some(&phrases.product_off_camera),
                Some(&lines.product_off_camera),
                name,
            ),
        };
        let filled = |text: &String| {
            text.replace("{who}", brief.character.unwrap_or(&phrases.anybody))
                .replace("{product}", product)
                .replace("{direction}", &direction)
        };
        let story: Vec<String> = [Some(&phrases.opening), Some(turn), placed]
            .into_iter()
            .chain([Some(&phrases.ending)])
            .flatten()
            .map(filled)
            .collect();
        let spoken: Vec<String> = [Some(&lines.hook), Some(turn_line), placed_line]
            .into_iter()
            .chain([Some(&lines.ending)])
            .flatten()
            .map(filled)
            .collect();
        let each = brief.seconds / spoken.len().max(1) as f64;
        Script {
            story: story.join(" "),
            lines: spoken
                .into_iter()
                .enumerate()
                .map(|(place, text)| Line {
                    at: (place as f64 * each * 10.0).round() / 10.0,
                    text,
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: Brief<'_> = Brief {
        language: "en",
        direction: "the scan gesture × the reveal beat.",
        character: Some("Avery"),
        placement: Placement::OnCamera("Clear Label"),
        seconds: 12.0,
    };

    #[test]
    fn a_script_follows_the_plan() {
        let scripts = Scripts::carried().unwrap();
        let script = scripts.of(&PLAN);
        assert!(script.story.starts_with("Avery "));
        assert!(script.story.contains("the scan gesture × the reveal beat."));
        assert!(script.story.contains("Clear Label comes into the frame"));
        let starts: Vec<f64> = script.lines.iter().map(|line| line.at).collect();
        assert_eq!(starts, [0.0, 3.0, 6.0, 9.0]);
    }

    #[test]
    fn a_plan_with_nothing_in_it_has_a_script_too() {
        let scripts = Scripts::carried().unwrap();
        for language in ["en", "es"] {
            let script = scripts.of(&Brief {
                language,
                direction: "",
                character: None,
                placement: Placement::None,
                ..PLAN
            });
            assert_eq!(script.lines.len(), 3);
            assert!(!script.story.contains('{'), "{}", script.story);
        }
    }
}
