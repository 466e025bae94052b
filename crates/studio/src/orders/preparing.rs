//! An order with a staged product: the product is written first, and the order leaves after it.
//!
//! The yes was given to both. Where a step fails, what was written stays, the order waits, and the
//! rest goes on when the person resumes it.

use std::sync::Arc;

use super::desk::Stop;
use crate::Studio;
use crate::journal::OrderPhase;
use contract::{
    Code, Event, NewProduct, OrderId, ProductId, ProductWorkId, ProductWorkView, Refusal, WorkState,
};

impl Studio {
    /// Begins to write the staged product of an order that is in the journal and not shown yet.
    ///
    /// # Errors
    /// Those of the product's check and of the journal: nothing was ordered.
    pub(super) async fn begin_product(
        &self,
        order_id: &OrderId,
        product: NewProduct,
    ) -> Result<(), Refusal> {
        let work_id = self.create_product(product).await?;
        let brief = self.core.desk.read(order_id, |entry| {
            let mut brief = entry.record.brief.clone();
            brief.work_id = Some(work_id.clone());
            brief
        });
        let Some(brief) = brief else {
            return Err(Code::Unknown.into());
        };
        self.core.journal.brief(order_id, &brief).await?;
        self.change_order(order_id, |entry| entry.record.brief = brief);
        if self
            .expect_phase(order_id, &[OrderPhase::Preparing])
            .is_err()
        {
            // Cancelled before it was known what was to be given up.
            return self.cancel_product_work(&work_id).await;
        }
        self.follow_product(order_id);
        Ok(())
    }

    /// Goes on with an order whose new product could not be written whole.
    ///
    /// # Errors
    /// [`Code::Unknown`] unless it waits for its product.
    pub async fn resume_order(&self, order_id: &OrderId) -> Result<(), Refusal> {
        self.expect_phase(order_id, &[OrderPhase::Preparing])?;
        let work_id = self
            .work_of(order_id)
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        self.resume_product_work(&work_id).await?;
        self.follow_product(order_id);
        Ok(())
    }

    /// Follows the writing again where an order waits for it: it was resumed from elsewhere.
    pub(crate) fn follow_orders_of(&self, work_id: &ProductWorkId) {
        for order_id in self.core.desk.in_phase(OrderPhase::Preparing) {
            if self.work_of(&order_id).as_ref() == Some(work_id) {
                self.follow_product(&order_id);
            }
        }
    }

    /// Gives up what is left of the product's writing, and the order with it.
    pub(super) async fn cancel_preparing(&self, order_id: &OrderId) {
        if let Some(work_id) = self.work_of(order_id)
            && let Err(refusal) = self.cancel_product_work(&work_id).await
        {
            tracing::debug!(%refusal, "the product's writing had ended");
        }
        // Whoever follows the writing may have been first.
        self.withdraw_or_stop(order_id, OrderPhase::Preparing).await;
    }

    fn work_of(&self, order_id: &OrderId) -> Option<ProductWorkId> {
        self.core
            .desk
            .read(order_id, |entry| entry.record.brief.work_id.clone())
            .flatten()
    }

    /// Waits for the writing's end in the background, and then lets the order leave.
    ///
    /// An order that another process confirmed is followed, and sent, by that one alone.
    fn follow_product(&self, order_id: &OrderId) {
        let mut begun = false;
        self.change_order(order_id, |entry| {
            if entry.reviewed.is_none() {
                return;
            }
            begun = !entry.is_followed;
            entry.is_followed = true;
            entry.record.refusal = None;
        });
        if !begun {
            return;
        }
        let (studio, order_id) = (self.clone(), order_id.clone());
        self.core.spawn(async move {
            studio.await_product(&order_id).await;
        });
    }

    async fn await_product(&self, order_id: &OrderId) {
        let Some(work_id) = self.work_of(order_id) else {
            return;
        };
        let refusal = match self.product_work_ended(&work_id).await {
            Ok(work) => match (work.state, work.product_id) {
                (WorkState::Done, Some(product_id)) => {
                    self.product_written(order_id, product_id).await.err()
                }
                (WorkState::Cancelled, _) => {
                    let cancelled = Code::Cancelled.into();
                    self.note_withdrawal(order_id, OrderPhase::Preparing, cancelled)
                        .await;
                    None
                }
                _ => Some(Code::ProductUnfinished.into()),
            },
            Err(refusal) => {
                self.note_withdrawal(order_id, OrderPhase::Preparing, refusal)
                    .await;
                None
            }
        };
        // In one step, so that whoever resumes it finds it either followed or waiting.
        self.change_order(order_id, |entry| {
            entry.is_followed = false;
            // One that was withdrawn meanwhile has its own reason.
            if entry.record.phase == OrderPhase::Preparing && refusal.is_some() {
                entry.record.refusal = refusal;
            }
        });
        // Resumed between its end and this word: whoever resumed it found it followed still.
        let is_running =
            |work: &ProductWorkView| work.work_id == work_id && work.state == WorkState::Running;
        if self
            .expect_phase(order_id, &[OrderPhase::Preparing])
            .is_ok()
            && self.product_works().iter().any(is_running)
        {
            self.follow_product(order_id);
        }
    }

    /// The product is written: the order takes its id along and leaves.
    ///
    /// # Errors
    /// What it waits for now: the journal, or the allowance of submits. Nothing was ordered.
    async fn product_written(
        &self,
        order_id: &OrderId,
        product_id: ProductId,
    ) -> Result<(), Refusal> {
        let core = &self.core;
        let known = core.desk.read(order_id, |entry| {
            let mut brief = entry.record.brief.clone();
            if let Some(product) = &mut brief.product {
                product.product_id = Some(product_id);
            }
            (brief, entry.reviewed.clone())
        });
        let Some((brief, Some(reviewed))) = known else {
            return Ok(());
        };
        if let Err(refusal) = core.journal.brief(order_id, &brief).await {
            core.tell(Event::Trouble(refusal.clone()));
            return Err(refusal);
        }
        self.change_order(order_id, |entry| entry.record.brief = brief);
        let intended = core.journal.intend_again(order_id, core.now()).await?;
        intended.map_err(|full| self.too_many(full))?;
        let stop = Arc::new(Stop::default());
        self.change_order(order_id, |entry| {
            entry.record.phase = OrderPhase::Sending;
            entry.record.refusal = None;
            entry.stop = Some(stop);
        });
        self.begin(order_id.clone(), reviewed);
        Ok(())
    }
}
