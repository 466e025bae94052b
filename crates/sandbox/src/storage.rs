//! The second origin: file bytes behind signed links, as object storage serves them.

use std::sync::Arc;

use axum::{
    Router,
    extract::{ConnectInfo, Path, Query, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Deserialize;

use crate::{
    connection::Line,
    delivery::{Deliverable, Delivery},
    faults::Fault,
    filling::Contents,
    pictures,
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
    let delivery = Delivery {
        faults: &service.faults,
        clock: &service.clock,
        closing: &service.closing,
        line,
        given: service.traffic.giving(),
        refused,
    };
    delivery.answer(found, &method, &headers).await
}

async fn find(service: &Service, name: &str) -> Option<Deliverable> {
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
    Some(Deliverable {
        path: stored.path,
        kind: stored.content_type.to_owned(),
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
