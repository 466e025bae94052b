//! Orders and their tasks as a front shows them.

use serde::{Deserialize, Serialize};

use crate::{
    AssetId, ChosenCharacter, ChosenProduct, ClipId, Millis, OrderId, ProductWorkId, Refusal,
    TaskId, TemplateId,
};

/// What an order was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceView {
    /// Clip, link or template.
    pub kind: SourceKind,
    /// File name, the link without its query, or the template's name.
    pub name: String,
    /// Length in seconds, of a clip.
    pub duration_seconds: Option<f64>,
    /// For its picture, while the clip's file is known to this run.
    #[serde(default)]
    pub clip_id: Option<ClipId>,
    /// The template, of one.
    #[serde(default)]
    pub template_id: Option<TemplateId>,
}

/// The kinds of source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A local file.
    Clip,
    /// A TikTok link.
    Link,
    /// A template of the service.
    Template,
}

/// Where an order stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum OrderState {
    /// Confirmed, but the service asked for a sign-in first. Goes on by itself after it.
    AwaitingSignIn,
    /// Its new product is being written; the order itself has not left yet.
    Preparing {
        /// The writing. When it has failed or is paused, resuming it goes on with the order.
        work_id: ProductWorkId,
    },
    /// On its way. For a link, `total` is `None`.
    Sending {
        /// Bytes that left.
        sent: u64,
        /// Bytes of the whole request.
        total: Option<u64>,
    },
    /// It left and no answer came: it may have been taken. Never sent again by itself.
    InDoubt {
        /// What the service's own lists say of it.
        #[serde(default)]
        search: DoubtSearch,
    },
    /// Taken; the service works on it.
    Working {
        /// How far.
        stage: Stage,
    },
    /// Every task has ended and at least one reel is ready.
    Ready,
    /// Every task has ended and there is no reel.
    Failed,
    /// Every task was cancelled.
    Cancelled,
    /// The service refused it: nothing was taken.
    Refused,
    /// It was stopped before the whole of it had left: nothing was taken.
    NotSent,
    /// It was in doubt, and the person said that it was not taken.
    GivenUp,
}

impl OrderState {
    /// Whether the service still works on it, or it is still on its way.
    pub fn is_open(&self) -> bool {
        matches!(
            self,
            Self::AwaitingSignIn
                | Self::Preparing { .. }
                | Self::Sending { .. }
                | Self::Working { .. }
                | Self::InDoubt { .. }
        )
    }
}

/// What looking for an order in doubt has brought. One certain match is adopted, and the order is in
/// doubt no longer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "search", rename_all = "snake_case")]
pub enum DoubtSearch {
    /// Not found yet, and it may still appear: it is looked for again.
    Looking {
        /// When the next look begins; none where that is about to, or nobody has looked yet.
        #[serde(default)]
        next_at: Option<Millis>,
    },
    /// The service's lists could not be read. The time is the next try's; none before a sign-in.
    Unreadable {
        /// When it is tried again.
        retry_at: Option<Millis>,
    },
    /// It was ordered with another account than the one that is signed in, whose lists say nothing of it.
    OtherAccount {
        /// The account that ordered it, by the name that the person knows.
        account: String,
    },
    /// It is not in the lists of who is signed in, and nobody knows which account ordered it: its name
    /// was not known yet when the order left, and there was another sign-in since.
    AccountUnknown {
        /// Whose lists are without it, where that is known.
        asked: Option<String>,
    },
    /// It is not in the service's lists, longer than the service ever takes to list one: by all signs
    /// it was not taken. Only the person says so.
    NotTaken {
        /// How long after it left the service's lists were still without it, in milliseconds.
        missing_for: Millis,
    },
    /// Several could be it: the person chooses.
    Several {
        /// The nearest in time first.
        candidates: Vec<Candidate>,
    },
}

impl Default for DoubtSearch {
    fn default() -> Self {
        Self::Looking { next_at: None }
    }
}

/// A batch of the service that could be an order in doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Candidate {
    /// The service's handle.
    pub batch_id: String,
    /// When the service took it, by this machine's clock.
    pub created_at: Option<Millis>,
    /// Its template's name, which for a clip or a link the service gave it.
    pub template_name: Option<String>,
    /// Its creative direction.
    pub direction: Option<String>,
    /// How many tasks it has, as far as they are known.
    pub tasks: u32,
    /// Where its furthest task stands.
    pub status: TaskStatus,
}

/// The real stages of a riff that was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// Waiting for one of the service's places.
    Queued,
    /// The source is being analysed.
    Analysing {
        /// The service's own figure, 1-100, when it gave one.
        progress: Option<u8>,
    },
    /// The analysis has ended; the generation waits.
    Analysed,
    /// The video is being made.
    Generating {
        /// The service's own figure, 1-100, when it gave one.
        progress: Option<u8>,
    },
}

/// A quiet word about an open order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "note", rename_all = "snake_case")]
pub enum OrderNote {
    /// Queued for over two minutes: the service is at its limit of 10 at once.
    ServiceBusy,
    /// Over 15 minutes: looked at less often from now on.
    TakingLong,
    /// The last looks failed. The time is the next try's.
    Unreachable {
        /// When it is tried again.
        retry_at: Millis,
    },
    /// The service says that it does not know the order's batch. It is asked for in every list, until
    /// this moment.
    Vanished {
        /// When it is given up.
        until: Millis,
    },
    /// The session has ended; watching goes on after a sign-in.
    SignInNeeded,
    /// It was ordered with another account than the one that is signed in, which the service tells
    /// nothing of it; watching goes on after that one's sign-in.
    OtherAccount {
        /// The account that ordered it, by the name that the person knows.
        account: String,
    },
}

/// What a task does (`TaskOut.type`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Template analysis.
    Analyze,
    /// Riff generation.
    Pipeline,
    /// A kind that the contract does not name, as the service wrote it.
    Other(String),
}

/// Where a task stands (`TaskOut.status`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Waiting for a place.
    Queued,
    /// Being worked on.
    Running,
    /// Output is there.
    Completed,
    /// An ordinary failure.
    Failed,
    /// Reaped by a restart of the service.
    Dead,
    /// Cancelled.
    Cancelled,
    /// A status that the contract does not name, as the service wrote it.
    Other(String),
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

/// A task as a front shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TaskView {
    /// The service's id.
    pub task_id: TaskId,
    /// Analysis or generation.
    pub kind: TaskKind,
    /// Where it stands.
    pub status: TaskStatus,
    /// 0-100, the service's own figure.
    pub progress: u8,
    /// The service's own name of the step: a detail, never the only sign of progress.
    pub step: Option<String>,
    /// The service's own words on a failure.
    pub error: Option<String>,
    /// A completed analysis that began no video, which is never a success; or a failure of which
    /// the service says that it is its video engine's.
    pub refusal: Option<Refusal>,
    /// The reels it made.
    #[serde(default)]
    pub asset_ids: Vec<AssetId>,
    /// When it was submitted.
    pub created_at: Option<Millis>,
    /// When it ended.
    pub finished_at: Option<Millis>,
    /// Until when the service takes a retry of it (24 h after it failed or died). `None` where it
    /// can't be retried.
    #[serde(default)]
    pub retry_until: Option<Millis>,
}

/// An order as a front shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderView {
    /// Ours, from before the first byte.
    pub order_id: OrderId,
    /// The service's handle, once it answered.
    pub batch_id: Option<String>,
    /// What it was made from.
    pub source: SourceView,
    /// Language code that was sent.
    pub language: String,
    /// Creative direction that was sent.
    pub direction: String,
    /// Hook hint that was sent.
    pub hint: String,
    /// The characters. Empty: Auto.
    #[serde(default)]
    pub characters: Vec<ChosenCharacter>,
    /// The product.
    #[serde(default)]
    pub product: Option<ChosenProduct>,
    /// Where it stands.
    #[serde(flatten)]
    pub state: OrderState,
    /// A quiet word.
    pub note: Option<OrderNote>,
    /// Why it ended without a reel.
    pub refusal: Option<Refusal>,
    /// Whether the service gave a top-up link with its refusal (the link itself stays in the core).
    pub can_top_up: bool,
    /// The service's tasks.
    pub tasks: Vec<TaskView>,
    /// The reels it made, once known.
    pub reels: Vec<AssetId>,
    /// When it was confirmed.
    pub created_at: Millis,
    /// When the service was last heard.
    pub heard_at: Option<Millis>,
    /// When it ended.
    pub ended_at: Option<Millis>,
}
