//! Faults as tests: each row of the table is a fault, how often it was tried, and how often it was
//! survived. `cargo xtask faults` runs the long form, `cargo xtask test` the short one.
//!
//! A fault is survived where nothing was paid twice, nothing that was paid for is lost, what is
//! refused is refused for the right reason, and what was wanted is there once the fault is over. The
//! judges are the sandbox's own books.

#![expect(
    clippy::unwrap_used,
    reason = "a try that can't go on was not survived"
)]

#[path = "../harness/mod.rs"]
mod harness;
/// The core on a clock of the tests' own, as the tests of the whole core have it.
#[allow(
    dead_code,
    unused_imports,
    reason = "the core's own tests use the rest"
)]
#[path = "../../../../tests/it/harness/mod.rs"]
mod world;

mod disk;
mod jobs;
mod keychain;
mod kills;
mod network;
mod options;
mod service;
mod table;
#[cfg(target_os = "linux")]
mod traced;
mod within;

use std::process::ExitCode;
use std::sync::Arc;

use harness::{bench, chance, hub_bench, waiting};
use kills::Controls;
use options::Options;
use table::Table;

fn main() -> ExitCode {
    let Some(options) = Options::read(std::env::args()) else {
        println!(
            "Left out: `cargo xtask faults` runs them, and `cargo xtask test` their short form."
        );
        return ExitCode::SUCCESS;
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let table = runtime.block_on(walk(options));
    // A call that hangs on purpose is not waited for.
    runtime.shutdown_background();
    table.end()
}

/// All groups. Those with a clock of their own work all the time; those with processes wait for the
/// most part, so that several go on at once.
async fn walk(options: Options) -> Table {
    let mut table = Table::begin(options);
    service::group(&mut table);
    table.walk(2).await;
    // What a job costs by itself is the same whatever befalls the next one.
    let controls = Arc::new(Controls::default());
    disk::group(&mut table, &controls);
    keychain::group(&mut table);
    network::group(&mut table, &controls);
    table.walk(4).await;
    kills::group(&mut table, &controls);
    table.walk(4).await;
    table
}
