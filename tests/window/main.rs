//! A real window, driven with real clicks and keys against the sandbox.
//!
//! `cargo xtask test` runs these on a display that nobody sees; without
//! `REELWRIGHT_WINDOW_TESTS` each says that it was skipped.

// A test may fail where it stands.
#![allow(clippy::unwrap_used)]

mod harness;
