//! Shorts, carousels and ads: their lists, their briefs, their results.

use contract::{
    AssetId, CarouselBrief, CarouselChange, CarouselView, EditorBrief, EditorChange, EditorView,
    ProjectKey, ProjectView, Refusal, Restyle, ShortBrief, ShortView, SlideWords, TransferId,
};

use super::super::Desk;

impl Desk<'_> {
    pub(super) async fn project(&self, project: &ProjectKey) -> Result<ProjectView, Refusal> {
        self.shell.studio.project(project).await
    }

    pub(super) async fn list_projects(&self) -> Result<Vec<ProjectView>, Refusal> {
        self.shell.studio.list_projects().await
    }

    pub(super) async fn adopt_project(&self, project: &ProjectKey) -> Result<ProjectView, Refusal> {
        self.shell.studio.adopt_project(project).await
    }

    pub(super) async fn remove_project(&self, project: &ProjectKey) -> Result<(), Refusal> {
        self.shell.studio.remove_project(project).await
    }

    pub(super) async fn look_at_project(&self, project: &ProjectKey) -> Result<(), Refusal> {
        self.shell.studio.look_at_project(project).await
    }

    pub(super) async fn create_short(&self, brief: ShortBrief) -> Result<ShortView, Refusal> {
        self.shell.studio.create_short(brief).await
    }

    pub(super) async fn edit_short(
        &self,
        slug: &str,
        brief: ShortBrief,
    ) -> Result<ShortView, Refusal> {
        self.shell.studio.edit_short(slug, brief).await
    }

    pub(super) async fn create_carousel(
        &self,
        brief: CarouselBrief,
    ) -> Result<CarouselView, Refusal> {
        self.shell.studio.create_carousel(brief).await
    }

    pub(super) async fn edit_carousel(
        &self,
        slug: &str,
        change: CarouselChange,
    ) -> Result<CarouselView, Refusal> {
        self.shell.studio.edit_carousel(slug, change).await
    }

    pub(super) async fn edit_slide(
        &self,
        slug: &str,
        position: u32,
        words: SlideWords,
    ) -> Result<CarouselView, Refusal> {
        self.shell.studio.edit_slide(slug, position, words).await
    }

    pub(super) async fn restyle_carousel(
        &self,
        slug: &str,
        restyle: Restyle,
    ) -> Result<CarouselView, Refusal> {
        self.shell.studio.restyle_carousel(slug, restyle).await
    }

    pub(super) async fn create_editor(&self, brief: EditorBrief) -> Result<EditorView, Refusal> {
        self.shell.studio.create_editor(brief).await
    }

    pub(super) async fn edit_editor(
        &self,
        slug: &str,
        change: EditorChange,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.edit_editor(slug, change).await
    }

    pub(super) async fn edit_scenario(
        &self,
        slug: &str,
        words: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.edit_scenario(slug, words).await
    }

    pub(super) async fn apply_scenario(
        &self,
        slug: &str,
        scenes: u32,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.apply_scenario(slug, scenes).await
    }

    pub(super) async fn save_project(&self, project: &ProjectKey) -> Result<TransferId, Refusal> {
        self.shell.studio.save_project(project).await
    }

    pub(super) async fn project_asset(
        &self,
        project: &ProjectKey,
    ) -> Result<Option<AssetId>, Refusal> {
        self.shell.studio.project_asset(project).await
    }
}
