//! Whether a template's analysis was made by the engine of today, and the new look that makes it
//! so.

use serde_json::json;

use super::{Course, Fate, Formula, Records, Task, TaskKind, TaskStatus};

impl Records {
    /// Whether a template's analysis was made by an older engine.
    pub(crate) fn is_stale(&self, formula: &Formula) -> bool {
        let since = self.staleness.get(&formula.id);
        since.copied().unwrap_or(formula.stale)
    }
}

impl Task {
    /// A new analysis, queued.
    pub(crate) fn analysis(id: String, batch_id: String, course: &Course<'_>) -> Self {
        Self {
            id,
            batch_id,
            refreshes: None,
            kind: TaskKind::Analyze,
            status: TaskStatus::Queued,
            asset_id: None,
            character_id: None,
            created: course.now,
            ready: course.now + course.schedule.queue_ms,
            started: None,
            run_ms: course.schedule.analyze_ms,
            finished: None,
            fate: Fate::Complete,
            failing: 0,
            error: None,
            result: None,
        }
    }
}

/// The template of a batch turns out to be analyzed by an older engine.
pub(super) fn outdate(records: &mut Records, batch_id: &str) {
    let batch = records.batch(batch_id);
    if let Some(id) = batch.map(|batch| batch.formula_id.clone()) {
        records.staleness.insert(id, true);
    }
}

/// A new look at a template has completed.
pub(super) fn refreshed(records: &mut Records, task_id: &str, formula_id: &str) {
    records.staleness.insert(formula_id.to_owned(), false);
    if let Some(task) = records.tasks.iter_mut().find(|task| task.id == task_id) {
        task.result = Some(json!({ "formula_id": formula_id }));
    }
}
