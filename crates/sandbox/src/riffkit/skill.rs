//! The published version of the contract.

use std::sync::Arc;

use axum::{Json, extract::State};
use serde::Serialize;
use utoipa::ToSchema;

use crate::service::Service;

/// What the contract says of itself.
#[derive(Serialize, ToSchema)]
pub(crate) struct SkillOut {
    name: &'static str,
    version: String,
}

/// The version of the contract that this deployment publishes. Needs no session.
#[utoipa::path(get, path = "/SKILL.json", responses((status = 200, body = SkillOut)))]
pub(crate) async fn skill(State(service): State<Arc<Service>>) -> Json<SkillOut> {
    Json(SkillOut {
        name: "riffkit",
        version: service.skill_version.clone(),
    })
}
