//! The sentence that says the whole plan, with its choices emphasised.

use contract::{ClipView, LanguageView, Plan, Source, TEXT_CAP_CHARS, Verdict, text_length};
use words::Words;

use crate::pages::wording::{args, language_name, link_title};

/// Stand around what is emphasised while a sentence is put together: from Unicode's private use
/// area, so that no file name, language or translation holds them by itself.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// Whether they are a choice of the person's.
    pub strong: bool,
}

/// What the bottom bar says, and whether the plan can be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanSentence {
    /// The sentence.
    pub spans: Vec<Span>,
    /// Whether everything is there for the confirm step.
    pub ready: bool,
}

impl PlanSentence {
    /// The sentence without its emphasis.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    fn waiting(sentence: String) -> Self {
        Self {
            spans: vec![Span {
                text: sentence,
                strong: false,
            }],
            ready: false,
        }
    }
}

/// Says the plan, or what it lacks.
pub fn plan_sentence(
    words: &Words,
    plan: &Plan,
    clips: &[ClipView],
    languages: &[LanguageView],
) -> PlanSentence {
    let source = match &plan.source {
        None if clips.is_empty() => return PlanSentence::waiting(words.say("riff-plan-empty")),
        None => return PlanSentence::waiting(words.say("riff-plan-none-chosen")),
        Some(Source::Link { url, .. }) => link_title(words, url),
        Some(Source::Template { name, .. }) => name.clone(),
        Some(Source::Clip { clip_id }) => {
            match clips.iter().find(|clip| clip.clip_id == *clip_id) {
                Some(clip) if clip.report.verdict != Verdict::Refused => clip.name.clone(),
                _ => return PlanSentence::waiting(words.say("riff-plan-none-chosen")),
            }
        }
    };
    if text_length(&plan.direction) > TEXT_CAP_CHARS {
        return PlanSentence::waiting(words.say("riff-plan-direction-over"));
    }
    if text_length(&plan.hint) > TEXT_CAP_CHARS {
        return PlanSentence::waiting(words.say("riff-plan-hint-over"));
    }
    let language = chosen_language(plan, languages);
    let mut values = args([
        ("source", strong(&source).into()),
        ("person", strong(&words.say("riff-plan-person")).into()),
    ]);
    let sentence = match language {
        None => words.say_with("riff-plan-no-language", &values),
        Some(code) => {
            values.insert(
                "language".to_owned(),
                strong(&language_name(languages, &code)).into(),
            );
            words.say_with("riff-plan", &values)
        }
    };
    PlanSentence {
        spans: spans(&sentence),
        ready: true,
    }
}

/// The language that an order would have: the chosen one, else the service's first.
pub fn chosen_language(plan: &Plan, languages: &[LanguageView]) -> Option<String> {
    if plan.language.is_empty() {
        languages.first().map(|language| language.code.clone())
    } else {
        Some(plan.language.clone())
    }
}

fn strong(text: &str) -> String {
    format!("{OPEN}{text}{CLOSE}")
}

fn spans(marked: &str) -> Vec<Span> {
    marked
        .split(OPEN)
        .enumerate()
        .flat_map(|(index, part)| match part.split_once(CLOSE) {
            Some((strong, plain)) if index > 0 => vec![(strong, true), (plain, false)],
            _ => vec![(part, false)],
        })
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, strong)| Span {
            text: text.to_owned(),
            strong,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use contract::{ClipId, ClipReport, Language};

    use super::*;

    fn clip(name: &str, verdict: Verdict) -> ClipView {
        ClipView {
            clip_id: ClipId::from(name),
            name: name.to_owned(),
            report: ClipReport {
                container: Some("mp4".to_owned()),
                duration_seconds: Some(10.0),
                width: Some(1080),
                height: Some(1920),
                rotation: 0,
                video_codec: Some("h264".to_owned()),
                audio_codec: None,
                size_bytes: 5_000_000,
                verdict,
                reasons: Vec::new(),
            },
        }
    }

    fn from_clip(name: &str) -> Plan {
        Plan {
            source: Some(Source::Clip {
                clip_id: ClipId::from(name),
            }),
            ..Plan::default()
        }
    }

    fn english() -> Vec<LanguageView> {
        vec![LanguageView {
            code: "en".to_owned(),
            name: "English".to_owned(),
        }]
    }

    #[test]
    fn a_whole_plan_is_one_sentence_with_the_choices_emphasised() {
        let words = Words::of(Language::English);
        let said = plan_sentence(
            &words,
            &from_clip("a.mov"),
            &[clip("a.mov", Verdict::Ok)],
            &english(),
        );
        assert!(said.ready);
        assert_eq!(
            said.text(),
            "One reel from a.mov, with an AI-generated person, in English."
        );
        let strong: Vec<_> = said
            .spans
            .iter()
            .filter(|s| s.strong)
            .map(|s| s.text.as_str())
            .collect();
        assert_eq!(strong, ["a.mov", "AI-generated person", "English"]);
    }

    #[test]
    fn before_the_service_was_heard_no_language_is_claimed() {
        let words = Words::of(Language::English);
        let said = plan_sentence(&words, &from_clip("a"), &[clip("a", Verdict::Warn)], &[]);
        assert!(said.ready);
        assert_eq!(said.text(), "One reel from a, with an AI-generated person.");
    }

    #[test]
    fn a_refused_clip_is_no_plan() {
        let words = Words::of(Language::English);
        let said = plan_sentence(&words, &from_clip("a"), &[clip("a", Verdict::Refused)], &[]);
        assert!(!said.ready);
    }

    #[test]
    fn a_direction_over_the_cap_stops_the_plan_and_says_so() {
        let words = Words::of(Language::English);
        let plan = Plan {
            direction: "é".repeat(TEXT_CAP_CHARS + 1),
            ..from_clip("a")
        };
        let said = plan_sentence(&words, &plan, &[clip("a", Verdict::Ok)], &english());
        assert!(!said.ready);
        assert_eq!(said.text(), "Shorten the creative direction to go on.");
        let plan = Plan {
            direction: "é".repeat(TEXT_CAP_CHARS),
            ..from_clip("a")
        };
        assert!(plan_sentence(&words, &plan, &[clip("a", Verdict::Ok)], &english()).ready);
    }

    #[test]
    fn every_language_says_the_three_choices() {
        for language in Language::ALL {
            let words = Words::of(*language);
            let said = plan_sentence(
                &words,
                &from_clip("a"),
                &[clip("a", Verdict::Ok)],
                &english(),
            );
            assert_eq!(
                said.spans.iter().filter(|span| span.strong).count(),
                3,
                "{language:?}"
            );
        }
    }
}
