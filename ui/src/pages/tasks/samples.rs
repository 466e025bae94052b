//! Tasks for this folder's tests.

use contract::{TaskDetail, TaskKind, TaskStatus};

use crate::pages::queue::samples::task;

/// A completed generation of a template.
pub fn detail(task_id: &str) -> TaskDetail {
    let mut task = task(TaskKind::Pipeline, TaskStatus::Completed);
    task.task_id = task_id.into();
    TaskDetail {
        task,
        order_id: None,
        batch_id: None,
        template_id: None,
        template_name: Some("Froth in one shake".to_owned()),
        character_id: None,
        product_id: None,
        visibility: None,
        language: Some("en".to_owned()),
        direction: None,
        hint: None,
        segments: None,
        submitted_by: None,
        submitted_by_email: None,
        started_at: None,
        can_cancel: false,
        can_retry: false,
    }
}
