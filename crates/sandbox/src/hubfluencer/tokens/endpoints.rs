//! Listing, creating and revoking tokens.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::Token;
use crate::hubfluencer::{
    auth::{Generate, MayAdminister, Read, SCOPES, Scope as _},
    document::{Broken, Forbidden, Invalid, NotFound, Unannounced, Unauthorized, Unreadable},
    envelope::Envelope,
    fields::Fields,
    id::Name,
    moment::zoned,
    problem::Problem,
    service::HubService,
};

/// A token, as a listing shows it.
#[derive(Serialize, ToSchema)]
pub(crate) struct TokenOut {
    id: u64,
    name: Option<String>,
    /// `["*"]` is full access.
    scopes: Vec<String>,
    last_used_at: Option<String>,
    inserted_at: String,
}

/// A token that was just created: the only time that it is shown.
#[derive(Serialize, ToSchema)]
pub(crate) struct TokenCreated {
    id: u64,
    name: Option<String>,
    scopes: Vec<String>,
    token: String,
    inserted_at: String,
}

/// What a new token is to be.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes the body that is read field by field")]
pub(crate) struct TokenForm {
    name: Option<String>,
    /// Default: `video:generate` and `video:read`.
    scopes: Option<Vec<String>>,
}

/// The tokens of the account, newest first.
#[utoipa::path(
    get,
    path = "/api/tokens",
    security(("bearer" = [])),
    responses((status = 200, body = Envelope<Vec<TokenOut>>), Unauthorized, Forbidden, Broken)
)]
pub(crate) async fn list(
    _: MayAdminister,
    State(service): State<Arc<HubService>>,
) -> Envelope<Vec<TokenOut>> {
    let tokens = service.read(|records| {
        let all = records.tokens.all().iter().rev();
        all.map(|token| TokenOut {
            id: token.id,
            name: token.name.clone(),
            scopes: token.scopes.clone(),
            last_used_at: token.last_used.map(zoned),
            inserted_at: zoned(token.inserted),
        })
        .collect()
    });
    service.data(tokens)
}

/// A new token, shown once.
#[utoipa::path(
    post,
    path = "/api/tokens",
    security(("bearer" = [])),
    request_body = TokenForm,
    responses(
        (status = 201, body = Envelope<TokenCreated>),
        Unauthorized,
        Forbidden,
        Invalid,
        Unreadable,
        Unannounced,
        Broken
    )
)]
pub(crate) async fn create(
    _: MayAdminister,
    State(service): State<Arc<HubService>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<(StatusCode, Envelope<TokenCreated>), Problem> {
    let mut fields = Fields::read(&headers, &body)?;
    let name = fields.text("name", 0..=255);
    let scopes = fields.words("scopes", &SCOPES);
    fields.finish()?;
    let scopes = scopes.unwrap_or_else(|| vec![Generate::NAME.to_owned(), Read::NAME.to_owned()]);
    let made = service.change(|records, course| records.tokens.create(name, scopes, course.now))?;
    let (token, whole) = made.map_err(|error| {
        tracing::error!(%error, "a token could not be made");
        Problem::broken()
    })?;
    let Token {
        id, name, scopes, ..
    } = token;
    let created = TokenCreated {
        id,
        name,
        scopes,
        token: whole,
        inserted_at: zoned(token.inserted),
    };
    Ok((StatusCode::CREATED, service.data(created)))
}

/// Takes a token away.
#[utoipa::path(
    delete,
    path = "/api/tokens/{id}",
    security(("bearer" = [])),
    params(("id" = u64, Path)),
    responses((status = 204), Unauthorized, Forbidden, NotFound, Broken)
)]
pub(crate) async fn revoke(
    _: MayAdminister,
    State(service): State<Arc<HubService>>,
    Name(id): Name,
) -> Result<StatusCode, Problem> {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    let is_gone = service.change(|records, _| records.tokens.revoke(id))?;
    if is_gone {
        return Ok(StatusCode::NO_CONTENT);
    }
    Err(Problem::not_found())
}
