//! The words that both sides of the window share: views, plans, events, requests and error codes.
//!
//! Only data: `serde` and nothing else, no I/O, and it builds for `wasm32`. The core fills these
//! types, the fronts show them. Nothing here can hold a secret: sessions, device codes and
//! presigned links have no field to travel in.

mod clip;
mod event;
mod order;
mod plan;
mod preferences;
mod reel;
mod refusal;
mod request;
mod session;

pub use clip::{
    ClipReport, ClipView, HARD_SIZE_CAP_BYTES, Limits, Reason, ReasonCode, SOFT_SIZE_CAP_BYTES,
    Verdict,
};
pub use event::{Event, Snapshot};
pub use order::{
    OrderNote, OrderState, OrderView, SourceKind, SourceView, Stage, TaskKind, TaskStatus, TaskView,
};
pub use plan::{Caution, LanguageView, Plan, Review, Source, TEXT_CAP_CHARS, text_length};
pub use preferences::{Language, Preferences, ServerChoice, Theme, VaultChoice};
pub use reel::{ReelView, SavedFile, TransferState, TransferView};
pub use refusal::{Arg, Args, Code, NextStep, Refusal};
pub use request::{Ask, Media, Request, ask};
pub use session::{ServerView, SessionState, SignInEnd, VaultState};

/// Milliseconds since the Unix epoch, UTC.
pub type Millis = i64;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(value: &str) -> Self {
                Self(value.to_owned())
            }
        }
    };
}

id!(/** A clip that the person chose. Stands for a path that the page never sees. */ ClipId);
id!(/** An order of ours, known from before its first byte left. */ OrderId);
id!(/** A reviewed plan, good for one submit of exactly what was shown. */ ReviewId);
id!(/** A task of the service (`TaskOut.id`). */ TaskId);
id!(/** A finished reel of the service (`AssetOut.id`). */ AssetId);
id!(/** One saving of one reel to disk. */ TransferId);
