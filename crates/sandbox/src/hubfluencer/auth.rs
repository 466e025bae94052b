//! The bearer token, and what it may do.

use std::{marker::PhantomData, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::{problem::Problem, service::HubService};
use crate::{faults::Fault, signature::digest};

/// Everything that the owner may do; a full-access token has it alone.
pub(crate) const ALL: &str = "*";

/// A scope that an endpoint asks for.
pub(crate) trait Scope: Send {
    /// Its name in the contract.
    const NAME: &'static str;
}

/// `video:read`: every read.
pub(crate) enum Read {}
/// `video:generate`: everything that changes, generates or spends.
pub(crate) enum Generate {}
/// `account:admin`: the tokens themselves.
pub(crate) enum Admin {}

impl Scope for Read {
    const NAME: &'static str = "video:read";
}
impl Scope for Generate {
    const NAME: &'static str = "video:generate";
}
impl Scope for Admin {
    const NAME: &'static str = "account:admin";
}

/// The scopes that a token can be given.
pub(crate) const SCOPES: [&str; 4] = [Read::NAME, Generate::NAME, Admin::NAME, ALL];

/// A request with a token that has this scope. As an argument of a handler it answers 401 or 403
/// for all others, before anything else is looked at.
pub(crate) struct Allowed<S>(PhantomData<S>);

/// The argument of handlers that read.
pub(crate) type MayRead = Allowed<Read>;
/// The argument of handlers that change, generate or spend.
pub(crate) type MayGenerate = Allowed<Generate>;
/// The argument of handlers of tokens.
pub(crate) type MayAdminister = Allowed<Admin>;

impl<S: Scope> FromRequestParts<Arc<HubService>> for Allowed<S> {
    type Rejection = Problem;

    async fn from_request_parts(
        parts: &mut Parts,
        service: &Arc<HubService>,
    ) -> Result<Self, Problem> {
        if service.faults.strikes(&Fault::Hub401) {
            return Err(Problem::unauthorized());
        }
        let scopes = scopes(service, &parts.headers)?;
        if scopes.iter().any(|scope| scope == ALL || scope == S::NAME) {
            return Ok(Self(PhantomData));
        }
        Err(Problem::insufficient_scope(S::NAME))
    }
}

/// The scopes of a request's token, which is noted as used now.
///
/// # Errors
/// 401 where there is no token, or none that holds.
pub(crate) fn scopes(service: &HubService, headers: &HeaderMap) -> Result<Vec<String>, Problem> {
    let token = bearer(headers).ok_or_else(Problem::unauthorized)?;
    let digest = digest(token);
    let used = service.change(|records, course| records.tokens.used(&digest, course.now))?;
    used.ok_or_else(Problem::unauthorized)
}

/// The bearer token of a request, where it carries one.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
