//! TaskOut and BatchStatusOut.

use serde_json::{Value, json};

use crate::{
    moment::{Millis, naive},
    state::{Records, Task, TaskKind, TaskStatus, progress},
};

/// TaskOut.
pub(crate) fn task(records: &Records, task: &Task, now: Millis) -> Value {
    let batch = records.batch(&task.batch_id);
    let formula = batch.and_then(|batch| records.formula(&batch.formula_id));
    let is_analysis = task.kind == TaskKind::Analyze;
    let progress = progress(task, now);
    json!({
        "id": task.id,
        "type": task.kind,
        "status": task.status,
        "progress": progress,
        "current_step": step(task, progress),
        "error": task.error,
        "character_id": task.character_id,
        "formula_id": formula.map(|formula| &formula.id),
        "formula_name": formula.map(|formula| &formula.name),
        "product_id": null,
        "batch_id": task.batch_id,
        "product_visibility": "no_product",
        "language": batch.map(|batch| &batch.language),
        "content_anchor": batch.map(|batch| &batch.content_anchor),
        "user_hint": batch.filter(|_| is_analysis).map(|batch| &batch.user_hint),
        "segment_count": if is_analysis { Value::Null } else { json!(3) },
        "submitted_by_user_id": records.user.id,
        "result": task.result,
        "created_at": naive(task.created),
        "started_at": task.started.map(naive),
        "finished_at": task.finished.map(naive),
    })
}

/// The internal name of the step that a running task is at.
fn step(task: &Task, progress: i64) -> Option<&'static str> {
    if task.status != TaskStatus::Running {
        return None;
    }
    Some(match (task.kind, progress) {
        (TaskKind::Analyze, ..=29) => "Stage A — download",
        (TaskKind::Analyze, _) => "Stage A — formula extraction",
        (TaskKind::Pipeline, ..=24) => "Stage B — creative adaptation",
        (TaskKind::Pipeline, 25..=79) => "Stage C — video generation",
        (TaskKind::Pipeline, _) => "Stage D — post-processing",
    })
}

/// BatchStatusOut. `failed` counts the dead ones as well.
pub(crate) fn batch(records: &Records, batch_id: &str, now: Millis) -> Option<Value> {
    records.batch(batch_id)?;
    let tasks: Vec<&Task> = records
        .tasks
        .iter()
        .filter(|task| task.batch_id == batch_id)
        .collect();
    let count = |statuses: &[TaskStatus]| {
        let tasks = tasks.iter();
        tasks.filter(|task| statuses.contains(&task.status)).count()
    };
    Some(json!({
        "batch_id": batch_id,
        "total": tasks.len(),
        "completed": count(&[TaskStatus::Completed]),
        "failed": count(&[TaskStatus::Failed, TaskStatus::Dead]),
        "running": count(&[TaskStatus::Running]),
        "queued": count(&[TaskStatus::Queued]),
        "tasks": tasks.iter().map(|known| task(records, known, now)).collect::<Value>(),
    }))
}
