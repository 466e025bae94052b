//! Refusals, in the service's shapes: `{"detail": …}` with a string, an object, or a list of
//! validation entries.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::state::StoreError;

/// A refused request.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    detail: Value,
    retry_after: Option<u64>,
}

impl Problem {
    /// A status with a plain text.
    pub(crate) fn plain(status: StatusCode, detail: impl Into<String>) -> Self {
        Self {
            status,
            detail: Value::String(detail.into()),
            retry_after: None,
        }
    }

    /// A status with an object.
    pub(crate) fn structured(status: StatusCode, detail: Value) -> Self {
        Self {
            status,
            detail,
            retry_after: None,
        }
    }

    /// 400: a rule of the contract is broken.
    pub(crate) fn bad(detail: impl Into<String>) -> Self {
        Self::plain(StatusCode::BAD_REQUEST, detail)
    }

    /// 422: a parameter or body doesn't fit its declared form.
    pub(crate) fn invalid(place: &[&str], message: &str, kind: &str) -> Self {
        Self::structured(
            StatusCode::UNPROCESSABLE_ENTITY,
            json!([{ "loc": place, "msg": message, "type": kind }]),
        )
    }

    /// 401: no session, or one that doesn't hold any more.
    pub(crate) fn unauthenticated() -> Self {
        Self::plain(StatusCode::UNAUTHORIZED, "unauthenticated")
    }

    /// 404.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::plain(StatusCode::NOT_FOUND, format!("{what} not found"))
    }

    /// 402: the balance doesn't cover it.
    pub(crate) fn insufficient(required: i64, available: i64, topup_url: &str) -> Self {
        Self::structured(
            StatusCode::PAYMENT_REQUIRED,
            json!({
                "error": "insufficient_credits",
                "required_credits": required,
                "available_credits": available,
                "topup_url": topup_url,
            }),
        )
    }

    /// 429, and when to come back.
    pub(crate) fn too_many(retry_after_seconds: u64) -> Self {
        Self {
            status: StatusCode::TOO_MANY_REQUESTS,
            detail: Value::String("Rate limit exceeded".to_owned()),
            retry_after: Some(retry_after_seconds),
        }
    }

    /// 500.
    pub(crate) fn broken() -> Self {
        Self::plain(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "a request could not be kept");
        Self::broken()
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(json!({ "detail": self.detail }))).into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
