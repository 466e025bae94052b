//! The scenes of an ad, and what stands in them.

use contract::{EditorView, LogoChange, Refusal};

use super::super::Desk;

impl Desk<'_> {
    pub(super) async fn add_scene(&self, slug: &str, prompt: &str) -> Result<EditorView, Refusal> {
        self.shell.studio.add_scene(slug, prompt).await
    }

    pub(super) async fn edit_scene(
        &self,
        slug: &str,
        scene: &str,
        prompt: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.edit_scene(slug, scene, prompt).await
    }

    pub(super) async fn delete_scene(
        &self,
        slug: &str,
        scene: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.delete_scene(slug, scene).await
    }

    pub(super) async fn reorder_scenes(
        &self,
        slug: &str,
        order: &[String],
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.reorder_scenes(slug, order).await
    }

    pub(super) async fn place_footage(
        &self,
        slug: &str,
        upload: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.place_footage(slug, upload).await
    }

    pub(super) async fn use_footage(
        &self,
        slug: &str,
        scene: &str,
        upload: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.use_footage(slug, scene, upload).await
    }

    pub(super) async fn use_scene(
        &self,
        slug: &str,
        scene: &str,
        source: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.use_scene(slug, scene, source).await
    }

    pub(super) async fn place_product(
        &self,
        slug: &str,
        placement: &str,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.place_product(slug, placement).await
    }

    pub(super) async fn place_logo(
        &self,
        slug: &str,
        change: LogoChange,
    ) -> Result<EditorView, Refusal> {
        self.shell.studio.place_logo(slug, change).await
    }
}
