//! Stopping a task and running it again.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use wire::Failure;
use wire::upload::Hooks;

use crate::task::TaskStatus;
use crate::{Api, Session};

/// What the service said to a cancel or a retry. The contract leaves its form open: whatever is said
/// is kept, be it said of the task itself or under `task`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TaskAnswer {
    /// The task that goes on: of a retry the new one, where the service makes one.
    pub task_id: Option<String>,
    /// Its batch.
    pub batch_id: Option<String>,
    /// Where it stands.
    pub status: Option<TaskStatus>,
}

impl<'de> Deserialize<'de> for TaskAnswer {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let whole = Value::deserialize(input)?;
        let task = match whole.get("task") {
            Some(task @ Value::Object(_)) => task,
            _ => &whole,
        };
        let id = |names: &[&str]| {
            names
                .iter()
                .find_map(|name| lenient::id_of(task.get(name).or_else(|| whole.get(name))?))
        };
        let status = task.get("status").or_else(|| whole.get("status"));
        Ok(Self {
            task_id: id(&["new_task_id", "task_id", "id"]),
            batch_id: id(&["batch_id"]),
            status: status
                .and_then(Value::as_str)
                .filter(|word| !word.is_empty())
                .map(TaskStatus::from),
        })
    }
}

impl Api {
    /// `POST /api/tasks/{task_id}/cancel`: of a queued or running task. What was rendered by then is
    /// paid for, and a step under way goes on to its end.
    ///
    /// # Errors
    /// See [`Failure`]; 400 or 409 for a task that has ended or is in its last steps.
    pub async fn cancel(&self, session: &Session, task_id: &str) -> Result<TaskAnswer, Failure> {
        self.post("/api/tasks/{task_id}/cancel")
            .by(session)
            .id("task_id", task_id)
            .may_answer(&[409])
            .send(None)
            .await
    }

    /// `POST /api/tasks/{task_id}/retry`: **a paying call**. A failed or dead task is made again, at
    /// its full price.
    ///
    /// `hooks` is asked before there is a connection. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may go on all the same.
    ///
    /// # Errors
    /// See [`Failure`]; 400, 409 or 410 for a task that can't be made again (any more), and
    /// [`crate::insufficient`] reads a 402.
    pub async fn retry(
        &self,
        session: &Session,
        task_id: &str,
        hooks: Hooks,
    ) -> Result<TaskAnswer, Failure> {
        self.post("/api/tasks/{task_id}/retry")
            .by(session)
            .id("task_id", task_id)
            .may_answer(&[409, 410])
            .order(None, hooks)
            .await
    }
}
