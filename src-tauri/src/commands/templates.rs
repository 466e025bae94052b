//! Templates and characters.

use contract::{
    CharacterSuggestion, CharacterView, Refusal, TaskId, TemplateDetail, TemplateId, TemplatePage,
    TemplateQuery,
};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn templates(&self, query: TemplateQuery) -> Result<TemplatePage, Refusal> {
        self.shell.studio.templates(query).await
    }

    pub(super) async fn template(&self, template: &TemplateId) -> Result<TemplateDetail, Refusal> {
        self.shell.studio.template(template).await
    }

    pub(super) async fn refresh_template(&self, template: &TemplateId) -> Result<TaskId, Refusal> {
        self.shell.studio.refresh_template(template).await
    }

    pub(super) async fn characters(&self) -> Result<Vec<CharacterView>, Refusal> {
        self.shell.studio.characters().await
    }

    pub(super) async fn suggest_characters(
        &self,
        words: &str,
    ) -> Result<Vec<CharacterSuggestion>, Refusal> {
        self.shell.studio.suggest_characters(words).await
    }
}
