//! Finished reels, and their way to the disk.

use serde::{Deserialize, Serialize};

use crate::{
    AssetId, CharacterId, Millis, OrderId, ProductId, ProjectKey, Refusal, Service, TaskId,
    TemplateId, TransferId,
};

/// Finished work: a reel of Riffkit (`AssetOut` with `asset_role=final_reel`), or what a project of
/// Hubfluencer came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReelView {
    /// The service's id; one of our own for a result of Hubfluencer.
    pub asset_id: AssetId,
    /// Which service made it.
    #[serde(default)]
    pub service: Service,
    /// What it is.
    #[serde(default)]
    pub form: ReelForm,
    /// The project of Hubfluencer that it is of.
    #[serde(default)]
    pub project: Option<ProjectKey>,
    /// The order of ours that made it, if it was one.
    pub order_id: Option<OrderId>,
    /// What to call it: the service's name of it, else its template's, else the caption's beginning.
    pub title: String,
    /// Suggested copy. Empty when the service gave none.
    pub caption: String,
    /// Suggested hashtags, each beginning with `#`.
    pub hashtags: Vec<String>,
    /// Length in seconds, once known.
    pub duration_seconds: Option<f64>,
    /// Whether there is a picture of it.
    pub has_picture: bool,
    /// Whether there is a raw version of it beside the finished one (`sd_video_url`).
    #[serde(default)]
    pub has_raw: bool,
    /// The template it was made from.
    #[serde(default)]
    pub template_id: Option<TemplateId>,
    /// The template's name.
    #[serde(default)]
    pub template_name: Option<String>,
    /// The character in it.
    #[serde(default)]
    pub character_id: Option<CharacterId>,
    /// The product in it.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// The task that made it: its recap can be asked for.
    #[serde(default)]
    pub task_id: Option<TaskId>,
    /// When the service made it.
    pub created_at: Option<Millis>,
    /// Where it is on disk.
    pub saved: Option<SavedFile>,
}

/// What a finished work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "snake_case")]
pub enum ReelForm {
    /// One video.
    #[default]
    Video,
    /// A set of still slides.
    Carousel {
        /// How many.
        slides: u32,
    },
}

/// Where a reel is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFile {
    /// The file's name; the first one's of a set.
    pub name: String,
    /// The folder as the person reads it, with their home folder as `~`.
    pub folder: String,
    /// Whether it is still there; of a set, whether all of it is.
    pub present: bool,
    /// How many files it is: the slides of a carousel, or one video. What is written beside them is
    /// not counted.
    #[serde(default = "one_file")]
    pub files: u32,
}

const fn one_file() -> u32 {
    1
}

/// One saving of one reel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TransferView {
    /// This saving.
    pub transfer_id: TransferId,
    /// The reel.
    pub asset_id: AssetId,
    /// The reel's title.
    pub title: String,
    /// Whether it goes before the others that wait.
    #[serde(default)]
    pub priority: TransferPriority,
    /// Counts up with each saving that begins to run, to wait, to rest or to want the person: a
    /// higher one of this run did so later.
    #[serde(default)]
    pub since: u64,
    /// How it goes.
    #[serde(flatten)]
    pub state: TransferState,
}

/// Who goes first among the transfers that wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransferPriority {
    /// Before all others.
    First,
    /// In its turn.
    #[default]
    Normal,
}

/// How a transfer goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum TransferState {
    /// Waiting for one of the places.
    Waiting,
    /// Bytes are coming.
    Running {
        /// Bytes on disk.
        received: u64,
        /// Bytes of the whole, when the server said it.
        total: Option<u64>,
        /// Bytes a second, over the last few seconds.
        bytes_per_second: u64,
    },
    /// Nobody answers: it goes on by itself once somebody does.
    AwaitingNetwork {
        /// Bytes on disk.
        received: u64,
        /// Bytes of the whole, when the server said it.
        total: Option<u64>,
        /// When it is tried again.
        retry_at: Millis,
    },
    /// There is a network, and what answers does not do so properly: it goes on by itself once that does.
    AwaitingServer {
        /// Bytes on disk.
        received: u64,
        /// Bytes of the whole, when the server said it.
        total: Option<u64>,
        /// When it is tried again.
        retry_at: Millis,
    },
    /// Stopped where it was. What is there is kept.
    Paused {
        /// Bytes on disk.
        received: u64,
        /// Bytes of the whole, when the server said it.
        total: Option<u64>,
        /// Why, if the person did not ask for it: a full disk goes on by itself once there is room.
        refusal: Option<Refusal>,
    },
    /// Whole, checked and in its place.
    Done {
        /// Where.
        saved: SavedFile,
    },
    /// Not there.
    Failed {
        /// Why.
        refusal: Refusal,
    },
    /// The person cancelled; nothing was left behind.
    Cancelled,
}
