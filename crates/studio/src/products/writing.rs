//! The writing itself: one step after another, each on disk before the next.

use contract::{Code, Event, ProductId, ProductWorkId, Refusal};
use riffkit::{NewProduct, Product};

use super::adoption;
use super::works::{Wish, Work};
use crate::Studio;
use crate::failure::refusal_of;
use crate::journal::{ImageRecord, WorkPhase, WorkRecord};

/// Why a writing does not go on.
#[derive(Debug)]
pub(super) enum Halt {
    /// The person wants it so.
    Wished(Wish),
    /// A step failed.
    Refused(Refusal),
}

impl From<Refusal> for Halt {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// How one image ended.
enum Sent {
    /// The service has it.
    Done,
    /// It was stopped before its end had left, and waits again.
    Stopped,
}

impl Studio {
    /// Goes on with a writing that this process has claimed.
    pub(super) fn run_work(&self, record: WorkRecord) {
        let work_id = record.work_id.clone();
        let mut work = Work::new(WorkRecord {
            phase: WorkPhase::Running,
            sender: self.core.sender.id().to_owned(),
            refusal: None,
            ..record
        });
        work.is_ours = true;
        let view = self.core.works.put(work);
        self.core.tell(Event::ProductWork(view));
        let studio = self.clone();
        self.core.spawn(async move { studio.write(&work_id).await });
    }

    async fn write(&self, work_id: &ProductWorkId) {
        loop {
            let (phase, refusal, wish) = match self.steps(work_id).await {
                Ok(()) => (WorkPhase::Done, None, None),
                Err(Halt::Wished(Wish::Pause)) => (WorkPhase::Paused, None, Some(Wish::Pause)),
                Err(Halt::Wished(Wish::Cancel)) => (WorkPhase::Cancelled, None, Some(Wish::Cancel)),
                Err(Halt::Refused(refusal)) => (WorkPhase::Failed, Some(refusal), None),
            };
            let _one = self.core.works.passing.lock().await;
            if wish.is_some() && self.core.works.is_taken_back(work_id) {
                continue;
            }
            if let Err(refusal) = self.rest_product_work(work_id, phase, refusal).await {
                self.core.tell(Event::Trouble(refusal.clone()));
                self.change_work(work_id, |work| work.rest(WorkPhase::Failed, Some(refusal)));
            }
            return;
        }
    }

    /// Takes a writing to where it rests: on disk first, then for all to see. To be called by one at
    /// a time.
    ///
    /// # Errors
    /// Those of the journal.
    pub(super) async fn rest_product_work(
        &self,
        work_id: &ProductWorkId,
        phase: WorkPhase,
        refusal: Option<Refusal>,
    ) -> Result<(), Refusal> {
        let journal = &self.core.journal;
        journal.rest_work(work_id, phase, refusal.as_ref()).await?;
        self.change_work(work_id, |work| work.rest(phase, refusal));
        Ok(())
    }

    /// Changes what is shown of a writing, and tells it if that made a difference.
    pub(super) fn change_work(&self, work_id: &ProductWorkId, change: impl FnOnce(&mut Work)) {
        if let Some(view) = self.core.works.change(work_id, change) {
            self.core.tell(Event::ProductWork(view));
        }
    }

    async fn steps(&self, work_id: &ProductWorkId) -> Result<(), Halt> {
        let _turn = self.product_turn(work_id).await?;
        let product_id = self.written_product(work_id).await?;
        let images = self
            .core
            .works
            .read(work_id, |work| work.record.images.len());
        for place in 0..images.unwrap_or_default() {
            while let Sent::Stopped = self.written_image(work_id, &product_id, place).await? {}
        }
        Ok(())
    }

    /// The product, made if the service does not have it yet.
    async fn written_product(&self, work_id: &ProductWorkId) -> Result<ProductId, Halt> {
        let core = &self.core;
        let record = self.record_of(work_id)?;
        if let Some(product_id) = record.product_id {
            return Ok(product_id);
        }
        core.works.next_step(work_id)?;
        let listed = self.listed_products().await?;
        let before = match record.asked {
            // Asked before, and nobody knows what came of it.
            Some(before) => match adoption::made(&listed, &record.product, &before) {
                Some(product) => return self.keep_product(work_id, product).await,
                None => before,
            },
            None => listed.into_iter().map(|product| product.id).collect(),
        };
        let sender = core.sender.id();
        let journal = &core.journal;
        journal.ask_product(work_id, sender, Some(&before)).await?;
        self.change_work(work_id, |work| work.record.asked = Some(before.clone()));
        let asked = NewProduct {
            name: record.product.name.clone(),
            description: record.product.description.clone(),
            target_audience: record.product.target_audience.clone(),
        };
        let Some(session) = core.sessions.current() else {
            return Err(Halt::Refused(Code::NotSignedIn.into()));
        };
        let failure = match core.api.create_product(&session, &asked).await {
            Ok(product) => return self.keep_product(work_id, &product).await,
            Err(failure) => failure,
        };
        tracing::warn!(%work_id, %failure, "a product was not answered");
        if failure.status() == Some(401) {
            self.lose_session(&session).await;
        }
        if !failure.may_have_been_taken() {
            journal.ask_product(work_id, sender, None).await?;
            self.change_work(work_id, |work| work.record.asked = None);
            return Err(Halt::Refused(refusal_of(&failure)));
        }
        // Without this look it is looked for when the writing is resumed.
        if let Ok(listed) = self.listed_products().await
            && let Some(product) = adoption::made(&listed, &record.product, &before)
        {
            return self.keep_product(work_id, product).await;
        }
        Err(Halt::Refused(refusal_of(&failure)))
    }

    async fn keep_product(
        &self,
        work_id: &ProductWorkId,
        product: &Product,
    ) -> Result<ProductId, Halt> {
        let core = &self.core;
        let product_id = ProductId(product.id.clone());
        core.journal
            .product_made(work_id, core.sender.id(), &product_id)
            .await?;
        self.change_work(work_id, |work| {
            work.record.product_id = Some(product_id.clone());
        });
        core.tell(Event::Product(self.product_view(product)));
        Ok(product_id)
    }

    /// One image, sent if the service does not have it yet.
    async fn written_image(
        &self,
        work_id: &ProductWorkId,
        product_id: &ProductId,
        place: usize,
    ) -> Result<Sent, Halt> {
        let image = self
            .record_of(work_id)?
            .images
            .get(place)
            .cloned()
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        if image.is_done {
            return Ok(Sent::Done);
        }
        let stop = self.core.works.next_step(work_id)?;
        let name = &image.image.name;
        if image.is_sealed {
            // Its end had left, and nobody knows what came of it.
            let listed = self.listed_products().await?;
            if let Some(product) = adoption::with_image(&listed, product_id, name) {
                return self.keep_image(work_id, place, image, product).await;
            }
        }
        match self
            .send_image(work_id, product_id, place, &image.image, &stop)
            .await
        {
            Ok(Some(product)) => self.keep_image(work_id, place, image, &product).await,
            Ok(None) => {
                self.change_work(work_id, |work| work.sending = None);
                Ok(Sent::Stopped)
            }
            Err(unanswered) => {
                // One that was sent before may have been taken only now: its name is then refused.
                let may_be_there = unanswered.may_be_there || image.is_sealed;
                if may_be_there
                    && let Ok(listed) = self.listed_products().await
                    && let Some(product) = adoption::with_image(&listed, product_id, name)
                {
                    return self.keep_image(work_id, place, image, product).await;
                }
                let refusal = unanswered.refusal;
                let failed = ImageRecord {
                    is_sealed: may_be_there,
                    refusal: Some(refusal.clone()),
                    ..image
                };
                self.note_image(work_id, place, failed).await?;
                Err(Halt::Refused(refusal))
            }
        }
    }

    async fn keep_image(
        &self,
        work_id: &ProductWorkId,
        place: usize,
        image: ImageRecord,
        product: &Product,
    ) -> Result<Sent, Halt> {
        let done = ImageRecord {
            is_done: true,
            is_sealed: false,
            refusal: None,
            ..image
        };
        self.note_image(work_id, place, done).await?;
        self.core.tell(Event::Product(self.product_view(product)));
        Ok(Sent::Done)
    }

    /// Notes what became of an image: on disk first, then for all to see.
    async fn note_image(
        &self,
        work_id: &ProductWorkId,
        place: usize,
        image: ImageRecord,
    ) -> Result<(), Refusal> {
        self.core.journal.note_image(work_id, place, &image).await?;
        self.change_work(work_id, |work| {
            work.sending = None;
            if let Some(known) = work.record.images.get_mut(place) {
                *known = image;
            }
        });
        Ok(())
    }

    fn record_of(&self, work_id: &ProductWorkId) -> Result<WorkRecord, Refusal> {
        let record = self.core.works.read(work_id, |work| work.record.clone());
        record.ok_or_else(|| Code::Unknown.into())
    }
}
