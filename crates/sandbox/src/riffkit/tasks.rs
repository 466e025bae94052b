//! Progress, lists and counts of tasks.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{ConnectInfo, RawQuery, State},
    http::{HeaderName, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{Broken, Invalid, NotFound, TooMany, Unauthenticated, Unavailable},
    id::Id,
    problem::Problem,
    query::Query,
    task_view::{self, BatchStatusOut, TaskOut},
};
use crate::{
    connection::Line,
    faults::Fault,
    moment::Millis,
    service::Service,
    state::{Records, Task, TaskKind, TaskStatus},
};

/// All the tasks of one riff.
#[utoipa::path(
    get,
    path = "/api/tasks/batch/{batch_id}",
    security(("session" = [])),
    params(("batch_id" = String, Path)),
    responses(
        (status = 200, body = BatchStatusOut),
        Unauthenticated,
        NotFound,
        TooMany,
        Broken,
        Unavailable
    )
)]
pub(crate) async fn batch(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    ConnectInfo(line): ConnectInfo<Line>,
    Id(id): Id,
) -> Result<Response, Problem> {
    service.traffic.polled(&id, service.clock.now());
    if service.faults.strikes(&Fault::CutPoll) {
        line.cut();
        return Err(Problem::broken());
    }
    let is_unavailable = |fault: &Fault| matches!(fault, Fault::BatchUnavailable(_)).then_some(());
    if service.faults.take(is_unavailable).is_some() {
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Err(Problem::plain(status, "Service Unavailable"));
    }
    let refused = service.faults.take(|fault| match fault {
        Fault::Batch429(seconds) => Some(*seconds),
        _ => None,
    });
    if let Some(seconds) = refused {
        return Err(Problem::too_many(seconds));
    }
    service.settle().await?;
    if has_vanished(&service) {
        return Err(Problem::not_found("Batch"));
    }
    let now = service.now();
    let view = service
        .store
        .read(|records| task_view::batch(records, &id, now))
        .ok_or_else(|| Problem::not_found("Batch"))?;
    if service.faults.strikes(&Fault::UnknownStatus) {
        let mut view = json!(view);
        view["paused"] = json!(1);
        if let Some(Value::Object(task)) =
            view["tasks"].as_array_mut().and_then(|all| all.last_mut())
        {
            task.insert("status".to_owned(), json!("paused"));
            task.insert("mood".to_owned(), json!({ "new": true }));
        }
        return Ok(Json(view).into_response());
    }
    Ok(Json(view).into_response())
}

/// One task.
#[utoipa::path(
    get,
    path = "/api/tasks/{task_id}",
    security(("session" = [])),
    params(("task_id" = String, Path)),
    responses((status = 200, body = TaskOut), Unauthenticated, NotFound, Broken)
)]
pub(crate) async fn one(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(id): Id,
) -> Result<Json<TaskOut>, Problem> {
    service.settle().await?;
    shown(&service, &id)
}

/// TaskOut of the task with this id, as of now.
///
/// # Errors
/// 404.
pub(super) fn shown(service: &Service, id: &str) -> Result<Json<TaskOut>, Problem> {
    let now = service.now();
    let has_vanished = has_vanished(service);
    service.store.read(|records| {
        let task = records.task(id);
        let task = task.filter(|task| !has_vanished || task.refreshes.is_some());
        let task = task.ok_or_else(|| Problem::not_found("Task"))?;
        Ok(Json(task_view::task(records, task, now)))
    })
}

/// Whether no batch is known for now.
fn has_vanished(service: &Service) -> bool {
    service.faults.strikes(&Fault::BatchVanishes)
}

/// When tasks were submitted, and by whom.
struct Submitted {
    from: Millis,
    to: Millis,
    by: Option<String>,
}

impl Submitted {
    fn read(query: &Query) -> Result<Self, Problem> {
        let (from, to) = query.span("date_from", "date_to")?;
        Ok(Self {
            from,
            to,
            by: query.one("submitted_by_user_id").map(str::to_owned),
        })
    }

    fn admits(&self, records: &Records, task: &Task) -> bool {
        (self.from..=self.to).contains(&task.created)
            && self
                .by
                .as_ref()
                .is_none_or(|user| *user == task_view::submitter(records, task))
    }
}

const STATUSES: [(&str, TaskStatus); 6] = [
    ("queued", TaskStatus::Queued),
    ("running", TaskStatus::Running),
    ("completed", TaskStatus::Completed),
    ("failed", TaskStatus::Failed),
    ("dead", TaskStatus::Dead),
    ("cancelled", TaskStatus::Cancelled),
];

const KINDS: [(&str, TaskKind); 2] = [
    ("pipeline", TaskKind::Pipeline),
    ("analyze", TaskKind::Analyze),
];

/// The tasks, newest first.
#[utoipa::path(
    get,
    path = "/api/tasks",
    security(("session" = [])),
    params(
        ("status" = Option<String>, Query, description = "One, or several with commas between"),
        ("type" = Option<TaskKind>, Query),
        (
            "date_from" = Option<String>,
            Query,
            description = "The earliest submit: YYYY-MM-DD, or ISO 8601 in full"
        ),
        (
            "date_to" = Option<String>,
            Query,
            description = "The latest submit: YYYY-MM-DD (that whole day), or ISO 8601 in full"
        ),
        ("submitted_by_user_id" = Option<String>, Query),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500, description = "Default 100"),
        ("offset" = Option<usize>, Query, minimum = 0),
    ),
    responses(
        (
            status = 200,
            body = [TaskOut],
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
    let submitted = Submitted::read(&query)?;
    let statuses = query.choices("status", &STATUSES)?;
    let kind = query.choice("type", &KINDS)?;
    let limit = query.number("limit", 100, 1..=500)?;
    let offset = query.number("offset", 0, 0..=usize::MAX)?;
    service.settle().await?;
    let now = service.now();
    let has_vanished = has_vanished(&service);
    let (total, page) = service.store.read(|records| {
        let mut tasks: Vec<&Task> = records
            .all_tasks()
            .filter(|task| !has_vanished || task.refreshes.is_some())
            .filter(|task| statuses.is_empty() || statuses.contains(&task.status))
            .filter(|task| kind.is_none_or(|kind| task.kind == kind))
            .filter(|task| submitted.admits(records, task))
            .collect();
        tasks.reverse();
        tasks.sort_by_key(|task| std::cmp::Reverse(task.created));
        let page: Vec<TaskOut> = tasks
            .iter()
            .skip(offset)
            .take(limit)
            .map(|task| task_view::task(records, task, now))
            .collect();
        (tasks.len(), page)
    });
    let count = HeaderName::from_static("x-total-count");
    Ok(([(count, total.to_string())], Json(page)).into_response())
}

/// How many tasks there are.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskStats {
    total: u32,
    by_type: BTreeMap<String, u32>,
    by_status: BTreeMap<String, u32>,
}

/// Counts by type and status.
#[utoipa::path(
    get,
    path = "/api/tasks/stats",
    security(("session" = [])),
    params(
        (
            "date_from" = Option<String>,
            Query,
            description = "The earliest submit: YYYY-MM-DD, or ISO 8601 in full"
        ),
        (
            "date_to" = Option<String>,
            Query,
            description = "The latest submit: YYYY-MM-DD (that whole day), or ISO 8601 in full"
        ),
        ("submitted_by_user_id" = Option<String>, Query),
    ),
    responses((status = 200, body = TaskStats), Unauthenticated, Invalid, Broken)
)]
pub(crate) async fn stats(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Json<TaskStats>, Problem> {
    let submitted = Submitted::read(&Query::read(raw.as_deref()))?;
    service.settle().await?;
    Ok(service.store.read(|records| {
        let tasks: Vec<&Task> = records
            .all_tasks()
            .filter(|task| submitted.admits(records, task))
            .collect();
        let mut stats = TaskStats {
            total: 0,
            by_type: BTreeMap::new(),
            by_status: BTreeMap::new(),
        };
        for task in tasks {
            stats.total += 1;
            *stats.by_type.entry(word(&KINDS, task.kind)).or_default() += 1;
            *stats
                .by_status
                .entry(word(&STATUSES, task.status))
                .or_default() += 1;
        }
        Json(stats)
    }))
}

/// How the contract spells it.
fn word<T: Copy + PartialEq>(words: &[(&str, T)], wanted: T) -> String {
    let mut words = words.iter();
    words
        .find(|(_, known)| *known == wanted)
        .map(|(word, _)| (*word).to_owned())
        .unwrap_or_default()
}
