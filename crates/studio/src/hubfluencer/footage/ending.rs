//! Where a clip comes to rest, and what storage must not keep of it.

use contract::{Code, Event, FootageId, Refusal};
use transfer::{Control, Wish};

use super::sending::End;
use super::{Questions, is_passing};
use crate::Studio;
use crate::hubfluencer::Bucket;
use crate::journal::{FootagePhase, FootageRecord};

impl Studio {
    /// Notes and tells how a sending ended. False where the person has changed their mind meanwhile,
    /// and it goes on.
    pub(super) async fn rest_footage(
        &self,
        footage_id: &FootageId,
        end: End,
        control: &Control,
    ) -> bool {
        let footage = &self.core.hub.footage;
        let passing = footage.passing.lock().await;
        let (phase, refusal) = match end {
            End::Paused(None) if control.wish() == Wish::Run => return false,
            End::AtService(phase, refusal) => (phase, refusal),
            // Given up while it stopped.
            End::Paused(_) | End::Over(_) if control.wish() == Wish::Cancel => {
                drop(passing);
                self.end_footage_here(footage_id, None).await;
                return true;
            }
            End::Paused(refusal) => (FootagePhase::Paused, refusal),
            End::Over(refusal) => {
                drop(passing);
                self.end_footage_here(footage_id, refusal).await;
                return true;
            }
        };
        self.note_footage(footage_id, phase, refusal).await;
        true
    }

    /// Ends an upload of this process: it failed, or, without a reason, the person gave it up. What
    /// storage has of it goes.
    pub(super) async fn end_footage_here(&self, footage_id: &FootageId, refusal: Option<Refusal>) {
        let record = self.core.journal.footage(footage_id).await;
        let has_parts = record
            .as_ref()
            .is_ok_and(|record| record.as_ref().is_some_and(is_in_storage));
        let last = last_phase(refusal.as_ref());
        let phase = if has_parts {
            FootagePhase::Aborting
        } else {
            last
        };
        self.note_footage(footage_id, phase, refusal).await;
        if has_parts {
            self.clear_storage(footage_id).await;
        }
    }

    /// Asks for what storage has of an ended upload to go, a few times. What could not be asked now
    /// is asked at the next start.
    pub(super) async fn clear_storage(&self, footage_id: &FootageId) {
        let record = match self.core.journal.footage(footage_id).await {
            Ok(Some(record)) => record,
            Ok(None) => return,
            Err(refusal) => return self.core.tell(Event::Trouble(refusal)),
        };
        let refusal = match self.abort_footage(&record).await {
            Ok(()) => {
                let last = last_phase(record.refusal.as_ref());
                return self.note_footage(footage_id, last, record.refusal).await;
            }
            Err(refusal) => refusal,
        };
        // It may have been completed in the very moment in which it was given up: then the service
        // has it, and says so.
        if let Ok(Some(End::AtService(phase, refusal))) = self.end_that_came(&record).await {
            return self.note_footage(footage_id, phase, refusal).await;
        }
        tracing::warn!(%footage_id, %refusal, "storage still has parts of an ended upload");
    }

    pub(super) async fn abort_footage(&self, record: &FootageRecord) -> Result<(), Refusal> {
        let Some((slot, plan)) = record
            .slot
            .as_ref()
            .and_then(|slot| Some((slot, slot.parts.as_ref()?)))
        else {
            return Ok(());
        };
        let clock = &*self.core.ports.clock;
        let mut questions = Questions::about(&record.footage_id.0);
        loop {
            self.core.hub.pace.turn(clock, Bucket::Upload).await;
            let aborted = self
                .hub_authorised(|api, session| async move {
                    api.abort_multipart(&session, &record.slug, &slot.upload_id, &plan.s3_upload_id)
                        .await
                })
                .await;
            match aborted {
                // Gone already: it was aborted, or has expired. Where the ad is not found either, the
                // token is another account's: it is asked again later.
                Err(refusal) if refusal.code == Code::NotFound => {
                    return self.ask_uploads(&record.slug).await.map(drop);
                }
                Err(refusal) if is_passing(&refusal) => match questions.pause(&refusal) {
                    Some(pause) => clock.sleep(pause).await,
                    None => return Err(refusal),
                },
                done => return done,
            }
        }
    }

    /// Writes down and tells where an upload stands.
    pub(super) async fn note_footage(
        &self,
        footage_id: &FootageId,
        phase: FootagePhase,
        refusal: Option<Refusal>,
    ) {
        let core = &self.core;
        let noted = core
            .journal
            .rest_footage(footage_id, phase, refusal.as_ref())
            .await;
        if let Err(refusal) = noted {
            core.tell(Event::Trouble(refusal));
        }
        // With the parts that came last.
        let record = core.journal.footage(footage_id).await.ok().flatten();
        let now = core.now();
        let view = core.hub.footage.change(footage_id, |piece| {
            if let Some(record) = record {
                piece.record = record;
            }
            piece.rest(phase, refusal);
            if phase == FootagePhase::Processing {
                piece.processing_since = Some(now);
            }
        });
        self.tell_footage(view);
        if phase == FootagePhase::Processing {
            self.watch_processing(footage_id);
        }
    }
}

/// Whether storage may have parts of it.
fn is_in_storage(record: &FootageRecord) -> bool {
    record
        .slot
        .as_ref()
        .is_some_and(|slot| slot.parts.is_some())
}

fn last_phase(refusal: Option<&Refusal>) -> FootagePhase {
    match refusal {
        Some(_) => FootagePhase::Failed,
        None => FootagePhase::Cancelled,
    }
}
