//! The service's tasks.

use contract::{
    Recap, Refusal, RetryId, RetryReview, TaskDetail, TaskId, TaskPage, TaskQuery, TaskStats,
};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn tasks(&self, query: TaskQuery) -> Result<TaskPage, Refusal> {
        self.shell.studio.tasks(query).await
    }

    pub(super) async fn task_stats(&self, query: TaskQuery) -> Result<TaskStats, Refusal> {
        self.shell.studio.task_stats(query).await
    }

    pub(super) async fn task(&self, task: &TaskId) -> Result<TaskDetail, Refusal> {
        self.shell.studio.task(task).await
    }

    pub(super) async fn recap(&self, task: &TaskId) -> Result<Recap, Refusal> {
        self.shell.studio.recap(task).await
    }

    pub(super) async fn cancel_task(&self, task: &TaskId) -> Result<TaskDetail, Refusal> {
        self.shell.studio.cancel_task(task).await
    }

    pub(super) async fn review_retry(&self, task: &TaskId) -> Result<RetryReview, Refusal> {
        self.shell.studio.review_retry(task).await
    }

    pub(super) async fn retry_task(&self, retry: &RetryId) -> Result<TaskDetail, Refusal> {
        self.shell.studio.retry_task(retry).await
    }

    pub(super) async fn open_retry_top_up(&self, retry: &RetryId) -> Result<(), Refusal> {
        self.shell.studio.open_retry_top_up(retry).await
    }
}
