//! The desktop's side of the core's ports, and what else of the system the shell calls.

pub mod browser;
pub mod dialogs;
pub mod ffmpeg;
pub mod notifier;
pub mod outbox;
pub mod preferences;
