//! Which characters are chosen, and in which order they are offered. Pure.

use contract::{CharacterId, CharacterStanding, CharacterSuggestion, CharacterView};

/// A character as the picker offers it.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered {
    /// The character.
    pub character: CharacterView,
    /// The person's own words that it fits. Empty: it was not suggested.
    pub because: Vec<String>,
}

impl Offered {
    /// Whether it can be chosen.
    pub fn can_act(&self) -> bool {
        self.character.standing == CharacterStanding::Ready
    }
}

/// The characters in the order in which they are offered: what fits the person's words first, then
/// those that can act, then the others; within each as the service lists them.
pub fn offered(characters: &[CharacterView], suggestions: &[CharacterSuggestion]) -> Vec<Offered> {
    let rank = |character: &CharacterView| {
        let place = suggestions
            .iter()
            .position(|suggestion| suggestion.character_id == character.character_id);
        let cannot_act = character.standing != CharacterStanding::Ready;
        (place.unwrap_or(suggestions.len()), cannot_act)
    };
    let mut all: Vec<&CharacterView> = characters.iter().collect();
    all.sort_by_key(|character| rank(character));
    all.into_iter()
        .map(|character| Offered {
            because: suggestions
                .iter()
                .find(|suggestion| suggestion.character_id == character.character_id)
                .map(|suggestion| suggestion.because.clone())
                .unwrap_or_default(),
            character: character.clone(),
        })
        .collect()
}

/// Chooses a character, or takes the choice back. The order of choosing is kept.
pub fn toggle(chosen: &mut Vec<CharacterId>, id: &CharacterId) {
    match chosen.iter().position(|other| other == id) {
        Some(index) => {
            chosen.remove(index);
        }
        None => chosen.push(id.clone()),
    }
}

/// What to call the chosen ones: by name where the service was heard, else by their id, which is
/// their name in lower case.
pub fn names(chosen: &[CharacterId], known: Option<&[CharacterView]>) -> Vec<String> {
    chosen
        .iter()
        .map(|id| {
            known
                .unwrap_or_default()
                .iter()
                .find(|character| character.character_id == *id)
                .map_or_else(|| id.to_string(), |character| character.name.clone())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn character(id: &str, standing: CharacterStanding) -> CharacterView {
        CharacterView {
            character_id: CharacterId::from(id),
            name: id.to_uppercase(),
            gender: None,
            age_range: None,
            persona: None,
            has_picture: false,
            standing,
            videos: None,
        }
    }

    fn suggested(id: &str) -> CharacterSuggestion {
        CharacterSuggestion {
            character_id: CharacterId::from(id),
            because: vec!["calm".to_owned()],
        }
    }

    #[test]
    fn what_fits_comes_first_and_what_can_not_act_comes_last() {
        let all = [
            character("a", CharacterStanding::InReview),
            character("b", CharacterStanding::Ready),
            character("c", CharacterStanding::Ready),
        ];
        let ids = |suggestions: &[CharacterSuggestion]| -> Vec<String> {
            offered(&all, suggestions)
                .into_iter()
                .map(|offered| offered.character.character_id.0)
                .collect()
        };
        assert_eq!(ids(&[]), ["b", "c", "a"]);
        assert_eq!(ids(&[suggested("c")]), ["c", "b", "a"]);
        let first = &offered(&all, &[suggested("c")])[0];
        assert_eq!(first.because, ["calm"]);
        assert!(first.can_act());
    }

    #[test]
    fn choosing_again_takes_the_choice_back() {
        let (a, b) = (CharacterId::from("a"), CharacterId::from("b"));
        let mut chosen = Vec::new();
        toggle(&mut chosen, &b);
        toggle(&mut chosen, &a);
        assert_eq!(chosen, [b.clone(), a.clone()]);
        toggle(&mut chosen, &b);
        assert_eq!(chosen, [a]);
    }

    #[test]
    fn a_character_that_was_not_heard_of_is_called_by_its_id() {
        let chosen = [CharacterId::from("mia"), CharacterId::from("zoe")];
        let known = [character("mia", CharacterStanding::Ready)];
        assert_eq!(names(&chosen, Some(&known)), ["MIA", "zoe"]);
        assert_eq!(names(&chosen, None), ["mia", "zoe"]);
    }
}
