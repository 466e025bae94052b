//! One part: signed just in time, streamed from disk, and on record before it counts.

use std::sync::Arc;

use contract::{FootageId, Refusal};
use futures_util::FutureExt as _;
use futures_util::future::BoxFuture;
use hubfluencer::{Hooks, Presigned};
use transfer::{Address, Parts, Pause, Setback};

use super::file::range;
use super::gate::Pass;
use super::multipart::Shipment;
use super::{Halt, service_setback, storage_setback};
use crate::Studio;
use crate::hubfluencer::Bucket;
use crate::lock::held;

/// What storage said of a part, and the pass that is held until that is on disk.
pub(super) struct Acknowledged {
    etag: String,
    _pass: Pass,
}

impl Parts for Shipment {
    type Ack = Acknowledged;
    type Error = Halt;

    fn deliver(
        &self,
        number: u32,
        address: Address,
    ) -> BoxFuture<'_, Result<Acknowledged, Setback<Halt>>> {
        self.put(number, address).boxed()
    }

    fn taken(&self, number: u32, ack: Acknowledged) -> BoxFuture<'_, Result<(), Halt>> {
        self.note(number, ack)
            .map(|noted| noted.map_err(Halt::Refused))
            .boxed()
    }

    fn lost(&self, number: u32, pause: Option<Pause>) {
        tracing::debug!(number, ?pause, "a part did not arrive");
        if self.flight.lost(number, pause, self.studio.core.now()) {
            self.studio.tell_flight(&self.record.footage_id);
        }
    }
}

impl Shipment {
    /// One try, at an address that is signed when it is needed.
    async fn put(&self, number: u32, address: Address) -> Result<Acknowledged, Setback<Halt>> {
        let core = &self.studio.core;
        let _place = core.hub.footage.parts.acquire().await;
        let pass = core.hub.footage.gate.pass();
        let to = self.address(number, address).await?;
        let file = &self.record.file;
        let length = self.length_of(number);
        let part = range(file, self.plan.start_of(number), length)
            .await
            .map_err(|refusal| Setback::Final(refusal.into()))?;
        let (studio, id) = (self.studio.clone(), self.record.footage_id.clone());
        let flight = Arc::clone(&self.flight);
        let through = pass.through();
        let hooks = Hooks::none()
            .progress(move |sent, _| {
                if flight.left(number, sent, studio.core.now()) {
                    studio.tell_flight(&id);
                }
            })
            .paced(core.traffic.up.throttle.pace())
            .before_last(|| Box::pin(through.map(Ok)));
        let api = core.hub.api().map_err(|r| Setback::Final(r.into()))?;
        match api.put_part(&to, part, hooks).await {
            Ok(etag) => Ok(Acknowledged { etag, _pass: pass }),
            Err(failure) => Err(storage_setback(&failure, &file.name)),
        }
    }

    /// What counts as done is on disk first, and is never sent again.
    async fn note(&self, number: u32, ack: Acknowledged) -> Result<(), Refusal> {
        let (core, id) = (&self.studio.core, &self.record.footage_id);
        core.journal
            .footage_part(id, core.sender.id(), number, &ack.etag)
            .await?;
        let length = self.length_of(number);
        if self.flight.acknowledge(number, length, core.now()) {
            self.studio.tell_flight(id);
        }
        Ok(())
    }

    fn length_of(&self, number: u32) -> u64 {
        self.plan.length_of(number, self.record.file.mark.size)
    }

    async fn address(&self, number: u32, address: Address) -> Result<Presigned, Setback<Halt>> {
        let known = held(&self.addresses).get(&number).cloned();
        match (address, known) {
            (Address::Kept, Some(known)) => Ok(known),
            _ => {
                let signed = self.signed(number).await?;
                held(&self.addresses).insert(number, signed.clone());
                Ok(signed)
            }
        }
    }

    async fn signed(&self, number: u32) -> Result<Presigned, Setback<Halt>> {
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
        signed
            .map(|part| part.presigned_url)
            .map_err(service_setback)
    }
}

impl Studio {
    /// Tells how a clip on its way goes.
    pub(super) fn tell_flight(&self, footage_id: &FootageId) {
        self.tell_footage(self.footage_view(footage_id));
    }
}
