//! Reading the service's whole list of reels into the journal, so that a search finds them all.

use std::sync::Mutex;

use contract::{Millis, Refusal};
use riffkit::AssetQuery;

use super::PAGE;
use super::merging::Seams;
use super::records::records;
use crate::Studio;
use crate::lock::held;

/// Pages that one reading asks for: 10,000 reels.
const MOST_PAGES: u32 = 50;
/// A list that was read so lately is not read again unasked.
const FRESH_FOR: Millis = 60 * 1000;

/// How far the service's list is known here.
#[derive(Default)]
pub(crate) struct LibrarySync {
    /// Who has it reads: one at a time.
    turn: tokio::sync::Mutex<()>,
    state: Mutex<State>,
    /// Where the pages of merged lists ended.
    pub(super) seams: Seams,
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    /// When the list was last asked for.
    asked_at: Option<Millis>,
    /// Whether this run has once read it to its end: only what is new is read from then on.
    is_whole: bool,
}

impl Studio {
    /// Reads the service's list of reels again, newest first, and keeps it.
    ///
    /// # Errors
    /// Those of the read; what is kept locally stays.
    pub async fn refresh_library(&self) -> Result<(), Refusal> {
        let _turn = self.core.sync.turn.lock().await;
        self.sync_library().await
    }

    /// Reads it in the background, unless that was done a moment ago or is being done.
    pub(super) fn sync_library_soon(&self) {
        let now = self.core.now();
        {
            let mut state = held(&self.core.sync.state);
            let fresh = state.asked_at.is_some_and(|at| now - at < FRESH_FOR);
            if fresh || !self.core.sessions.is_signed_in() {
                return;
            }
            state.asked_at = Some(now);
        }
        let studio = self.clone();
        self.core.spawn(async move {
            // Whoever reads already, reads for this one too.
            let Ok(_turn) = studio.core.sync.turn.try_lock() else {
                return;
            };
            if let Err(refusal) = studio.sync_library().await {
                tracing::info!(%refusal, "the library could not be read to its end");
            }
        });
    }

    async fn sync_library(&self) -> Result<(), Refusal> {
        let core = &self.core;
        held(&core.sync.state).asked_at = Some(core.now());
        let is_whole = held(&core.sync.state).is_whole;
        for page in 1..=MOST_PAGES {
            let filter = AssetQuery {
                page: Some(page),
                limit: Some(PAGE),
                ..AssetQuery::final_reels()
            };
            let found = self.assets(filter).await?;
            let (read, skipped) = (found.assets.len(), found.skipped);
            let kept = core
                .journal
                .keep_reels(&core.server_name, records(&found.assets));
            let new = kept.await?;
            tracing::debug!(page, read, skipped, new, "reels");
            // What could not be read counts too: more pages may follow it.
            if read + skipped < PAGE as usize || (is_whole && new == 0) {
                break;
            }
        }
        held(&core.sync.state).is_whole = true;
        Ok(())
    }
}
