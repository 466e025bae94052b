//! What both test programs of `reel` stand on: a sandbox, a home, the real program, and waiting for
//! what it does.

#![allow(dead_code, reason = "each of the two programs uses its part")]

pub mod bench;
pub mod chance;
pub mod gate;
pub mod hub_bench;
pub mod waiting;
