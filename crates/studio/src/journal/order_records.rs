//! What is kept of an order.

use std::path::PathBuf;

use contract::{
    ChosenCharacter, ChosenProduct, ClipId, Millis, OrderId, ProductWorkId, Refusal, SourceKind,
    SourceView, TaskView, TemplateId,
};
use serde::{Deserialize, Serialize};

use super::{OrderPhase, Payer, paths};
use crate::spending::Bond;

/// What an order is made from, as the journal keeps it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct SourceRecord {
    /// A clip's file.
    #[serde(default, with = "paths::maybe")]
    pub(crate) path: Option<PathBuf>,
    /// A link.
    #[serde(default)]
    pub(crate) link: Option<String>,
    /// As it is shown.
    pub(crate) name: String,
    /// A clip's length in seconds.
    #[serde(default)]
    pub(crate) duration_seconds: Option<f64>,
    /// A template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) template_id: Option<TemplateId>,
}

impl SourceRecord {
    /// Whether it is a file of this machine.
    pub(crate) fn is_clip(&self) -> bool {
        self.template_id.is_none() && self.link.is_none()
    }

    /// As a front shows it.
    pub(crate) fn view(&self, clip_id: Option<ClipId>) -> SourceView {
        SourceView {
            kind: match (&self.template_id, &self.link) {
                (Some(_), _) => SourceKind::Template,
                (None, Some(_)) => SourceKind::Link,
                (None, None) => SourceKind::Clip,
            },
            name: self.name.clone(),
            duration_seconds: self.duration_seconds,
            clip_id,
            template_id: self.template_id.clone(),
        }
    }
}

/// What an order is made with besides its source and its texts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Brief {
    /// One video for each; none for Auto.
    #[serde(default)]
    pub(crate) characters: Vec<ChosenCharacter>,
    /// The product. A staged one has its id once it was written.
    #[serde(default)]
    pub(crate) product: Option<ChosenProduct>,
    /// The service's door.
    #[serde(default)]
    pub(crate) way: Way,
    /// The writing of the staged product.
    #[serde(default)]
    pub(crate) work_id: Option<ProductWorkId>,
}

/// The service's two doors for orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Way {
    /// `POST /api/riffs`.
    #[default]
    Riff,
    /// `POST /api/pipeline/batch`.
    Batch,
}

/// An intent, before the first byte leaves.
#[derive(Clone, Debug)]
pub(crate) struct NewOrder {
    pub(crate) order_id: OrderId,
    /// [`OrderPhase::Sending`], or [`OrderPhase::Preparing`] where a product is to be written first.
    pub(crate) phase: OrderPhase,
    pub(crate) server: String,
    pub(crate) sender: String,
    pub(crate) source: SourceRecord,
    pub(crate) language: String,
    pub(crate) direction: String,
    pub(crate) hint: String,
    pub(crate) brief: Brief,
    /// What it may cost.
    pub(crate) bond: Bond,
    pub(crate) created_at: Millis,
}

/// An order as the journal keeps it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OrderRecord {
    pub(crate) order_id: OrderId,
    pub(crate) phase: OrderPhase,
    pub(crate) sender: String,
    pub(crate) sealed: bool,
    pub(crate) source: SourceRecord,
    pub(crate) language: String,
    pub(crate) direction: String,
    pub(crate) hint: String,
    pub(crate) brief: Brief,
    pub(crate) created_at: Millis,
    /// When it last began to be sent.
    pub(crate) sent_at: Option<Millis>,
    /// When its last byte may have left.
    pub(crate) sealed_at: Option<Millis>,
    /// How far the service's clock was ahead of this machine's then, where that was known.
    pub(crate) service_ahead: Option<Millis>,
    /// Who was signed in then.
    pub(crate) payer: Payer,
    pub(crate) batch_id: Option<String>,
    pub(crate) formula_id: Option<String>,
    pub(crate) tasks: Vec<TaskView>,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) top_up_link: Option<String>,
    pub(crate) heard_at: Option<Millis>,
    pub(crate) ended_at: Option<Millis>,
}
