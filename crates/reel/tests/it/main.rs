//! The real `reel` against the sandbox: what a script and an agent rely on.

mod bench;
mod catalogue;
mod check;
mod command_line;
mod gate;
mod interrupted;
mod job;
mod kill;
mod kill_anywhere;
mod languages;
mod not_done;
mod orders_from_templates;
mod products;
mod references;
mod retries;
mod sandbox_command;
mod tasks;
mod usage;
mod waiting;
