//! Object storage behind presigned addresses: putting and fetching. It is not the service: no token
//! ever goes there (contract, "Uploads & local assets"; field notes, "Object storage").

use serde_json::Value;
use wire::upload::{FileRange, Hooks};
use wire::{Failure, Portion, Presigned, Reached, Streamed};

use crate::Api;

/// What a failure of storage means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageProblem {
    /// 403, or 400 of a signature: the address has expired or was altered, or the media type isn't the
    /// signed one. A newly signed address may do.
    Refused,
    /// 404: there is nothing there; of a part: the upload was aborted.
    Gone,
    /// 400 `EntityTooSmall`: a part that isn't the last has under 5 MiB.
    TooSmall,
    /// 400 `InvalidPart`: a part isn't there, or its ETag is another.
    InvalidPart,
    /// 411 or 501: the length was not announced.
    LengthRequired,
    /// 412 or 416: the range is none of this object.
    WrongRange,
    /// 5xx, 408, 429, silence and a broken connection: storage's or the network's. Later may do.
    Unavailable,
    /// The file changed or can't be read.
    Source,
    /// Anything else.
    Other {
        /// Storage's status, where it answered.
        status: Option<u16>,
        /// Storage's code, where it said one.
        code: Option<String>,
    },
}

/// Codes of a 400 that speak of the signature.
const SIGNATURE: [&str; 6] = [
    "AccessDenied",
    "AuthorizationQueryParametersError",
    "ExpiredToken",
    "RequestExpired",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
];

impl StorageProblem {
    /// What this failure means.
    pub fn of(failure: &Failure) -> Self {
        let (status, detail) = match failure {
            Failure::Status { status, detail, .. } => (*status, detail),
            Failure::NoAnswer { .. } => return Self::Unavailable,
            Failure::Source(_) => return Self::Source,
            _ => {
                return Self::Other {
                    status: None,
                    code: None,
                };
            }
        };
        let code = detail.get("error").and_then(Value::as_str);
        match (status, code) {
            (400, Some("EntityTooSmall")) => Self::TooSmall,
            (400, Some("InvalidPart")) => Self::InvalidPart,
            (400, Some(code)) if SIGNATURE.contains(&code) => Self::Refused,
            // Some answer an expired signature so, without a word.
            (400, None) | (403, _) => Self::Refused,
            (404 | 410, _) => Self::Gone,
            (411 | 501, _) => Self::LengthRequired,
            (412 | 416, _) => Self::WrongRange,
            (408 | 429 | 500.., _) => Self::Unavailable,
            _ => Self::Other {
                status: Some(status),
                code: code.map(str::to_owned),
            },
        }
    }
}

impl Api {
    /// PUT of a whole object: a small clip, or an image. `content_type` is exactly the media type that
    /// was presigned.
    ///
    /// # Errors
    /// See [`Failure`]; [`StorageProblem`] reads it.
    pub async fn put_object(
        &self,
        to: &Presigned,
        file: FileRange,
        content_type: &str,
        hooks: Hooks,
    ) -> Result<(), Failure> {
        self.client()
            .put_range(to, file, Some(content_type), hooks)
            .await
            .map(drop)
    }

    /// PUT of a part, without any media type. Answers the part's ETag as storage wrote it.
    ///
    /// # Errors
    /// See [`Failure`]; [`StorageProblem`] reads it.
    pub async fn put_part(
        &self,
        to: &Presigned,
        range: FileRange,
        hooks: Hooks,
    ) -> Result<String, Failure> {
        let stored = self.client().put_range(to, range, None, hooks).await?;
        stored.etag.ok_or(Failure::NotTheService {
            status: 200,
            content_type: None,
            path: None,
            reached: Reached::MaybeSent,
        })
    }

    /// GET of an object: a video, a slide, a first frame.
    ///
    /// # Errors
    /// See [`Failure`]; [`StorageProblem`] reads it.
    pub async fn fetch_object(
        &self,
        from: &Presigned,
        portion: &Portion,
    ) -> Result<Streamed, Failure> {
        self.client().get_presigned(from, portion).await
    }
}
