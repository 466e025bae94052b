//! Riffkit's API, typed: one function per endpoint, and no policy.
//!
//! What a caller decides (when to poll, whether to repeat, what to show) is not here. Answers are
//! read with tolerance: unknown values are kept, missing ones default, and one broken entry doesn't
//! lose a list.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod anomaly;
mod api;
mod asset;
mod asset_upload;
mod balance;
mod call;
mod character;
mod device;
mod extraction;
mod formula;
mod pipeline;
mod plan;
mod problem;
mod product;
mod riff;
mod scope;
mod session;
mod task;
mod task_content;
mod task_control;
mod task_list;
mod text;
mod usage;
mod user;
mod version;
mod written;

pub use anomaly::{Anomaly, AnomalyKind, Endpoint, Watcher};
pub use api::{Api, Timekeeper};
pub use asset::{Asset, AssetLink, AssetQuery, AssetSort, AssetType, Assets, CreatedWindow};
pub use asset_upload::NewAsset;
pub use balance::{Credits, Insufficient, Ledger, insufficient};
pub use character::{AgeRange, AvatarReview, AvatarStatus, Character, CharacterStats, Gender};
pub use device::{Authorization, DeviceCode, PollAnswer};
pub use extraction::{EntityKind, ExtractionSummary, OnScreen, SpeechMode, TranscriptLine};
pub use formula::{
    Formula, FormulaDetail, FormulaPage, FormulaQuery, FormulaSort, FormulaStatus,
    FormulaVisibility, PIPELINE, QueuedTask,
};
pub use pipeline::{BatchOrder, PipelineBatch};
pub use plan::{Plan, Subscription};
pub use problem::{Limit, Problem};
pub use product::{
    CaptionStatus, ContentPolicy, ImageSource, NewImage, NewProduct, Product, ProductImage,
};
pub use riff::{Mode, ProductVisibility, RiffOut, RiffRequest, RiffSource, content_type_of};
pub use scope::Member;
pub use session::{SESSION_COOKIE, Session};
pub use task::{BatchStatus, Task, TaskKind, TaskResult, TaskStatus};
pub use task_content::{Passage, Rewrite, TaskContent};
pub use task_control::TaskAnswer;
pub use task_list::{Bound, StatsQuery, TaskPage, TaskQuery, TaskStats};
pub use usage::{DailyBudget, UsageDay, UsageSummary};
pub use user::{Role, Settings, User, VideoLanguage};
pub use wire::upload::{Aborted, FilePart, Hooks};
pub use wire::{Failure, Origin, Portion, Secret, Streamed};
