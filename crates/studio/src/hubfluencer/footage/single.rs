//! A clip in one piece: presign, put with exactly the announced media type, confirm.

use std::sync::Arc;

use contract::{Code, Millis, Refusal};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use hubfluencer::{Hooks, Presigned};
use tokio::sync::Mutex;
use transfer::{Address, Control, PartFault, Parts, Pause, Setback, Upload};

use super::file::{range, sha256};
use super::gate::Pass;
use super::multipart::is_uncertain;
use super::progress::Flight;
use super::sending::{End, Sent, announced};
use super::{Halt, Questions, is_passing, storage_setback};
use crate::Studio;
use crate::hubfluencer::Bucket;
use crate::journal::{FootageRecord, UploadSlot};
use crate::traffic::seed_of;

/// One piece counts as the only part.
const ONLY: u32 = 1;
/// How long an address takes bytes where the service does not say (contract, "Uploads").
const ADDRESS_SECONDS: u64 = 3600;

/// A clip that goes in one piece.
struct Parcel {
    studio: Studio,
    record: FootageRecord,
    checksum: Option<String>,
    flight: Arc<Flight>,
    /// Where it goes, once that was signed.
    place: Mutex<Option<(UploadSlot, Presigned)>>,
}

impl Parts for Parcel {
    /// Storage gives no ETag that anybody asks for later. The pass is held until that is on disk.
    type Ack = Pass;
    type Error = Halt;

    fn deliver(&self, _: u32, address: Address) -> BoxFuture<'_, Result<Pass, Setback<Halt>>> {
        self.put(address).boxed()
    }

    fn taken(&self, number: u32, pass: Pass) -> BoxFuture<'_, Result<(), Halt>> {
        let (core, id) = (&self.studio.core, &self.record.footage_id);
        async move {
            let noted = core
                .journal
                .footage_part(id, core.sender.id(), number, "")
                .await;
            drop(pass);
            Ok(noted?)
        }
        .boxed()
    }

    fn lost(&self, number: u32, pause: Option<Pause>) {
        if self.flight.lost(number, pause, self.studio.core.now()) {
            self.studio.tell_flight(&self.record.footage_id);
        }
    }
}

impl Parcel {
    async fn put(&self, address: Address) -> Result<Pass, Setback<Halt>> {
        let core = &self.studio.core;
        let pass = core.hub.footage.gate.pass();
        let to = self.address(address).await?;
        let last = |refusal: Refusal| Setback::Final(refusal.into());
        let file = &self.record.file;
        let whole = range(file, 0, file.mark.size).await.map_err(last)?;
        let (studio, id) = (self.studio.clone(), self.record.footage_id.clone());
        let flight = Arc::clone(&self.flight);
        let through = pass.through();
        let hooks = Hooks::none()
            .progress(move |sent, _| {
                if flight.left(ONLY, sent, studio.core.now()) {
                    studio.tell_flight(&id);
                }
            })
            .paced(core.traffic.up.throttle.pace())
            .before_last(|| Box::pin(through.map(Ok)));
        let api = core.hub.api().map_err(last)?;
        match api.put_object(&to, whole, &file.mime_type, hooks).await {
            Ok(()) => Ok(pass),
            Err(failure) => Err(storage_setback(&failure, &file.name)),
        }
    }

    async fn address(&self, address: Address) -> Result<Presigned, Setback<Halt>> {
        // One that was not signed is not asked for again by itself: a lost answer may have reserved a
        // place, and a second would too.
        let core = &self.studio.core;
        let mut place = self.place.lock().await;
        if let (Address::Kept, Some((slot, known))) = (address, &*place)
            && slot.address_until.is_none_or(|until| core.now() < until)
        {
            return Ok(known.clone());
        }
        let checksum = self.checksum.as_deref();
        let signed = self
            .studio
            .presigned_footage(&self.record, checksum)
            .await
            .map_err(|refusal| Setback::Final(refusal.into()))?;
        let (_, to) = place.insert(signed);
        Ok(to.clone())
    }
}

impl Studio {
    /// Sends a clip whole, unless storage has acknowledged it before, and has it confirmed.
    pub(super) async fn send_in_one(
        &self,
        record: &FootageRecord,
        control: &Control,
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
        let parcel = Arc::new(Parcel {
            studio: self.clone(),
            record: record.clone(),
            checksum,
            flight: Arc::clone(&flight),
            place: Mutex::default(),
        });
        let upload = Upload {
            parts: Arc::clone(&parcel),
            missing: vec![ONLY],
            seed: seed_of(&record.footage_id.0),
        };
        let stored = tokio::select! {
            stored = self.core.traffic.up.upload(upload, control) => stored,
            // It can't go on from its middle.
            _ = control.stopped() => return Ok(Sent::Paused),
        };
        match stored {
            Ok(()) => {}
            Err(PartFault::Stopped(_)) => return Ok(Sent::Paused),
            Err(PartFault::Part { error, .. }) => {
                return match error {
                    Halt::Forgotten => Ok(Sent::Forgotten),
                    Halt::Refused(refusal) => Err(refusal),
                };
            }
        }
        let place = parcel.place.lock().await.take();
        let Some((slot, _)) = place else {
            return Ok(Sent::Forgotten);
        };
        flight.acknowledge(ONLY, total, self.core.now());
        self.tell_flight(&record.footage_id);
        self.confirm_footage(record, &slot).await
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
        let asked_at = core.now();
        let presigned = self
            .hub_authorised(|api, session| async move {
                api.presign_upload(&session, &record.slug, &upload, checksum)
                    .await
            })
            .await?;
        let life = presigned.expires_in_seconds.unwrap_or(ADDRESS_SECONDS);
        let life = Millis::try_from(life.saturating_mul(1000)).unwrap_or(Millis::MAX);
        let slot = UploadSlot {
            upload_id: presigned.upload_id,
            s3_key: presigned.s3_key,
            parts: None,
            address_until: Some(asked_at.saturating_add(life)),
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
        let mut questions = Questions::about(&id.0);
        loop {
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
            let pause = questions.pause(&refusal);
            if is_uncertain(&refusal) {
                clock.sleep(pause.unwrap_or_default()).await;
                if let Some(end) = self.end_that_came(&asked).await? {
                    return Ok(Sent::Whole(end));
                }
            }
            if refusal.code == Code::NotFound {
                return Ok(Sent::Forgotten);
            }
            if !is_passing(&refusal) || pause.is_none() {
                return Err(refusal);
            }
        }
    }
}
