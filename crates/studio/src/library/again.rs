//! "Riff again": the plan of a finished reel.

use contract::{
    AssetId, CharacterId, Code, Plan, PlanProduct, ProductId, Refusal, Source, TaskId, TemplateId,
    Visibility,
};
use riffkit::{ProductVisibility, Task};

use crate::Studio;
use crate::journal::ReelRecord;

impl Studio {
    /// The plan of a finished reel, from the facts of the task that made it: its template, character,
    /// product, language and creative direction. A reel whose task the service no longer has gives
    /// what the reel itself tells. Nothing is ordered by this.
    ///
    /// # Errors
    /// [`Code::Unknown`] for a reel that is not known, or that no riff made; those of the read.
    pub async fn plan_of_reel(&self, asset_id: &AssetId) -> Result<Plan, Refusal> {
        let reel = self.reel_record_or_ask(asset_id).await?;
        if reel.result.is_some() {
            // No riff made it.
            return Err(Refusal::new(Code::Unknown).of_hubfluencer());
        }
        let task = match &reel.task_id {
            Some(task_id) => match self.read_task(&TaskId(task_id.clone())).await {
                Ok(task) => Some(task),
                Err(refusal) if refusal.code == Code::NotFound => None,
                Err(refusal) => return Err(refusal),
            },
            None => None,
        };
        let mut plan = plan(&reel, task.as_ref());
        if let Some(PlanProduct::Known { product_id, name }) = &mut plan.product
            && let Ok(product) = self.known_product(product_id).await
        {
            *name = product.name;
        }
        Ok(plan)
    }
}

fn plan(reel: &ReelRecord, task: Option<&Task>) -> Plan {
    let fact = |of_task: fn(&Task) -> &Option<String>, of_reel: &Option<String>| {
        task.and_then(|task| of_task(task).clone())
            .or_else(|| of_reel.clone())
    };
    let words = |of_task: fn(&Task) -> &Option<String>| fact(of_task, &None).unwrap_or_default();
    let name = fact(|task| &task.formula_name, &reel.formula_name);
    let product = fact(|task| &task.product_id, &reel.product_id);
    let visibility = task.and_then(|task| task.product_visibility.as_deref());
    Plan {
        source: fact(|task| &task.formula_id, &reel.formula_id).map(|id| Source::Template {
            template_id: TemplateId(id),
            name: name.unwrap_or_default(),
        }),
        language: words(|task| &task.language),
        direction: words(|task| &task.content_anchor),
        // Never sent with a template.
        hint: String::new(),
        characters: fact(|task| &task.character_id, &reel.character_id)
            .map(CharacterId)
            .into_iter()
            .collect(),
        product: product.map(|id| PlanProduct::Known {
            product_id: ProductId(id),
            name: String::new(),
        }),
        visibility: match visibility {
            Some(word) if word == ProductVisibility::OffCamera.as_str() => Visibility::OffCamera,
            _ => Visibility::OnCamera,
        },
        ..Plan::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reel() -> ReelRecord {
        ReelRecord {
            asset_id: "r".to_owned(),
            formula_id: Some("f".to_owned()),
            formula_name: Some("The scan".to_owned()),
            character_id: Some("mia".to_owned()),
            ..ReelRecord::default()
        }
    }

    fn template(plan: &Plan) -> (&str, &str) {
        match &plan.source {
            Some(Source::Template { template_id, name }) => (&template_id.0, name),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_tasks_facts_make_the_plan() {
        let task: Task = serde_json::from_value(serde_json::json!({
            "id": "t", "formula_id": "f", "formula_name": "The scan, renamed", "product_id": "p",
            "product_visibility": "off_camera", "language": "es", "content_anchor": "the label",
            "character_id": "caden", "user_hint": "the twist",
        }))
        .expect("a task");
        let plan = plan(&reel(), Some(&task));
        assert_eq!(template(&plan), ("f", "The scan, renamed"));
        assert_eq!((plan.language.as_str(), plan.hint.as_str()), ("es", ""));
        assert_eq!(plan.direction, "the label");
        assert_eq!(plan.characters, ["caden".into()]);
        assert_eq!(plan.visibility, Visibility::OffCamera);
        let known = PlanProduct::Known {
            product_id: "p".into(),
            name: String::new(),
        };
        assert_eq!(plan.product, Some(known));
    }

    #[test]
    fn without_a_task_the_reel_tells_what_it_can() {
        let plan = plan(&reel(), None);
        assert_eq!(template(&plan), ("f", "The scan"));
        assert_eq!(plan.characters, ["mia".into()]);
        assert_eq!((plan.product, plan.language.as_str()), (None, ""));
    }
}
