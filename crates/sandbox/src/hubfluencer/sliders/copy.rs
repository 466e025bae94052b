//! The words of a carousel, made from its prompt in its language.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use super::record::Shape;

/// Longest headline (contract: 120 characters).
const HEADLINE: usize = 120;
/// The prompt's first words, as a subject, are this long at most, in characters.
const SUBJECT: usize = 64;
/// How many hashtags come from the prompt.
const OWN_TAGS: usize = 4;

static LANGUAGES: LazyLock<BTreeMap<String, Language>> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../assets/words/slides.json"))
        .expect("the carried words are what this version reads")
});

/// The words of a slide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) headline: String,
    pub(super) body: String,
    pub(super) kicker: String,
}

/// Everything that is written for a carousel.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) slides: Vec<Words>,
    pub(super) caption: String,
    pub(super) hashtags: Vec<String>,
}

/// The phrases of a language; `{subject}`, `{n}` and `{count}` are filled in.
#[derive(Debug, Deserialize)]
struct Language {
    creative: Mode,
    ad_driven: Mode,
    /// Headline and body.
    points: Vec<[String; 2]>,
    caption: String,
    tags: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Mode {
    /// Kicker and body; the headline is the subject.
    cover: [String; 2],
    /// The kicker of a slide between.
    point: String,
    /// Kicker, headline and body.
    close: [String; 3],
}

/// Writes a carousel: a cover, one slide for each point, and a close.
pub(super) fn write(shape: &Shape) -> Written {
    let prompt = shape.prompt.as_deref().unwrap_or_default();
    let count = shape.slide_count;
    let clauses = clauses(prompt);
    let subject = clauses
        .first()
        .map_or_else(String::new, |first| shortened(first, SUBJECT));
    let Some(language) = LANGUAGES
        .get(&shape.language)
        .or_else(|| LANGUAGES.get("en"))
    else {
        return Written {
            slides: Vec::new(),
            caption: String::new(),
            hashtags: Vec::new(),
        };
    };
    let mode = match shape.mode.as_str() {
        "ad_driven" => &language.ad_driven,
        _ => &language.creative,
    };
    let fill = |phrase: &str, position: u32| {
        phrase
            .replace("{n}", &position.to_string())
            .replace("{count}", &count.to_string())
            .replace("{subject}", &subject)
    };
    let mut slides = vec![Words {
        headline: shortened(&subject, HEADLINE),
        body: mode.cover[1].clone(),
        kicker: mode.cover[0].clone(),
    }];
    let points = language.points.iter().cycle();
    for (place, [headline, body]) in (1..count.saturating_sub(1)).zip(points) {
        // What the prompt itself says comes before what could be said of anything.
        let own = clauses.get(place as usize).cloned();
        slides.push(Words {
            headline: fill(headline, place),
            body: own.unwrap_or_else(|| fill(body, place)),
            kicker: fill(&mode.point, place),
        });
    }
    let [kicker, headline, body] = &mode.close;
    slides.push(Words {
        headline: headline.clone(),
        body: body.clone(),
        kicker: kicker.clone(),
    });
    let tags = language.tags.iter().map(|tag| format!("#{tag}"));
    Written {
        slides,
        caption: fill(&language.caption, 0),
        hashtags: own_tags(prompt).into_iter().chain(tags).collect(),
    }
}

/// The prompt's clauses, each with a capital at its head.
fn clauses(prompt: &str) -> Vec<String> {
    let ends = ['.', ',', ';', ':', '!', '?', '\n'];
    let parts = prompt.split(ends).map(str::trim);
    let parts = parts.filter(|part| part.chars().count() > 2);
    parts
        .map(|part| {
            let mut letters = part.chars();
            let first = letters.next().map(|first| first.to_uppercase().to_string());
            first.unwrap_or_default() + letters.as_str()
        })
        .collect()
}

/// So many characters at most, cut between words where that can be.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let whole = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole}…")
}

/// Hashtags of the prompt's longer words, in their order.
fn own_tags(prompt: &str) -> Vec<String> {
    let mut tags = Vec::new();
    for word in prompt.split(|letter: char| !letter.is_alphanumeric()) {
        let tag = format!("#{}", word.to_lowercase());
        if word.chars().count() >= 5 && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags.truncate(OWN_TAGS);
    tags
}

#[cfg(test)]
mod tests {
    use super::{super::form, *};

    #[test]
    fn every_language_and_mode_has_words_for_every_count() {
        for (language, _) in LANGUAGES.iter() {
            for mode in ["creative", "ad_driven"] {
                for slide_count in 3..=10 {
                    let shape = Shape {
                        prompt: Some("A quiet kettle, made for small kitchens".to_owned()),
                        language: language.clone(),
                        mode: mode.to_owned(),
                        slide_count,
                        ..form::plain()
                    };
                    let written = write(&shape);
                    assert_eq!(written.slides.len(), slide_count as usize);
                    assert!(written.slides.iter().all(|words| !words.body.contains('{')));
                    assert!(
                        written
                            .slides
                            .iter()
                            .all(|words| words.kicker.chars().count() <= 40)
                    );
                }
            }
        }
        assert_eq!(LANGUAGES.len(), 8);
    }

    #[test]
    fn the_prompt_is_heard() {
        let shape = Shape {
            prompt: Some("a quiet kettle, made for small kitchens".to_owned()),
            ..form::plain()
        };
        let written = write(&shape);
        assert_eq!(written.slides[0].headline, "A quiet kettle");
        assert_eq!(written.slides[1].body, "Made for small kitchens");
        assert_eq!(written.hashtags[..2], ["#quiet", "#kettle"]);
    }
}
