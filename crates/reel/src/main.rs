//! `reel`: the whole of Reelwright without a window, for scripts and for people at a terminal.

mod args;
mod commands;
mod exit;
mod front;
mod help;
mod interrupt;
mod layout;
mod moment;
mod output;
mod progress;
mod prompt;
mod run;
mod shapes;
mod sign_in;
mod stop;

use std::process::ExitCode;

fn main() -> ExitCode {
    commands::main().into()
}
