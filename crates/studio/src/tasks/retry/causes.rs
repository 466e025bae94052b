//! What a person can mend before a task is made again.

use contract::{CharacterId, FixableCause, ProductId, TemplateId};
use riffkit::Task;

use crate::Studio;

/// Words of an error that mean the product or its images.
const PRODUCT_WORDS: [&str; 2] = ["product", "image"];

impl Studio {
    /// What may make this task fail again. What can't be read is left out: it is advice.
    pub(super) async fn fixable_causes(
        &self,
        task: &Task,
        has_failed_before: bool,
    ) -> Vec<FixableCause> {
        let (stale, unready) =
            futures_util::join!(self.stale_template(task), self.unready_character(task));
        let mut causes = Vec::new();
        causes.extend(stale.map(|template_id| FixableCause::StaleTemplate { template_id }));
        causes.extend(
            blamed_product(task).map(|product_id| FixableCause::ProductImages { product_id }),
        );
        causes.extend(unready.map(|character_id| FixableCause::Character { character_id }));
        causes.extend(has_failed_before.then_some(FixableCause::FailedBefore));
        causes
    }

    /// Its template, where that should be analysed anew first.
    async fn stale_template(&self, task: &Task) -> Option<TemplateId> {
        let id = task.formula_id.as_deref()?;
        let api = &self.core.api;
        let template = self
            .read(|session| async move { api.formula(&session, id).await })
            .await;
        match template {
            Ok(template) => template
                .formula
                .is_stale()
                .then(|| TemplateId(id.to_owned())),
            Err(refusal) => {
                tracing::info!(%refusal, "the template of a failed task could not be read");
                None
            }
        }
    }

    /// Its character, where that can't act (any more). One that is not listed can't either.
    async fn unready_character(&self, task: &Task) -> Option<CharacterId> {
        let id = task.character_id.as_deref()?;
        let api = &self.core.api;
        let characters = self
            .read(|session| async move { api.characters(&session).await })
            .await;
        match characters {
            Ok(characters) => {
                let acts = characters
                    .iter()
                    .any(|character| character.id == id && character.has_any_active_avatar);
                (!acts).then(|| CharacterId(id.to_owned()))
            }
            Err(refusal) => {
                tracing::info!(%refusal, "the character of a failed task could not be read");
                None
            }
        }
    }
}

/// The product, where the failure speaks of it or of its images.
fn blamed_product(task: &Task) -> Option<ProductId> {
    let error = task.error.as_deref()?.to_lowercase();
    let product_id = task.product_id.clone()?;
    PRODUCT_WORDS
        .iter()
        .any(|word| error.contains(word))
        .then_some(ProductId(product_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_that_speaks_of_an_image_blames_the_product() {
        let task = |product: Option<&str>, error: &str| -> Task {
            let json = serde_json::json!({"id": "t", "product_id": product, "error": error});
            serde_json::from_value(json).expect("a task")
        };
        let blamed = |product, error| blamed_product(&task(product, error));
        assert_eq!(
            blamed(Some("p"), "Image could not be decoded"),
            Some("p".into())
        );
        assert_eq!(blamed(Some("p"), "PRODUCT missing"), Some("p".into()));
        assert_eq!(blamed(Some("p"), "rate limit"), None);
        assert_eq!(blamed(None, "image"), None, "there is none to mend");
    }
}
