//! The real program inside another one that does something to it, such as a tracer.

use std::process::Stdio;

use tokio::process::Command;

/// The same program, with its arguments, variables and pipes, started by `outer`, which is told so at
/// the end of its own arguments.
pub fn within(mut outer: Command, program: &Command) -> Command {
    let program = program.as_std();
    outer.arg(program.get_program()).args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => outer.env(name, value),
            None => outer.env_remove(name),
        };
    }
    outer
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    outer
}
