//! Pause, resume and cancel, heard by the work at its safe points.

use tokio::sync::watch;

/// What the person wants of a transfer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// It goes on.
    #[default]
    Run,
    /// It stops for now and keeps what it has.
    Pause,
    /// It stops for good.
    Cancel,
}

/// Why work stopped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// [`Control::pause`].
    #[error("paused")]
    Paused,
    /// [`Control::cancel`].
    #[error("cancelled")]
    Cancelled,
}

/// The handle of one transfer, for those who stop it and for the work itself. Cheap to clone; all
/// clones are the same handle.
#[derive(Clone, Debug, Default)]
pub struct Control {
    wish: watch::Sender<Wish>,
}

impl Control {
    /// A handle whose work runs.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is wanted now.
    pub fn wish(&self) -> Wish {
        *self.wish.borrow()
    }

    /// Wants a pause, unless the work was cancelled.
    pub fn pause(&self) {
        self.change(Wish::Pause);
    }

    /// Wants the work to go on, unless it was cancelled.
    pub fn resume(&self) {
        self.change(Wish::Run);
    }

    /// Ends the work. Nothing takes this back.
    pub fn cancel(&self) {
        self.change(Wish::Cancel);
    }

    fn change(&self, to: Wish) {
        self.wish.send_if_modified(|wish| {
            let changes = *wish != Wish::Cancel && *wish != to;
            if changes {
                *wish = to;
            }
            changes
        });
    }

    /// Whether work may go on.
    ///
    /// # Errors
    /// Why it may not.
    pub fn check(&self) -> Result<(), Stopped> {
        match self.wish() {
            Wish::Run => Ok(()),
            Wish::Pause => Err(Stopped::Paused),
            Wish::Cancel => Err(Stopped::Cancelled),
        }
    }

    /// Resolves when the work is to stop. Cancel-safe.
    pub async fn stopped(&self) -> Stopped {
        match self.until(|wish| wish != Wish::Run).await {
            Wish::Cancel => Stopped::Cancelled,
            Wish::Run | Wish::Pause => Stopped::Paused,
        }
    }

    /// Resolves when the work may go on. Cancel-safe.
    ///
    /// # Errors
    /// [`Stopped::Cancelled`]; never [`Stopped::Paused`].
    pub async fn resumed(&self) -> Result<(), Stopped> {
        match self.until(|wish| wish != Wish::Pause).await {
            Wish::Cancel => Err(Stopped::Cancelled),
            Wish::Run | Wish::Pause => Ok(()),
        }
    }

    /// Resolves when the work was cancelled. Cancel-safe.
    pub async fn cancelled(&self) {
        self.until(|wish| wish == Wish::Cancel).await;
    }

    async fn until(&self, is_it: impl Fn(Wish) -> bool) -> Wish {
        let mut wishes = self.wish.subscribe();
        // The sender is `self`, so it is there until this ends.
        wishes
            .wait_for(|wish| is_it(*wish))
            .await
            .map_or(Wish::Cancel, |wish| *wish)
    }
}
