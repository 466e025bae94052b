//! What every command is given.

use std::time::Duration;

use crate::args::Global;
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::output::Output;
use crate::stop::{OwnCode, Stop};

/// After this long without an end, the person is told that it is being stopped.
const NOTICE: Duration = Duration::from_secs(1);

/// One run of `reel`.
#[derive(Debug)]
pub struct Run {
    pub output: Output,
    pub global: Global,
    pub interrupt: Interrupt,
}

impl Run {
    /// Winds `work` down after Ctrl+C: a second press leaves it where it is, which `left` says. For
    /// work whose end is worth waiting for, but not for ever.
    ///
    /// # Errors
    /// [`Exit::NoAnswer`] where it was left; those of the work.
    pub async fn wind_down<T>(
        &self,
        work: impl Future<Output = Result<T, Stop>>,
        left: &'static str,
    ) -> Result<T, Stop> {
        let left = || Stop::own(Exit::NoAnswer, OwnCode::Interrupted, left);
        tokio::pin!(work);
        tokio::select! {
            done = &mut work => return done,
            () = self.interrupt.pressed_again() => return Err(left()),
            () = tokio::time::sleep(NOTICE) => {}
        }
        self.output
            .must_tell(&self.output.words.say("cli-stopping"));
        tokio::select! {
            done = &mut work => done,
            () = self.interrupt.pressed_again() => Err(left()),
        }
    }
}
