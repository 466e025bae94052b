//! TaskOut and BatchStatusOut.

use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::{
    moment::{Millis, naive},
    state::{Batch, Records, Task, TaskKind, TaskStatus, Visibility, progress},
};

/// Segments of a reel's video.
pub(super) const SEGMENTS: u32 = 3;

/// A task, as clients see it.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskOut {
    id: String,
    r#type: TaskKind,
    status: TaskStatus,
    /// 0 to 100.
    #[schema(minimum = 0, maximum = 100)]
    progress: i64,
    current_step: Option<&'static str>,
    error: Option<String>,
    character_id: Option<String>,
    formula_id: Option<String>,
    formula_name: Option<String>,
    product_id: Option<String>,
    batch_id: Option<String>,
    product_visibility: Option<String>,
    language: Option<String>,
    content_anchor: Option<String>,
    user_hint: Option<String>,
    segment_count: Option<u32>,
    submitted_by_user_id: Option<String>,
    /// With success, `asset_id` and the like.
    result: Option<Value>,
    created_at: String,
    started_at: Option<String>,
    finished_at: Option<String>,
}

/// The tasks of one riff.
#[derive(Serialize, ToSchema)]
pub(crate) struct BatchStatusOut {
    batch_id: String,
    total: usize,
    completed: usize,
    /// The dead ones as well.
    failed: usize,
    running: usize,
    queued: usize,
    tasks: Vec<TaskOut>,
}

/// Who submitted a task.
pub(super) fn submitter<'a>(records: &'a Records, task: &'a Task) -> &'a str {
    records
        .batch(&task.batch_id)
        .map_or(records.user.id.as_str(), |batch| records.submitter(batch))
}

/// The configuration's replay: `no_product` is derived, never asked for.
pub(super) fn visibility(batch: &Batch) -> &'static str {
    match batch.placed.as_ref().map(|placed| placed.visibility) {
        Some(Visibility::OnCamera) => "on_camera",
        Some(Visibility::OffCamera) => "off_camera",
        None => "no_product",
    }
}

/// TaskOut.
pub(crate) fn task(records: &Records, task: &Task, now: Millis) -> TaskOut {
    let batch = records.batch(&task.batch_id);
    let formula_id = match &task.refreshes {
        Some(formula_id) => Some(formula_id),
        None => batch.map(|batch| &batch.formula_id),
    };
    let formula = formula_id.and_then(|id| records.formula(id));
    let is_analysis = task.kind == TaskKind::Analyze;
    let progress = progress(task, now);
    TaskOut {
        id: task.id.clone(),
        r#type: task.kind,
        status: task.status,
        progress,
        current_step: step(task, progress),
        error: task.error.clone(),
        character_id: task.character_id.clone(),
        formula_id: formula.map(|formula| formula.id.clone()),
        formula_name: formula.map(|formula| formula.name.clone()),
        product_id: batch.and_then(|batch| Some(batch.placed.as_ref()?.product_id.clone())),
        batch_id: task.refreshes.is_none().then(|| task.batch_id.clone()),
        product_visibility: batch.map(|batch| visibility(batch).to_owned()),
        language: batch.map(|batch| batch.language.clone()),
        content_anchor: batch.map(|batch| batch.content_anchor.clone()),
        user_hint: batch
            .filter(|_| is_analysis)
            .map(|batch| batch.user_hint.clone()),
        segment_count: (!is_analysis).then_some(SEGMENTS),
        submitted_by_user_id: Some(submitter(records, task).to_owned()),
        result: task.result.clone(),
        created_at: naive(task.created),
        started_at: task.started.map(naive),
        finished_at: task.finished.map(naive),
    }
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
pub(crate) fn batch(records: &Records, batch_id: &str, now: Millis) -> Option<BatchStatusOut> {
    records.batch(batch_id)?;
    let tasks: Vec<&Task> = records
        .all_tasks()
        .filter(|task| task.batch_id == batch_id)
        .collect();
    let count = |statuses: &[TaskStatus]| {
        let tasks = tasks.iter();
        tasks.filter(|task| statuses.contains(&task.status)).count()
    };
    Some(BatchStatusOut {
        batch_id: batch_id.to_owned(),
        total: tasks.len(),
        completed: count(&[TaskStatus::Completed]),
        failed: count(&[TaskStatus::Failed, TaskStatus::Dead]),
        running: count(&[TaskStatus::Running]),
        queued: count(&[TaskStatus::Queued]),
        tasks: tasks
            .iter()
            .map(|known| task(records, known, now))
            .collect(),
    })
}
