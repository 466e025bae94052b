//! What a short is called, and where it stands, in words.

use contract::{ShortBrief, ShortStage, ShortView};
use words::Words;

use super::fonts::font_name;
use crate::components::{StageState, StageView};
use crate::pages::wording::facts;

/// Characters of a prompt that stand for a short without a headline.
const TITLE_CHARS: usize = 60;

/// What to call a short: its headline, else how its brief begins.
pub fn short_title(words: &Words, brief: &ShortBrief) -> String {
    let headline = brief.headline.trim();
    if headline.is_empty() {
        beginning(words, &brief.product_prompt)
    } else {
        headline.to_owned()
    }
}

/// How a text begins, on one line.
pub fn beginning(words: &Words, text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return words.say("short-untitled");
    }
    match line.char_indices().nth(TITLE_CHARS) {
        None => line,
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}

/// Where a short stands; a word of the service's own as it is.
pub fn stage_words(words: &Words, stage: &ShortStage) -> String {
    match stage {
        ShortStage::Draft => words.say("short-stage-draft"),
        ShortStage::Rendering => words.say("short-stage-rendering"),
        ShortStage::VideoReady => words.say("short-stage-ready"),
        ShortStage::Failed => words.say("short-stage-failed"),
        ShortStage::Other(word) => word.clone(),
    }
}

/// For tests and styles.
pub const fn stage_name(stage: &ShortStage) -> &'static str {
    match stage {
        ShortStage::Draft => "draft",
        ShortStage::Rendering => "rendering",
        ShortStage::VideoReady => "video-ready",
        ShortStage::Failed => "failed",
        ShortStage::Other(_) => "other",
    }
}

/// The stages of a short, as far as it came. Where it failed, the service's own word says which part.
pub fn stages(words: &Words, short: &ShortView) -> Vec<StageView> {
    let made = match short.stage {
        ShortStage::Draft => [
            StageState::Now(Some(0.0)),
            StageState::Ahead,
            StageState::Ahead,
        ],
        ShortStage::Rendering | ShortStage::Other(_) => {
            [StageState::Done, StageState::Now(None), StageState::Ahead]
        }
        ShortStage::VideoReady => [StageState::Done, StageState::Done, StageState::Done],
        ShortStage::Failed => [StageState::Done, StageState::Stopped, StageState::Ahead],
    };
    let middle = match (&short.stage, short.failed_stage.as_deref()) {
        (ShortStage::Failed, Some(part)) if !part.trim().is_empty() => facts([
            words.say("short-stage-failed"),
            part.trim().replace('_', " "),
        ]),
        (ShortStage::Failed, _) => words.say("short-stage-failed"),
        (ShortStage::Other(word), _) => word.clone(),
        _ => words.say("short-stage-rendering"),
    };
    let labels = [
        words.say("short-stage-draft"),
        middle,
        words.say("short-stage-ready"),
    ];
    labels
        .into_iter()
        .zip(made)
        .map(|(label, state)| StageView { label, state })
        .collect()
}

/// A value of one of the contract's lists, as the locale files compose their keys.
pub fn kebab(value: &str) -> String {
    value.replace('_', "-").to_lowercase()
}

/// The word of a composed key; the service's own value where no file has it.
pub fn or_value(words: &Words, key: &str, value: &str) -> String {
    if words.has(key) {
        words.say(key)
    } else {
        value.to_owned()
    }
}

/// A creative format's name.
pub fn format_name(words: &Words, value: &str) -> String {
    let key = format!("short-format-{}", kebab(value));
    or_value(words, &key, value)
}

/// A visual language's name.
pub fn look_name(words: &Words, value: &str) -> String {
    let key = format!("short-look-{}", kebab(value));
    or_value(words, &key, value)
}

/// The whole short in one quiet line, for the bar.
pub fn summary(words: &Words, brief: &ShortBrief, seconds: u32) -> String {
    let look = brief
        .visual_language
        .as_deref()
        .map(|look| look_name(words, look));
    let format = match brief.creative_format.as_deref() {
        Some(format) => format_name(words, format),
        None => words.say("short-format-auto"),
    };
    let font = brief.short_font_family.as_deref().map(font_name);
    facts(
        [
            Some(words.seconds(f64::from(seconds))),
            Some(format),
            look,
            font,
        ]
        .into_iter()
        .flatten(),
    )
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::super::samples::short;
    use super::*;

    #[test]
    fn a_short_is_called_by_its_headline_or_by_how_its_brief_begins() {
        let words = Words::of(Language::English);
        let mut brief = ShortBrief {
            product_prompt: format!("Oat\nmilk {}", "x".repeat(80)),
            ..ShortBrief::default()
        };
        assert_eq!(
            short_title(&words, &brief),
            format!("Oat milk {}…", "x".repeat(51))
        );
        brief.headline = " One shake ".to_owned();
        assert_eq!(short_title(&words, &brief), "One shake");
        assert_eq!(short_title(&words, &ShortBrief::default()), "Untitled");
    }

    #[test]
    fn a_failed_short_says_in_which_part_it_failed() {
        let words = Words::of(Language::English);
        let mut failed = short("s", ShortStage::Failed);
        failed.failed_stage = Some("segment_two".to_owned());
        let stages = stages(&words, &failed);
        assert_eq!(stages[1].label, "Failed · segment two");
        assert_eq!(stages[1].state, StageState::Stopped);
    }

    #[test]
    fn the_bar_says_the_length_with_the_end_card() {
        let words = Words::of(Language::English);
        let brief = ShortBrief {
            visual_language: Some("ugc_realism".to_owned()),
            creative_format: Some("something_new".to_owned()),
            ..ShortBrief::default()
        };
        assert_eq!(
            summary(&words, &brief, 14),
            "14 s · something_new · Everyday phone"
        );
    }
}
