//! The real `reel` against the sandbox: what a script and an agent rely on.

mod bench;
mod check;
mod command_line;
mod gate;
mod interrupted;
mod job;
mod kill;
mod kill_anywhere;
mod not_done;
mod sandbox_command;
mod waiting;
