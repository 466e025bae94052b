//! What is said about a template. Pure: it is given the words and says them.

use contract::TemplateView;
use words::Words;

use crate::pages::extraction::readable;
use crate::pages::wording::{args, facts, figure, whole};

/// How often it was riffed.
pub fn used(words: &Words, template: &TemplateView) -> String {
    template.used_count.map_or_else(String::new, |count| {
        let count = figure(whole(count));
        words.say_with("riff-template-used", &args([("count", count.into())]))
    })
}

/// How many segments it has.
pub fn segments(words: &Words, template: &TemplateView) -> String {
    template.segments.map_or_else(String::new, |count| {
        words.say_with(
            "template-segments",
            &args([("count", f64::from(count).into())]),
        )
    })
}

/// The facts under its name, in one quiet line.
pub fn tile_facts(words: &Words, template: &TemplateView) -> String {
    facts([used(words, template), segments(words, template)])
}

/// What its button is called: its name, whose it is, and what stands in its way.
pub fn open_word(words: &Words, template: &TemplateView) -> String {
    let name = words.say_with(
        "template-open",
        &args([("name", template.name.as_str().into())]),
    );
    let public = template.is_public.then(|| words.say("template-public"));
    let stale = template.is_stale.then(|| words.say("template-stale"));
    let arc = template.emotion_arc.clone();
    let parts = [
        Some(name),
        public,
        stale,
        arc,
        Some(tile_facts(words, template)),
    ];
    parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// How a source is spoken, in the page's words; what the service alone knows, in its own.
pub fn speaking(words: &Words, mode: &str) -> String {
    match mode {
        "on_camera_dialogue" => words.say("extraction-on-camera"),
        "voiceover" => words.say("extraction-voiceover"),
        "no_dialogue" => words.say("extraction-silent"),
        other => readable(other),
    }
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::pages::templates::samples::template;

    #[test]
    fn only_what_the_service_told_is_said() {
        let words = Words::of(Language::English);
        let mut one = template("a");
        assert_eq!(tile_facts(&words, &one), "");
        assert_eq!(open_word(&words, &one), "Open Template a");
        one.used_count = Some(1);
        one.segments = Some(4);
        one.is_public = true;
        one.is_stale = true;
        one.emotion_arc = Some("hook → cta".to_owned());
        assert_eq!(tile_facts(&words, &one), "Riffed 1 time · 4 segments");
        assert_eq!(
            open_word(&words, &one),
            "Open Template a, From Riffkit, Older analysis, hook → cta, Riffed 1 time · 4 segments"
        );
    }
}
