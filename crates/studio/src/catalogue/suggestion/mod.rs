//! Which characters fit what a person typed: by gender and age in three languages, by name, and by
//! the words of their persona. Advice alone.

mod lexicon;

use contract::{CharacterStanding, CharacterSuggestion, CharacterView};

use self::lexicon::{AGES, EMPTY, GENDERS, Meaning};

/// Suggestions at most.
const MOST: usize = 12;

/// What a hit of each kind counts.
const GENDER: u32 = 3;
const AGE: u32 = 3;
const NAME: u32 = 4;
const PERSONA: u32 = 2;

/// The characters that fit, the best first. Only those that can act, and only those of whom
/// something fits; one that contradicts what was typed is left out.
pub(super) fn suggest(typed: &str, characters: &[CharacterView]) -> Vec<CharacterSuggestion> {
    let typed = Typed::read(typed);
    let mut found: Vec<(u32, CharacterSuggestion)> = characters
        .iter()
        .filter(|character| character.standing == CharacterStanding::Ready)
        .filter_map(|character| typed.held_against(character))
        .collect();
    // Stable: of equals, the service's order stays.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.truncate(MOST);
    found.into_iter().map(|(_, fit)| fit).collect()
}

/// A word of the person: as it was typed, and as it is compared.
struct Word {
    said: String,
    plain: String,
}

/// What was typed, taken apart.
struct Typed {
    /// The whole, as it is compared.
    plain: String,
    words: Vec<Word>,
}

impl Typed {
    fn read(text: &str) -> Self {
        let words = text
            .split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
            .map(|word| word.trim_matches(['-', '_']))
            .filter(|word| !word.is_empty())
            .map(|word| Word {
                said: word.to_owned(),
                plain: plain(word),
            })
            .collect();
        Self {
            plain: plain(text),
            words,
        }
    }

    fn held_against(&self, character: &CharacterView) -> Option<(u32, CharacterSuggestion)> {
        let mut because = Vec::new();
        let mut score = 0;
        for (meanings, value, weight) in [
            (GENDERS, character.gender.as_deref(), GENDER),
            (AGES, character.age_range.as_deref(), AGE),
        ] {
            let meant = self.meant(meanings);
            let Some(value) = value else { continue };
            match meant.iter().find(|(meaning, _)| *meaning == value) {
                Some((_, said)) => {
                    score += weight;
                    because.extend(said.iter().cloned());
                }
                None if meant.is_empty() => {}
                None => return None,
            }
        }
        let persona = plain(character.persona.as_deref().unwrap_or_default());
        let name = plain(&character.name);
        for word in self.words.iter().filter(|word| !is_lexical(&word.plain)) {
            let hits = pieces(word);
            for (said, piece) in &hits {
                let weight = if holds(&name, piece) {
                    NAME
                } else if holds(&persona, piece) {
                    PERSONA
                } else {
                    continue;
                };
                score += weight;
                because.push(said.clone());
            }
        }
        let mut told = Vec::new();
        for said in because {
            if !told.contains(&said) {
                told.push(said);
            }
        }
        (score > 0).then(|| {
            let fit = CharacterSuggestion {
                character_id: character.character_id.clone(),
                because: told,
            };
            (score, fit)
        })
    }

    /// Which values were named, and by which of the person's words.
    fn meant(&self, meanings: &'static [Meaning]) -> Vec<(&'static str, Vec<String>)> {
        meanings
            .iter()
            .filter_map(|meaning| {
                let by_word = self
                    .words
                    .iter()
                    .filter(|word| meaning.words.contains(&word.plain.as_str()));
                let mut said: Vec<String> = by_word.map(|word| word.said.clone()).collect();
                let anywhere = meaning.anywhere.iter();
                said.extend(
                    anywhere
                        .filter(|known| self.plain.contains(**known))
                        .map(|known| (*known).to_owned()),
                );
                (!said.is_empty()).then_some((meaning.value, said))
            })
            .collect()
    }
}

/// Whether a word is one of gender or age, or says nothing: not to be looked for in a persona.
fn is_lexical(word: &str) -> bool {
    let is_known = |meaning: &Meaning| meaning.words.contains(&word);
    EMPTY.contains(&word) || GENDERS.iter().chain(AGES).any(is_known)
}

/// What of a word is looked for: itself, or each two neighbours of a script without blanks.
fn pieces(word: &Word) -> Vec<(String, String)> {
    let characters: Vec<char> = word.plain.chars().collect();
    if characters.iter().copied().any(is_han) {
        let known = |piece: &str| {
            let mut anywhere = GENDERS.iter().chain(AGES).flat_map(|known| known.anywhere);
            anywhere.any(|known| piece.contains(known))
        };
        return characters
            .windows(2)
            .map(|pair| pair.iter().collect::<String>())
            .filter(|piece| !known(piece))
            .map(|piece| (piece.clone(), piece))
            .collect();
    }
    if characters.len() < 3 {
        return Vec::new();
    }
    vec![(word.said.clone(), word.plain.clone())]
}

/// Whether a text has the word, or one of the same stem ("explainer" and "explains").
fn holds(text: &str, wanted: &str) -> bool {
    if wanted.chars().any(is_han) {
        return text.contains(wanted);
    }
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| word == wanted || is_akin(word, wanted))
}

/// Whether two words differ in their ending alone: at least five characters, and all but the last
/// three of the longer, are the same.
fn is_akin(one: &str, other: &str) -> bool {
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .count();
    let longer = one.chars().count().max(other.chars().count());
    same >= 5 && longer - same <= 3
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

/// A text in small letters and without the accents of Spanish.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .chars()
        .map(|c| match c {
            'á' | 'à' => 'a',
            'é' | 'è' => 'e',
            'í' => 'i',
            'ó' => 'o',
            'ú' | 'ü' => 'u',
            'ñ' => 'n',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use contract::CharacterId;

    use super::*;

    fn character(id: &str, gender: &str, age: &str, persona: &str) -> CharacterView {
        let told = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        CharacterView {
            character_id: CharacterId(id.to_owned()),
            name: id.to_owned(),
            gender: told(gender),
            age_range: told(age),
            persona: told(persona),
            has_picture: false,
            standing: CharacterStanding::Ready,
            videos: None,
        }
    }

    fn cast() -> Vec<CharacterView> {
        vec![
            character(
                "Noor",
                "male",
                "middle_aged",
                "Patient explainer of household truths.",
            ),
            character(
                "Avery",
                "female",
                "young",
                "Everyday coffee finds, told with a wink.",
            ),
            character("Rosa", "female", "senior", "咖啡与烘焙的老师"),
            character("Kim", "", "", "Gardening for balconies"),
        ]
    }

    fn names(typed: &str) -> Vec<String> {
        let found = suggest(typed, &cast());
        found.into_iter().map(|fit| fit.character_id.0).collect()
    }

    #[test]
    fn gender_and_age_are_understood_in_three_languages() {
        for typed in [
            "young woman",
            "a YOUNG lady",
            "年轻 女",
            "年轻女性",
            "mujer joven",
            "una chica jóven",
        ] {
            assert_eq!(names(typed), ["Avery"], "{typed}");
        }
        for typed in [
            "middle-aged man",
            "middle aged guy",
            "中年男人",
            "hombre de mediana edad",
        ] {
            assert_eq!(names(typed), ["Noor"], "{typed}");
        }
        for typed in ["elderly woman", "奶奶", "señora mayor", "abuela"] {
            assert_eq!(names(typed), ["Rosa"], "{typed}");
        }
        assert_eq!(names("woman"), ["Avery", "Rosa"], "no man among them");
    }

    #[test]
    fn the_persona_counts_and_the_persons_own_words_are_the_reason() {
        let found = suggest("Young woman who loves Coffee", &cast());
        assert_eq!(found[0].because, ["woman", "Young", "Coffee"]);
        assert_eq!(names("explains household things"), ["Noor"]);
        assert_eq!(names("咖啡"), ["Rosa"]);
        assert_eq!(names("balcony gardener"), ["Kim"], "of the same stem");
        assert_eq!(names("kim"), ["Kim"], "by name");
    }

    #[test]
    fn nothing_fits_what_says_nothing() {
        for typed in ["", "  ", "the one with", "a b", "xylophone", "?!"] {
            assert_eq!(names(typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn who_cannot_act_is_never_suggested() {
        let mut cast = cast();
        cast[1].standing = CharacterStanding::InReview;
        assert_eq!(suggest("young woman", &cast), []);
    }
}
