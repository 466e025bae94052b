//! Progress, lists, cancel and retry.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{ConnectInfo, Path, RawQuery, State},
    http::{HeaderName, StatusCode},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    auth::SignedIn,
    document::{
        Broken, Conflict, Gone, Insufficient, Invalid, NotFound, TooMany, Unauthenticated,
        Unavailable,
    },
    problem::Problem,
    query::Query,
    task_view::{self, BatchStatusOut, TaskOut},
};
use crate::{
    connection::Line,
    faults::Fault,
    moment::{DAY, DayEnd, Millis, parse},
    service::Service,
    state::{
        CREDITS_PER_SECOND, Fate, Records, Task, TaskKind, TaskStatus, available_credits, charge,
        estimate, progress,
    },
};

/// A generation past this share is in its last steps and can't be stopped, in percent.
const LAST_STEPS: i64 = 95;
/// From this share on a generation has rendered seconds, in percent.
const FIRST_SECONDS: i64 = 50;

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
    Path(id): Path<String>,
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
    Path(id): Path<String>,
) -> Result<Json<TaskOut>, Problem> {
    service.settle().await?;
    shown(&service, &id)
}

fn shown(service: &Service, id: &str) -> Result<Json<TaskOut>, Problem> {
    let now = service.now();
    service.store.read(|records| {
        let task = records.task(id).ok_or_else(|| Problem::not_found("Task"))?;
        Ok(Json(task_view::task(records, task, now)))
    })
}

/// What a list of tasks is narrowed to.
struct Narrowed {
    statuses: Vec<String>,
    kind: Option<String>,
    from: Millis,
    to: Millis,
    submitter: Option<String>,
}

impl Narrowed {
    fn read(query: &Query) -> Result<Self, Problem> {
        let moment = |name: &str, end: DayEnd, default: Millis| match query.one(name) {
            None => Ok(default),
            Some(text) => parse(text, end).ok_or_else(|| {
                Problem::invalid(&["query", name], "Input should be a date", "date_parsing")
            }),
        };
        Ok(Self {
            statuses: query
                .one("status")
                .map(|list| list.split(',').map(|one| one.trim().to_owned()).collect())
                .unwrap_or_default(),
            kind: query.one("type").map(str::to_owned),
            from: moment("date_from", DayEnd::First, Millis::MIN)?,
            to: moment("date_to", DayEnd::Last, Millis::MAX)?,
            submitter: query.one("submitted_by_user_id").map(str::to_owned),
        })
    }

    fn admits(&self, records: &Records, task: &Task) -> bool {
        let word = |value: Value| value.as_str().map(str::to_owned).unwrap_or_default();
        let kind = self.kind.as_ref();
        let submitter = self.submitter.as_ref();
        (self.statuses.is_empty() || self.statuses.contains(&word(json!(task.status))))
            && kind.is_none_or(|kind| *kind == word(json!(task.kind)))
            && submitter.is_none_or(|user| *user == records.user.id)
            && (self.from..=self.to).contains(&task.created)
    }
}

/// The tasks, newest first.
#[utoipa::path(
    get,
    path = "/api/tasks",
    security(("session" = [])),
    params(
        ("status" = Option<String>, Query, description = "One, or several with commas between"),
        ("type" = Option<String>, Query, description = "`pipeline` or `analyze`"),
        ("date_from" = Option<String>, Query, description = "YYYY-MM-DD, or ISO 8601 in full"),
        ("date_to" = Option<String>, Query, description = "YYYY-MM-DD, or ISO 8601 in full"),
        ("submitted_by_user_id" = Option<String>, Query),
        ("limit" = Option<usize>, Query, minimum = 1, maximum = 500),
        ("offset" = Option<usize>, Query),
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
    let narrowed = Narrowed::read(&query)?;
    let limit = query.number("limit", 100, 1..=500)?;
    let offset = query.number("offset", 0, 0..=usize::MAX)?;
    service.settle().await?;
    let now = service.now();
    let (total, page) = service.store.read(|records| {
        let mut tasks: Vec<&Task> = records
            .tasks
            .iter()
            .filter(|task| narrowed.admits(records, task))
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
        ("date_from" = Option<String>, Query, description = "YYYY-MM-DD, or ISO 8601 in full"),
        ("date_to" = Option<String>, Query, description = "YYYY-MM-DD, or ISO 8601 in full"),
        ("submitted_by_user_id" = Option<String>, Query),
    ),
    responses((status = 200, body = TaskStats), Unauthenticated, Invalid, Broken)
)]
pub(crate) async fn stats(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    RawQuery(raw): RawQuery,
) -> Result<Json<TaskStats>, Problem> {
    let narrowed = Narrowed {
        statuses: Vec::new(),
        kind: None,
        ..Narrowed::read(&Query::read(raw.as_deref()))?
    };
    service.settle().await?;
    Ok(service.store.read(|records| {
        let mut by_type = BTreeMap::<String, u32>::new();
        let mut by_status = BTreeMap::<String, u32>::new();
        let mut total = 0;
        for task in &records.tasks {
            if narrowed.admits(records, task) {
                let word = |value: Value| value.as_str().unwrap_or_default().to_owned();
                *by_type.entry(word(json!(task.kind))).or_default() += 1;
                *by_status.entry(word(json!(task.status))).or_default() += 1;
                total += 1;
            }
        }
        Json(TaskStats {
            total,
            by_type,
            by_status,
        })
    }))
}

/// Cancels a task. What is rendered already is charged.
#[utoipa::path(
    post,
    path = "/api/tasks/{task_id}/cancel",
    security(("session" = [])),
    params(("task_id" = String, Path)),
    responses((status = 200, body = TaskOut), Unauthenticated, NotFound, Conflict, Broken)
)]
pub(crate) async fn cancel(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Result<Json<TaskOut>, Problem> {
    service.settle().await?;
    service.change(|records, course| {
        let task = records
            .tasks
            .iter_mut()
            .find(|task| task.id == id)
            .ok_or_else(|| Problem::not_found("Task"))?;
        let share = progress(task, course.now);
        let is_open = matches!(task.status, TaskStatus::Queued | TaskStatus::Running);
        if !is_open || share >= LAST_STEPS {
            return Err(Problem::plain(
                StatusCode::CONFLICT,
                "Only a queued or running task can be cancelled",
            ));
        }
        task.status = TaskStatus::Cancelled;
        task.finished = Some(course.now);
        if task.kind == TaskKind::Pipeline && share > FIRST_SECONDS {
            let rendered = share - FIRST_SECONDS;
            let whole = expected_ms(records, &id);
            let length = whole * rendered / (100 - FIRST_SECONDS);
            charge(records, &id, course.now, length);
        }
        Ok(())
    })??;
    shown(&service, &id)
}

/// How long the reel of a task is to be; it may not be rendered yet.
fn expected_ms(records: &Records, task_id: &str) -> Millis {
    let task = records.task(task_id);
    let batch = task.and_then(|task| records.batch(&task.batch_id));
    let formula = batch.and_then(|batch| records.formula(&batch.formula_id));
    let source_ms = formula.and_then(|formula| formula.source_ms);
    estimate(source_ms) * 1000 / CREDITS_PER_SECOND
}

/// The same task once more, at full charge, within 24 hours. An analysis that found no balance
/// for its generation can be retried as well.
#[utoipa::path(
    post,
    path = "/api/tasks/{task_id}/retry",
    security(("session" = [])),
    params(("task_id" = String, Path)),
    responses(
        (status = 200, body = TaskOut),
        Unauthenticated,
        Insufficient,
        NotFound,
        Conflict,
        Gone,
        Broken
    )
)]
pub(crate) async fn retry(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Path(id): Path<String>,
) -> Result<Json<TaskOut>, Problem> {
    service.settle().await?;
    let topup_url = service.topup_url();
    let again = service.change(|records, course| {
        let task = records
            .task(&id)
            .ok_or_else(|| Problem::not_found("Task"))?;
        let made_nothing = task
            .result
            .as_ref()
            .is_some_and(|result| result.get("auto_generate_error").is_some());
        let is_over = matches!(task.status, TaskStatus::Failed | TaskStatus::Dead)
            || (task.status == TaskStatus::Completed && made_nothing);
        if !is_over {
            return Err(Problem::plain(
                StatusCode::CONFLICT,
                "Only a failed or dead task can be retried",
            ));
        }
        if course.now - task.finished.unwrap_or(task.created) > DAY {
            return Err(Problem::plain(
                StatusCode::GONE,
                "A task can be retried within 24 hours",
            ));
        }
        let batch = records.batch(&task.batch_id);
        let length = batch
            .and_then(|batch| records.formula(&batch.formula_id))
            .and_then(|formula| formula.source_ms);
        let (required, available) = (estimate(length), available_credits(records));
        if available < required {
            return Err(Problem::insufficient(required, available, &topup_url));
        }
        let schedule = course.schedule;
        let task = records.tasks.iter_mut().find(|task| task.id == id);
        let task = task.ok_or_else(|| Problem::not_found("Task"))?;
        task.status = TaskStatus::Queued;
        task.ready = course.now + schedule.queue_ms;
        task.run_ms = match task.kind {
            TaskKind::Analyze => schedule.analyze_ms,
            TaskKind::Pipeline => schedule.generate_ms,
        };
        task.fate = Fate::Complete;
        task.started = None;
        task.finished = None;
        task.error = None;
        task.result = None;
        Ok(())
    })?;
    again?;
    for asset_id in service.unrendered() {
        service.render_soon(&asset_id);
    }
    shown(&service, &id)
}
