//! The sentence that says the whole plan, with its choices emphasised.

use contract::{
    CharacterView, ClipView, Language, LanguageView, Plan, PlanProduct, Source, TEXT_CAP_CHARS,
    Verdict, Visibility, text_length,
};
use words::Words;

use super::characters::choice::names;
use crate::pages::wording::{args, figure, language_name, link_title, list};

/// Characters that the sentence names; of more it says how many.
const NAMED: usize = 3;

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

/// What is known around a plan, to call its choices by their names.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    /// The clips on the page.
    pub clips: &'a [ClipView],
    /// The service's languages.
    pub languages: &'a [LanguageView],
    /// Its characters, once heard.
    pub characters: Option<&'a [CharacterView]>,
}

/// Says the plan, or what it lacks.
pub fn plan_sentence(words: &Words, plan: &Plan, around: Around<'_>) -> PlanSentence {
    let source = match &plan.source {
        None if around.clips.is_empty() => {
            return PlanSentence::waiting(words.say("riff-plan-empty"));
        }
        None => return PlanSentence::waiting(words.say("riff-plan-none-chosen")),
        Some(Source::Link { url, .. }) => link_title(words, url),
        Some(Source::Template { name, .. }) => name.clone(),
        Some(Source::Clip { clip_id }) => {
            match around.clips.iter().find(|clip| clip.clip_id == *clip_id) {
                Some(clip) if clip.report.verdict != Verdict::Refused => clip.name.clone(),
                _ => return PlanSentence::waiting(words.say("riff-plan-none-chosen")),
            }
        }
    };
    if text_length(&plan.direction) > TEXT_CAP_CHARS {
        return PlanSentence::waiting(words.say("riff-plan-direction-over"));
    }
    let takes_hint = !matches!(plan.source, Some(Source::Template { .. }));
    if takes_hint && text_length(&plan.hint) > TEXT_CAP_CHARS {
        return PlanSentence::waiting(words.say("riff-plan-hint-over"));
    }
    let language = chosen_language(plan, around.languages)
        .map(|code| language_name(around.languages, &code))
        .map(|name| words.say_with("riff-plan-in", &args([("language", strong(&name).into())])))
        .unwrap_or_default();
    let names = names(&plan.characters, around.characters);
    let values = args([
        ("source", strong(&source).into()),
        ("count", figure(names.len()).into()),
        ("person", person(words, &names).into()),
        ("product", product(words, plan).into()),
        ("language", language.into()),
    ]);
    let key = if names.len() > 1 {
        "riff-plan-many"
    } else {
        "riff-plan"
    };
    let mut sentence = words.say_with(key, &values);
    if !plan.direction.trim().is_empty() {
        if words.language() != Language::Chinese {
            sentence.push(' ');
        }
        sentence.push_str(&words.say("riff-plan-directed"));
    }
    PlanSentence {
        spans: spans(&sentence),
        ready: true,
    }
}

/// Who is in it. Of many, the first few by name.
fn person(words: &Words, names: &[String]) -> String {
    if names.is_empty() {
        let person = strong(&words.say("riff-plan-person"));
        return words.say_with("riff-plan-auto", &args([("person", person.into())]));
    }
    let mut shown: Vec<String> = names.iter().take(NAMED).map(|name| strong(name)).collect();
    let more = names.len().saturating_sub(NAMED);
    if more > 0 {
        shown.push(words.say_with("riff-plan-more", &args([("count", figure(more).into())])));
    }
    list(words, &shown)
}

/// The product and whether it is seen; nothing without one.
fn product(words: &Words, plan: &Plan) -> String {
    let (name, key) = match (&plan.product, plan.visibility) {
        (None, _) => return String::new(),
        (Some(PlanProduct::Known { name, .. }), Visibility::OnCamera) => {
            (name, "riff-plan-on-camera")
        }
        (Some(PlanProduct::Known { name, .. }), Visibility::OffCamera) => {
            (name, "riff-plan-off-camera")
        }
        (Some(PlanProduct::New { product }), Visibility::OnCamera) => {
            (&product.name, "riff-plan-new-on-camera")
        }
        (Some(PlanProduct::New { product }), Visibility::OffCamera) => {
            (&product.name, "riff-plan-new-off-camera")
        }
    };
    words.say_with(key, &args([("product", strong(name).into())]))
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
    use contract::{CharacterId, ClipId, ClipReport, NewProduct, ProductId, TemplateId};

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

    fn around<'a>(clips: &'a [ClipView], languages: &'a [LanguageView]) -> Around<'a> {
        Around {
            clips,
            languages,
            characters: None,
        }
    }

    fn from_template() -> Plan {
        Plan {
            source: Some(Source::Template {
                template_id: TemplateId::from("t"),
                name: "Unboxing doubt".to_owned(),
            }),
            ..Plan::default()
        }
    }

    #[test]
    fn several_characters_are_said_to_be_several_reels() {
        let words = Words::of(Language::English);
        let mut plan = from_template();
        plan.characters = ["Mia", "Caden", "Chloe", "Zoe", "Ana"]
            .map(CharacterId::from)
            .into();
        plan.product = Some(PlanProduct::Known {
            product_id: ProductId::from("p"),
            name: "Oat Shot".to_owned(),
        });
        plan.visibility = Visibility::OffCamera;
        plan.direction = "the reveal".to_owned();
        let said = plan_sentence(&words, &plan, around(&[], &english()));
        assert_eq!(
            said.text(),
            "5 reels from Unboxing doubt, one each with Mia, Caden, Chloe and 2 more, with Oat Shot \
             in words only, in English. Your direction leads."
        );
        plan.characters.truncate(1);
        plan.direction.clear();
        assert_eq!(
            plan_sentence(&words, &plan, around(&[], &[])).text(),
            "One reel from Unboxing doubt, with Mia, with Oat Shot in words only."
        );
    }

    #[test]
    fn a_staged_product_is_said_to_be_new() {
        let words = Words::of(Language::English);
        let mut plan = from_template();
        plan.product = Some(PlanProduct::New {
            product: NewProduct {
                name: "Oat Shot".to_owned(),
                ..NewProduct::default()
            },
        });
        assert_eq!(
            plan_sentence(&words, &plan, around(&[], &[])).text(),
            "One reel from Unboxing doubt, with an AI-generated person, showing the new product Oat \
             Shot on camera."
        );
    }

    #[test]
    fn a_hint_that_a_template_does_not_take_stops_nothing() {
        let words = Words::of(Language::English);
        let mut plan = from_template();
        plan.hint = "é".repeat(TEXT_CAP_CHARS + 1);
        assert!(plan_sentence(&words, &plan, around(&[], &[])).ready);
    }

    #[test]
    fn a_whole_plan_is_one_sentence_with_the_choices_emphasised() {
        let words = Words::of(Language::English);
        let clips = [clip("a.mov", Verdict::Ok)];
        let languages = english();
        let said = plan_sentence(&words, &from_clip("a.mov"), around(&clips, &languages));
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
        let said = plan_sentence(
            &words,
            &from_clip("a"),
            around(&[clip("a", Verdict::Warn)], &[]),
        );
        assert!(said.ready);
        assert_eq!(said.text(), "One reel from a, with an AI-generated person.");
    }

    #[test]
    fn a_refused_clip_is_no_plan() {
        let words = Words::of(Language::English);
        let said = plan_sentence(
            &words,
            &from_clip("a"),
            around(&[clip("a", Verdict::Refused)], &[]),
        );
        assert!(!said.ready);
    }

    #[test]
    fn a_direction_over_the_cap_stops_the_plan_and_says_so() {
        let words = Words::of(Language::English);
        let plan = Plan {
            direction: "é".repeat(TEXT_CAP_CHARS + 1),
            ..from_clip("a")
        };
        let said = plan_sentence(&words, &plan, around(&[clip("a", Verdict::Ok)], &english()));
        assert!(!said.ready);
        assert_eq!(said.text(), "Shorten the creative direction to go on.");
        let plan = Plan {
            direction: "é".repeat(TEXT_CAP_CHARS),
            ..from_clip("a")
        };
        assert!(plan_sentence(&words, &plan, around(&[clip("a", Verdict::Ok)], &english())).ready);
    }

    #[test]
    fn every_language_says_the_three_choices() {
        for language in Language::ALL {
            let words = Words::of(*language);
            let clips = [clip("a", Verdict::Ok)];
            let said = plan_sentence(&words, &from_clip("a"), around(&clips, &english()));
            assert_eq!(
                said.spans.iter().filter(|span| span.strong).count(),
                3,
                "{language:?}"
            );
        }
    }
}
