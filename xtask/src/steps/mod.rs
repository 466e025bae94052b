//! One file per task.

pub mod api_test;
pub mod arrows;
pub mod bench;
pub mod build;
pub mod bundle;
pub mod coverage;
pub mod demo;
pub mod deny;
pub mod dev;
pub mod faults;
pub mod icons;
pub mod packages;
pub mod page;
pub mod pictures;
pub mod promises;
pub mod room;
pub mod run;
pub mod s3_test;
pub mod second_try;
pub mod setup;
pub mod sources;
pub mod tally;
pub mod test;
pub mod wasm;
pub mod window_tests;
