//! What other processes of this machine left, or do: taken up from the journal.

use std::collections::HashSet;

use contract::Refusal;

use super::pieces::Piece;
use crate::Studio;
use crate::journal::{FootagePhase, FootageRecord};

impl Studio {
    /// Reads the uploads that this process does not send. One whose process died is paused: it goes on
    /// when the person says so. What storage still has of ended ones is asked to go.
    pub(crate) async fn recall_footage(&self) -> Result<(), Refusal> {
        let core = &self.core;
        if core.hub.server().is_none() {
            return Ok(());
        }
        let _passing = core.hub.footage.passing.lock().await;
        let ours: HashSet<_> = core
            .hub
            .footage
            .each(|piece| piece.is_ours().then(|| piece.record.footage_id.clone()))
            .into_iter()
            .collect();
        let kept = core
            .journal
            .footage_of_server(core.hub.server_name())
            .await?;
        for record in kept {
            if ours.contains(&record.footage_id) {
                continue;
            }
            let record = self.taken_up(record).await?;
            let is_over = matches!(record.phase, FootagePhase::Failed | FootagePhase::Cancelled);
            let known = core.hub.footage.read(&record.footage_id, |_| ()).is_some();
            if !known && !is_over {
                core.hub.footage.put(Piece::new(record));
            } else if known {
                let id = record.footage_id.clone();
                let view = core.hub.footage.change(&id, |piece| piece.record = record);
                self.tell_footage(view);
            }
        }
        core.hub.footage.turns.wake();
        Ok(())
    }

    /// What follows where the process that had it has died.
    async fn taken_up(&self, record: FootageRecord) -> Result<FootageRecord, Refusal> {
        let core = &self.core;
        let (id, own) = (&record.footage_id, core.sender.id());
        let dead = core.sender.has_died(&record.sender);
        match record.phase {
            FootagePhase::Sending if dead => {
                let claimed = core
                    .journal
                    .claim_footage(id, own, Some(&record.sender))
                    .await?;
                if claimed {
                    core.journal
                        .rest_footage(id, FootagePhase::Paused, None)
                        .await?;
                }
            }
            FootagePhase::Aborting if dead => {
                if core.journal.claim_abort(id, own, &record.sender).await? {
                    let (studio, id) = (self.clone(), id.clone());
                    core.spawn(async move { studio.clear_storage(&id).await });
                }
                return Ok(record);
            }
            _ => return Ok(record),
        }
        // Read anew: its sender may have noted a part just before it died.
        let kept = core.journal.footage(id).await?;
        Ok(kept.unwrap_or(record))
    }
}
