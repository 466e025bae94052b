//! First answers, given again to the same `Idempotency-Key` at the same endpoint for 24 hours.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use super::{auth, problem::Problem, service::HubService};
use crate::moment::{DAY, Millis};

/// The header that names a call.
const HEADER: &str = "idempotency-key";
/// No answer of an endpoint is longer than this, in bytes.
const LONGEST_ANSWER: usize = 16 * 1024 * 1024;

/// The answers that are kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Replays {
    kept: Vec<Kept>,
    /// How often one of them was given again.
    replayed: usize,
}

/// An answer that is given again.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    path: String,
    key: String,
    at: Millis,
    status: u16,
    body: String,
}

impl Replays {
    /// How often an answer was given again.
    pub(crate) fn replayed(&self) -> usize {
        self.replayed
    }

    fn find(&mut self, path: &str, key: &str, now: Millis) -> Option<Kept> {
        self.kept.retain(|kept| now - kept.at < DAY);
        let mut kept = self.kept.iter();
        let found = kept.find(|kept| kept.path == path && kept.key == key);
        let found = found.cloned();
        self.replayed += usize::from(found.is_some());
        found
    }
}

/// Calls with a key that are under way. The same call, come again meanwhile, waits for the first.
#[derive(Default)]
pub(crate) struct UnderWay {
    calls: Mutex<BTreeSet<(String, String)>>,
    ended: Notify,
}

impl UnderWay {
    async fn begin(self: &Arc<Self>, call: (String, String)) -> Turn {
        loop {
            let ended = self.ended.notified();
            let is_first = {
                let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
                calls.insert(call.clone())
            };
            if is_first {
                return Turn {
                    under_way: Arc::clone(self),
                    call,
                };
            }
            ended.await;
        }
    }
}

/// The right to be the one call with its key; given back when it is dropped.
struct Turn {
    under_way: Arc<UnderWay>,
    call: (String, String),
}

impl Drop for Turn {
    fn drop(&mut self) {
        let calls = &self.under_way.calls;
        calls
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.call);
        self.under_way.ended.notify_waiters();
    }
}

/// Gives the first answer again where a POST brings a key that had one. Only successes are kept:
/// a refusal has charged nothing, and the call may be put right under the same key.
pub(crate) async fn replayed(
    State(service): State<Arc<HubService>>,
    request: Request,
    next: Next,
) -> Response {
    let key = request.headers().get(HEADER);
    let key = key.and_then(|key| key.to_str().ok()).map(str::to_owned);
    let (Some(key), &Method::POST) = (key.filter(|key| !key.is_empty()), request.method()) else {
        return next.run(request).await;
    };
    // Whoever has no token is refused as ever, and learns nothing of earlier answers.
    if auth::scopes(&service, request.headers()).is_err() {
        return next.run(request).await;
    }
    let path = request.uri().path().to_owned();
    // On its own, as a call that its client gives up on is handled to its end all the same.
    let handled = tokio::spawn(async move {
        let _turn = service.under_way.begin((path.clone(), key.clone())).await;
        let found = service.change(|records, course| records.replays.find(&path, &key, course.now));
        match found {
            Ok(Some(kept)) => again(kept),
            Ok(None) => keep(&service, path, key, next.run(request).await).await,
            Err(error) => Problem::from(error).into_response(),
        }
    });
    match handled.await {
        Ok(response) => response,
        Err(error) => {
            tracing::error!(%error, "a handler ended badly");
            Problem::broken().into_response()
        }
    }
}

fn again(kept: Kept) -> Response {
    let status = StatusCode::from_u16(kept.status).unwrap_or(StatusCode::OK);
    let kind = HeaderValue::from_static("application/json");
    (status, [(header::CONTENT_TYPE, kind)], kept.body).into_response()
}

async fn keep(service: &HubService, path: String, key: String, response: Response) -> Response {
    if !response.status().is_success() {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LONGEST_ANSWER).await else {
        return Problem::broken().into_response();
    };
    let body = String::from_utf8_lossy(&bytes).into_owned();
    let kept = service.change(|records, course| {
        records.replays.kept.push(Kept {
            path,
            key,
            at: course.now,
            status: parts.status.as_u16(),
            body,
        });
    });
    if let Err(error) = kept {
        return Problem::from(error).into_response();
    }
    Response::from_parts(parts, Body::from(bytes))
}
