//! Stopping a task.

use contract::{Code, NextStep, Refusal, TaskDetail, TaskId, TaskStatus};

use crate::Studio;
use crate::failure::refusal_of;

impl Studio {
    /// Cancels a task. What was rendered by then is charged, and a step under way goes on to its end.
    /// An order of ours that it belongs to is looked at right away.
    ///
    /// # Errors
    /// [`Code::CannotCancel`] for one that has ended or is in its last step; those of the call. One
    /// that was lost may be made again without harm.
    pub async fn cancel_task(&self, task_id: &TaskId) -> Result<TaskDetail, Refusal> {
        let Some(session) = self.core.sessions.current() else {
            return Err(Code::NotSignedIn.into());
        };
        let refusal = match self.core.api.cancel(&session, &task_id.0).await {
            Ok(_) => None,
            Err(failure) => match failure.status() {
                Some(400 | 409) => Some(Refusal::new(Code::CannotCancel)),
                Some(401) => {
                    self.lose_session(&session).await;
                    return Err(Code::NotSignedIn.into());
                }
                _ => Some(refusal_of(&failure)),
            },
        };
        let detail = match (self.task(task_id).await, &refusal) {
            (Ok(detail), _) => detail,
            // It was cancelled; how it stands now is read another time.
            (Err(unread), None) => return Err(unread.then(NextStep::TryAgain)),
            (Err(_), Some(refusal)) => return Err(refusal.clone()),
        };
        if let Some(order_id) = &detail.order_id {
            self.look_now(order_id);
        }
        match refusal {
            // Somebody else was first, or the answer was lost on its way: what was wanted is so.
            Some(refusal) if detail.task.status != TaskStatus::Cancelled => Err(refusal),
            _ => Ok(detail),
        }
    }
}
