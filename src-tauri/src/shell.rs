//! What the shell holds while it runs, and how it lets go of it.

use std::sync::{Mutex, PoisonError, RwLock, mpsc};
use std::time::Duration;

use contract::{Event, HubEvent, OrderState, Preferences, TransferState};
use sandbox::Attachment;
use studio::Studio;
use tauri::{AppHandle, Emitter as _, Manager as _};
use words::Words;

use crate::media::MediaServer;
use crate::ports::dialogs::Dialogs;
use crate::ports::notifier;
use crate::tray::Tray;
use crate::window;

/// The one event that the page hears.
const EVENT: &str = "core";

/// Time for uploads and transfers to stop and for the sandbox to write its records. What is not
/// done by then is recovered at the next start.
const FAREWELL: Duration = Duration::from_secs(5);

/// Everything that the commands and the window's events need.
pub struct Shell {
    /// The core.
    pub studio: Studio,
    /// Links to what the page plays and shows.
    pub media: MediaServer,
    /// The system's file dialogs.
    pub dialogs: Dialogs,
    /// The embedded sandbox, where this run has one.
    sandbox: Mutex<Option<Attachment>>,
    /// The tray's icon, where the desktop has a tray.
    pub tray: Option<Tray>,
    words: RwLock<Words>,
}

impl Shell {
    /// A shell around an opened core.
    pub fn new(
        studio: Studio,
        media: MediaServer,
        sandbox: Option<Attachment>,
        tray: Option<Tray>,
        words: Words,
    ) -> Self {
        let dialogs = Dialogs::default();
        let (sandbox, words) = (Mutex::new(sandbox), RwLock::new(words));
        Self {
            studio,
            media,
            dialogs,
            sandbox,
            tray,
            words,
        }
    }

    /// The words of the person's language.
    pub fn words(&self) -> Words {
        self.words
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Whether something runs that closing the window would interrupt.
    pub fn is_working(&self) -> bool {
        let orders = self.studio.orders().into_iter().any(|order| {
            matches!(
                order.state,
                OrderState::Sending { .. } | OrderState::Working { .. }
            )
        });
        orders
            || self.studio.is_writing_products()
            || self.studio.is_uploading()
            || self.studio.is_sending_footage()
            || self.studio.awaits_step()
            || self.studio.transfers().into_iter().any(|transfer| {
                matches!(
                    transfer.state,
                    TransferState::Waiting | TransferState::Running { .. }
                )
            })
    }

    /// Brings what the shell itself shows in line with the settings.
    fn follow(&self, app: &AppHandle, preferences: &Preferences) {
        window::follow_theme(app, preferences.theme);
        let language = preferences.language.unwrap_or_else(words::system_language);
        if language != self.words().language() {
            let words = Words::of(language);
            if let Some(tray) = &self.tray {
                tray.speak(&words);
            }
            *self.words.write().unwrap_or_else(PoisonError::into_inner) = words;
        }
    }

    async fn announce(&self, app: &AppHandle, reel: &contract::AssetId) {
        if window::has_focus(app) || !self.studio.preferences().notify {
            return;
        }
        let title = self
            .studio
            .reel(reel)
            .await
            .map(|reel| reel.title)
            .unwrap_or_default();
        notifier::reel_ready(app, &self.words(), &title);
    }
}

/// Hands one of the core's events to the page, and does the shell's own part of it.
pub async fn hear(app: &AppHandle, event: Event) {
    if let Some(shell) = app.try_state::<Shell>() {
        match &event {
            Event::Preferences(preferences) => shell.follow(app, preferences),
            Event::ReelReady { asset_id, .. } => shell.announce(app, asset_id).await,
            Event::Hub(event) => {
                if let HubEvent::ProjectReady(project) = event.as_ref()
                    && let Ok(Some(asset_id)) = shell.studio.project_asset(project).await
                {
                    shell.announce(app, &asset_id).await;
                }
            }
            _ => {}
        }
    }
    if let Err(error) = app.emit_to(window::MAIN, EVENT, &event) {
        tracing::warn!(%error, "an event could not be handed to the page");
    }
}

/// Closes the core and the sandbox, within a time limit.
pub fn close(app: &AppHandle) {
    let Some(shell) = app.try_state::<Shell>() else {
        return;
    };
    let studio = shell.studio.clone();
    let sandbox = shell
        .sandbox
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take();
    let closed = done_within(FAREWELL, async move {
        studio.close().await;
        if let Some(sandbox) = sandbox {
            sandbox.stop().await;
        }
    });
    if !closed {
        tracing::warn!("closing took too long and was left to the next start");
    }
}

/// Whether some work is done in time.
///
/// The limit is kept by this thread's own clock. The runtime's stands still while each of its
/// workers waits for the window's thread, which answers nobody any more once it is here.
fn done_within(limit: Duration, work: impl Future<Output = ()> + Send + 'static) -> bool {
    let (tell, told) = mpsc::channel();
    tauri::async_runtime::spawn(async move {
        work.await;
        // Nobody listens once the limit is over.
        let _ = tell.send(());
    });
    told.recv_timeout(limit).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_comes_though_every_worker_of_the_runtime_waits_for_the_window() {
        assert!(done_within(FAREWELL, async {}), "it is done at once");

        let (let_go, gate) = mpsc::channel::<()>();
        let gate = std::sync::Arc::new(Mutex::new(gate));
        let workers = std::thread::available_parallelism().map_or(1, usize::from);
        for _ in 0..=workers {
            let gate = gate.clone();
            tauri::async_runtime::spawn(async move {
                // Each stands here until there is nobody left to let it go.
                let _ = gate.lock().unwrap_or_else(PoisonError::into_inner).recv();
            });
        }
        let (ended, end) = mpsc::channel();
        std::thread::spawn(move || {
            ended.send(done_within(
                Duration::from_millis(50),
                std::future::pending(),
            ))
        });
        let in_time = end.recv_timeout(FAREWELL);
        drop(let_go);
        assert_eq!(in_time, Ok(false), "it gave up by itself");
    }
}
