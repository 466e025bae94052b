//! Languages, and what an ad is called.

use contract::{EditorView, choices};
use words::Words;

use crate::app::say;
use crate::pages::shorts::{format_name, look_name};

/// The formats with their names, for a list. Reactive.
pub fn formats() -> Vec<(String, String)> {
    named(choices::CREATIVE_FORMATS, format_name)
}

/// The looks with their names, for a list. Reactive.
pub fn visual_languages() -> Vec<(String, String)> {
    named(choices::VISUAL_LANGUAGES, look_name)
}

fn named(values: &[&str], name: fn(&Words, &str) -> String) -> Vec<(String, String)> {
    let words = say();
    values
        .iter()
        .map(|value| ((*value).to_owned(), name(&words, value)))
        .collect()
}

/// Languages that an ad is likely to be in, each by its own name. The contract names no list for
/// ads: any other code can be typed.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("en", "English"),
    ("es", "Español"),
    ("zh", "中文"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("it", "Italiano"),
    ("pt", "Português"),
    ("nl", "Nederlands"),
    ("pl", "Polski"),
    ("ja", "日本語"),
    ("ko", "한국어"),
];

/// A language by its own name; by its code where it is not known here.
pub fn language_word(code: &str) -> String {
    LANGUAGES
        .iter()
        .find(|(known, _)| *known == code)
        .map_or_else(|| code.to_owned(), |(_, name)| (*name).to_owned())
}

/// What to call an ad: the first words of its brief, or of its scenario.
pub fn title(words: &Words, ad: &EditorView) -> String {
    [&ad.brief.product_prompt, &ad.scenario_prompt]
        .into_iter()
        .find_map(|text| first_words(text))
        .unwrap_or_else(|| words.say("editor-untitled"))
}

/// The first line as far as a heading has room, cut between words.
fn first_words(text: &str) -> Option<String> {
    const ROOM: usize = 48;
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    if line.chars().count() <= ROOM {
        return Some(line.to_owned());
    }
    let cut: String = line.chars().take(ROOM).collect();
    // A language without blanks is cut where the room ends.
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    let shown = if whole.chars().count() > ROOM / 2 {
        whole
    } else {
        &cut
    };
    Some(format!(
        "{}…",
        shown.trim_end_matches([',', ';', ':', '.', ' '])
    ))
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;
    use crate::pages::editor::samples::ad;

    #[test]
    fn a_language_that_is_not_known_here_is_shown_by_its_code() {
        assert_eq!(language_word("es"), "Español");
        assert_eq!(language_word("sv"), "sv");
    }

    #[test]
    fn an_ad_is_called_by_its_first_words() {
        let words = Words::of(Language::English);
        let mut ad = ad(Vec::new());
        assert_eq!(
            title(&words, &ad),
            "Oat Shot: froth in one shake, no machine."
        );
        ad.brief.product_prompt = format!("\n{}, and the rest", "froth ".repeat(20).trim_end());
        let title_of_long = title(&words, &ad);
        assert!(title_of_long.ends_with("froth…"), "{title_of_long}");
        assert!(title_of_long.chars().count() <= 49);
        ad.brief.product_prompt = "奶".repeat(90);
        assert_eq!(title(&words, &ad).chars().count(), 49);
        ad.brief.product_prompt = String::new();
        assert_eq!(title(&words, &ad), "Untitled ad");
    }
}
