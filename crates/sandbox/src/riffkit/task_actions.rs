//! Cancel and retry.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};

use super::{
    allowance,
    auth::SignedIn,
    document::{
        BadRequest, Broken, Conflict, Gone, Insufficient, NotFound, TooMany, Unauthenticated,
    },
    id::Id,
    problem::Problem,
    task_view::{SEGMENTS, TaskOut},
    tasks::shown,
};
use crate::{
    moment::{DAY, Millis},
    service::Service,
    state::{
        CREDITS_PER_SECOND, Course, Fate, Records, Task, TaskKind, TaskStatus, available_credits,
        charge, estimate, progress,
    },
};

/// A task past this share is in its last steps and can't be stopped, in percent.
const LAST_STEPS: i64 = 95;
/// From this share on a generation renders its segments, in percent.
const FIRST_SEGMENT: i64 = 50;

/// Cancels a task that is queued or running.
///
/// It is cancelled at once, but a segment that is being rendered is rendered to its end: all
/// segments that were begun are charged and not refunded.
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
    Id(id): Id,
) -> Result<Json<TaskOut>, Problem> {
    service.settle().await?;
    service.change(|records, course| {
        let task = records
            .task(&id)
            .ok_or_else(|| Problem::not_found("Task"))?;
        let share = progress(task, course.now);
        if !matches!(task.status, TaskStatus::Queued | TaskStatus::Running) {
            return Err(conflict("Only a queued or running task can be cancelled"));
        }
        if share >= LAST_STEPS {
            return Err(conflict(
                "The task is in its last steps: it can't be cancelled",
            ));
        }
        let begun = match task.kind {
            TaskKind::Analyze => 0,
            TaskKind::Pipeline => segments_begun(share),
        };
        let length = expected_ms(records, task) * begun / Millis::from(SEGMENTS);
        if let Some(task) = records.tasks.iter_mut().find(|task| task.id == id) {
            task.status = TaskStatus::Cancelled;
            task.finished = Some(course.now);
        }
        if length > 0 {
            charge(records, &id, course.now, length);
        }
        Ok(())
    })??;
    shown(&service, &id)
}

fn conflict(why: &str) -> Problem {
    Problem::plain(StatusCode::CONFLICT, why)
}

/// How many segments of a generation were begun at this share.
fn segments_begun(share: i64) -> i64 {
    let rendered = (share - FIRST_SEGMENT).max(0);
    let whole = 100 - FIRST_SEGMENT;
    (rendered * i64::from(SEGMENTS) + whole - 1) / whole
}

/// How long the reel of a task is to be; it may not be rendered yet.
fn expected_ms(records: &Records, task: &Task) -> Millis {
    estimate(source_ms(records, task)) * 1000 / CREDITS_PER_SECOND
}

fn source_ms(records: &Records, task: &Task) -> Option<Millis> {
    let batch = records.batch(&task.batch_id)?;
    records.formula(&batch.formula_id)?.source_ms
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
        BadRequest,
        Unauthenticated,
        Insufficient,
        NotFound,
        Conflict,
        Gone,
        TooMany,
        Broken
    )
)]
pub(crate) async fn retry(
    _: SignedIn,
    State(service): State<Arc<Service>>,
    Id(id): Id,
) -> Result<Json<TaskOut>, Problem> {
    service.settle().await?;
    service.change(|records, course| {
        let task = records
            .task(&id)
            .ok_or_else(|| Problem::not_found("Task"))?;
        may_retry(&service, records, task, course)?;
        if let Some(task) = records.tasks.iter_mut().find(|task| task.id == id) {
            begin_again(task, course);
        }
        Ok::<(), Problem>(())
    })??;
    for asset_id in service.unrendered() {
        service.render_soon(&asset_id);
    }
    shown(&service, &id)
}

/// Whether a task may run once more.
///
/// # Errors
/// 400 where its template's analysis is of another version, 402 or 429 where it can't be paid,
/// 409 where it hasn't failed, 410 where it is too old.
fn may_retry(
    service: &Service,
    records: &Records,
    task: &Task,
    course: &Course<'_>,
) -> Result<(), Problem> {
    let result = task.result.as_ref();
    let made_nothing = result.is_some_and(|result| result.get("auto_generate_error").is_some());
    let is_over = matches!(task.status, TaskStatus::Failed | TaskStatus::Dead)
        || (task.status == TaskStatus::Completed && made_nothing);
    if !is_over {
        return Err(conflict("Only a failed or dead task can be retried"));
    }
    if course.now - task.finished.unwrap_or(task.created) > DAY {
        return Err(Problem::plain(
            StatusCode::GONE,
            "A task can be retried within 24 hours",
        ));
    }
    let batch = records.batch(&task.batch_id);
    let formula = batch.and_then(|batch| records.formula(&batch.formula_id));
    if task.kind == TaskKind::Pipeline && formula.is_some_and(|formula| records.is_stale(formula)) {
        return Err(Problem::bad(
            "Schema version mismatch: refresh the template's analysis before the retry",
        ));
    }
    if task.refreshes.is_some() {
        // Analysis is free.
        return Ok(());
    }
    let required = estimate(source_ms(records, task));
    allowance::admit(service, records, required, course.now)?;
    let available = available_credits(records);
    if available < required {
        let topup_url = service.topup_url();
        return Err(Problem::insufficient(required, available, &topup_url));
    }
    Ok(())
}

fn begin_again(task: &mut Task, course: &Course<'_>) {
    task.status = TaskStatus::Queued;
    task.ready = course.now + course.schedule.queue_ms;
    task.run_ms = match task.kind {
        TaskKind::Analyze => course.schedule.analyze_ms,
        TaskKind::Pipeline => course.schedule.generate_ms,
    };
    task.fate = Fate::Complete;
    task.started = None;
    task.finished = None;
    task.error = None;
    task.result = None;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_that_was_begun_counts_whole() {
        let begun = [10, 50, 51, 66, 67, 84, 94].map(segments_begun);
        assert_eq!(begun, [0, 0, 1, 1, 2, 3, 3]);
    }
}
