//! The templates: list, one, and a new look at one whose analysis is stale.

use std::{cmp::Reverse, sync::Arc};

use axum::{
    Json,
    extract::{RawQuery, State},
    http::HeaderName,
    response::{IntoResponse, Response},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{BadRequest, Broken, Invalid, NotFound, Unauthenticated},
    formula_view::{FormulaDetailOut, FormulaOut, Known},
    id::Id,
    problem::Problem,
    query::Query,
};
use crate::{
    service::Service,
    state::{Records, Task, TaskStatus, new_id},
    templates::TemplateStatus,
};

/// A page of templates.
#[derive(Serialize, ToSchema)]
pub(crate) struct FormulaListOut {
    items: Vec<FormulaOut>,
    total: usize,
    limit: usize,
    offset: usize,
}

/// The order of a list.
#[derive(Clone, Copy, ToSchema)]
pub(crate) enum FormulaSort {
    #[schema(rename = "created_desc")]
    Newest,
    #[schema(rename = "created_asc")]
    Oldest,
    #[schema(rename = "used_desc")]
    MostUsed,
}

const SORTS: [(&str, FormulaSort); 3] = [
    ("created_desc", FormulaSort::Newest),
    ("created_asc", FormulaSort::Oldest),
    ("used_desc", FormulaSort::MostUsed),
];

const STATUSES: [(&str, TemplateStatus); 3] = [
    ("collected", TemplateStatus::Collected),
    ("analyzed", TemplateStatus::Analyzed),
    ("archived", TemplateStatus::Archived),
];

/// What a list is narrowed to.
struct Narrowed {
    status: Option<TemplateStatus>,
    kind: Option<String>,
    tags: Vec<String>,
    /// In small letters.
    search: String,
}

impl Narrowed {
    fn read(query: &Query) -> Result<Self, Problem> {
        let tags = query.one("tags").unwrap_or_default().split(',');
        let tags = tags.map(str::trim).filter(|tag| !tag.is_empty());
        Ok(Self {
            status: query.choice("status", &STATUSES)?,
            kind: query.one("template_type").map(str::to_owned),
            tags: tags.map(str::to_owned).collect(),
            search: query
                .one("search")
                .unwrap_or_default()
                .trim()
                .to_lowercase(),
        })
    }

    /// Of several tags one is enough: the contract doesn't say, and a wider list hides nothing.
    fn admits(&self, known: Known<'_>) -> bool {
        self.status.is_none_or(|status| status == known.status())
            && self.kind.as_ref().is_none_or(|kind| kind == known.kind())
            && (self.tags.is_empty() || self.tags.iter().any(|tag| known.is_tagged(tag)))
            && (self.search.is_empty() || known.is_found_by(&self.search))
    }
}

/// The templates.
#[utoipa::path(
    get,
    path = "/api/formulas",
    security(("session" = [])),
    params(
        ("status" = Option<TemplateStatus>, Query, description = "collected, analyzed or archived"),
        ("template_type" = Option<String>, Query, description = "`pipeline`"),
        ("tags" = Option<String>, Query, description = "With commas between; one is enough"),
        ("search" = Option<String>, Query, description = "In names and tags"),
        ("sort" = inline(Option<FormulaSort>), Query, description = "Newest first where it is absent"),
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
    let narrowed = Narrowed::read(&query)?;
    let sort = query.choice("sort", &SORTS)?.unwrap_or(FormulaSort::Newest);
    // The contract names the default only; the bounds are those of the tasks' list.
    let limit = query.number("limit", 50, 1..=500)?;
    let offset = query.number("offset", 0, 0..=usize::MAX)?;
    service.settle().await?;
    let body = service.store.read(|records| {
        let all = Known::all(records).filter(|known| narrowed.admits(*known));
        let mut found: Vec<Known<'_>> = all.collect();
        sorted(records, &mut found, sort);
        FormulaListOut {
            total: found.len(),
            items: found
                .into_iter()
                .skip(offset)
                .take(limit)
                .map(|known| known.view(records))
                .collect(),
            limit,
            offset,
        }
    });
    let count = HeaderName::from_static("x-total-count");
    Ok(([(count, body.total.to_string())], Json(body)).into_response())
}

/// Where two are alike, the order is always the same: that of their creation, then of their ids.
fn sorted(records: &Records, found: &mut [Known<'_>], sort: FormulaSort) {
    // Stable, as this one makes use of what is in order already.
    found.sort_by(|a, b| {
        let newest = || {
            b.created()
                .cmp(&a.created())
                .then_with(|| a.formula().id.cmp(&b.formula().id))
        };
        match sort {
            FormulaSort::Newest => newest(),
            FormulaSort::Oldest => newest().reverse(),
            FormulaSort::MostUsed => Reverse(a.used(records))
                .cmp(&Reverse(b.used(records)))
                .then_with(newest),
        }
    });
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
    Id(formula_id): Id,
) -> Result<Json<FormulaDetailOut>, Problem> {
    service.settle().await?;
    service.store.read(|records| {
        Known::find(records, &formula_id)
            .map(|known| Json(known.detail(records)))
            .ok_or_else(|| Problem::not_found("Template"))
    })
}

/// A new look that was ordered.
#[derive(Serialize, ToSchema)]
pub(crate) struct RefreshOut {
    /// The analysis, to be followed.
    task_id: String,
    /// Always `queued`.
    status: TaskStatus,
}

/// Looks at a template again with the engine of today.
///
/// The contract doesn't say whether a customer may refresh a public template of the platform, nor
/// one that isn't stale: both are allowed here, as it tells clients to suggest a refresh for every
/// template that it shows as stale. A refresh that is under way is answered again, not doubled.
#[utoipa::path(
    post,
    path = "/api/formulas/{formula_id}/refresh-analysis",
    security(("session" = [])),
    params(("formula_id" = String, Path)),
    responses(
        (status = 200, body = RefreshOut),
        BadRequest,
        Unauthenticated,
        NotFound,
        Broken
    )
)]
pub(crate) async fn refresh(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(formula_id): Id,
) -> Result<Json<RefreshOut>, Problem> {
    service.settle().await?;
    let task_id = service.change(|records, course| {
        let known = Known::find(records, &formula_id);
        let known = known.ok_or_else(|| Problem::not_found("Template"))?;
        if known.status() != TemplateStatus::Analyzed {
            return Err(Problem::bad("The template is not analyzed yet"));
        }
        let open = records.tasks.iter().find(|task| {
            matches!(task.status, TaskStatus::Queued | TaskStatus::Running)
                && task.refreshes.as_ref() == Some(&formula_id)
        });
        if let Some(task) = open {
            return Ok(task.id.clone());
        }
        let task = Task {
            refreshes: Some(formula_id.clone()),
            ..Task::analysis(new_id(), String::new(), course)
        };
        let id = task.id.clone();
        records.tasks.push(task);
        Ok(id)
    })??;
    Ok(Json(RefreshOut {
        task_id,
        status: TaskStatus::Queued,
    }))
}
