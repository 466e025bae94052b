//! Refusals, in the service's shapes (contract: Error taxonomy): `{"error"}`,
//! `{"error", "message", …}` and `{"errors": {field: [messages]}}`.

use std::collections::BTreeMap;

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::state::StoreError;

/// A refused request.
#[derive(Debug)]
pub(crate) struct Problem {
    status: StatusCode,
    body: Body,
    /// Seconds.
    retry_after: Option<u64>,
}

/// The body of a refusal.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Body {
    Error {
        error: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<String>,
        #[serde(flatten)]
        rest: Map<String, Value>,
    },
    Fields {
        errors: BTreeMap<String, Vec<String>>,
    },
}

impl Problem {
    /// A status with an error's name and nothing else.
    pub(crate) fn bare(status: StatusCode, error: impl Into<String>) -> Self {
        Self {
            status,
            body: Body::Error {
                error: error.into(),
                message: None,
                rest: Map::new(),
            },
            retry_after: None,
        }
    }

    /// A status with an error's name and a sentence.
    pub(crate) fn told(
        status: StatusCode,
        error: impl Into<String>,
        sentence: impl Into<String>,
    ) -> Self {
        let mut problem = Self::bare(status, error);
        if let Body::Error { message, .. } = &mut problem.body {
            *message = Some(sentence.into());
        }
        problem
    }

    /// The same refusal with one more member beside `error`; of no effect on `{errors}`.
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        if let Body::Error { rest, .. } = &mut self.body {
            rest.insert(name.to_owned(), value.into());
        }
        self
    }

    /// The same refusal with `Retry-After`.
    pub(crate) fn after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// 401: no token, or one that doesn't hold.
    pub(crate) fn unauthorized() -> Self {
        Self::bare(StatusCode::UNAUTHORIZED, "Unauthorized")
    }

    /// 403: the token lacks this scope.
    pub(crate) fn insufficient_scope(scope: &str) -> Self {
        Self::told(
            StatusCode::FORBIDDEN,
            "insufficient_scope",
            format!("This token lacks the scope {scope}"),
        )
    }

    /// 402: the credits don't cover it.
    pub(crate) fn insufficient_credits(required: i64, credits: i64) -> Self {
        Self::told(
            StatusCode::PAYMENT_REQUIRED,
            "credits_insufficient",
            format!("This needs {required} credits, and {credits} are left"),
        )
        .with("required", required)
        .with("credits", credits)
    }

    /// 404.
    pub(crate) fn not_found() -> Self {
        Self::bare(StatusCode::NOT_FOUND, "not_found")
    }

    /// 409: the state doesn't allow it.
    pub(crate) fn conflict(error: &str, message: impl Into<String>) -> Self {
        Self::told(StatusCode::CONFLICT, error, message)
    }

    /// 422 with an error's name.
    pub(crate) fn unprocessable(error: &str, message: impl Into<String>) -> Self {
        Self::told(StatusCode::UNPROCESSABLE_ENTITY, error, message)
    }

    /// 422: these fields break their constraints.
    pub(crate) fn fields(errors: BTreeMap<String, Vec<String>>) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            body: Body::Fields { errors },
            retry_after: None,
        }
    }

    /// 422: one field breaks a constraint.
    pub(crate) fn field(name: &str, message: impl Into<String>) -> Self {
        Self::fields(BTreeMap::from([(name.to_owned(), vec![message.into()])]))
    }

    /// 422: the prompt breaks the content policy in this category; nothing was charged.
    pub(crate) fn prompt_rejected(category: &str) -> Self {
        Self::unprocessable(
            "prompt_rejected",
            "The prompt violates the content policy. Nothing was charged.",
        )
        .with("code", "CONTENT_COMPLIANCE")
        .with("category", category)
    }

    /// 503: screening is out of order; nothing was charged.
    pub(crate) fn compliance_unavailable() -> Self {
        Self::told(
            StatusCode::SERVICE_UNAVAILABLE,
            "compliance_unavailable",
            "Screening is unavailable for the moment. Nothing was charged; retry shortly.",
        )
    }

    /// 429: too many calls of this kind, and when to come back.
    pub(crate) fn too_many(retry_after_seconds: u64) -> Self {
        Self::told(
            StatusCode::TOO_MANY_REQUESTS,
            "rate_limited",
            "Too many requests",
        )
        .after(retry_after_seconds)
    }

    /// 500.
    pub(crate) fn broken() -> Self {
        Self::bare(StatusCode::INTERNAL_SERVER_ERROR, "Internal Server Error")
    }

    /// A bare refusal with this status, as a fault asks for it.
    pub(crate) fn of_status(status: StatusCode) -> Response {
        match status {
            StatusCode::UNAUTHORIZED => Self::unauthorized().into_response(),
            StatusCode::PAYMENT_REQUIRED => Self::insufficient_credits(15, 0).into_response(),
            StatusCode::TOO_MANY_REQUESTS => Self::too_many(7).into_response(),
            StatusCode::IM_A_TEAPOT => {
                (status, Json(json!({ "errors": [{ "pot": "tea" }] }))).into_response()
            }
            status => {
                Self::bare(status, status.canonical_reason().unwrap_or("Unknown")).into_response()
            }
        }
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
        let mut response = (self.status, Json(self.body)).into_response();
        if let Some(seconds) = self.retry_after {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}
