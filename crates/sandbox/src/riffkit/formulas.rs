//! The templates that riffs leave behind.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, RawQuery, State},
    http::HeaderName,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Broken, Invalid, NotFound, Unauthenticated},
    problem::Problem,
    query::Query,
};
use crate::{
    moment::naive,
    service::Service,
    state::{Formula, Source},
};

/// A template, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormulaOut {
    id: String,
    name: String,
    template_type: Option<String>,
    status: String,
    emotion_arc: Option<String>,
    slot_count: Option<u32>,
    used_count: Option<u32>,
    tags: Vec<String>,
    source_url: Option<String>,
    source_platform: Option<String>,
    thumbnail_url: Option<String>,
    analysis_prompt_is_latest: bool,
    visibility: String,
    created_at: Option<String>,
}

/// A page of templates.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormulaListOut {
    items: Vec<FormulaOut>,
    total: usize,
    limit: usize,
    offset: usize,
}

/// A template, and what was extracted from its source.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormulaDetailOut {
    #[serde(flatten)]
    formula: FormulaOut,
    analysis_card: Option<Value>,
    extraction_summary: Option<Value>,
}

/// FormulaOut.
fn view(formula: &Formula) -> FormulaOut {
    let (source_url, platform) = match &formula.source {
        Source::Upload { .. } => (None, "upload"),
        Source::Link { url } => (Some(url), "tiktok"),
    };
    FormulaOut {
        id: formula.id.clone(),
        name: formula.name.clone(),
        template_type: Some("pipeline".to_owned()),
        status: if formula.analyzed {
            "analyzed"
        } else {
            "collected"
        }
        .to_owned(),
        emotion_arc: formula.analyzed.then(|| "hook → build-up → cta".to_owned()),
        slot_count: formula.analyzed.then_some(3),
        used_count: Some(formula.used),
        tags: vec!["sandbox".to_owned()],
        source_url: source_url.cloned(),
        source_platform: Some(platform.to_owned()),
        thumbnail_url: None,
        analysis_prompt_is_latest: true,
        visibility: "scope".to_owned(),
        created_at: Some(naive(formula.created)),
    }
}

#[derive(Clone, Copy)]
enum Order {
    Newest,
    Oldest,
    MostUsed,
}

/// The templates.
#[utoipa::path(
    get,
    path = "/api/formulas",
    security(("session" = [])),
    params(
        ("status" = Option<String>, Query, description = "collected, analyzed or archived"),
        ("template_type" = Option<String>, Query, description = "`pipeline`"),
        ("tags" = Option<String>, Query, description = "With commas between"),
        ("search" = Option<String>, Query),
        ("sort" = Option<String>, Query, description = "created_desc, created_asc or used_desc"),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500),
        ("offset" = Option<usize>, Query),
    ),
    responses(
        (
            status = 200,
            body = FormulaListOut,
            headers(("X-Total-Count" = usize, description = "All that the filters admit"))
        ),
        Unauthenticated,
        Invalid,
        Broken
    )
)]
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
        let items: Vec<FormulaOut> = formulas
            .iter()
            .skip(offset)
            .take(limit)
            .map(|formula| view(formula))
            .collect();
        (formulas.len(), items)
    });
    let count = HeaderName::from_static("x-total-count");
    let body = FormulaListOut {
        items,
        total,
        limit,
        offset,
    };
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

/// One template.
#[utoipa::path(
    get,
    path = "/api/formulas/{formula_id}",
    security(("session" = [])),
    params(("formula_id" = String, Path)),
    responses((status = 200, body = FormulaDetailOut), Unauthenticated, NotFound, Broken)
)]
pub(crate) async fn one(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Result<Json<FormulaDetailOut>, Problem> {
    service.settle().await?;
    service.store.read(|records| {
        let formula = records
            .formula(&id)
            .ok_or_else(|| Problem::not_found("Template"))?;
        Ok(Json(FormulaDetailOut {
            formula: view(formula),
            analysis_card: None,
            extraction_summary: formula.analyzed.then(|| {
                json!({
                    "duration_seconds": formula.source_ms.map(|length| length as f64 / 1000.0),
                    "language": "en",
                    "speaking_mode": "no_dialogue",
                    "narrative": "Sandbox: the source was measured and cut, not understood.",
                    "transcript": [],
                    "on_screen": [],
                })
            }),
        }))
    })
}
