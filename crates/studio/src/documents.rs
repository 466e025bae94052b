//! The service's answers in its own field names, for scripts (`reel … --json`). What a field means
//! there is the contract's to say; people are shown views instead, in seconds.

use contract::{
    AssetId, Code, ProductId, Refusal, TaskId, TaskQuery, TemplateId, TemplateQuery, UsagePeriod,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::Studio;

impl Studio {
    /// `GET /api/formulas` as it came: `{items, total, limit, offset}`.
    ///
    /// # Errors
    /// Those of [`Studio::templates`].
    pub async fn templates_document(&self, query: TemplateQuery) -> Result<Value, Refusal> {
        document(&self.listed_templates(&query).await?)
    }

    /// `GET /api/formulas/{formula_id}`.
    ///
    /// # Errors
    /// Those of [`Studio::template`].
    pub async fn template_document(&self, template_id: &TemplateId) -> Result<Value, Refusal> {
        document(&self.listed_template(template_id).await?)
    }

    /// `GET /api/characters`: a list.
    ///
    /// # Errors
    /// Those of [`Studio::characters`].
    pub async fn characters_document(&self) -> Result<Value, Refusal> {
        document(&self.listed_characters().await?)
    }

    /// `GET /api/products`: a list.
    ///
    /// # Errors
    /// Those of [`Studio::products`].
    pub async fn products_document(&self) -> Result<Value, Refusal> {
        document(&self.listed_products().await?)
    }

    /// One product of that list.
    ///
    /// # Errors
    /// [`Code::NotFound`] where it is not among them; those of the read.
    pub async fn product_document(&self, product_id: &ProductId) -> Result<Value, Refusal> {
        let products = self.listed_products().await?;
        let found = products
            .iter()
            .find(|product| product.id == product_id.0)
            .ok_or(Code::NotFound)?;
        document(found)
    }

    /// `GET /api/tasks`: a list.
    ///
    /// # Errors
    /// Those of [`Studio::tasks`].
    pub async fn tasks_document(&self, query: TaskQuery) -> Result<Value, Refusal> {
        document(&self.ask_tasks(&query).await?.items)
    }

    /// `GET /api/tasks/stats`.
    ///
    /// # Errors
    /// Those of [`Studio::task_stats`].
    pub async fn task_stats_document(&self, query: TaskQuery) -> Result<Value, Refusal> {
        document(&self.ask_task_stats(&query).await?)
    }

    /// `GET /api/tasks/{task_id}`.
    ///
    /// # Errors
    /// Those of [`Studio::task`].
    pub async fn task_document(&self, task_id: &TaskId) -> Result<Value, Refusal> {
        document(&self.read_task(task_id).await?)
    }

    /// `GET /api/tasks/{task_id}/content`.
    ///
    /// # Errors
    /// Those of [`Studio::recap`].
    pub async fn task_content_document(&self, task_id: &TaskId) -> Result<Value, Refusal> {
        document(&self.ask_content(task_id).await?)
    }

    /// `GET /api/assets` with `type=upload`: a list.
    ///
    /// # Errors
    /// Those of [`Studio::references`].
    pub async fn references_document(&self, page: u32) -> Result<Value, Refusal> {
        document(&self.ask_references(page).await?)
    }

    /// One asset.
    ///
    /// # Errors
    /// [`Code::NotFound`]; those of the read.
    pub async fn asset_document(&self, asset_id: &AssetId) -> Result<Value, Refusal> {
        document(&self.ask_asset(asset_id).await?)
    }

    /// What `GET /api/usage/credits`, `/daily-budget`, `/summary`, `/history` and
    /// `GET /api/billing/subscription` say, each under its own name. A part that could not be read
    /// is null.
    ///
    /// # Errors
    /// [`Code::NotSignedIn`]; those of the balance's read.
    pub async fn usage_document(&self, period: UsagePeriod) -> Result<Value, Refusal> {
        let credits = document(&self.read_credits().await?)?;
        Ok(json!({
            "credits": credits,
            "daily_budget": part(self.read_budget().await),
            "summary": part(self.read_summary(period).await),
            "history": part(self.read_history().await),
            "subscription": part(self.read_plan().await),
        }))
    }

    /// `GET /api/billing/plans`: a list.
    ///
    /// # Errors
    /// Those of [`Studio::plans`].
    pub async fn plans_document(&self) -> Result<Value, Refusal> {
        document(&self.ask_plans().await?)
    }

    /// `GET /api/scopes/{scope_id}/members`: a list; empty in a scope of one's own that has none.
    ///
    /// # Errors
    /// Those of [`Studio::team`].
    pub async fn team_document(&self) -> Result<Value, Refusal> {
        document(&self.ask_members().await?)
    }
}

fn document(answer: &impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(answer)
        .map_err(|error| Refusal::new(Code::Internal).with("detail", error.to_string()))
}

fn part<T: Serialize>(answer: Result<T, Refusal>) -> Value {
    answer
        .and_then(|answer| document(&answer))
        .unwrap_or(Value::Null)
}
