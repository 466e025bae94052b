//! The digital characters that the sandbox carries: every state of an avatar that a client has to
//! tell apart.

use serde::Deserialize;

const CHARACTERS: &str = include_str!("../assets/characters.json");

/// A digital character.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Character {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) gender: Option<String>,
    pub(crate) age_range: Option<String>,
    pub(crate) persona: Option<String>,
    pub(crate) has_picture: bool,
    /// An avatar has passed the review: only then can it be in a video.
    #[serde(rename = "active")]
    pub(crate) has_active: bool,
    #[serde(rename = "processing")]
    pub(crate) has_processing: bool,
    #[serde(rename = "failed")]
    pub(crate) has_failed: bool,
    /// How the review of its latest avatar stands; none where there is no avatar.
    pub(crate) review: Option<String>,
    /// Whether its reels are counted.
    #[serde(rename = "counted")]
    pub(crate) is_counted: bool,
}

/// All of them.
#[derive(Debug, Clone)]
pub(crate) struct Cast(Vec<Character>);

impl Cast {
    /// Reads the carried ones.
    ///
    /// # Errors
    /// Where the file isn't what it should be; a test reads it.
    pub(crate) fn carried() -> Result<Self, serde_json::Error> {
        Ok(Self(serde_json::from_str(CHARACTERS)?))
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Character> {
        self.0.iter()
    }

    /// The one with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&Character> {
        self.iter().find(|character| character.id == id)
    }

    /// The ids of those that can be in a video.
    pub(crate) fn able(&self) -> Vec<&str> {
        self.iter()
            .filter(|character| character.has_active)
            .map(|character| character.id.as_str())
            .collect()
    }
}
