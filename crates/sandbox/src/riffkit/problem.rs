//! Refusals, in the service's shapes: `{"detail": …}` with a string, an object, or a list of
//! validation entries.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::state::StoreError;

/// A refused request.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    detail: Detail,
    retry_after: Option<u64>,
}

/// What a refusal says, in one of the shapes that the service has for it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Detail {
    Text(String),
    Insufficient(InsufficientCredits),
    Subscription(SubscriptionRequired),
    Entries(Vec<ValidationEntry>),
}

/// The balance doesn't cover it (contract: 402 handling).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct InsufficientCredits {
    /// Always `insufficient_credits`.
    #[schema(value_type = String, pattern = "^insufficient_credits$")]
    error: &'static str,
    required_credits: i64,
    available_credits: i64,
    /// Where seconds are added.
    topup_url: String,
}

/// The account has no plan (field notes).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SubscriptionRequired {
    /// Always `subscription_required`.
    #[schema(value_type = String, pattern = "^subscription_required$")]
    error: &'static str,
    subscribe_url: String,
}

/// One thing that doesn't fit its declared form (field notes).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ValidationEntry {
    /// Where it is: `query` or `body`, then the name.
    loc: Vec<String>,
    msg: String,
    r#type: String,
}

impl Problem {
    /// A status with a plain text.
    pub(crate) fn plain(status: StatusCode, detail: impl Into<String>) -> Self {
        Self::new(status, Detail::Text(detail.into()))
    }

    fn new(status: StatusCode, detail: Detail) -> Self {
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

    /// 400: a text holds U+FFFD, which bytes that aren't UTF-8 turn into.
    pub(crate) fn damaged(name: &str) -> Self {
        Self::bad(format!(
            "BAD_REQUEST: {name} contains U+FFFD; the request body must be UTF-8"
        ))
    }

    /// 422: a parameter or body doesn't fit its declared form.
    pub(crate) fn invalid(place: &[&str], message: &str, kind: &str) -> Self {
        let entry = ValidationEntry {
            loc: place.iter().map(|part| (*part).to_owned()).collect(),
            msg: message.to_owned(),
            r#type: kind.to_owned(),
        };
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            Detail::Entries(vec![entry]),
        )
    }

    /// 401: no session, or one that doesn't hold any more.
    pub(crate) fn unauthenticated() -> Self {
        Self::plain(StatusCode::UNAUTHORIZED, "unauthenticated")
    }

    /// 403: the account has no plan.
    pub(crate) fn subscription_required(subscribe_url: String) -> Self {
        let detail = SubscriptionRequired {
            error: "subscription_required",
            subscribe_url,
        };
        Self::new(StatusCode::FORBIDDEN, Detail::Subscription(detail))
    }

    /// 404.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::plain(StatusCode::NOT_FOUND, format!("{what} not found"))
    }

    /// 402: the balance doesn't cover it.
    pub(crate) fn insufficient(required: i64, available: i64, topup_url: &str) -> Self {
        let detail = InsufficientCredits {
            error: "insufficient_credits",
            required_credits: required,
            available_credits: available,
            topup_url: topup_url.to_owned(),
        };
        Self::new(StatusCode::PAYMENT_REQUIRED, Detail::Insufficient(detail))
    }

    /// 429, and when to come back.
    pub(crate) fn too_many(retry_after_seconds: u64) -> Self {
        Self {
            retry_after: Some(retry_after_seconds),
            ..Self::plain(StatusCode::TOO_MANY_REQUESTS, "Rate limit exceeded")
        }
    }

    /// 429: the daily allowance is spent, and when the next one begins.
    pub(crate) fn over_daily_limit(retry_after_seconds: u64) -> Self {
        Self {
            retry_after: Some(retry_after_seconds),
            ..Self::plain(
                StatusCode::TOO_MANY_REQUESTS,
                "Daily credit limit reached: it begins anew at midnight UTC",
            )
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

/// The body of every refusal.
#[derive(Serialize)]
struct Body {
    detail: Detail,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let body = Body {
            detail: self.detail,
        };
        let mut response = (self.status, Json(body)).into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
