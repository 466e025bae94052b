//! `POST /api/pipeline/batch`: one analyzed template with many characters. The armed faults of
//! riffs meet it as well.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{ConnectInfo, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    document::{BadRequest, Broken, Insufficient, Invalid, NoPlan, TooMany, Unauthenticated},
    json_body,
    ordering::{self, Accepted, Order},
    problem::Problem,
    riff_form::bounded,
};
use crate::{
    connection::Line,
    service::Service,
    state::{Placed, Visibility, advance},
};

/// The body. Each field is optional here, so that a required one that is missing is 400 as the
/// contract has it, and not 422.
#[derive(Deserialize, ToSchema)]
pub(crate) struct PipelineBatchRequest {
    /// An analyzed template.
    #[schema(required = true, value_type = String, min_length = 1)]
    formula_id: Option<String>,
    /// Empty is Auto mode.
    #[serde(default)]
    character_ids: Vec<String>,
    /// None is `no_product`.
    product_id: Option<String>,
    #[schema(value_type = Option<Visibility>)]
    product_visibility: Option<String>,
    #[schema(max_length = 5000)]
    content_anchor: Option<String>,
    #[schema(required = true, value_type = String, min_length = 1)]
    language: Option<String>,
}

/// A batch that was accepted.
#[derive(Serialize, ToSchema)]
pub(crate) struct PipelineBatchResponse {
    batch_id: String,
    task_ids: Vec<String>,
    total: usize,
}

/// One task for each character, or one without.
#[utoipa::path(
    post,
    path = "/api/pipeline/batch",
    security(("session" = [])),
    request_body = PipelineBatchRequest,
    responses(
        (status = 200, body = PipelineBatchResponse),
        BadRequest,
        Unauthenticated,
        Insufficient,
        NoPlan,
        Invalid,
        TooMany,
        Broken
    )
)]
pub(crate) async fn submit(
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    match accept(&service, &headers, &body) {
        Ok(accepted) => answer(&service, &line, accepted).await,
        Err(problem) => problem.into_response(),
    }
}

fn accept(service: &Arc<Service>, headers: &HeaderMap, body: &Bytes) -> Result<Accepted, Problem> {
    // The same rate as that of riffs: both start paid work.
    ordering::admit(service, headers)?;
    let asked: PipelineBatchRequest = json_body::read(headers, body)?;
    let formula_id = json_body::required("formula_id", asked.formula_id)?;
    let language = json_body::required("language", asked.language)?;
    let visibility = match asked.product_visibility {
        Some(text) => ordering::visibility(&text)?,
        None => Visibility::OnCamera,
    };
    let order = Order {
        language,
        content_anchor: bounded("content_anchor", &asked.content_anchor.unwrap_or_default())?,
        user_hint: String::new(),
        character_ids: asked.character_ids,
        placed: asked.product_id.map(|product_id| Placed {
            product_id,
            visibility,
        }),
        upload_bytes: 0,
    };
    ordering::judge(service, &order)?;
    service.change(advance)?;
    let template = ordering::template(service, &formula_id)?;
    ordering::take(service, order, template)
}

async fn answer(service: &Service, line: &Line, accepted: Accepted) -> Response {
    if let Err(response) = ordering::answering(service, line).await {
        return response;
    }
    let task_ids = accepted.task_ids();
    Json(PipelineBatchResponse {
        total: task_ids.len(),
        task_ids,
        batch_id: accepted.batch.id,
    })
    .into_response()
}
