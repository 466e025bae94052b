//! The session cookie, and who is signed in.

use std::sync::Arc;

use axum::{
    Json,
    extract::{FromRequestParts, State},
    http::{HeaderMap, header, request::Parts},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{document::Unauthenticated, problem::Problem};
use crate::{
    faults::Fault,
    moment::{DAY, Millis, naive},
    service::Service,
    signature::digest,
    team::Role,
};

/// The name of the session cookie.
pub(crate) const SESSION_COOKIE: &str = "vee_session";

/// How long a session holds.
const SESSION_LIFE: Millis = 30 * DAY;

/// A request with a session that holds. As an argument of a handler it answers 401 for all
/// others, before anything else is looked at.
pub(crate) struct SignedIn;

impl FromRequestParts<Arc<Service>> for SignedIn {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        service: &Arc<Service>,
    ) -> Result<Self, Problem> {
        check(service, &parts.headers)
    }
}

/// Checks a request's session.
///
/// # Errors
/// 401.
pub(crate) fn check(service: &Service, headers: &HeaderMap) -> Result<SignedIn, Problem> {
    if service.faults.strikes(&Fault::Session401) {
        service.change(|records, _| records.sessions.clear())?;
    }
    let token = session_cookie(headers).ok_or_else(Problem::unauthenticated)?;
    let digest = digest(token);
    let now = service.now();
    let holds = service.store.read(|records| {
        let mut sessions = records.sessions.iter();
        sessions.any(|session| session.digest == digest && now - session.created < SESSION_LIFE)
    });
    holds
        .then_some(SignedIn)
        .ok_or_else(Problem::unauthenticated)
}

/// The session cookie's value, where the request carries one.
pub(crate) fn session_cookie(headers: &HeaderMap) -> Option<&str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok())
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, value)| (name == SESSION_COOKIE).then_some(value))
}

/// Who is signed in.
#[derive(Serialize, ToSchema)]
pub(crate) struct UserOut {
    id: String,
    email: String,
    /// The part in the scope.
    role: Role,
    is_active: bool,
    is_staff: bool,
    scope_id: Option<String>,
    /// Credits a day; 0 is unlimited.
    daily_credits_limit: f64,
    created_at: String,
    last_login_at: Option<String>,
}

/// Who is signed in.
#[utoipa::path(
    get,
    path = "/api/auth/me",
    security(("session" = [])),
    responses((status = 200, body = UserOut), Unauthenticated)
)]
pub(crate) async fn me(_: SignedIn, State(service): State<Arc<Service>>) -> Json<UserOut> {
    let user = service.store.read(|records| records.user.clone());
    let own = &service.roster.own;
    Json(UserOut {
        id: user.id,
        email: user.email,
        role: own.role,
        is_active: true,
        is_staff: false,
        scope_id: Some(user.scope_id),
        daily_credits_limit: own.daily_limit_credits as f64,
        created_at: naive(user.created),
        last_login_at: user.last_login.map(naive),
    })
}
