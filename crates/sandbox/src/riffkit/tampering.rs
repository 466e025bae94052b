//! What the faults that meet any endpoint make of Riffkit's answers.

use std::sync::Arc;

use axum::{
    Json,
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::problem::Problem;
use crate::{faults::Fault, service::Service, tampering::Tampering};

/// No answer with templates is longer than this, in bytes.
const LONGEST_ANSWER: usize = 64 * 1024 * 1024;

/// Seconds after which a call that is refused with 429 may come again.
const COME_AGAIN: u64 = 7;

/// The faults that meet any of Riffkit's endpoints.
pub(crate) fn tampering(service: &Service) -> Tampering {
    Tampering {
        faults: service.faults.clone(),
        clock: Arc::clone(&service.clock),
        closing: service.closing.clone(),
        answered,
    }
}

/// Alters an answer with templates where [`Fault::InternalField`] is armed.
pub(crate) async fn altered(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let is_meant = request.uri().path().starts_with("/api/formulas");
    let response = next.run(request).await;
    if is_meant
        && response.status() == StatusCode::OK
        && service.faults.strikes(&Fault::InternalField)
    {
        return exposed(response).await;
    }
    response
}

/// A bare answer with this status, in the shape that it usually has.
fn answered(status: StatusCode) -> Response {
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
