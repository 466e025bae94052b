//! The typed API against recorded answers, and against the sandbox.

#![allow(clippy::unwrap_used, missing_docs)]

mod axis;
mod deployed;
mod editor;
mod errors;
mod foreign_storage;
mod hostile;
mod orders;
mod recorded;
mod requests;
mod sandbox;
mod sandbox_editor;
mod shapes;
mod storage;
#[path = "../../../riffkit/tests/it/wild.rs"]
mod wild;
