//! The templates that are there from the start: a good dozen that were written by hand, and as
//! many generated ones as a start asks for. They are made anew at each start and never written;
//! what changes about them (uses, a refreshed analysis) stands in the records.

mod carried;
mod generated;

use std::{cmp::Reverse, collections::HashMap};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    moment::Millis,
    state::{Formula, Source},
};

/// What was extracted from a template's source (contract: `extraction_summary`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct ExtractionSummary {
    /// Length of the source video.
    pub(crate) duration_seconds: Option<f64>,
    /// Language of the source.
    pub(crate) language: Option<String>,
    /// How it is spoken.
    pub(crate) speaking_mode: Option<String>,
    /// What happens, in plain words.
    pub(crate) narrative: String,
    pub(crate) transcript: Vec<TranscriptLine>,
    pub(crate) on_screen: Vec<OnScreenEntity>,
}

/// A line of dialogue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct TranscriptLine {
    /// Second at which it begins.
    pub(crate) at: f64,
    pub(crate) text: String,
    /// `on_camera_dialogue`, `voiceover` or `no_dialogue`.
    pub(crate) mode: String,
}

/// Something that is seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub(crate) struct OnScreenEntity {
    /// `person`, `subtitle`, `product_image` and others.
    pub(crate) kind: String,
    pub(crate) label: String,
    /// Second at which it appears.
    pub(crate) at: f64,
}

/// How far a template is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TemplateStatus {
    Collected,
    Analyzed,
    Archived,
}

/// Who may use a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TemplateVisibility {
    /// The own scope.
    Scope,
    /// Everybody: it is the platform's.
    Public,
}

/// A template that was there from the start.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    /// What tasks and riffs need to know of it.
    pub(crate) formula: Formula,
    pub(crate) template_type: Option<String>,
    pub(crate) status: TemplateStatus,
    pub(crate) visibility: TemplateVisibility,
    pub(crate) emotion_arc: Option<String>,
    pub(crate) slot_count: Option<u32>,
    /// None where the use isn't counted.
    pub(crate) used: Option<u32>,
    pub(crate) tags: Vec<String>,
    pub(crate) source_url: Option<String>,
    pub(crate) source_platform: Option<String>,
    pub(crate) has_picture: bool,
    /// None where it isn't known.
    pub(crate) created: Option<Millis>,
    /// Name and tags in small letters, to search in.
    haystack: String,
    origin: Origin,
}

#[derive(Debug, Clone)]
enum Origin {
    Carried(Option<ExtractionSummary>),
    Generated(generated::Place),
}

impl Template {
    /// Whether name or tags contain these words, which are in small letters.
    pub(crate) fn is_found_by(&self, words: &str) -> bool {
        self.haystack.contains(words)
    }
}

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Templates {
    all: Vec<Template>,
    places: HashMap<String, usize>,
    phrases: Option<generated::Phrases>,
}

impl Templates {
    /// The hand-written ones and `extra` generated ones, reckoned back from `until`.
    ///
    /// # Errors
    /// Where a carried file isn't what it should be; a test reads them all.
    pub(crate) fn there(extra: usize, until: Millis) -> Result<Self, serde_json::Error> {
        let phrases = generated::Phrases::carried()?;
        let mut all = carried::read(until)?;
        all.extend((0..extra).map(|number| phrases.template(number, until)));
        // The order of most lists, so that sorting them finds nearly nothing to do.
        all.sort_by_key(|template| Reverse(template.created));
        let places = all.iter().enumerate();
        let places = places.map(|(place, template)| (template.formula.id.clone(), place));
        Ok(Self {
            places: places.collect(),
            all,
            phrases: Some(phrases),
        })
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Template> {
        self.all.iter()
    }

    /// The one with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Template> {
        self.all.get(*self.places.get(id)?)
    }

    /// The ids of those that a riff can be made from as they are.
    pub(crate) fn fresh(&self) -> Vec<&str> {
        self.iter()
            .filter(|template| template.formula.analyzed && !template.formula.stale)
            .map(|template| template.formula.id.as_str())
            .collect()
    }

    /// What was extracted from its source; none before its first analysis.
    pub(crate) fn summary(&self, template: &Template) -> Option<ExtractionSummary> {
        match &template.origin {
            Origin::Carried(summary) => summary.clone(),
            Origin::Generated(place) => Some(self.phrases.as_ref()?.summary(place)),
        }
    }
}

/// What tasks and riffs know of a template.
fn formula(id: String, name: String, source_ms: Option<Millis>) -> Formula {
    Formula {
        id,
        name,
        source: Source::Platform,
        source_ms,
        analyzed: true,
        stale: false,
        used: 0,
        created: 0,
    }
}

fn haystack(name: &str, tags: &[String]) -> String {
    let mut text = name.to_lowercase();
    for tag in tags {
        text.push('\n');
        text.push_str(&tag.to_lowercase());
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ten_thousand_have_ten_thousand_names() {
        let templates = Templates::there(10_000, 0).unwrap();
        let names: HashSet<&str> = templates
            .iter()
            .map(|template| template.formula.name.as_str())
            .collect();
        assert_eq!(names.len(), templates.iter().count());
        assert!(names.len() > 10_000);
    }

    #[test]
    fn what_is_analyzed_has_a_summary() {
        let templates = Templates::there(20, 0).unwrap();
        for template in templates.iter() {
            let summary = templates.summary(template);
            let is_collected = template.status == TemplateStatus::Collected;
            assert_eq!(summary.is_none(), is_collected, "{}", template.formula.id);
            let text = format!("{summary:?}");
            assert!(!text.contains("{subject}"), "{text}");
        }
    }
}
