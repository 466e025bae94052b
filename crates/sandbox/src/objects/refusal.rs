//! Refusals, as object storage words them: XML with a code.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::signature::LinkRefused;

/// A refused request to the storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: &'static str,
}

impl Refusal {
    pub(super) const OTHER_SIGNATURE: Self = Self::new(
        StatusCode::FORBIDDEN,
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.",
    );
    pub(super) const EXPIRED: Self =
        Self::new(StatusCode::FORBIDDEN, "AccessDenied", "Request has expired");
    pub(super) const TWO_MECHANISMS: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "InvalidArgument",
        "Only one auth mechanism allowed; no credentials beside the signed query.",
    );
    pub(super) const NO_LENGTH: Self = Self::new(
        StatusCode::LENGTH_REQUIRED,
        "MissingContentLength",
        "You must provide the Content-Length HTTP header.",
    );
    pub(super) const TOO_LARGE: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "EntityTooLarge",
        "Your proposed upload exceeds the maximum allowed size",
    );
    pub(super) const INCOMPLETE: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "IncompleteBody",
        "You did not provide the number of bytes specified by the Content-Length HTTP header.",
    );
    pub(super) const INVALID_RANGE: Self = Self::new(
        StatusCode::RANGE_NOT_SATISFIABLE,
        "InvalidRange",
        "The requested range is not satisfiable",
    );
    pub(super) const NO_KEY: Self = Self::new(
        StatusCode::NOT_FOUND,
        "NoSuchKey",
        "The specified key does not exist.",
    );
    pub(super) const NO_UPLOAD: Self = Self::new(
        StatusCode::NOT_FOUND,
        "NoSuchUpload",
        "The specified upload does not exist. It may have been aborted or completed.",
    );
    pub(super) const INVALID_PART: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "InvalidPart",
        "One or more of the specified parts could not be found, or its ETag is another.",
    );
    pub(super) const INVALID_ORDER: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "InvalidPartOrder",
        "The list of parts was not in ascending order.",
    );
    pub(super) const TOO_SMALL: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "EntityTooSmall",
        "Your proposed upload is smaller than the minimum allowed object size.",
    );
    pub(super) const NO_PARTS: Self = Self::new(
        StatusCode::BAD_REQUEST,
        "MalformedXML",
        "The list of parts is empty.",
    );
    pub(super) const BROKEN: Self = Self::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "InternalError",
        "We encountered an internal error. Please try again.",
    );

    const fn new(status: StatusCode, code: &'static str, message: &'static str) -> Self {
        Self {
            status,
            code,
            message,
        }
    }

    /// A bare answer with this status: what a fault asks for.
    pub(super) fn of_status(status: StatusCode) -> Response {
        let code = match status {
            StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => "SlowDown",
            StatusCode::METHOD_NOT_ALLOWED => "MethodNotAllowed",
            StatusCode::NOT_FOUND => "NoSuchKey",
            StatusCode::FORBIDDEN => "AccessDenied",
            _ => "InternalError",
        };
        Self::new(status, code, "").into_response()
    }

    /// Whether it is the storage's own fault, and can be tried again.
    pub(crate) fn is_internal(&self) -> bool {
        self.status.is_server_error()
    }

    /// Its code, like `InvalidPart`.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }
}

impl From<LinkRefused> for Refusal {
    fn from(refused: LinkRefused) -> Self {
        match refused {
            LinkRefused::Altered => Self::OTHER_SIGNATURE,
            LinkRefused::Expired => Self::EXPIRED,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self {
            status,
            code,
            message,
        } = self;
        let body = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>{code}</Code>\
             <Message>{message}</Message></Error>"
        );
        (status, [(header::CONTENT_TYPE, "application/xml")], body).into_response()
    }
}
