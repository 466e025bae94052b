//! Who shares a scope.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Forbidden, Unauthenticated},
    id::Id,
    problem::Problem,
};
use crate::{moment::naive, service::Service, team::Role};

/// A member of a scope.
#[derive(Serialize, ToSchema)]
pub(crate) struct MemberOut {
    id: String,
    scope_id: String,
    user_id: String,
    role: Role,
    /// Credits a day; 0 is unlimited.
    daily_credits_limit: f64,
    joined_at: String,
    user_email: String,
}

/// The members of a scope. Whoever is none of them is refused, also where there is no such scope.
#[utoipa::path(
    get,
    path = "/api/scopes/{scope_id}/members",
    security(("session" = [])),
    params(("scope_id" = String, Path)),
    responses((status = 200, body = [MemberOut]), Unauthenticated, Forbidden)
)]
pub(crate) async fn members(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    scope_id: Result<Id, Problem>,
) -> Result<Json<Vec<MemberOut>>, Problem> {
    let roster = &service.roster;
    if !scope_id.is_ok_and(|Id(id)| id == roster.scope_id) {
        return Err(Problem::plain(
            StatusCode::FORBIDDEN,
            "Not a member of this scope",
        ));
    }
    let members = roster.everybody().map(|member| MemberOut {
        id: member.id.clone(),
        scope_id: roster.scope_id.clone(),
        user_id: member.user_id.clone(),
        role: member.role,
        daily_credits_limit: member.daily_limit_credits as f64,
        joined_at: naive(member.joined),
        user_email: member.email.clone(),
    });
    Ok(Json(members.collect()))
}
