//! The typed API against recorded answers.

#![allow(clippy::unwrap_used, missing_docs)]

mod axis;
mod editor;
mod errors;
mod orders;
mod recorded;
mod requests;
mod shapes;
mod storage;
