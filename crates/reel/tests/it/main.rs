//! The real `reel` against the sandbox: what a script and an agent rely on.

#[path = "../harness/mod.rs"]
mod harness;

#[cfg(unix)]
mod at_a_terminal;
mod catalogue;
mod check;
mod command_line;
mod hub_account;
mod hub_carousel;
mod hub_editor;
mod hub_kill;
mod hub_money;
mod hub_session;
mod hub_short;
mod hub_uploads;
mod interrupted;
mod job;
mod kill;
mod kill_anywhere;
mod languages;
mod limits;
mod not_done;
mod orders_from_templates;
mod products;
mod queue;
mod references;
mod retries;
mod sandbox_command;
mod tasks;
mod usage;

use harness::{bench, chance, gate, hub_bench, waiting};
