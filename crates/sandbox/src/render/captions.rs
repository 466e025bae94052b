//! The words that come with a reel, in its language.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::state::Batch;

const ENGLISH: &str = include_str!("../../assets/words/captions.en.json");
const SPANISH: &str = include_str!("../../assets/words/captions.es.json");
/// A direction's share of a caption, in characters.
const LONGEST: usize = 160;

/// A reel's words.
pub(crate) struct Words {
    pub(crate) name: String,
    pub(crate) caption: String,
    pub(crate) hashtags: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Phrases {
    template: String,
    reel: String,
    hooks: Vec<String>,
    bodies: Vec<String>,
    closings: Vec<String>,
    nothing_given: String,
    hashtags: Vec<String>,
    small_words: Vec<String>,
}

/// The phrases of all the languages that reels are made in.
pub(crate) struct Captions(BTreeMap<&'static str, Phrases>);

impl Captions {
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

    /// The name that an analysis gives a template.
    pub(crate) fn template_name(&self, batch: &Batch) -> String {
        let number = batch.formula_id.get(..6).unwrap_or_default();
        self.phrases(batch)
            .map(|phrases| phrases.template.replace("{number}", number))
            .unwrap_or_default()
    }

    /// Caption and hashtags for a reel of this batch: hook, body, closing call to action.
    pub(crate) fn of(&self, batch: &Batch) -> Words {
        let Some(phrases) = self.phrases(batch) else {
            return Words {
                name: String::new(),
                caption: String::new(),
                hashtags: Vec::new(),
            };
        };
        let seed: usize = batch.id.bytes().map(usize::from).sum();
        let pick = |list: &[String]| {
            let place = seed.checked_rem(list.len()).unwrap_or(0);
            list.get(place).cloned().unwrap_or_default()
        };
        let direction = shortened(&batch.content_anchor);
        let direction = if direction.is_empty() {
            phrases.nothing_given.clone()
        } else {
            direction
        };
        let caption = [
            pick(&phrases.hooks),
            pick(&phrases.bodies).replace("{direction}", &direction),
            pick(&phrases.closings),
        ]
        .join(" ");
        Words {
            name: phrases
                .reel
                .replace("{number}", batch.id.get(..6).unwrap_or_default()),
            caption,
            hashtags: hashtags(&batch.content_anchor, phrases),
        }
    }

    fn phrases(&self, batch: &Batch) -> Option<&Phrases> {
        self.0
            .get(batch.language.as_str())
            .or_else(|| self.0.get("en"))
    }
}

/// One line of at most [`LONGEST`] characters, cut between words, without closing marks.
pub(super) fn shortened(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.chars().count() + word.chars().count() + 1 > LONGEST {
            if line.is_empty() {
                line.extend(word.chars().take(LONGEST));
            }
            line.push('…');
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.trim_end_matches(['.', '!', '?', ',', '。', '！', '？'])
        .to_owned()
}

/// The direction's own longest words, then the language's usual ones.
fn hashtags(direction: &str, phrases: &Phrases) -> Vec<String> {
    let mut own: Vec<String> = Vec::new();
    let words = direction.split(|letter: char| !letter.is_alphanumeric());
    for word in words.map(str::to_lowercase) {
        let length = word.chars().count();
        if (4..=20).contains(&length)
            && !phrases.small_words.contains(&word)
            && !own.contains(&word)
            && own.len() < 3
        {
            own.push(word);
        }
    }
    own.into_iter()
        .chain(phrases.hashtags.iter().cloned())
        .map(|word| format!("#{word}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(language: &str, direction: &str) -> Batch {
        Batch {
            id: "0123456789".to_owned(),
            formula_id: "abcdef012".to_owned(),
            language: language.to_owned(),
            content_anchor: direction.to_owned(),
            user_hint: String::new(),
            accepted: 0,
            upload_bytes: 0,
            mode: crate::state::Mode::Generate,
            submitted_by: None,
            placed: None,
            planned: Vec::new(),
        }
    }

    #[test]
    fn a_caption_carries_the_direction_in_the_language() {
        let captions = Captions::carried().unwrap();
        let english = captions.of(&batch("en", "The scan feature meets the reveal beat."));
        assert!(
            english
                .caption
                .contains("The scan feature meets the reveal beat")
        );
        assert!(english.hashtags.contains(&"#feature".to_owned()));
        let spanish = captions.of(&batch("es", ""));
        assert!(!spanish.caption.contains('{'));
        assert_ne!(spanish.caption, captions.of(&batch("en", "")).caption);
    }

    #[test]
    fn a_long_direction_is_cut() {
        let captions = Captions::carried().unwrap();
        let words = captions.of(&batch("en", &"word ".repeat(1000)));
        assert!(words.caption.chars().count() < 500);
    }
}
