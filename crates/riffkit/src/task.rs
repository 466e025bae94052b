//! Tasks and batches: how far a riff is (contract, `TaskOut`, `BatchStatusOut`).

use jiff::Timestamp;
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use wire::Failure;

use crate::{Api, Insufficient, Session, written};
use lenient::{self, Lossy, open_words};

open_words! {
    /// What a task does.
    TaskKind {
        /// Template analysis.
        Analyze => "analyze",
        /// Riff generation.
        Pipeline => "pipeline",
    }
}

open_words! {
    /// Where a task stands.
    TaskStatus {
        /// Waits for a place.
        Queued => "queued",
        /// Being worked on.
        Running => "running",
        /// Its output is there.
        Completed => "completed",
        /// An ordinary failure.
        Failed => "failed",
        /// Reaped by a restart of the service.
        Dead => "dead",
        /// Cancelled.
        Cancelled => "cancelled",
    }
}

impl TaskStatus {
    /// Whether nothing more will come of it. An unknown status may still move.
    pub fn has_ended(&self) -> bool {
        matches!(
            self,
            Self::Completed | Self::Failed | Self::Dead | Self::Cancelled
        )
    }
}

/// A task.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Task {
    /// Id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: String,
    /// What it does.
    #[serde(default, rename = "type")]
    pub kind: TaskKind,
    /// Where it stands.
    #[serde(default)]
    pub status: TaskStatus,
    /// 0-100.
    #[serde(default, deserialize_with = "lenient::percent")]
    pub progress: u8,
    /// Internal name of the step.
    #[serde(default, deserialize_with = "lenient::text")]
    pub current_step: Option<String>,
    /// The service's words on a failure.
    #[serde(default, deserialize_with = "lenient::text")]
    pub error: Option<String>,
    /// The batch that it belongs to.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub batch_id: Option<String>,
    /// Digital character.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub character_id: Option<String>,
    /// Template.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub formula_id: Option<String>,
    /// The template's name at that time.
    #[serde(default, deserialize_with = "lenient::text")]
    pub formula_name: Option<String>,
    /// Product.
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub product_id: Option<String>,
    /// `on_camera`, `off_camera`, `no_product`, or whatever comes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub product_visibility: Option<String>,
    /// Language code.
    #[serde(default, deserialize_with = "lenient::text")]
    pub language: Option<String>,
    /// Creative direction.
    #[serde(default, deserialize_with = "lenient::text")]
    pub content_anchor: Option<String>,
    /// Hook hint, of an analysis.
    #[serde(default, deserialize_with = "lenient::text")]
    pub user_hint: Option<String>,
    /// How many segments the video has, of a generation.
    #[serde(default, deserialize_with = "lenient::whole")]
    pub segment_count: Option<u64>,
    /// Who submitted it; in a team, one of [`Api::members`].
    #[serde(default, deserialize_with = "lenient::optional_id")]
    pub submitted_by_user_id: Option<String>,
    /// What came of it.
    #[serde(default)]
    pub result: TaskResult,
    /// When it was submitted.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub created_at: Option<Timestamp>,
    /// When its work began.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub started_at: Option<Timestamp>,
    /// When it ended.
    #[serde(
        default,
        deserialize_with = "lenient::time",
        serialize_with = "written::time"
    )]
    pub finished_at: Option<Timestamp>,
}

/// What came of a task: the parts of `result` that are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskResult {
    /// The assets it made.
    pub asset_ids: Vec<String>,
    /// A completed analysis that began no video: why. Never a success (field notes, "Meaning").
    pub auto_generate_error: Option<String>,
    /// What was missing, when that was the balance.
    pub insufficient: Option<Insufficient>,
}

impl<'de> Deserialize<'de> for TaskResult {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(input)?;
        let mut asset_ids: Vec<String> = value
            .get("asset_id")
            .and_then(lenient::id_of)
            .into_iter()
            .collect();
        let more = value
            .get("asset_ids")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        for id in more.filter_map(lenient::id_of) {
            if !asset_ids.contains(&id) {
                asset_ids.push(id);
            }
        }
        let auto_generate_error = match value.get("auto_generate_error") {
            None | Some(Value::Null | Value::Bool(false)) => None,
            Some(Value::String(text)) if text.is_empty() => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Object(object)) => {
                let word = object.get("error").and_then(lenient::text_of);
                Some(word.unwrap_or_else(|| "unknown".to_owned()))
            }
            Some(other) => Some(other.to_string()),
        };
        Ok(Self {
            asset_ids,
            auto_generate_error,
            insufficient: value.get("insufficient_credits").and_then(Insufficient::of),
        })
    }
}

/// A whole riff: its analysis and its generations.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BatchStatus {
    /// Id, when the service repeats it.
    pub batch_id: Option<String>,
    /// Tasks altogether, as the service counts them.
    pub total: u32,
    /// Completed ones.
    pub completed: u32,
    /// Failed ones.
    pub failed: u32,
    /// Running ones.
    pub running: u32,
    /// Queued ones.
    pub queued: u32,
    /// The tasks that could be read.
    pub tasks: Vec<Task>,
    /// How many could not.
    #[serde(skip)]
    pub skipped: usize,
}

#[derive(Deserialize)]
struct BatchOut {
    #[serde(default, deserialize_with = "lenient::optional_id")]
    batch_id: Option<String>,
    #[serde(default, deserialize_with = "lenient::count")]
    total: u32,
    #[serde(default, deserialize_with = "lenient::count")]
    completed: u32,
    #[serde(default, deserialize_with = "lenient::count")]
    failed: u32,
    #[serde(default, deserialize_with = "lenient::count")]
    running: u32,
    #[serde(default, deserialize_with = "lenient::count")]
    queued: u32,
    tasks: Lossy<Task>,
}

impl Api {
    /// `GET /api/tasks/batch/{batch_id}`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn batch(&self, session: &Session, batch_id: &str) -> Result<BatchStatus, Failure> {
        let batch: BatchOut = self
            .get("/api/tasks/batch/{batch_id}")
            .by(session)
            .id("batch_id", batch_id)
            .read()
            .await?
            .value;
        Ok(BatchStatus {
            batch_id: batch.batch_id,
            total: batch.total,
            completed: batch.completed,
            failed: batch.failed,
            running: batch.running,
            queued: batch.queued,
            tasks: batch.tasks.entries,
            skipped: batch.tasks.skipped,
        })
    }

    /// `GET /api/tasks/{task_id}`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn task(&self, session: &Session, task_id: &str) -> Result<Task, Failure> {
        let answer = self
            .get("/api/tasks/{task_id}")
            .by(session)
            .id("task_id", task_id)
            .read();
        Ok(answer.await?.value)
    }
}

impl Serialize for TaskResult {
    /// Nothing where nothing came of it.
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        if *self == Self::default() {
            return output.serialize_none();
        }
        let mut map = output.serialize_map(None)?;
        if let [first, more @ ..] = &self.asset_ids[..] {
            map.serialize_entry("asset_id", first)?;
            if !more.is_empty() {
                map.serialize_entry("asset_ids", &self.asset_ids)?;
            }
        }
        if let Some(error) = &self.auto_generate_error {
            map.serialize_entry("auto_generate_error", error)?;
        }
        if let Some(missing) = &self.insufficient {
            map.serialize_entry("insufficient_credits", missing)?;
        }
        map.end()
    }
}
