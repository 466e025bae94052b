//! The faults that meet any endpoint, the storage origin's files included: between the request and
//! its handler.

use std::sync::Arc;

use axum::{
    Json,
    body::{Body, to_bytes},
    extract::{ConnectInfo, Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::problem::Problem;
use crate::{
    connection::Line,
    faults::{Endpoint, Fault},
    lingering::read_on,
    service::Service,
};

/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 160 * 1024 * 1024;
/// No answer with templates is longer than this, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024 * 1024;

/// Seconds after which a call that is refused with 429 may come again.
const COME_AGAIN: u64 = 7;

/// Holds, cuts, answers or alters a call where such a fault is armed for its endpoint.
pub(crate) async fn tampered(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let method = request.method().as_str().to_owned();
    let path = request.uri().path().to_owned();
    let meant = |endpoint: &Endpoint| endpoint.is_meant(&method, &path).then_some(());
    let held = service.faults.hold_where(|fault| match fault {
        Fault::Hold(endpoint) => meant(endpoint),
        _ => None,
    });
    tokio::select! {
        () = held => {}
        () = service.closing.cancelled() => return Problem::broken().into_response(),
    }
    let cut = service.faults.take(|fault| match fault {
        Fault::Cut(endpoint) => meant(endpoint),
        _ => None,
    });
    if cut.is_some() {
        if let Some(ConnectInfo(line)) = request.extensions().get::<ConnectInfo<Line>>() {
            line.cut();
        }
        return Problem::broken().into_response();
    }
    let status = service.faults.take(|fault| match fault {
        Fault::Answer(status, endpoint) => meant(endpoint).map(|()| *status),
        _ => None,
    });
    if let Some(status) = status {
        read_on(request.into_body(), READ_ON).await;
        return answered(status);
    }
    let response = next.run(request).await;
    if path.starts_with("/api/formulas")
        && response.status() == StatusCode::OK
        && service.faults.strikes(&Fault::InternalField)
    {
        return exposed(response).await;
    }
    response
}

/// A bare answer with this status, in the shape that it usually has.
fn answered(status: u16) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if status == StatusCode::TOO_MANY_REQUESTS {
        return Problem::too_many(COME_AGAIN).into_response();
    }
    let detail = match status {
        StatusCode::IM_A_TEAPOT => json!({ "error": "short_and_stout", "pot": { "tea": true } }),
        status => json!(status.canonical_reason().unwrap_or("Unknown")),
    };
    (status, Json(json!({ "detail": detail }))).into_response()
}

/// The same answer, with what the engine keeps to itself.
async fn exposed(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LONGEST_ANSWER).await else {
        return Problem::broken().into_response();
    };
    let Ok(mut answer) = serde_json::from_slice::<Value>(&bytes) else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    match answer.get_mut("items") {
        Some(Value::Array(items)) => items.iter_mut().for_each(expose),
        _ => expose(&mut answer),
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    (parts, Json(answer)).into_response()
}

fn expose(formula: &mut Value) {
    let Value::Object(fields) = formula else {
        return;
    };
    fields.insert("hook_type".to_owned(), json!("curiosity_gap"));
    fields.insert("cta_type".to_owned(), json!("soft_follow"));
    if fields.contains_key("analysis_card") {
        let card = json!({ "segments": [{ "mechanism": "pattern_interrupt" }] });
        fields.insert("analysis_card".to_owned(), card);
    }
}
