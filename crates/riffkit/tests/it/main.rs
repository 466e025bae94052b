//! The typed API against recorded answers, and against the sandbox.

#![allow(clippy::unwrap_used, missing_docs)]

mod answers;
mod orders;
mod recorded;
mod sandbox;
mod sign_in;
