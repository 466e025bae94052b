//! Reading tasks: lists, counts, one.

use std::collections::BTreeMap;

use contract::{Refusal, TASKS_PAGE, TaskDetail, TaskId, TaskPage, TaskQuery, TaskStats};
use jiff::tz::TimeZone;
use riffkit::{StatsQuery, Task};

use super::days::{DayEnd, bound};
use super::detail;
use crate::Studio;

/// Most tasks that the service gives at once (contract, `GET /api/tasks`).
const MOST: u32 = 500;

impl Studio {
    /// A page of the service's tasks, newest first. Those of our orders name them.
    ///
    /// # Errors
    /// [`contract::Code::DateUnreadable`]; those of the read.
    pub async fn tasks(&self, query: TaskQuery) -> Result<TaskPage, Refusal> {
        let found = self.ask_tasks(&query).await?;
        if found.skipped > 0 {
            tracing::warn!(skipped = found.skipped, "tasks that could not be read");
        }
        Ok(TaskPage {
            tasks: self.details(&found.items).await,
            total: found.total,
            offset: query.offset,
        })
    }

    /// How many tasks there are. Of the query, the days and the submitter count.
    ///
    /// # Errors
    /// [`contract::Code::DateUnreadable`]; those of the read.
    pub async fn task_stats(&self, query: TaskQuery) -> Result<TaskStats, Refusal> {
        let stats = self.ask_task_stats(&query).await?;
        Ok(TaskStats {
            // Where the sum is missing, each task is of one status.
            total: stats
                .total
                .unwrap_or_else(|| stats.by_status.values().sum()),
            by_type: stats.by_type,
            by_status: stats.by_status,
        })
    }

    /// One task, fresh.
    ///
    /// # Errors
    /// [`contract::Code::NotFound`]; those of the read.
    pub async fn task(&self, task_id: &TaskId) -> Result<TaskDetail, Refusal> {
        let task = self.read_task(task_id).await?;
        Ok(self.detail_of(&task).await)
    }

    /// A page of tasks as the service gives it.
    pub(crate) async fn ask_tasks(&self, query: &TaskQuery) -> Result<riffkit::TaskPage, Refusal> {
        let wanted = asked(query, &TimeZone::system())?;
        let (api, wanted) = (&self.core.api, &wanted);
        self.read(|session| async move { api.tasks(&session, wanted).await })
            .await
    }

    /// Counts as the service gives them.
    pub(crate) async fn ask_task_stats(
        &self,
        query: &TaskQuery,
    ) -> Result<riffkit::TaskStats, Refusal> {
        let wanted = asked(query, &TimeZone::system())?;
        let wanted = &StatsQuery {
            date_from: wanted.date_from,
            date_to: wanted.date_to,
            submitted_by_user_id: wanted.submitted_by_user_id,
        };
        let api = &self.core.api;
        self.read(|session| async move { api.task_stats(&session, wanted).await })
            .await
    }

    /// One task as the service has it now.
    pub(crate) async fn read_task(&self, task_id: &TaskId) -> Result<Task, Refusal> {
        let api = &self.core.api;
        let id = task_id.0.as_str();
        self.read(|session| async move { api.task(&session, id).await })
            .await
    }

    /// A task with whose order it is and who submitted it.
    pub(super) async fn detail_of(&self, task: &Task) -> TaskDetail {
        let mut details = self.details(std::slice::from_ref(task)).await;
        details.remove(0)
    }

    async fn details(&self, tasks: &[Task]) -> Vec<TaskDetail> {
        let now = self.core.now();
        let orders = self.core.desk.batches();
        let emails = if tasks.iter().any(|task| task.submitted_by_user_id.is_some()) {
            self.member_emails().await
        } else {
            BTreeMap::new()
        };
        let mut details = Vec::with_capacity(tasks.len());
        for task in tasks {
            let mut detail = detail(task, now);
            let order = detail.batch_id.as_ref().and_then(|batch| orders.get(batch));
            detail.order_id = order.cloned();
            let email = detail.submitted_by.as_ref().and_then(|id| emails.get(id));
            detail.submitted_by_email = email.cloned();
            details.push(detail);
        }
        let failed = details.iter().map(|detail| &detail.task);
        self.notice_failures(failed).await;
        details
    }
}

/// A query as the service takes it.
fn asked(query: &TaskQuery, zone: &TimeZone) -> Result<riffkit::TaskQuery, Refusal> {
    let word = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let statuses = query.status.iter().filter_map(|status| word(status));
    Ok(riffkit::TaskQuery {
        status: statuses
            .map(|status| riffkit::TaskStatus::from(status.as_str()))
            .collect(),
        r#type: word(&query.kind).map(|kind| riffkit::TaskKind::from(kind.as_str())),
        date_from: bound(&query.date_from, DayEnd::First, zone)?,
        date_to: bound(&query.date_to, DayEnd::Last, zone)?,
        submitted_by_user_id: word(&query.submitted_by),
        limit: Some(match query.limit {
            0 => TASKS_PAGE,
            limit => limit.min(MOST),
        }),
        offset: (query.offset > 0).then_some(query.offset.into()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_asked_in_the_services_words() {
        let query = TaskQuery {
            status: vec!["failed".to_owned(), " ".to_owned(), "dead".to_owned()],
            kind: "pipeline".to_owned(),
            limit: 9_000,
            offset: 50,
            ..TaskQuery::default()
        };
        let asked = asked(&query, &TimeZone::UTC).expect("fine");
        assert_eq!(
            asked.status,
            [riffkit::TaskStatus::Failed, riffkit::TaskStatus::Dead]
        );
        assert_eq!(asked.r#type, Some(riffkit::TaskKind::Pipeline));
        assert_eq!((asked.limit, asked.offset), (Some(500), Some(50)));
        let all = super::asked(&TaskQuery::default(), &TimeZone::UTC).expect("fine");
        assert_eq!((all.limit, all.offset), (Some(TASKS_PAGE), None));
        assert_eq!(all.r#type, None);
    }
}
