//! Riffkit's API, typed: one function per endpoint, and no policy.
//!
//! What a caller decides (when to poll, whether to repeat, what to show) is not here. Answers are
//! read with tolerance: unknown values are kept, missing ones default, and one broken entry doesn't
//! lose a list.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod api;
mod asset;
mod balance;
mod device;
mod lenient;
mod riff;
mod session;
mod task;
mod user;

pub use api::Api;
pub use asset::{Asset, AssetFilter, AssetLink, AssetSort, Assets};
pub use balance::{Credits, Insufficient, Ledger, Subscription, insufficient};
pub use device::{Authorization, DeviceCode, PollAnswer};
pub use riff::{Mode, ProductVisibility, RiffOut, RiffRequest, RiffSource, content_type_of};
pub use session::{SESSION_COOKIE, Session};
pub use task::{BatchStatus, Task, TaskFilter, TaskKind, TaskResult, TaskStatus, Tasks};
pub use user::{Settings, User, VideoLanguage};
pub use wire::{Failure, Origin, Portion, Secret, Streamed};
