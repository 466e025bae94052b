//! Characters, as the service lists them.

use contract::{
    CharacterId, CharacterStanding, CharacterSuggestion, CharacterView, Millis, Refusal,
};
use riffkit::{AvatarStatus, Character};

use super::{Pictured, suggestion};
use crate::Studio;
use crate::lock::held;

/// How long the list is good enough to suggest from: a person types faster than avatars are
/// reviewed.
const FRESH: Millis = 60_000;

impl Studio {
    /// The service's characters, those that can act first.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn characters(&self) -> Result<Vec<CharacterView>, Refusal> {
        let characters = self.listed_characters().await?;
        let catalogue = &self.core.catalogue;
        let mut views = Vec::with_capacity(characters.len());
        for character in &characters {
            let view = view(character);
            let pictured = Pictured::Character(view.character_id.clone());
            catalogue.note_picture(pictured, character.reference_image.as_deref());
            views.push(view);
        }
        views.sort_by_key(|character| character.standing != CharacterStanding::Ready);
        *held(&catalogue.characters) = Some((self.core.now(), views.clone()));
        Ok(views)
    }

    /// The characters as the service answers them.
    ///
    /// # Errors
    /// Those of the read.
    pub(crate) async fn listed_characters(&self) -> Result<Vec<Character>, Refusal> {
        self.read(|session| async move { self.core.api.characters(&session).await })
            .await
    }

    /// Characters that fit what the person typed, the best first. Only such that can act.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn suggest_characters(
        &self,
        words: &str,
    ) -> Result<Vec<CharacterSuggestion>, Refusal> {
        if words.trim().is_empty() {
            return Ok(Vec::new());
        }
        let kept = held(&self.core.catalogue.characters).clone();
        let fresh = kept.filter(|(at, _)| self.core.now() - at < FRESH);
        let characters = match fresh {
            Some((_, characters)) => characters,
            None => self.characters().await?,
        };
        Ok(suggestion::suggest(words, &characters))
    }

    /// Characters by id, as the service has them now. One that it does not have is left out.
    ///
    /// # Errors
    /// Those of the read.
    pub(crate) async fn known_characters(
        &self,
        ids: &[CharacterId],
    ) -> Result<Vec<CharacterView>, Refusal> {
        let mut known = self.characters().await?;
        known.retain(|character| ids.contains(&character.character_id));
        Ok(known)
    }
}

fn view(character: &Character) -> CharacterView {
    CharacterView {
        character_id: CharacterId(character.id.clone()),
        name: if character.name.trim().is_empty() {
            character.id.clone()
        } else {
            character.name.clone()
        },
        gender: word(character.gender.as_ref()),
        age_range: word(character.age_range.as_ref()),
        persona: character.persona.clone(),
        has_picture: character.reference_image.is_some(),
        standing: standing(character),
        videos: character.stats.as_ref().and_then(|stats| {
            stats
                .by_type
                .get("pipeline")
                .copied()
                .or(stats.total_assets)
        }),
    }
}

fn word(word: Option<&impl ToString>) -> Option<String> {
    word.map(ToString::to_string)
        .filter(|word| !word.is_empty())
}

/// Only one avatar that passed review counts (contract: "the hard test"); the rest says why not.
fn standing(character: &Character) -> CharacterStanding {
    let latest = character.seedance_asset.as_ref().map(|asset| &asset.status);
    if character.has_any_active_avatar {
        CharacterStanding::Ready
    } else if character.has_any_processing_avatar || latest == Some(&AvatarStatus::Processing) {
        CharacterStanding::InReview
    } else if character.has_any_failed_avatar || latest == Some(&AvatarStatus::Failed) {
        CharacterStanding::Failed
    } else {
        CharacterStanding::NoAvatar
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(json: &str) -> CharacterView {
        view(&serde_json::from_str::<Character>(json).expect("a character"))
    }

    #[test]
    fn only_an_avatar_that_passed_review_can_act() {
        let of = |json: &str| shown(json).standing;
        assert_eq!(
            of(r#"{"id":"a","has_any_active_avatar":true,"has_any_failed_avatar":true}"#),
            CharacterStanding::Ready
        );
        assert_eq!(
            of(r#"{"id":"a","has_any_processing_avatar":true,"has_any_failed_avatar":true}"#),
            CharacterStanding::InReview
        );
        assert_eq!(
            of(r#"{"id":"a","seedance_asset":{"status":"failed"}}"#),
            CharacterStanding::Failed
        );
        assert_eq!(
            of(r#"{"id":"a","seedance_asset":{"status":"active"}}"#),
            CharacterStanding::NoAvatar,
            "the one test is has_any_active_avatar"
        );
    }

    #[test]
    fn what_the_service_left_out_is_nothing() {
        let character = shown(r#"{"id":"a","gender":"","age_range":null,"name":" "}"#);
        assert_eq!((character.gender, character.age_range), (None, None));
        assert_eq!((character.name.as_str(), character.videos), ("a", None));
    }
}
