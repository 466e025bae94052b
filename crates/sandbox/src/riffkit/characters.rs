//! The digital characters.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{auth::SignedIn, document::Unauthenticated};
use crate::service::Service;

/// The digital characters that the sandbox carries: id, name, gender, age range, persona.
pub(crate) const CHARACTERS: [[&str; 5]; 2] = [
    [
        "sandbox-avery",
        "Avery (sandbox)",
        "female",
        "young",
        "Everyday finds, told fast and with a wink. Made up for the sandbox.",
    ],
    [
        "sandbox-noor",
        "Noor (sandbox)",
        "male",
        "middle_aged",
        "Patient explainer of small household truths. Made up for the sandbox.",
    ],
];

/// A digital character, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct CharacterOut {
    id: String,
    slug: String,
    name: String,
    gender: Option<String>,
    age_range: Option<String>,
    persona: Option<String>,
    reference_image: Option<String>,
    has_any_active_avatar: bool,
    has_any_processing_avatar: bool,
    has_any_failed_avatar: bool,
    #[schema(value_type = Option<Object>)]
    seedance_asset: Option<Value>,
    active_avatar_id: Option<String>,
    #[schema(value_type = Option<Object>)]
    stats: Option<Value>,
}

/// The digital characters.
#[utoipa::path(
    get,
    path = "/api/characters",
    security(("session" = [])),
    responses((status = 200, body = [CharacterOut]), Unauthenticated)
)]
pub(crate) async fn characters(
    _: SignedIn,
    State(service): State<Arc<Service>>,
) -> Json<Vec<CharacterOut>> {
    service.store.read(|records| {
        CHARACTERS
            .iter()
            .map(|[id, name, gender, age_range, persona]| {
                let assets = records.assets.iter();
                let total = assets
                    .filter(|asset| asset.character_id.as_deref() == Some(id))
                    .count();
                CharacterOut {
                    id: (*id).to_owned(),
                    slug: (*id).to_owned(),
                    name: (*name).to_owned(),
                    gender: Some((*gender).to_owned()),
                    age_range: Some((*age_range).to_owned()),
                    persona: Some((*persona).to_owned()),
                    reference_image: None,
                    has_any_active_avatar: true,
                    has_any_processing_avatar: false,
                    has_any_failed_avatar: false,
                    seedance_asset: Some(json!({ "status": "active" })),
                    active_avatar_id: Some(format!("{id}-avatar")),
                    stats: Some(json!({ "total_assets": total, "by_type": { "pipeline": total } })),
                }
            })
            .collect::<Vec<CharacterOut>>()
            .into()
    })
}
