//! One template with many characters: `POST /api/pipeline/batch`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wire::Failure;
use wire::upload::Hooks;

use crate::riff::ProductVisibility;
use crate::{Api, Session};

/// An order of one template with many characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchOrder {
    /// The template; it must be analysed.
    pub formula_id: String,
    /// Digital characters, one task each; none for Auto.
    pub character_ids: Vec<String>,
    /// Product to place.
    pub product_id: Option<String>,
    /// How it appears; sent with a product only.
    pub product_visibility: ProductVisibility,
    /// Creative direction, at most 5,000 characters; not sent when empty.
    pub content_anchor: String,
    /// Code from [`Api::languages`]; required.
    pub language: String,
}

impl BatchOrder {
    fn body(&self) -> Value {
        let mut body = json!({
            "formula_id": self.formula_id,
            "character_ids": self.character_ids,
            "language": self.language,
        });
        if let Some(product_id) = self.product_id.as_ref().filter(|id| !id.is_empty()) {
            body["product_id"] = json!(product_id);
            body["product_visibility"] = json!(self.product_visibility.as_str());
        }
        if !self.content_anchor.is_empty() {
            body["content_anchor"] = json!(self.content_anchor);
        }
        body
    }
}

/// An order that was taken (contract, `PipelineBatchResponse`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct PipelineBatch {
    /// Its handle: for [`Api::batch`].
    #[serde(deserialize_with = "lenient::handle")]
    pub batch_id: String,
    /// Its generations.
    #[serde(default, deserialize_with = "lenient::ids")]
    pub task_ids: Vec<String>,
    /// How many they are, as the service counts them.
    #[serde(default, deserialize_with = "lenient::count")]
    pub total: u32,
}

impl Api {
    /// `POST /api/pipeline/batch`: **a paying call**, and without an idempotency key. Every call is
    /// an order, with a video for each character.
    ///
    /// `hooks` is asked before any of the order leaves; dropping the future cancels. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::insufficient`] reads a 402.
    pub async fn pipeline_batch(
        &self,
        session: &Session,
        order: &BatchOrder,
        hooks: Hooks,
    ) -> Result<PipelineBatch, Failure> {
        self.post("/api/pipeline/batch")
            .by(session)
            .order(Some(&order.body()), hooks)
            .await
    }
}
