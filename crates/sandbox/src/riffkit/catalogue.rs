//! The lists to choose from: languages, characters, products; and the deployment's settings.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde_json::{Value, json};

use super::auth::SignedIn;
use crate::service::Service;

/// Codes and names of the languages that reels are made in (contract: currently en / es).
pub(crate) const LANGUAGES: [(&str, &str); 2] = [("en", "English"), ("es", "Español")];

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

/// `GET /api/languages`.
pub(crate) async fn languages(_: SignedIn) -> Json<Value> {
    LANGUAGES
        .iter()
        .map(|(code, name)| json!({ "code": code, "name": name }))
        .collect::<Value>()
        .into()
}

/// `GET /api/settings`: the length cap of this deployment.
pub(crate) async fn settings(_: SignedIn, State(service): State<Arc<Service>>) -> Json<Value> {
    Json(json!({ "max_render_duration": service.max_render_seconds }))
}

/// `GET /api/characters`: CharacterOut.
pub(crate) async fn characters(_: SignedIn, State(service): State<Arc<Service>>) -> Json<Value> {
    service.store.read(|records| {
        CHARACTERS
            .iter()
            .map(|[id, name, gender, age_range, persona]| {
                let assets = records.assets.iter();
                let total = assets
                    .filter(|asset| asset.character_id.as_deref() == Some(id))
                    .count();
                json!({
                    "id": id,
                    "slug": id,
                    "name": name,
                    "gender": gender,
                    "age_range": age_range,
                    "persona": persona,
                    "reference_image": null,
                    "has_any_active_avatar": true,
                    "has_any_processing_avatar": false,
                    "has_any_failed_avatar": false,
                    "seedance_asset": { "status": "active" },
                    "active_avatar_id": format!("{id}-avatar"),
                    "stats": { "total_assets": total, "by_type": { "pipeline": total } },
                })
            })
            .collect::<Value>()
            .into()
    })
}

/// `GET /api/products`: a sandbox account has none.
pub(crate) async fn products(_: SignedIn) -> Json<Value> {
    Json(json!([]))
}
