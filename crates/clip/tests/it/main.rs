//! What a person's file comes to: its facts, its verdict, and how little of it is read.

#![allow(
    clippy::unwrap_used,
    reason = "a test that can't set its scene stops there"
)]

mod bounds;
mod corpus;
mod facts;
mod hostile;
mod identity;
mod mutations;
mod paths;
mod reading;
mod support;
mod verdicts;

#[global_allocator]
static ALLOCATOR: heap::Accounting = heap::Accounting;
