//! What every command is given.

use crate::args::Global;
use crate::interrupt::Interrupt;
use crate::output::Output;

/// One run of `reel`.
#[derive(Debug)]
pub struct Run {
    pub output: Output,
    pub global: Global,
    pub interrupt: Interrupt,
}
