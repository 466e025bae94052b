//! Watching what the service makes of the clips that it has: one look an ad and turn, until each is
//! ready or failed.

use std::time::Duration;

use contract::{FootageId, Millis, Refusal};
use hubfluencer::Upload;

use super::pieces::{Heard, Piece};
use super::sending::End;
use crate::Studio;
use crate::journal::FootagePhase;

/// Seconds between two looks (contract, "Polling guidance").
const PACE_SECONDS: u8 = 15;
/// The stated longest wait: looked at less often from then on.
const LONG_AFTER: Millis = 10 * 60 * 1000;
const LONG_PACE: Duration = Duration::from_secs(60);

impl Studio {
    /// Looks at what the service processes, forever.
    pub(crate) async fn watch_footage(self) {
        let hub = &self.core.hub;
        let mut session = hub.sessions.changes();
        loop {
            // Nobody asks without a token.
            let open = match hub.sessions.current() {
                Some(_) => self.processing_slugs(),
                None => Vec::new(),
            };
            let first = hub.footage.turns.first(open, self.core.now());
            let turn = tokio::select! {
                turn = hub.footage.turns.wait(first, &*self.core.ports.clock) => turn,
                changed = session.changed() => match changed {
                    Ok(()) => None,
                    Err(_) => return,
                },
            };
            let Some(slug) = turn else { continue };
            let pace = self.footage_pace(&slug);
            match self.ask_uploads(&slug).await {
                Ok(uploads) => {
                    self.hear_uploads(&slug, &uploads).await;
                    hub.footage.turns.heard(&slug, pace, self.core.now());
                }
                Err(refusal) => {
                    tracing::info!(%refusal, "the uploads of an ad could not be read");
                    let now = self.core.now();
                    hub.footage.turns.missed(&slug, pace, None, now);
                }
            }
        }
    }

    /// The service looks at a clip from now on: so do we, a turn later.
    pub(super) fn watch_processing(&self, footage_id: &FootageId) {
        let footage = &self.core.hub.footage;
        if let Some(slug) = footage.read(footage_id, |piece| piece.record.slug.clone()) {
            let pace = self.footage_pace(&slug);
            footage.turns.heard(&slug, pace, self.core.now());
        }
        footage.turns.wake();
    }

    /// The service's list of an ad's uploads.
    pub(super) async fn ask_uploads(&self, slug: &str) -> Result<Vec<Upload>, Refusal> {
        self.hub_read(|api, session| async move { api.uploads(&session, slug).await })
            .await
    }

    /// Takes up what the service says of clips that were sent from here.
    pub(super) async fn hear_uploads(&self, slug: &str, uploads: &[Upload]) {
        let footage = &self.core.hub.footage;
        for upload in uploads {
            let found = footage.each(|piece| {
                is_of(piece, slug, upload)
                    .then(|| (piece.record.footage_id.clone(), piece.record.phase))
            });
            for (footage_id, phase) in found {
                let view = footage.change(&footage_id, |piece| {
                    piece.heard = Some(Heard::of(upload));
                });
                if phase != FootagePhase::Processing {
                    self.tell_footage(view);
                    continue;
                }
                match End::of(upload) {
                    End::AtService(last, refusal) if last != FootagePhase::Processing => {
                        self.note_footage(&footage_id, last, refusal).await;
                    }
                    _ => self.tell_footage(view),
                }
            }
        }
    }

    fn processing_slugs(&self) -> Vec<String> {
        let mut slugs = self.core.hub.footage.each(|piece| {
            let record = &piece.record;
            (record.phase == FootagePhase::Processing).then(|| record.slug.clone())
        });
        slugs.sort();
        slugs.dedup();
        slugs
    }

    fn footage_pace(&self, slug: &str) -> Duration {
        let hub = &self.core.hub;
        let usual = Duration::from_secs(PACE_SECONDS.into());
        let pace = hub
            .server()
            .map_or(usual, |server| server.pace(PACE_SECONDS));
        let now = self.core.now();
        let since = hub.footage.each(|piece| {
            let is_looked_at = piece.record.phase == FootagePhase::Processing;
            piece
                .processing_since
                .filter(|_| is_looked_at && piece.record.slug == slug)
        });
        // The youngest sets the pace.
        match since.into_iter().max() {
            Some(since) if now - since > LONG_AFTER => pace.max(LONG_PACE),
            _ => pace,
        }
    }
}

/// Whether an upload of the service's list is this clip.
pub(super) fn is_of(piece: &Piece, slug: &str, upload: &Upload) -> bool {
    let slot = piece.record.slot.as_ref();
    piece.record.slug == slug
        && slot.is_some_and(|slot| {
            slot.upload_id == upload.id || slot.upload_id.is_written(&upload.id.to_string())
        })
}
