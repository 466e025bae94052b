//! The service's tasks, also those that were not ordered from here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    CharacterId, Extraction, Millis, OrderId, OverLimit, ProductId, RetryId, TaskId, TaskView,
    TemplateId,
};

/// Tasks asked for at once.
pub const TASKS_PAGE: u32 = 50;

/// Which tasks (`GET /api/tasks`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TaskQuery {
    /// Statuses in the service's words. Empty: all.
    #[serde(default)]
    pub status: Vec<String>,
    /// `pipeline`, `analyze`, or empty for both.
    #[serde(default, rename = "type")]
    pub kind: String,
    /// From this day (`YYYY-MM-DD`, the person's own) or moment (ISO 8601). Empty: from the first.
    #[serde(default)]
    pub date_from: String,
    /// To the end of this day or moment. Empty: to the last.
    #[serde(default)]
    pub date_to: String,
    /// Who submitted them: a user's id. Empty: anybody of the scope.
    #[serde(default)]
    pub submitted_by: String,
    /// How many at most, 1-500. 0: [`TASKS_PAGE`].
    #[serde(default)]
    pub limit: u32,
    /// How many to pass over.
    #[serde(default)]
    pub offset: u32,
}

/// A piece of the service's list of tasks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskPage {
    /// The tasks, newest first.
    pub tasks: Vec<TaskDetail>,
    /// How many there are in all for this query, when the service said it.
    pub total: Option<u64>,
    /// How many were passed over.
    pub offset: u32,
}

/// A task with what it was ordered with (`TaskOut`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskDetail {
    /// How it goes.
    pub task: TaskView,
    /// The order of ours that it belongs to, if it is one.
    pub order_id: Option<OrderId>,
    /// Its batch.
    pub batch_id: Option<String>,
    /// The template.
    pub template_id: Option<TemplateId>,
    /// The template's name at that time.
    pub template_name: Option<String>,
    /// The character.
    pub character_id: Option<CharacterId>,
    /// The product.
    pub product_id: Option<ProductId>,
    /// `on_camera`, `off_camera`, `no_product`, or what else the service wrote.
    pub visibility: Option<String>,
    /// Language code.
    pub language: Option<String>,
    /// Creative direction.
    pub direction: Option<String>,
    /// Hook hint.
    pub hint: Option<String>,
    /// Number of video segments.
    pub segments: Option<u32>,
    /// Who submitted it: a user's id.
    pub submitted_by: Option<String>,
    /// The same person's e-mail, in a team whose members are known.
    pub submitted_by_email: Option<String>,
    /// When it was begun.
    pub started_at: Option<Millis>,
    /// Whether the service may take a Cancel of it.
    pub can_cancel: bool,
    /// Whether the service may take a retry of it: failed or dead, and younger than a day.
    pub can_retry: bool,
}

/// Counts for the badges (`GET /api/tasks/stats`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskStats {
    /// All of them.
    pub total: u64,
    /// By type, in the service's words.
    pub by_type: BTreeMap<String, u64>,
    /// By status, in the service's words.
    pub by_status: BTreeMap<String, u64>,
}

/// What a retry means, before the yes. Its id retries exactly this task, once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RetryReview {
    /// Good for one retry.
    pub retry_id: RetryId,
    /// The task.
    pub task_id: TaskId,
    /// What it can cost at most, in seconds of video.
    pub at_most_seconds: Option<f64>,
    /// What is left, in seconds of video.
    pub left_seconds: Option<f64>,
    /// The limits that it would go over: an extra yes comes first.
    #[serde(default)]
    pub over_limits: Vec<OverLimit>,
    /// What the person can mend first, so that it does not fail again.
    pub causes: Vec<FixableCause>,
}

/// Something that may make the same task fail again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "snake_case")]
pub enum FixableCause {
    /// The template's analysis is stale: analyse it again first.
    StaleTemplate {
        /// Which.
        template_id: TemplateId,
    },
    /// The failure speaks of the product or its images.
    ProductImages {
        /// Which.
        product_id: ProductId,
    },
    /// The character can't act (any more).
    Character {
        /// Which.
        character_id: CharacterId,
    },
    /// The same task has failed after two retries.
    FailedBefore,
}

/// What the engine extracted and rewrote for a task (`TaskContentOut`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Recap {
    /// What was extracted from the source.
    pub extraction: Option<Extraction>,
    /// What was made of it.
    pub rewrite: Option<Rewrite>,
    /// The template's name.
    pub template_name: Option<String>,
    /// The creative direction.
    pub direction: Option<String>,
    /// The hook hint.
    pub hint: Option<String>,
}

/// What the engine wrote for a riff.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rewrite {
    /// The story.
    pub story: String,
    /// The dialogue, a line each.
    pub dialogue: Vec<String>,
    /// The caption.
    pub caption: String,
    /// The hashtags, each beginning with `#`.
    pub hashtags: Vec<String>,
}
