//! A clip in parts: begun, filled, completed.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use contract::{Code, Refusal};
use hubfluencer::{MultipartUpload, Presigned, UploadedPart};
use transfer::{Control, PartFault, Upload};

use super::progress::Flight;
use super::sending::{End, Sent, announced};
use super::{Halt, Questions, is_passing};
use crate::Studio;
use crate::hubfluencer::Bucket;
use crate::journal::{FootageRecord, PartPlan, UploadSlot};
use crate::traffic::seed_of;

/// What the parts of one clip share.
pub(super) struct Shipment {
    pub(super) studio: Studio,
    pub(super) record: FootageRecord,
    pub(super) slot: UploadSlot,
    pub(super) plan: PartPlan,
    pub(super) flight: Arc<Flight>,
    /// Where each part goes, once that was signed.
    pub(super) addresses: Mutex<HashMap<u32, Presigned>>,
}

impl Studio {
    /// Sends what storage has not acknowledged, and completes the upload.
    pub(super) async fn send_in_parts(
        &self,
        record: &FootageRecord,
        control: &Control,
    ) -> Result<Sent, Refusal> {
        let (slot, plan) = match &record.slot {
            Some(
                slot @ UploadSlot {
                    parts: Some(plan), ..
                },
            ) => (slot.clone(), plan.clone()),
            _ => self.begin_parts(record).await?,
        };
        let flight = Arc::new(Flight::new(record.file.mark.size, record.acknowledged()));
        let view = self.core.hub.footage.change(&record.footage_id, |piece| {
            piece.record.slot = Some(slot.clone());
            piece.flight = Some(Arc::clone(&flight));
        });
        self.tell_footage(view);
        let shipment = Arc::new(Shipment {
            studio: self.clone(),
            record: record.clone(),
            slot,
            plan,
            flight,
            addresses: Mutex::default(),
        });
        let missing = (1..=shipment.plan.parts_count)
            .filter(|number| !record.parts.contains_key(number))
            .collect();
        let upload = Upload {
            parts: Arc::clone(&shipment),
            missing,
            seed: seed_of(&record.footage_id.0),
        };
        match self.core.traffic.up.upload(upload, control).await {
            Ok(()) => self.complete_footage(&shipment).await,
            Err(PartFault::Stopped(_)) => Ok(Sent::Paused),
            Err(PartFault::Part { error, .. }) => match error {
                Halt::Forgotten => Ok(Sent::Forgotten),
                Halt::Refused(refusal) => Err(refusal),
            },
        }
    }

    /// Asks for a place, which is on disk before anything goes there. It is asked for once: a lost
    /// answer may have reserved one, and a second would too.
    async fn begin_parts(&self, record: &FootageRecord) -> Result<(UploadSlot, PartPlan), Refusal> {
        let core = &self.core;
        core.hub.pace.turn(&*core.ports.clock, Bucket::Upload).await;
        let upload = announced(record);
        let MultipartUpload {
            upload_id,
            s3_upload_id,
            s3_key,
            parts_count,
            part_size,
        } = self
            .hub_authorised(|api, session| async move {
                api.init_multipart(&session, &record.slug, &upload).await
            })
            .await?;
        let plan = PartPlan {
            s3_upload_id,
            part_size,
            parts_count,
        };
        let slot = UploadSlot {
            upload_id,
            s3_key,
            parts: Some(plan.clone()),
            address_until: None,
        };
        core.journal
            .footage_slot(&record.footage_id, core.sender.id(), Some(&slot))
            .await?;
        if !plan.covers(record.file.mark.size) {
            return Err(Refusal::new(Code::BadAnswer).of_hubfluencer());
        }
        Ok((slot, plan))
    }

    /// Asks for the end. Where the answer is lost, the list of uploads says whether it came.
    async fn complete_footage(&self, shipment: &Shipment) -> Result<Sent, Refusal> {
        let core = &self.core;
        let (id, clock) = (&shipment.record.footage_id, &*core.ports.clock);
        let kept = core.journal.footage(id).await?;
        let record = kept.ok_or_else(|| Refusal::new(Code::Unknown))?;
        super::file::still_the_same(&record.file).await?;
        let parts: Vec<UploadedPart> = record
            .parts
            .iter()
            .map(|(part_number, etag)| UploadedPart {
                part_number: *part_number,
                etag: etag.clone(),
            })
            .collect();
        core.journal.ask_footage_end(id, core.sender.id()).await?;
        let (slot, plan) = (&shipment.slot, &shipment.plan);
        let mut questions = Questions::about(&id.0);
        loop {
            core.hub.pace.turn(clock, Bucket::Upload).await;
            let parts = &parts;
            let completed = self
                .hub_authorised(|api, session| async move {
                    api.complete_multipart(
                        &session,
                        &shipment.record.slug,
                        &slot.upload_id,
                        &plan.s3_upload_id,
                        parts,
                    )
                    .await
                })
                .await;
            let refusal = match completed {
                Ok(upload) => return Ok(Sent::Whole(End::of(&upload))),
                Err(refusal) => refusal,
            };
            let pause = questions.pause(&refusal);
            if is_uncertain(&refusal) {
                clock.sleep(pause.unwrap_or_default()).await;
                if let Some(end) = self.end_that_came(&record).await? {
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

/// Whether the service may have done what it was asked for all the same, or before.
pub(super) fn is_uncertain(refusal: &Refusal) -> bool {
    is_passing(refusal)
        || matches!(
            refusal.code,
            Code::BadAnswer | Code::NotFound | Code::AlreadyRunning | Code::NotFinishedYet
        )
}
