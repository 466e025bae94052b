//! One part: signed just in time, streamed from disk, and on record before it counts.

use std::sync::Arc;

use contract::{Code, FootageId, Refusal};
use futures_util::FutureExt as _;
use hubfluencer::{Hooks, Presigned};

use super::file::range;
use super::gate::Pass;
use super::multipart::{Halt, Shipment};
use super::{MOST_TRIES, Setback, is_passing, pause_after, storage_setback};
use crate::Studio;
use crate::hubfluencer::Bucket;

impl Shipment {
    /// Sends a part until storage has acknowledged it, and notes that.
    pub(super) async fn send_part(self: Arc<Self>, number: u32) -> Result<(), Halt> {
        let core = &self.studio.core;
        let _place = core.hub.footage.parts.acquire().await;
        let length = self.plan.length_of(number, self.record.file.mark.size);
        let (etag, _pass) = self.acknowledged(number, length).await?;
        // On disk first: what counts as done is never sent again.
        core.journal
            .footage_part(&self.record.footage_id, core.sender.id(), number, &etag)
            .await?;
        if self.flight.acknowledge(number, length, core.now()) {
            self.studio.tell_flight(&self.record.footage_id);
        }
        Ok(())
    }

    /// Tries until storage answers with the part's ETag. The pass is held until that is on disk.
    async fn acknowledged(&self, number: u32, length: u64) -> Result<(String, Pass), Halt> {
        let clock = &*self.studio.core.ports.clock;
        let mut address: Option<Presigned> = None;
        let mut is_signed_anew = false;
        let mut failures = 0;
        loop {
            let pass = self.studio.core.hub.footage.gate.pass();
            let setback = match self.put(number, length, &mut address, &pass).await {
                Ok(etag) => return Ok((etag, pass)),
                Err(setback) => setback,
            };
            drop(pass);
            self.flight.lost(number);
            match setback {
                Setback::Unsigned(_) if !is_signed_anew => {
                    is_signed_anew = true;
                    address = None;
                }
                Setback::Passing(refusal) => {
                    failures += 1;
                    if failures >= MOST_TRIES || self.is_draining() {
                        return Err(Halt::Refused(refusal));
                    }
                    tracing::debug!(number, %refusal, "a part is sent again");
                    clock.sleep(pause_after(failures, &refusal)).await;
                }
                Setback::Forgotten => return Err(Halt::Forgotten),
                Setback::Unsigned(refusal) | Setback::Final(refusal) => {
                    return Err(Halt::Refused(refusal));
                }
            }
        }
    }

    /// One try, at an address that is signed when it is needed.
    async fn put(
        &self,
        number: u32,
        length: u64,
        address: &mut Option<Presigned>,
        pass: &Pass,
    ) -> Result<String, Setback> {
        let to = match address {
            Some(to) => to,
            None => address.insert(self.signed(number).await?),
        };
        let file = &self.record.file;
        let part = range(file, self.plan.start_of(number), length)
            .await
            .map_err(Setback::Final)?;
        let (studio, id) = (self.studio.clone(), self.record.footage_id.clone());
        let flight = Arc::clone(&self.flight);
        let through = pass.through();
        let hooks = Hooks::none()
            .progress(move |sent, _| {
                if flight.left(number, sent, studio.core.now()) {
                    studio.tell_flight(&id);
                }
            })
            .before_last(|| Box::pin(through.map(Ok)));
        let api = self.studio.core.hub.api().map_err(Setback::Final)?;
        api.put_part(to, part, hooks)
            .await
            .map_err(|failure| storage_setback(&failure, &file.name))
    }

    async fn signed(&self, number: u32) -> Result<Presigned, Setback> {
        let core = &self.studio.core;
        core.hub
            .pace
            .turn(&*core.ports.clock, Bucket::SignPart)
            .await;
        let signed = self
            .studio
            .hub_authorised(|api, session| async move {
                api.sign_part(
                    &session,
                    &self.record.slug,
                    &self.slot.upload_id,
                    &self.plan.s3_upload_id,
                    number,
                )
                .await
            })
            .await;
        match signed {
            Ok(part) => Ok(part.presigned_url),
            Err(refusal) => Err(setback_of(refusal)),
        }
    }
}

/// What a refusal of the service to sign means.
fn setback_of(refusal: Refusal) -> Setback {
    if is_passing(&refusal) {
        Setback::Passing(refusal)
    } else if refusal.code == Code::NotFound {
        Setback::Forgotten
    } else {
        Setback::Final(refusal)
    }
}

impl Studio {
    /// Tells how a clip on its way goes.
    pub(super) fn tell_flight(&self, footage_id: &FootageId) {
        self.tell_footage(self.footage_view(footage_id));
    }
}
