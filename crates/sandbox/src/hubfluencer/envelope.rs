//! What successes come in: `{"data", "error": null, "meta": {"timestamp"}}`.

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A success (field notes: the envelope is usually `{data, error, meta}`).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Envelope<T> {
    data: T,
    /// Always null on a success.
    #[schema(value_type = Option<String>)]
    error: (),
    meta: Meta,
}

/// What a success says about itself.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Meta {
    /// When it was answered, in UTC.
    timestamp: String,
}

impl<T> Envelope<T> {
    /// Puts `data` into its envelope, answered at this moment (as [`super::moment::zoned`] has it).
    pub(crate) fn at(timestamp: String, data: T) -> Self {
        Self {
            data,
            error: (),
            meta: Meta { timestamp },
        }
    }
}

impl<T: Serialize> IntoResponse for Envelope<T> {
    fn into_response(self) -> Response {
        Json(self).into_response()
    }
}
