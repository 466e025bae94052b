//! From the service's tasks to what a front shows of them.

use contract::{AssetId, Code, Refusal, TaskId, TaskKind, TaskStatus, TaskView};
use riffkit::Task;

/// A task as a front shows it.
pub(crate) fn view(task: &Task) -> TaskView {
    TaskView {
        task_id: TaskId(task.id.clone()),
        kind: match &task.kind {
            riffkit::TaskKind::Analyze => TaskKind::Analyze,
            riffkit::TaskKind::Pipeline => TaskKind::Pipeline,
            other => TaskKind::Other(other.as_str().to_owned()),
        },
        status: match &task.status {
            riffkit::TaskStatus::Queued => TaskStatus::Queued,
            riffkit::TaskStatus::Running => TaskStatus::Running,
            riffkit::TaskStatus::Completed => TaskStatus::Completed,
            riffkit::TaskStatus::Failed => TaskStatus::Failed,
            riffkit::TaskStatus::Dead => TaskStatus::Dead,
            riffkit::TaskStatus::Cancelled => TaskStatus::Cancelled,
            other => TaskStatus::Other(other.as_str().to_owned()),
        },
        progress: task.progress,
        step: task.current_step.clone(),
        error: task.error.clone(),
        refusal: task.result.auto_generate_error.as_deref().map(no_video),
        asset_id: task.result.asset_ids.first().cloned().map(AssetId),
        created_at: task.created_at.map(|at| at.as_millisecond()),
        finished_at: task.finished_at.map(|at| at.as_millisecond()),
    }
}

/// A completed analysis that began no video (field notes, "Meaning"): a refusal that came late.
fn no_video(word: &str) -> Refusal {
    match word {
        "insufficient_credits" => Code::AutoGenerateNoBalance.into(),
        other => Refusal::new(Code::AutoGenerateFailed).with("detail", other),
    }
}

/// The top-up link that came with such a refusal, exactly as it came.
pub(crate) fn top_up_link(tasks: &[Task]) -> Option<String> {
    tasks
        .iter()
        .find_map(|task| task.result.insufficient.as_ref()?.topup_url.clone())
}
