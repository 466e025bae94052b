//! Giving a stored file out, whole or a range of it, with the accidents that are armed.

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicU64},
    time::Duration,
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::Response,
};
use tokio_util::sync::CancellationToken;

use crate::{
    clock::Clock,
    connection::Line,
    faults::{Fault, Faults},
    filling::{Contents, Trouble},
    range::{Wanted, wanted},
};

/// A file that exists, and how it is to be served.
pub(crate) struct Deliverable {
    pub(crate) path: PathBuf,
    /// Its content type.
    pub(crate) kind: String,
    /// Its whole length, what [`Fault::HugeAsset`] adds included.
    pub(crate) length: u64,
    /// How much of it is on disk.
    pub(crate) stored: u64,
    /// With its quotes.
    pub(crate) etag: String,
}

/// What an origin that gives files out needs.
pub(crate) struct Delivery<'a> {
    pub(crate) faults: &'a Faults,
    pub(crate) clock: &'a Arc<dyn Clock>,
    pub(crate) closing: &'a CancellationToken,
    pub(crate) line: Line,
    /// Counts the bytes that leave.
    pub(crate) given: Arc<AtomicU64>,
    /// How this origin words a refusal.
    pub(crate) refused: fn(StatusCode, &str) -> Response,
}

impl Delivery<'_> {
    /// Answers a GET or a HEAD.
    pub(crate) async fn answer(
        self,
        found: Deliverable,
        method: &Method,
        headers: &HeaderMap,
    ) -> Response {
        let range = self.asked_range(headers, &found.etag);
        let (status, first, last) = match wanted(range, found.length) {
            Wanted::Whole => (StatusCode::OK, 0, found.length.saturating_sub(1)),
            Wanted::Part(first, last) => (StatusCode::PARTIAL_CONTENT, first, last),
            Wanted::Outside => {
                let mut response =
                    (self.refused)(StatusCode::RANGE_NOT_SATISFIABLE, "InvalidRange");
                put(
                    response.headers_mut(),
                    header::CONTENT_RANGE,
                    &format!("bytes */{}", found.length),
                );
                return response;
            }
        };
        let length = match found.length {
            0 => 0,
            _ => last - first + 1,
        };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = status;
        let answer = response.headers_mut();
        put(answer, header::CONTENT_TYPE, &found.kind);
        put(answer, header::ACCEPT_RANGES, "bytes");
        put(answer, header::ETAG, &found.etag);
        if status == StatusCode::PARTIAL_CONTENT {
            let range = format!("bytes {first}-{last}/{}", found.length);
            put(answer, header::CONTENT_RANGE, &range);
        }
        if method == Method::HEAD {
            answer.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
            return response;
        }
        let clock = Arc::clone(self.clock);
        let closing = self.closing.clone();
        let refused = self.refused;
        let given = Arc::clone(&self.given);
        let (trouble, announced) = self.trouble(length);
        if let Some(announced) = announced {
            answer.insert(header::CONTENT_LENGTH, HeaderValue::from(announced));
        }
        match Contents::open(&found.path, found.stored, first, length).await {
            Ok(contents) => {
                let contents = contents.of_whole(found.length);
                *response.body_mut() =
                    Body::from_stream(contents.stream(trouble, clock, closing, given));
                response
            }
            Err(error) => {
                tracing::error!(%error, "a stored file could not be read");
                refused(StatusCode::INTERNAL_SERVER_ERROR, "InternalError")
            }
        }
    }

    /// The range that counts: none where `If-Range` names another version.
    fn asked_range<'a>(&self, headers: &'a HeaderMap, etag: &str) -> Option<&'a str> {
        let text = |name| {
            let value: Option<&HeaderValue> = headers.get(name);
            value.and_then(|value| value.to_str().ok())
        };
        let range = text(header::RANGE)?;
        if text(header::IF_RANGE).is_some_and(|known| known != etag) {
            return None;
        }
        (!self.faults.strikes(&Fault::IgnoreRange)).then_some(range)
    }

    /// What goes wrong with this download, and the length to announce.
    fn trouble(self, length: u64) -> (Trouble, Option<u64>) {
        let faults = self.faults;
        let mut trouble = Trouble {
            rate: faults.take(|fault| match fault {
                Fault::SlowDownload(rate) => Some(*rate),
                _ => None,
            }),
            cut: faults.take(|fault| match fault {
                Fault::CutDownload(bytes) => Some(*bytes),
                _ => None,
            }),
            settle: Duration::from_millis(50),
            line: self.line,
        };
        let mut announced = Some(length);
        if faults.strikes(&Fault::LyingLength) {
            announced = Some(length + 1_000);
            // All there is leaves before the connection ends.
            trouble.cut = Some(length);
        } else if faults.strikes(&Fault::NoLength) {
            announced = None;
        }
        (trouble, announced)
    }
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}
