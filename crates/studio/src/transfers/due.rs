//! Reels that save themselves: at once, or, where the person is still at work on them, when that has
//! come to rest.
//!
//! That a reel is to be saved is in the journal before it is told, so that no end of this program
//! loses it. The window alone does this; the command line says what it wants saved.

use std::time::Duration;

use contract::{AssetId, Code, Event, Millis, Refusal};
use tokio::sync::Notify;

use crate::Studio;
use crate::studio::AutoSave;

/// How long the slides of a carousel must have been left alone before the new set is saved: each
/// change of one of them makes a whole new set, and only the last one is wanted on disk.
const QUIET: Millis = 2 * 60 * 1000;
/// What could not be looked up is looked up again after this.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// Wakes who saves what is due.
#[derive(Debug, Default)]
pub(crate) struct Due {
    changed: Notify,
}

impl Studio {
    /// When a reel that is ready now saves itself. None: the person does not want that.
    pub(crate) fn saves_itself_at(&self, is_edited: bool) -> Option<Millis> {
        let core = &self.core;
        let saves =
            core.auto_save == AutoSave::ByPreference && core.preferences().save_automatically;
        let wait = if is_edited { QUIET } else { 0 };
        saves.then(|| core.now().saturating_add(wait))
    }

    /// Notes that reels save themselves, unless they are saved already. Several are of one service.
    pub(crate) async fn want_saved(&self, reels: &[AssetId], at: Option<Millis>) {
        let (Some(at), Some(first)) = (at, reels.first()) else {
            return;
        };
        let noted = self
            .core
            .journal
            .want_saved(self.server_of(first), reels, at);
        if let Err(refusal) = noted.await {
            self.core.tell(Event::Trouble(refusal));
        }
        self.core.transfers.due.changed.notify_one();
    }

    /// Saves what is due, for as long as the studio is open.
    pub(crate) async fn save_due_forever(self) {
        if self.core.auto_save != AutoSave::ByPreference {
            return;
        }
        loop {
            let next = match self.save_due().await {
                Ok(next) => next,
                Err(refusal) => {
                    self.core.tell(Event::Trouble(refusal));
                    Some(LOOK_AGAIN)
                }
            };
            let clock = &*self.core.ports.clock;
            let wait = async {
                match next {
                    Some(wait) => clock.sleep(wait).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = self.core.transfers.due.changed.notified() => {}
                () = wait => {}
            }
        }
    }

    /// Begins what is due now. How long it is until the next is.
    async fn save_due(&self) -> Result<Option<Duration>, Refusal> {
        let core = &self.core;
        let (riffkit, hub) = (core.server_name.as_str(), core.hub.server_name());
        let mut due = core.journal.due_reels(riffkit).await?;
        if hub != riffkit {
            due.extend(core.journal.due_reels(hub).await?);
        }
        let mut next: Option<Millis> = None;
        for (asset_id, at) in due {
            let wait = at.saturating_sub(core.now());
            if wait > 0 {
                next = Some(next.map_or(wait, |next| next.min(wait)));
            } else {
                self.save_by_itself(&asset_id).await?;
            }
        }
        let length = |wait| Duration::from_millis(u64::try_from(wait).unwrap_or_default());
        Ok(next.map(length))
    }

    async fn save_by_itself(&self, asset_id: &AssetId) -> Result<(), Refusal> {
        let core = &self.core;
        if core.preferences().save_automatically && self.saved_path(asset_id).await.is_none() {
            match self.save(asset_id).await {
                Ok(_) => {}
                // Gone from the library meanwhile.
                Err(refusal) if refusal.code == Code::Unknown => {}
                Err(refusal) => core.tell(Event::Trouble(refusal)),
            }
        }
        core.journal
            .forget_due(self.server_of(asset_id), asset_id)
            .await
    }
}
