//! A clip in one piece: presign, put with exactly the announced media type, confirm.

use std::sync::Arc;

use contract::{Code, Refusal};
use futures_util::FutureExt as _;
use hubfluencer::{Hooks, Presigned};
use tokio::sync::watch;

use super::file::{range, sha256};
use super::gate::Pass;
use super::multipart::is_uncertain;
use super::pieces::{Wish, wished};
use super::progress::Flight;
use super::sending::{End, Sent, announced};
use super::{MOST_TRIES, Setback, is_passing, pause_after, storage_setback};
use crate::Studio;
use crate::hubfluencer::Bucket;
use crate::journal::{FootageRecord, UploadSlot};

/// One piece counts as the only part.
const ONLY: u32 = 1;

impl Studio {
    /// Sends a clip whole, unless storage has acknowledged it before, and has it confirmed.
    pub(super) async fn send_in_one(
        &self,
        record: &FootageRecord,
        wishes: &watch::Receiver<Wish>,
    ) -> Result<Sent, Refusal> {
        if let Some(slot) = record.slot.clone().filter(|_| !record.parts.is_empty()) {
            return self.confirm_footage(record, &slot).await;
        }
        let checksum = if record.brief.with_checksum {
            Some(sha256(&record.file).await?)
        } else {
            None
        };
        let total = record.file.mark.size;
        let flight = Arc::new(Flight::new(total, 0));
        let view = self.core.hub.footage.change(&record.footage_id, |piece| {
            piece.flight = Some(Arc::clone(&flight));
        });
        self.tell_footage(view);
        let stored = tokio::select! {
            stored = self.store_whole(record, checksum.as_deref(), &flight) => stored?,
            // It can't go on from its middle.
            () = wished(wishes, |wish| wish == Wish::Pause) => return Ok(Sent::Paused),
        };
        let Some(slot) = stored else {
            return Ok(Sent::Forgotten);
        };
        flight.acknowledge(ONLY, total, self.core.now());
        self.tell_flight(&record.footage_id);
        self.confirm_footage(record, &slot).await
    }

    /// Puts the file until storage has acknowledged it, and notes that. None: the service has
    /// forgotten the place.
    async fn store_whole(
        &self,
        record: &FootageRecord,
        checksum: Option<&str>,
        flight: &Arc<Flight>,
    ) -> Result<Option<UploadSlot>, Refusal> {
        let core = &self.core;
        let (id, clock) = (&record.footage_id, &*core.ports.clock);
        let mut place = self.presigned_footage(record, checksum).await?;
        let mut is_signed_anew = false;
        let mut failures = 0;
        loop {
            let (slot, address) = &place;
            let pass = core.hub.footage.gate.pass();
            let setback = match self.put_whole(record, address, flight, &pass).await {
                Ok(()) => {
                    // Storage gives no ETag that anybody asks for later: being there is enough.
                    core.journal
                        .footage_part(id, core.sender.id(), ONLY, "")
                        .await?;
                    return Ok(Some(slot.clone()));
                }
                Err(setback) => setback,
            };
            drop(pass);
            flight.lost(ONLY);
            match setback {
                Setback::Unsigned(_) if !is_signed_anew => {
                    is_signed_anew = true;
                    place = self.presigned_footage(record, checksum).await?;
                }
                Setback::Passing(refusal) => {
                    failures += 1;
                    if failures >= MOST_TRIES {
                        return Err(refusal);
                    }
                    clock.sleep(pause_after(failures, &refusal)).await;
                }
                Setback::Forgotten => return Ok(None),
                Setback::Unsigned(refusal) | Setback::Final(refusal) => return Err(refusal),
            }
        }
    }

    async fn put_whole(
        &self,
        record: &FootageRecord,
        to: &Presigned,
        flight: &Arc<Flight>,
        pass: &Pass,
    ) -> Result<(), Setback> {
        let file = &record.file;
        let whole = range(file, 0, file.mark.size)
            .await
            .map_err(Setback::Final)?;
        let (studio, id) = (self.clone(), record.footage_id.clone());
        let flight = Arc::clone(flight);
        let through = pass.through();
        let hooks = Hooks::none()
            .progress(move |sent, _| {
                if flight.left(ONLY, sent, studio.core.now()) {
                    studio.tell_flight(&id);
                }
            })
            .before_last(|| Box::pin(through.map(Ok)));
        let api = self.core.hub.api().map_err(Setback::Final)?;
        api.put_object(to, whole, &file.mime_type, hooks)
            .await
            .map_err(|failure| storage_setback(&failure, &file.name))
    }

    /// Asks for a place, which is on disk before anything goes there.
    async fn presigned_footage(
        &self,
        record: &FootageRecord,
        checksum: Option<&str>,
    ) -> Result<(UploadSlot, Presigned), Refusal> {
        let core = &self.core;
        core.hub.pace.turn(&*core.ports.clock, Bucket::Upload).await;
        let upload = announced(record);
        let presigned = self
            .hub_authorised(|api, session| async move {
                api.presign_upload(&session, &record.slug, &upload, checksum)
                    .await
            })
            .await?;
        let slot = UploadSlot {
            upload_id: presigned.upload_id,
            s3_key: presigned.s3_key,
            parts: None,
        };
        core.journal
            .footage_slot(&record.footage_id, core.sender.id(), Some(&slot))
            .await?;
        core.hub.footage.change(&record.footage_id, |piece| {
            piece.record.slot = Some(slot.clone());
        });
        Ok((slot, presigned.presigned_url))
    }

    /// Asks for the clip to be looked at. Where the answer is lost, the list of uploads says whether
    /// it is.
    async fn confirm_footage(
        &self,
        record: &FootageRecord,
        slot: &UploadSlot,
    ) -> Result<Sent, Refusal> {
        let core = &self.core;
        let (id, clock) = (&record.footage_id, &*core.ports.clock);
        core.journal.ask_footage_end(id, core.sender.id()).await?;
        let asked = FootageRecord {
            slot: Some(slot.clone()),
            ..record.clone()
        };
        for failures in 1.. {
            core.hub.pace.turn(clock, Bucket::Upload).await;
            let confirmed = self
                .hub_authorised(|api, session| async move {
                    api.confirm_upload(&session, &record.slug, &slot.upload_id)
                        .await
                })
                .await;
            let refusal = match confirmed {
                Ok(upload) => return Ok(Sent::Whole(End::of(&upload))),
                Err(refusal) => refusal,
            };
            if is_uncertain(&refusal) {
                clock.sleep(pause_after(failures, &refusal)).await;
                if let Some(end) = self.end_that_came(&asked).await? {
                    return Ok(Sent::Whole(end));
                }
            }
            if refusal.code == Code::NotFound {
                return Ok(Sent::Forgotten);
            }
            if !is_passing(&refusal) || failures >= MOST_TRIES {
                return Err(refusal);
            }
        }
        Ok(Sent::Paused)
    }
}
