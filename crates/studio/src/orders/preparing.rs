//! An order with a staged product: the product is written first, and the order leaves after it.
//!
//! The yes was given to both. Where a step fails, what was written stays, the order waits, and the
//! rest goes on when the person resumes it.

use std::sync::Arc;

use contract::{Code, Event, NewProduct, OrderId, ProductId, ProductWorkId, Refusal, WorkState};

use super::Phase;
use super::desk::Stop;
use crate::Studio;

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
        self.follow_product(order_id);
        Ok(())
    }

    /// Goes on with an order whose new product could not be written whole.
    ///
    /// # Errors
    /// [`Code::Unknown`] unless it waits for its product.
    pub async fn resume_order(&self, order_id: &OrderId) -> Result<(), Refusal> {
        self.expect_phase(order_id, &[Phase::Preparing])?;
        let work_id = self
            .work_of(order_id)
            .ok_or_else(|| Refusal::new(Code::Unknown))?;
        self.resume_product_work(&work_id).await?;
        self.follow_product(order_id);
        Ok(())
    }

    /// Follows the writing again where an order waits for it: it was resumed from elsewhere.
    pub(crate) fn follow_orders_of(&self, work_id: &ProductWorkId) {
        for order_id in self.core.desk.in_phase(Phase::Preparing) {
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
        if self.expect_phase(order_id, &[Phase::Preparing]).is_ok() {
            let refusal = Some(Code::Cancelled.into());
            self.note_rest(order_id, Phase::NotSent, refusal, None)
                .await;
        }
    }

    fn work_of(&self, order_id: &OrderId) -> Option<ProductWorkId> {
        self.core
            .desk
            .read(order_id, |entry| entry.record.brief.work_id.clone())
            .flatten()
    }

    /// Waits for the writing's end in the background, and then lets the order leave.
    fn follow_product(&self, order_id: &OrderId) {
        let mut begun = false;
        self.change_order(order_id, |entry| {
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
        let ended = self.product_work_ended(&work_id).await;
        self.change_order(order_id, |entry| entry.is_followed = false);
        match ended {
            Ok(work) => match (work.state, work.product_id) {
                (WorkState::Done, Some(product_id)) => {
                    self.product_written(order_id, product_id).await;
                }
                (WorkState::Cancelled, _) => {
                    let refusal = Some(Code::Cancelled.into());
                    self.note_rest(order_id, Phase::NotSent, refusal, None)
                        .await;
                }
                _ => self.change_order(order_id, |entry| {
                    entry.record.refusal = Some(Code::ProductUnfinished.into());
                }),
            },
            Err(refusal) => {
                self.note_rest(order_id, Phase::NotSent, Some(refusal), None)
                    .await;
            }
        }
    }

    /// The product is written: the order takes its id along and leaves.
    async fn product_written(&self, order_id: &OrderId, product_id: ProductId) {
        let core = &self.core;
        let known = core.desk.read(order_id, |entry| {
            let mut brief = entry.record.brief.clone();
            if let Some(product) = &mut brief.product {
                product.product_id = Some(product_id);
            }
            (brief, entry.reviewed.clone())
        });
        let Some((brief, Some(reviewed))) = known else {
            return;
        };
        if let Err(refusal) = core.journal.brief(order_id, &brief).await {
            core.tell(Event::Trouble(refusal.clone()));
            return self.change_order(order_id, |entry| entry.record.refusal = Some(refusal));
        }
        self.change_order(order_id, |entry| entry.record.brief = brief);
        match core.journal.intend_again(order_id, core.now()).await {
            Ok(Ok(())) => {
                let stop = Arc::new(Stop::default());
                self.change_order(order_id, |entry| {
                    entry.record.phase = Phase::Sending;
                    entry.record.refusal = None;
                    entry.stop = Some(stop);
                });
                self.begin(order_id.clone(), reviewed);
            }
            Ok(Err(full)) => {
                let refusal = self.too_many(full);
                self.change_order(order_id, |entry| entry.record.refusal = Some(refusal));
            }
            Err(refusal) => self.change_order(order_id, |entry| {
                entry.record.refusal = Some(refusal);
            }),
        }
    }
}
