//! The plan of an order that came to nothing, to be given once more: shown, changed, and confirmed
//! anew like any other.

use crate::Studio;
use crate::journal::{OrderPhase, OrderRecord, Way};
use contract::{Code, Event, OrderId, OrderWay, Plan, PlanProduct, Refusal, Source};

impl Studio {
    /// The plan that an order was made from. Without a source where the clip's file is gone, and
    /// without a product that was never written.
    ///
    /// # Errors
    /// [`Code::InDoubt`] while the order may have been taken: the person has to say first that it was
    /// not; [`Code::Unknown`] for one that is still on its way or is not known here.
    pub async fn plan_of_order(&self, order_id: &OrderId) -> Result<Plan, Refusal> {
        let record = self
            .core
            .desk
            .read(order_id, |entry| entry.record.clone())
            .ok_or(Code::Unknown)?;
        match record.phase {
            OrderPhase::InDoubt => Err(Code::InDoubt.into()),
            phase if phase.is_last() => Ok(self.plan_of(record).await),
            _ => Err(Code::Unknown.into()),
        }
    }

    async fn plan_of(&self, record: OrderRecord) -> Plan {
        let source = self.source_of(&record).await;
        let product = record.brief.product;
        let visibility = product.as_ref().map(|product| product.visibility);
        Plan {
            source,
            language: record.language,
            direction: record.direction,
            hint: record.hint,
            characters: record
                .brief
                .characters
                .into_iter()
                .map(|chosen| chosen.character_id)
                .collect(),
            product: product.and_then(|product| {
                Some(PlanProduct::Known {
                    product_id: product.product_id?,
                    name: product.name,
                })
            }),
            visibility: visibility.unwrap_or_default(),
            way: match record.brief.way {
                Way::Riff => OrderWay::Auto,
                Way::Batch => OrderWay::Batch,
            },
        }
    }

    async fn source_of(&self, record: &OrderRecord) -> Option<Source> {
        let source = &record.source;
        if let Some(template_id) = source.template_id.clone() {
            let name = source.name.clone();
            return Some(Source::Template { template_id, name });
        }
        if let Some(url) = source.link.clone() {
            // An unusual host is agreed to anew.
            let agreed_host = None;
            return Some(Source::Link { url, agreed_host });
        }
        let path = source.path.clone().filter(|path| path.is_file())?;
        let clip = self.take_in(vec![path]).await.into_iter().next()?;
        let clip_id = clip.clip_id.clone();
        // Nobody chose it just now: the page stays where it is until it has the whole plan.
        self.core.tell(Event::ClipChanged(clip));
        Some(Source::Clip { clip_id })
    }
}
