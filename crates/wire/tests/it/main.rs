//! The client against small servers on loopback that do exactly one thing.

#![allow(clippy::unwrap_used, missing_docs)]

mod download;
mod gated;
mod hostile;
mod json;
mod object;
mod paced;
mod redirects;
mod retry;
mod server;
mod upload;
mod upload_broken;
mod writes;

#[global_allocator]
static ALLOCATOR: heap::Accounting = heap::Accounting;
