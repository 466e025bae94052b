//! Products: those of the service, and the writing of new ones.
//!
//! [`rules`] checks what is staged, [`works`] holds the writings of this run, [`writing`] makes one
//! step after another ([`sending`] is one image of it), [`adoption`] finds again what was taken without an answer, [`recall`] shows
//! what other runs left.

mod adoption;
mod recall;
mod rules;
mod sending;
mod staging;
mod turn;
mod works;
mod writing;

use contract::{
    Code, ContentPolicy, NewImage, NewProduct, ProductId, ProductImageId, ProductImageView,
    ProductView, ProductWorkId, ProductWorkView, Refusal, WorkState,
};
use riffkit::{CaptionStatus, Product, ProductImage};

pub(crate) use works::Works;

use crate::Studio;
use crate::catalogue::Pictured;
use crate::journal::{StagedImage, StagedProduct, WorkPhase, WorkRecord};

impl Studio {
    /// The service's products.
    ///
    /// # Errors
    /// Those of the read.
    pub async fn products(&self) -> Result<Vec<ProductView>, Refusal> {
        let products = self.listed_products().await?;
        Ok(products
            .iter()
            .map(|product| self.product_view(product))
            .collect())
    }

    /// A product as the service has it now, for the order's confirm.
    ///
    /// # Errors
    /// [`Code::NotFound`] for one that is not there; those of the read.
    pub(crate) async fn known_product(
        &self,
        product_id: &ProductId,
    ) -> Result<ProductView, Refusal> {
        let found = self.products().await?;
        let product = found.into_iter().find(|p| p.product_id == *product_id);
        product.ok_or_else(|| Code::NotFound.into())
    }

    /// Checks a product against the contract's rules, without asking any network.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub async fn check_product(&self, product: &NewProduct) -> Result<(), Refusal> {
        rules::check_words(product)?;
        rules::check_images(&product.images, &[], &self.core.files)?;
        staging::images(&product.images, &self.core.files)
            .await
            .map(drop)
    }

    /// Writes a new product, then its images, one after another. Returns as soon as that is on
    /// disk; how it goes on is told as [`contract::Event::ProductWork`].
    ///
    /// # Errors
    /// Those of [`Studio::check_product`]; [`Code::NotSignedIn`]; those of the journal.
    pub async fn create_product(&self, product: NewProduct) -> Result<ProductWorkId, Refusal> {
        self.check_product(&product).await?;
        let images = staging::images(&product.images, &self.core.files).await?;
        self.begin_work(staging::product(&product), None, images)
            .await
    }

    /// Adds images to a product, one after another. Told as [`contract::Event::ProductWork`].
    ///
    /// # Errors
    /// [`Code::NotFound`] for a product that is not there; those of the check, in which the images
    /// that the product has count too; those of the journal.
    pub async fn add_product_images(
        &self,
        product_id: &ProductId,
        images: Vec<NewImage>,
    ) -> Result<ProductWorkId, Refusal> {
        let product = self.known_product(product_id).await?;
        rules::check_images(&images, &product.images, &self.core.files)?;
        let images = staging::images(&images, &self.core.files).await?;
        let staged = StagedProduct {
            name: product.name,
            description: product.description,
            target_audience: product.target_audience,
        };
        self.begin_work(staged, Some(product_id.clone()), images)
            .await
    }

    /// Pauses a writing. An image whose end has not left is stopped and waits again; one whose end
    /// has left is finished first.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that this run does not write.
    pub async fn pause_product_work(&self, work_id: &ProductWorkId) -> Result<(), Refusal> {
        self.core.works.wish(work_id, works::Wish::Pause)
    }

    /// Goes on with a writing that was paused, failed, or was left by an earlier run. What was sent
    /// is not sent again. Nothing happens to one that goes on already, or is done.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that was given up or is not known; those of the journal.
    pub async fn resume_product_work(&self, work_id: &ProductWorkId) -> Result<(), Refusal> {
        let _one = self.core.works.passing.lock().await;
        if self.core.works.go_on(work_id) {
            return Ok(());
        }
        let record = self.work_record(work_id).await?;
        match record.phase {
            WorkPhase::Done => {
                // Another process may have written the rest.
                self.show_work(record);
                return Ok(());
            }
            WorkPhase::Cancelled => {
                // Another process gave it up; an order that waits for it ends with it.
                self.show_work(record);
                self.follow_orders_of(work_id);
                return Err(Code::Unknown.into());
            }
            WorkPhase::Running | WorkPhase::Paused | WorkPhase::Failed => {}
        }
        if self.core.sessions.current().is_none() {
            return Err(Code::NotSignedIn.into());
        }
        let claimed = self.claimed(&record).await?;
        // As it is on disk now: whoever had it may have got further.
        let record = self.work_record(work_id).await?;
        if claimed {
            self.run_work(record);
            self.follow_orders_of(work_id);
        } else {
            // Another process writes it, or has written it: it is known as that one left it.
            self.show_work(record);
        }
        Ok(())
    }

    /// Gives up what is left of a writing. What was written stays.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is done, or that another process writes.
    pub async fn cancel_product_work(&self, work_id: &ProductWorkId) -> Result<(), Refusal> {
        let _one = self.core.works.passing.lock().await;
        if self.core.works.wish(work_id, works::Wish::Cancel).is_ok() {
            return Ok(());
        }
        let record = self.work_record(work_id).await?;
        // Claimed first, so that nobody goes on with it meanwhile.
        if !self.claimed(&record).await? {
            return Err(Code::Unknown.into());
        }
        self.show_work(record);
        self.rest_product_work(work_id, WorkPhase::Cancelled, None)
            .await
    }

    /// The writings that are not done, newest first, those that an earlier run left among them.
    pub fn product_works(&self) -> Vec<ProductWorkView> {
        let mut views = self.core.works.views();
        views.retain(|work| !matches!(work.state, WorkState::Done | WorkState::Cancelled));
        views
    }

    /// Whether this process writes a product now: an end of the program would interrupt it.
    pub fn is_writing_products(&self) -> bool {
        self.core.works.is_working()
    }

    /// Waits until a writing is not running.
    ///
    /// # Errors
    /// [`Code::Unknown`] for one that is not known here; those of the journal.
    pub async fn product_work_ended(
        &self,
        work_id: &ProductWorkId,
    ) -> Result<ProductWorkView, Refusal> {
        let mut changes = self.core.works.changes();
        loop {
            changes.mark_unchanged();
            let view = match self.core.works.view(work_id) {
                Some(view) => view,
                None => self.recalled(self.work_record(work_id).await?).view(),
            };
            if view.state != WorkState::Running {
                return Ok(view);
            }
            if self.core.works.is_ours(work_id) {
                // The sender lives in `self`.
                let _ = changes.changed().await;
            } else {
                // One that another process writes is known by the journal alone.
                self.core.ports.clock.sleep(recall::GLANCE).await;
                self.recall_product_works().await?;
            }
        }
    }

    async fn begin_work(
        &self,
        product: StagedProduct,
        product_id: Option<ProductId>,
        images: Vec<StagedImage>,
    ) -> Result<ProductWorkId, Refusal> {
        let core = &self.core;
        if core.sessions.current().is_none() {
            return Err(Code::NotSignedIn.into());
        }
        let record = WorkRecord {
            work_id: ProductWorkId(uuid::Uuid::now_v7().to_string()),
            sender: core.sender.id().to_owned(),
            phase: WorkPhase::Running,
            product,
            product_id,
            asked: None,
            refusal: None,
            images: images.into_iter().map(Into::into).collect(),
            created_at: core.now(),
        };
        let work_id = record.work_id.clone();
        let _one = core.works.passing.lock().await;
        core.journal
            .begin_work(&core.server_name, record.clone())
            .await?;
        self.run_work(record);
        Ok(work_id)
    }

    /// Makes this process the one that writes, unless another one does. To be called by one at a
    /// time: whoever has just claimed it shall be writing before the next one asks.
    async fn claimed(&self, record: &WorkRecord) -> Result<bool, Refusal> {
        let core = &self.core;
        let sender = Some(record.sender.as_str());
        // Left by this process itself where its end could not be written down.
        let dead = sender.filter(|id| *id == core.sender.id() || core.sender.has_died(id));
        core.journal
            .claim_work(&record.work_id, core.sender.id(), dead)
            .await
    }

    async fn work_record(&self, work_id: &ProductWorkId) -> Result<WorkRecord, Refusal> {
        let core = &self.core;
        let found = core.journal.work(&core.server_name, work_id).await?;
        found.ok_or_else(|| Code::Unknown.into())
    }

    /// The products as the service answers them.
    ///
    /// # Errors
    /// Those of the read.
    pub(crate) async fn listed_products(&self) -> Result<Vec<Product>, Refusal> {
        self.read(|session| async move { self.core.api.products(&session).await })
            .await
    }

    /// A product as a front shows it; where its images are is noted.
    fn product_view(&self, product: &Product) -> ProductView {
        let product_id = ProductId(product.id.clone());
        let images = product.images.iter().map(|image| {
            let view = image_view(image);
            let pictured = Pictured::ProductImage(product_id.clone(), view.image_id.clone());
            self.core.catalogue.note_picture(pictured, Some(&image.url));
            view
        });
        ProductView {
            name: product.name.clone(),
            description: product.description.clone().unwrap_or_default(),
            target_audience: product.target_audience.clone().unwrap_or_default(),
            images: images.collect(),
            product_id,
        }
    }
}

fn image_view(image: &ProductImage) -> ProductImageView {
    ProductImageView {
        image_id: ProductImageId(image.id.clone()),
        name: image.name.clone(),
        description: image.description.clone(),
        usage_context: image.usage_context.clone(),
        content_policy: match &image.content_policy {
            riffkit::ContentPolicy::Mutable => ContentPolicy::Mutable,
            // Nothing said is the service's default.
            riffkit::ContentPolicy::Locked => ContentPolicy::Locked,
            riffkit::ContentPolicy::Other(word) if word.is_empty() => ContentPolicy::Locked,
            riffkit::ContentPolicy::Other(word) => ContentPolicy::Other(word.clone()),
        },
        caption_pending: image.caption_status == CaptionStatus::Pending,
    }
}
