//! A clip in parts: begun, filled, completed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use contract::{Code, Refusal};
use hubfluencer::{MultipartUpload, UploadedPart};
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::pieces::{PARTS_AT_ONCE, Wish};
use super::progress::Flight;
use super::sending::{End, Sent, announced};
use super::{MOST_TRIES, is_passing, pause_after};
use crate::Studio;
use crate::hubfluencer::Bucket;
use crate::journal::{FootageRecord, PartPlan, UploadSlot};

/// What the parts of one clip share.
pub(super) struct Shipment {
    pub(super) studio: Studio,
    pub(super) record: FootageRecord,
    pub(super) slot: UploadSlot,
    pub(super) plan: PartPlan,
    pub(super) flight: Arc<Flight>,
    /// A part has failed: the others are not tried again.
    is_draining: AtomicBool,
}

impl Shipment {
    pub(super) fn is_draining(&self) -> bool {
        self.is_draining.load(Ordering::Relaxed)
    }
}

/// Why a part stopped all of them.
pub(super) enum Halt {
    /// Storage knows nothing of the upload any more.
    Forgotten,
    /// This.
    Refused(Refusal),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Studio {
    /// Sends what storage has not acknowledged, and completes the upload.
    pub(super) async fn send_in_parts(
        &self,
        record: &FootageRecord,
        wishes: &watch::Receiver<Wish>,
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
            is_draining: AtomicBool::new(false),
        });
        match fill(&shipment, wishes).await {
            Ok(true) => self.complete_footage(&shipment).await,
            Ok(false) => Ok(Sent::Paused),
            Err(Halt::Forgotten) => Ok(Sent::Forgotten),
            Err(Halt::Refused(refusal)) => Err(refusal),
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
        for failures in 1.. {
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
            if is_uncertain(&refusal) {
                clock.sleep(pause_after(failures, &refusal)).await;
                if let Some(end) = self.end_that_came(&record).await? {
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

/// Whether the service may have done what it was asked for all the same, or before.
pub(super) fn is_uncertain(refusal: &Refusal) -> bool {
    is_passing(refusal)
        || matches!(
            refusal.code,
            Code::BadAnswer | Code::NotFound | Code::AlreadyRunning | Code::NotFinishedYet
        )
}

/// Sends the missing parts, a few at once. True when storage has acknowledged all of them, false
/// when a pause was wished for and those under way have come to their end.
async fn fill(shipment: &Arc<Shipment>, wishes: &watch::Receiver<Wish>) -> Result<bool, Halt> {
    let known = &shipment.record.parts;
    let mut missing = (1..=shipment.plan.parts_count)
        .filter(|number| !known.contains_key(number))
        .peekable();
    // Ends them all when it is dropped: not one more piece leaves then.
    let mut under_way = JoinSet::new();
    let mut halted: Option<Halt> = None;
    loop {
        while halted.is_none()
            && under_way.len() < PARTS_AT_ONCE
            && *wishes.borrow() == Wish::Go
            && let Some(number) = missing.next()
        {
            under_way.spawn(Arc::clone(shipment).send_part(number));
        }
        match under_way.join_next().await {
            None => break,
            Some(Ok(Ok(()))) => {}
            Some(Ok(Err(halt))) => {
                shipment.is_draining.store(true, Ordering::Relaxed);
                halted.get_or_insert(halt);
            }
            Some(Err(error)) => {
                let broken = Refusal::new(Code::Internal).with("detail", error.to_string());
                halted.get_or_insert(Halt::Refused(broken));
            }
        }
    }
    match halted {
        Some(halt) => Err(halt),
        None => Ok(missing.peek().is_none()),
    }
}
