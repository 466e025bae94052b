//! Digital characters of the service that can act in a riff.

use serde::{Deserialize, Serialize};

use crate::CharacterId;

/// A character (`CharacterOut`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CharacterView {
    /// The service's id, which is its slug too.
    pub character_id: CharacterId,
    /// Its name.
    pub name: String,
    /// `female`, `male`, or what else the service wrote.
    pub gender: Option<String>,
    /// `young`, `middle_aged`, `senior`, or what else the service wrote.
    pub age_range: Option<String>,
    /// Who it is, in the words of whoever made it.
    pub persona: Option<String>,
    /// Whether there is a picture of it.
    pub has_picture: bool,
    /// Whether it can act.
    pub standing: CharacterStanding,
    /// How many videos it is in, when the service told it.
    pub videos: Option<u64>,
}

/// Whether a character can act in a video now. Only the service can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CharacterStanding {
    /// One of its avatars passed review (`has_any_active_avatar`).
    Ready,
    /// None has passed, one is in review.
    InReview,
    /// None has passed, the last one failed.
    Failed,
    /// It has none: it is to be approved in the service's own settings first.
    NoAvatar,
}

/// A character that fits what the person typed. A suggestion, never a choice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CharacterSuggestion {
    /// Which.
    pub character_id: CharacterId,
    /// The person's own words that it fits.
    pub because: Vec<String>,
}
