//! The templates that riffs leave behind.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, RawQuery, State},
    http::HeaderName,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{auth::SignedIn, problem::Problem, query::Query};
use crate::{
    moment::naive,
    service::Service,
    state::{Formula, Source},
};

/// FormulaOut.
fn view(formula: &Formula) -> Value {
    let (source_url, platform) = match &formula.source {
        Source::Upload { .. } => (None, "upload"),
        Source::Link { url } => (Some(url), "tiktok"),
    };
    json!({
        "id": formula.id,
        "name": formula.name,
        "template_type": "pipeline",
        "status": if formula.analyzed { "analyzed" } else { "collected" },
        "emotion_arc": formula.analyzed.then_some("hook → build-up → cta"),
        "slot_count": formula.analyzed.then_some(3),
        "used_count": formula.used,
        "tags": ["sandbox"],
        "source_url": source_url,
        "source_platform": platform,
        "thumbnail_url": null,
        "analysis_prompt_is_latest": true,
        "visibility": "scope",
        "created_at": naive(formula.created),
    })
}

#[derive(Clone, Copy)]
enum Order {
    Newest,
    Oldest,
    MostUsed,
}

/// `GET /api/formulas`.
pub(crate) async fn list(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Response, Problem> {
    let query = Query::read(raw.as_deref());
    let orders = [
        ("created_desc", Order::Newest),
        ("created_asc", Order::Oldest),
        ("used_desc", Order::MostUsed),
    ];
    let order = query.choice("sort", &orders)?.unwrap_or(Order::Newest);
    let limit = query.number("limit", 50, 1..=500)?;
    let offset = query.number("offset", 0, 0..=usize::MAX)?;
    service.settle().await?;
    let (total, items) = service.store.read(|records| {
        let mut formulas: Vec<&Formula> = records
            .formulas
            .iter()
            .filter(|formula| admits(&query, formula))
            .collect();
        match order {
            Order::Newest => formulas.reverse(),
            Order::Oldest => {}
            Order::MostUsed => formulas.sort_by_key(|formula| std::cmp::Reverse(formula.used)),
        }
        let items: Value = formulas
            .iter()
            .skip(offset)
            .take(limit)
            .map(|formula| view(formula))
            .collect();
        (formulas.len(), items)
    });
    let count = HeaderName::from_static("x-total-count");
    let body = json!({ "items": items, "total": total, "limit": limit, "offset": offset });
    Ok(([(count, total.to_string())], Json(body)).into_response())
}

fn admits(query: &Query, formula: &Formula) -> bool {
    let status = if formula.analyzed {
        "analyzed"
    } else {
        "collected"
    };
    let tags: Vec<&str> = query
        .one("tags")
        .map(|tags| tags.split(',').map(str::trim).collect())
        .unwrap_or_default();
    query.one("status").is_none_or(|wanted| wanted == status)
        && query
            .one("template_type")
            .is_none_or(|kind| kind == "pipeline")
        && (tags.is_empty() || tags.contains(&"sandbox"))
        && query.one("search").is_none_or(|words| {
            let name = formula.name.to_lowercase();
            name.contains(&words.to_lowercase())
        })
}

/// `GET /api/formulas/{id}`: FormulaDetailOut.
pub(crate) async fn one(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Result<Json<Value>, Problem> {
    service.settle().await?;
    service.store.read(|records| {
        let formula = records
            .formula(&id)
            .ok_or_else(|| Problem::not_found("Template"))?;
        let mut view = view(formula);
        view["analysis_card"] = Value::Null;
        view["extraction_summary"] = match formula.analyzed {
            false => Value::Null,
            true => json!({
                "duration_seconds": formula.source_ms.map(|length| length as f64 / 1000.0),
                "language": "en",
                "speaking_mode": "no_dialogue",
                "narrative": "Sandbox: the source was measured and cut, not understood.",
                "transcript": [],
                "on_screen": [],
            }),
        };
        Ok(Json(view))
    })
}
