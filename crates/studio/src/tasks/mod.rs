//! The service's tasks: those of our orders, and those that were begun elsewhere.
//!
//! [`listing`] reads them, [`recap`] tells what the engine made of one, [`cancel`] stops one, and
//! [`retry`] makes one again, which is a paying call.

mod cancel;
mod days;
mod listing;
mod recap;
mod retry;
mod submitters;

use contract::{
    AssetId, CharacterId, Code, Millis, ProductId, Refusal, TaskDetail, TaskId, TaskKind,
    TaskStatus, TaskView, TemplateId,
};
use riffkit::Task;

use crate::failure::engine_refusal;
use crate::links;

pub(crate) use retry::Retries;
pub(crate) use submitters::Submitters;

/// How long after its end a task can be made again (contract, `POST /api/tasks/{task_id}/retry`).
const RETRY_WITHIN: Millis = 24 * 60 * 60 * 1000;

/// A task as a front shows it.
pub(crate) fn view(task: &Task) -> TaskView {
    let view = TaskView {
        task_id: TaskId(task.id.clone()),
        kind: match &task.kind {
            riffkit::TaskKind::Analyze => TaskKind::Analyze,
            riffkit::TaskKind::Pipeline => TaskKind::Pipeline,
            other => TaskKind::Other(other.as_str().to_owned()),
        },
        status: status(&task.status),
        progress: task.progress,
        step: task.current_step.clone(),
        error: task.error.clone(),
        refusal: refusal(task),
        asset_ids: task.result.asset_ids.iter().cloned().map(AssetId).collect(),
        created_at: task.created_at.map(|at| at.as_millisecond()),
        finished_at: task.finished_at.map(|at| at.as_millisecond()),
        retry_until: None,
    };
    TaskView {
        retry_until: retry_until(&view),
        ..view
    }
}

/// A status as a front shows it.
pub(crate) fn status(status: &riffkit::TaskStatus) -> TaskStatus {
    match status {
        riffkit::TaskStatus::Queued => TaskStatus::Queued,
        riffkit::TaskStatus::Running => TaskStatus::Running,
        riffkit::TaskStatus::Completed => TaskStatus::Completed,
        riffkit::TaskStatus::Failed => TaskStatus::Failed,
        riffkit::TaskStatus::Dead => TaskStatus::Dead,
        riffkit::TaskStatus::Cancelled => TaskStatus::Cancelled,
        other => TaskStatus::Other(other.as_str().to_owned()),
    }
}

/// A task with what it was ordered with. Whose order it is, and who submitted it, is not known here.
fn detail(task: &Task, now: Millis) -> TaskDetail {
    let view = view(task);
    TaskDetail {
        can_cancel: matches!(view.status, TaskStatus::Queued | TaskStatus::Running),
        can_retry: can_retry(&view, now),
        task: view,
        order_id: None,
        batch_id: task.batch_id.clone(),
        template_id: task.formula_id.clone().map(TemplateId),
        template_name: task.formula_name.clone(),
        character_id: task.character_id.clone().map(CharacterId),
        product_id: task.product_id.clone().map(ProductId),
        visibility: task.product_visibility.clone(),
        language: task.language.clone(),
        direction: task.content_anchor.clone(),
        hint: task.user_hint.clone(),
        segments: task
            .segment_count
            .and_then(|count| u32::try_from(count).ok()),
        submitted_by: task.submitted_by_user_id.clone(),
        submitted_by_email: None,
        started_at: task.started_at.map(|at| at.as_millisecond()),
    }
}

/// Whether the service may make a task again: failed, dead, or an analysis that began no video
/// (field notes, "Meaning"), and that not longer than a day ago.
fn can_retry(task: &TaskView, now: Millis) -> bool {
    has_failed(task) && task.retry_until.is_none_or(|until| now < until)
}

fn has_failed(task: &TaskView) -> bool {
    match task.status {
        TaskStatus::Failed | TaskStatus::Dead => true,
        TaskStatus::Completed => task.refusal.is_some(),
        _ => false,
    }
}

/// Until when it may. None too where the service did not say when it ended.
fn retry_until(task: &TaskView) -> Option<Millis> {
    let ended = task.finished_at.or(task.created_at)?;
    has_failed(task).then_some(ended + RETRY_WITHIN)
}

/// What a person is told of a task beside its status.
fn refusal(task: &Task) -> Option<Refusal> {
    if let Some(word) = task.result.auto_generate_error.as_deref() {
        let link = task.result.insufficient.as_ref();
        let link = link.and_then(|insufficient| insufficient.topup_url.as_deref());
        return Some(links::naming_host(no_video(word), link));
    }
    if !task.status.has_ended() {
        return None;
    }
    engine_refusal(task.error.as_deref()?)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn task(json: serde_json::Value) -> Task {
        serde_json::from_value(json).expect("a task")
    }

    const HOUR: Millis = 60 * 60 * 1000;

    #[test]
    fn a_failure_that_speaks_of_the_engine_is_told_as_the_engines() {
        let failed = task(serde_json::json!({
            "id": "t", "status": "failed", "error": "Seedance: upstream timeout",
        }));
        assert_eq!(
            view(&failed).refusal.expect("a refusal").code,
            Code::EngineFailed
        );
        let other = task(serde_json::json!({"id": "t", "status": "failed", "error": "LLM error"}));
        assert_eq!(view(&other).refusal, None);
    }

    #[test]
    fn every_asset_of_a_result_is_told() {
        let many = task(serde_json::json!({
            "id": "t", "status": "completed", "result": {"asset_id": "a", "asset_ids": ["a", "b"]},
        }));
        assert_eq!(view(&many).asset_ids, ["a".into(), "b".into()]);
    }

    #[test]
    fn what_has_failed_can_be_made_again_for_a_day() {
        let at = |status: &str, json: serde_json::Value| {
            let mut whole = serde_json::json!({
                "id": "t", "status": status, "finished_at": "1970-01-01T01:00:00",
            });
            if !json.is_null() {
                whole["result"] = json;
            }
            task(whole)
        };
        let nothing = serde_json::Value::Null;
        let retried = |task: &Task, now| can_retry(&view(task), now);
        for status in ["failed", "dead"] {
            let task = at(status, nothing.clone());
            assert!(retried(&task, 2 * HOUR), "{status}");
            assert!(retried(&task, 25 * HOUR - 1), "{status}");
            assert!(!retried(&task, 25 * HOUR), "{status}");
        }
        for status in ["queued", "running", "completed", "cancelled", "paused"] {
            assert!(!retried(&at(status, nothing.clone()), 2 * HOUR), "{status}");
        }
        let late = serde_json::json!({"auto_generate_error": "insufficient_credits"});
        assert!(retried(&at("completed", late), 2 * HOUR));
    }

    #[test]
    fn only_what_is_open_can_be_cancelled() {
        for (status, expected) in [
            ("queued", true),
            ("running", true),
            ("completed", false),
            ("failed", false),
            ("paused", false),
        ] {
            let task = task(serde_json::json!({"id": "t", "status": status}));
            assert_eq!(detail(&task, 0).can_cancel, expected, "{status}");
        }
    }
}
