//! Ctrl+C, so that a command can wind down and say what became of things.

use std::future::Future;

use tokio::sync::watch;

use crate::exit::Exit;
use crate::stop::{OwnCode, Stop};

/// How often Ctrl+C was pressed in this run. Once pressed it stays so: everything winds down.
#[derive(Clone, Debug)]
pub struct Interrupt(watch::Receiver<u32>);

impl Interrupt {
    /// Listens from now on. The system's own way, which ends the process at once, is off then.
    pub fn listen() -> Self {
        let (sender, receiver) = watch::channel(0);
        // Registered before this returns, so that no press is lost. Where that fails, the system's
        // own way stays.
        if let Ok(mut presses) = presses() {
            tokio::spawn(async move {
                while presses.recv().await.is_some() {
                    sender.send_modify(|count| *count += 1);
                }
            });
        }
        Self(receiver)
    }

    /// Resolves once it was pressed.
    pub async fn pressed(&self) {
        self.pressed_times(1).await;
    }

    /// Resolves once it was pressed a second time: the person is out of patience.
    pub async fn pressed_again(&self) {
        self.pressed_times(2).await;
    }

    async fn pressed_times(&self, times: u32) {
        if self
            .0
            .clone()
            .wait_for(|presses| *presses >= times)
            .await
            .is_err()
        {
            // Nothing listens (no signals on this system): nobody will press.
            std::future::pending::<()>().await;
        }
    }

    /// Does `work` unless it is interrupted. For work that costs nothing and may be left anywhere.
    ///
    /// # Errors
    /// The stop of an interrupted command, or that of the work.
    pub async fn or<T>(&self, work: impl Future<Output = Result<T, Stop>>) -> Result<T, Stop> {
        tokio::select! {
            done = work => done,
            () = self.pressed() => {
                Err(Stop::own(Exit::NotConfirmed, OwnCode::Interrupted, "cli-stopped"))
            }
        }
    }
}

#[cfg(unix)]
fn presses() -> std::io::Result<tokio::signal::unix::Signal> {
    tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt())
}

#[cfg(windows)]
fn presses() -> std::io::Result<tokio::signal::windows::CtrlC> {
    tokio::signal::windows::ctrl_c()
}
