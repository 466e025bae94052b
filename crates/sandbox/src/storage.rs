//! The second origin: file bytes behind signed links, as object storage serves them.

use std::{path::PathBuf, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Path, Query, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Deserialize;

use crate::{
    connection::Line,
    faults::Fault,
    filling::{Contents, Trouble},
    pictures,
    range::{Wanted, wanted},
    riffkit::{session_cookie, tampering},
    service::Service,
    signature::digest,
    stored::{self, Stored},
    tampering::tampered,
};

/// Everything that the storage origin answers.
pub(crate) fn router(service: Arc<Service>) -> Router {
    Router::new()
        .route("/{name}", get(object))
        .fallback(async || refused(StatusCode::NOT_FOUND, "NoSuchKey"))
        .method_not_allowed_fallback(async || {
            refused(StatusCode::METHOD_NOT_ALLOWED, "MethodNotAllowed")
        })
        .layer(middleware::from_fn_with_state(
            tampering(&service),
            tampered,
        ))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&service),
            guarded,
        ))
        .with_state(service)
}

/// Refuses, and remembers, whoever brings the session to another origin than its own.
async fn guarded(State(service): State<Arc<Service>>, request: Request, next: Next) -> Response {
    let path = format!("storage:{}", request.uri().path());
    let number = service
        .traffic
        .came(request.method().as_str(), &path, service.clock.now());
    let response = if session_cookie(request.headers()).is_some() {
        let kept = service.change(|records, _| records.totals.cookies_leaked += 1);
        if let Err(error) = kept {
            tracing::error!(%error, "a leaked cookie could not be noted");
        }
        refused(StatusCode::BAD_REQUEST, "SessionNotForThisHost")
    } else {
        next.run(request).await
    };
    service.traffic.answered(number, response.status().as_u16());
    response
}

/// An error, as object storage words it.
fn refused(status: StatusCode, code: &str) -> Response {
    let body = format!("<?xml version=\"1.0\"?><Error><Code>{code}</Code></Error>");
    let kind = (header::CONTENT_TYPE, "application/xml");
    (status, [kind], body).into_response()
}

/// A link's own words.
#[derive(Deserialize)]
struct Signed {
    #[serde(rename = "X-Expires", default)]
    expires: String,
    #[serde(rename = "X-Signature", default)]
    signature: String,
}

/// A file that exists, and how it is to be served.
struct Found {
    path: PathBuf,
    kind: &'static str,
    /// Its whole length, what [`Fault::HugeAsset`] adds included.
    length: u64,
    /// How much of it is on disk.
    stored: u64,
    etag: String,
}

async fn object(
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    Path(name): Path<String>,
    Query(signed): Query<Signed>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let path = format!("/{name}");
    let now = service.now();
    if service
        .signer
        .check(&path, &signed.expires, &signed.signature, now)
        .is_err()
    {
        return refused(StatusCode::FORBIDDEN, "AccessDenied");
    }
    let Some(found) = find(&service, &name).await else {
        return refused(StatusCode::NOT_FOUND, "NoSuchKey");
    };
    let range = asked_range(&service, &headers, &found.etag);
    let (status, first, last) = match wanted(range, found.length) {
        Wanted::Whole => (StatusCode::OK, 0, found.length.saturating_sub(1)),
        Wanted::Part(first, last) => (StatusCode::PARTIAL_CONTENT, first, last),
        Wanted::Outside => {
            let mut response = refused(StatusCode::RANGE_NOT_SATISFIABLE, "InvalidRange");
            put(
                response.headers_mut(),
                header::CONTENT_RANGE,
                &format!("bytes */{}", found.length),
            );
            return response;
        }
    };
    let length = last - first + 1;
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    let answer = response.headers_mut();
    put(answer, header::CONTENT_TYPE, found.kind);
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
    let (trouble, announced) = trouble(&service, line, length);
    if let Some(announced) = announced {
        answer.insert(header::CONTENT_LENGTH, HeaderValue::from(announced));
    }
    let contents = Contents::open(&found.path, found.stored, first, length).await;
    match contents {
        Ok(contents) => {
            let clock = Arc::clone(&service.clock);
            let closing = service.closing.clone();
            let contents = contents.of_whole(found.length);
            *response.body_mut() = Body::from_stream(contents.stream(trouble, clock, closing));
            response
        }
        Err(error) => {
            tracing::error!(%error, "a stored file could not be read");
            refused(StatusCode::INTERNAL_SERVER_ERROR, "InternalError")
        }
    }
}

fn put(headers: &mut HeaderMap, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// The range that counts: none where `If-Range` names another version.
fn asked_range<'a>(service: &Service, headers: &'a HeaderMap, etag: &str) -> Option<&'a str> {
    let text = |name| {
        let value: Option<&HeaderValue> = headers.get(name);
        value.and_then(|value| value.to_str().ok())
    };
    let range = text(header::RANGE)?;
    if text(header::IF_RANGE).is_some_and(|known| known != etag) {
        return None;
    }
    (!service.faults.strikes(&Fault::IgnoreRange)).then_some(range)
}

async fn find(service: &Service, name: &str) -> Option<Found> {
    let stored = service
        .store
        .read(|records| stored::find(records, &service.folders, name));
    let stored = stored.or_else(|| picture(service, name))?;
    let huge = service.faults.take(|fault| match fault {
        Fault::HugeAsset(bytes) if stored.is_reel => Some(*bytes),
        _ => None,
    });
    let on_disk = tokio::fs::metadata(&stored.path).await.ok()?.len();
    let length = Contents::filled_length(on_disk, huge);
    let version = digest(&format!("{name} {on_disk} {length}"));
    Some(Found {
        path: stored.path,
        kind: stored.content_type,
        length,
        stored: on_disk,
        etag: format!("\"{}\"", &version[..32]),
    })
}

fn picture(service: &Service, name: &str) -> Option<Stored> {
    match pictures::find(service, name) {
        Ok(found) => found.map(|picture| Stored {
            path: picture.path,
            content_type: picture.kind,
            is_reel: false,
        }),
        Err(error) => {
            tracing::error!(%error, "a picture could not be drawn");
            None
        }
    }
}

/// What goes wrong with this download, and the length to announce.
fn trouble(service: &Service, line: Line, length: u64) -> (Trouble, Option<u64>) {
    let faults = &service.faults;
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
        line,
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
