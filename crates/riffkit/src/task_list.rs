//! Lists and counts of tasks: `GET /api/tasks`, `GET /api/tasks/stats`.

use std::collections::BTreeMap;
use std::fmt;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize, Serializer};
use wire::Failure;

use crate::call::{Pairs, total_count};
use crate::task::{Task, TaskKind, TaskStatus};
use crate::{Api, Session};
use lenient::{self, Lossy};

/// A bound of time of a filter. It prints as the service takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// A whole day in UTC.
    Day(Date),
    /// A moment in UTC.
    Moment(DateTime),
}

impl From<Date> for Bound {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Timestamp> for Bound {
    fn from(moment: Timestamp) -> Self {
        Self::Moment(TimeZone::UTC.to_datetime(moment))
    }
}

impl fmt::Display for Bound {
    /// Without an offset: the service compares with naive UTC (contract, `GET /api/tasks`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Moment(moment) => moment.fmt(f),
        }
    }
}

/// Which tasks are asked for. The default asks for the newest 100.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskQuery {
    /// Any of these statuses; empty for all. Sent as one text with commas.
    pub status: Vec<TaskStatus>,
    /// One kind.
    pub r#type: Option<TaskKind>,
    /// Submitted at or after.
    pub date_from: Option<Bound>,
    /// Submitted at or before.
    pub date_to: Option<Bound>,
    /// Whose; only of use in a team.
    pub submitted_by_user_id: Option<String>,
    /// Most entries, 1-500.
    pub limit: Option<u32>,
    /// Entries to pass over.
    pub offset: Option<u64>,
}

impl TaskQuery {
    fn pairs(&self) -> Pairs {
        Pairs::default()
            .joined("status", &self.status)
            .with("type", self.r#type.as_ref())
            .with("date_from", self.date_from)
            .with("date_to", self.date_to)
            .with("submitted_by_user_id", self.submitted_by_user_id.as_ref())
            .with("limit", self.limit.map(|limit| limit.clamp(1, 500)))
            .with("offset", self.offset)
    }
}

/// A page of tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskPage {
    /// The tasks that could be read.
    pub items: Vec<Task>,
    /// How many could not.
    pub skipped: usize,
    /// How many there are without `limit` and `offset` (`X-Total-Count`).
    pub total: Option<u64>,
}

impl Serialize for TaskPage {
    /// A bare list, as the service writes it.
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        self.items.serialize(output)
    }
}

/// Which tasks are counted. The default counts all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatsQuery {
    /// Submitted at or after.
    pub date_from: Option<Bound>,
    /// Submitted at or before.
    pub date_to: Option<Bound>,
    /// Whose; only of use in a team.
    pub submitted_by_user_id: Option<String>,
}

impl StatsQuery {
    fn pairs(&self) -> Pairs {
        Pairs::default()
            .with("date_from", self.date_from)
            .with("date_to", self.date_to)
            .with("submitted_by_user_id", self.submitted_by_user_id.as_ref())
    }
}

/// How many tasks there are, by the words of [`TaskKind`] and [`TaskStatus`]. A word without tasks
/// may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct TaskStats {
    /// Altogether.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub total: Option<u64>,
    /// By kind.
    #[serde(deserialize_with = "lenient::counts")]
    pub by_type: BTreeMap<String, u64>,
    /// By status.
    #[serde(deserialize_with = "lenient::counts")]
    pub by_status: BTreeMap<String, u64>,
}

impl Api {
    /// `GET /api/tasks`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn tasks(&self, session: &Session, query: &TaskQuery) -> Result<TaskPage, Failure> {
        let answer = self
            .get("/api/tasks")
            .by(session)
            .query(query.pairs())
            .read::<Lossy<Task>>()
            .await?;
        Ok(TaskPage {
            total: total_count(&answer),
            items: answer.value.entries,
            skipped: answer.value.skipped,
        })
    }

    /// `GET /api/tasks/stats`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn task_stats(
        &self,
        session: &Session,
        query: &StatsQuery,
    ) -> Result<TaskStats, Failure> {
        let answer = self
            .get("/api/tasks/stats")
            .by(session)
            .query(query.pairs())
            .read()
            .await?;
        Ok(answer.value)
    }
}
