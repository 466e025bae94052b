//! Digital characters (contract, `CharacterOut`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use wire::Failure;

use crate::{Api, Session};
use lenient::{self, Lossy, open_words};

open_words! {
    /// A character's gender.
    Gender {
        /// Female.
        Female => "female",
        /// Male.
        Male => "male",
    }
}

open_words! {
    /// A character's age.
    AgeRange {
        /// Young.
        Young => "young",
        /// Middle-aged.
        MiddleAged => "middle_aged",
        /// Senior.
        Senior => "senior",
    }
}

open_words! {
    /// Where the review of an avatar stands.
    AvatarStatus {
        /// Under review.
        Processing => "processing",
        /// Passed.
        Active => "active",
        /// Refused.
        Failed => "failed",
    }
}

/// A digital character.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Character {
    /// Id, for `character_ids` of an order. The same as `slug`.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// The canonical name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub slug: Option<String>,
    /// Name for people; empty where the service gave none.
    #[serde(default, deserialize_with = "lenient::words")]
    pub name: String,
    /// Gender.
    #[serde(default)]
    pub gender: Option<Gender>,
    /// Age.
    #[serde(default)]
    pub age_range: Option<AgeRange>,
    /// Who the account is, whom it talks to and how, in free words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub persona: Option<String>,
    /// Picture: for [`Api::file`].
    #[serde(default, deserialize_with = "lenient::text")]
    pub reference_image: Option<String>,
    /// Whether videos can be made with it. The only test for that.
    #[serde(default, deserialize_with = "lenient::yes")]
    pub has_any_active_avatar: bool,
    /// Whether an avatar is under review.
    #[serde(default, deserialize_with = "lenient::yes")]
    pub has_any_processing_avatar: bool,
    /// Whether an avatar was refused.
    #[serde(default, deserialize_with = "lenient::yes")]
    pub has_any_failed_avatar: bool,
    /// The review of the avatar in use, or of the latest.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub seedance_asset: Option<AvatarReview>,
    /// The avatar in use.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub active_avatar_id: Option<String>,
    /// What was made with it.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub stats: Option<CharacterStats>,
}

/// The review of an avatar.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct AvatarReview {
    /// Where it stands.
    #[serde(default)]
    pub status: AvatarStatus,
}

/// What was made with a character.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct CharacterStats {
    /// Assets altogether.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub total_assets: Option<u64>,
    /// Assets by type.
    #[serde(default, deserialize_with = "lenient::counts")]
    pub by_type: BTreeMap<String, u64>,
}

impl Api {
    /// `GET /api/characters`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn characters(&self, session: &Session) -> Result<Vec<Character>, Failure> {
        let list: Lossy<Character> = self.get("/api/characters").by(session).read().await?.value;
        Ok(list.entries)
    }
}
