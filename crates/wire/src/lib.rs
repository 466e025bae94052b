//! HTTP plumbing: one client, classified failures, secrets that can't be printed, uploads measured
//! to the byte, and the retry of reads.
//!
//! Nothing here knows what either service means. This is the only crate that builds a
//! `reqwest::Client`; the rules that keep a credential at its own origin therefore hold everywhere.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod answer;
mod client;
mod credential;
mod detail;
mod download;
mod failure;
mod idempotency;
mod origin;
mod presigned;
mod redaction;
pub mod retry;
mod retry_after;
mod secret;
pub mod upload;
mod weight;
mod write;

pub use answer::Json;
pub use client::{Client, NoClient, Settings};
pub use credential::{Credential, UnusableSecret};
pub use detail::{Detail, Entry};
pub use download::{Portion, Streamed};
pub use failure::{Failure, Outage, Reached, RedirectFault, SourceFault};
pub use idempotency::{IdempotencyKey, UnusableKey};
pub use origin::{Origin, OriginError};
pub use presigned::Presigned;
pub use redaction::redacted;
pub use secret::Secret;
pub use write::{Verb, Write};
