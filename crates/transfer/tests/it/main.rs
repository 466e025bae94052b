//! The engine against servers on loopback, on a clock of the tests' own.

#![allow(clippy::unwrap_used, missing_docs)]

mod answers;
mod bench;
mod clock;
mod control;
mod disk;
mod lanes;
mod random;
mod resume;
mod server;
mod throttle;
mod upload;
mod waiting;
