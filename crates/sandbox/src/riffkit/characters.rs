//! The digital characters.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

use super::{auth::SignedIn, document::Unauthenticated, problem::Problem};
use crate::{cast::Character, pictures, service::Service, state::Records};

/// A digital character, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct CharacterOut {
    id: String,
    /// The same as `id`.
    slug: String,
    name: String,
    /// `female` or `male`.
    gender: Option<String>,
    /// `young`, `middle_aged` or `senior`.
    age_range: Option<String>,
    persona: Option<String>,
    reference_image: Option<String>,
    /// Whether it can be in a video.
    has_any_active_avatar: bool,
    has_any_processing_avatar: bool,
    has_any_failed_avatar: bool,
    seedance_asset: Option<SeedanceAsset>,
    active_avatar_id: Option<String>,
    stats: Option<CharacterStats>,
}

/// The review of an avatar.
#[derive(Serialize, ToSchema)]
pub(crate) struct SeedanceAsset {
    /// `processing`, `active` or `failed`.
    status: String,
}

/// The assets with a character.
#[derive(Serialize, ToSchema)]
pub(crate) struct CharacterStats {
    total_assets: usize,
    by_type: BTreeMap<String, usize>,
}

/// The digital characters.
#[utoipa::path(
    get,
    path = "/api/characters",
    security(("session" = [])),
    responses((status = 200, body = [CharacterOut]), Unauthenticated)
)]
pub(crate) async fn list(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Json<Vec<CharacterOut>> {
    let view = service.store.read(|records| {
        let cast = service.cast.iter();
        cast.map(|character| view(records, character)).collect()
    });
    Json(view)
}

fn view(records: &Records, character: &Character) -> CharacterOut {
    let id = &character.id;
    let of_it = |asset: &&crate::state::Asset| asset.character_id.as_ref() == Some(id);
    let total = records.past.assets.iter().chain(&records.assets);
    let total = total.filter(of_it).count();
    CharacterOut {
        id: id.clone(),
        slug: id.clone(),
        name: character.name.clone(),
        gender: character.gender.clone(),
        age_range: character.age_range.clone(),
        persona: character.persona.clone(),
        reference_image: character
            .has_picture
            .then(|| pictures::address(&pictures::of_character(id))),
        has_any_active_avatar: character.has_active,
        has_any_processing_avatar: character.has_processing,
        has_any_failed_avatar: character.has_failed,
        seedance_asset: character
            .review
            .clone()
            .map(|status| SeedanceAsset { status }),
        active_avatar_id: character.has_active.then(|| format!("{id}-avatar")),
        stats: character.is_counted.then(|| CharacterStats {
            total_assets: total,
            by_type: BTreeMap::from([("pipeline".to_owned(), total)]),
        }),
    }
}

/// Refuses characters that can't be in a video, and lists that name one twice.
///
/// One that isn't known is 400 and not 404: it is a value of the form, not what the address names.
///
/// # Errors
/// 400.
pub(crate) fn check(service: &Service, ids: &[String]) -> Result<(), Problem> {
    for (place, id) in ids.iter().enumerate() {
        let Some(character) = service.cast.get(id) else {
            return Err(Problem::bad(format!("Character not found: {id}")));
        };
        if !character.has_active {
            return Err(Problem::bad(format!(
                "Character {id} has no active avatar: approve one in Settings first"
            )));
        }
        // Two videos for one character would be charged twice; the contract has one for each.
        if ids[..place].contains(id) {
            return Err(Problem::bad(format!("Character named twice: {id}")));
        }
    }
    Ok(())
}
