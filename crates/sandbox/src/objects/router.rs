//! The storage's origin.

use std::sync::Arc;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request, State},
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};

use super::{BUCKET, Objects, read::read, refusal::Refusal, write::write};
use crate::{
    lingering::read_on,
    tampering::{Tampering, tampered},
};

/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 160 * 1024 * 1024;

/// Everything that the storage's origin answers.
pub(crate) fn router(objects: Arc<Objects>) -> Router {
    let tampering = Tampering {
        faults: objects.faults.clone(),
        clock: Arc::clone(&objects.clock),
        closing: objects.closing.clone(),
        answered: Refusal::of_status,
    };
    Router::new()
        .route(&format!("/{BUCKET}/{{*key}}"), get(read).put(write))
        .fallback(async || Refusal::NO_KEY)
        .method_not_allowed_fallback(async || Refusal::of_status(StatusCode::METHOD_NOT_ALLOWED))
        // The bodies are streamed and counted where they are taken in.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(tampering, tampered))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&objects),
            watched,
        ))
        .with_state(objects)
}

/// Logs every request; refuses, and counts, those that bring credentials along.
async fn watched(State(objects): State<Arc<Objects>>, request: Request, next: Next) -> Response {
    let method = request.method().as_str();
    let path = request.uri().path();
    let number = objects.traffic.came(method, path, objects.clock.now());
    let headers = request.headers();
    let is_leaking =
        headers.contains_key(header::AUTHORIZATION) || headers.contains_key(header::COOKIE);
    let response = if is_leaking {
        let counted = objects
            .store
            .change(|records| records.credentials_leaked += 1);
        if let Err(error) = counted {
            tracing::error!(%error, "leaked credentials could not be counted");
        }
        read_on(request.into_body(), READ_ON).await;
        Refusal::TWO_MECHANISMS.into_response()
    } else {
        next.run(request).await
    };
    objects.traffic.answered(number, response.status().as_u16());
    response
}
