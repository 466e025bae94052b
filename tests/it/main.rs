//! The core against the sandbox, from the person's side: one process, both on one clock of ours.

#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod harness;

mod delivery;
mod orders;
mod races;
mod restart;
mod secrets;
mod sign_in;
mod watch;
