//! The person's own clips and images on their way to a project.

use contract::{FootageId, FootageView, NewFootage, ProjectView, Refusal, hub_ask};

use super::super::Desk;

impl Desk<'_> {
    pub(super) async fn set_image(&self, ask: &hub_ask::SetImage) -> Result<ProjectView, Refusal> {
        let file = &ask.file_id;
        self.shell
            .studio
            .set_image(&ask.project, ask.role, file, &ask.description)
            .await
    }

    pub(super) async fn upload_footage(&self, footage: NewFootage) -> Result<FootageId, Refusal> {
        self.shell.studio.upload_footage(footage).await
    }

    pub(super) async fn pause_footage(&self, footage: &FootageId) -> Result<(), Refusal> {
        self.shell.studio.pause_footage(footage).await
    }

    pub(super) async fn resume_footage(&self, footage: &FootageId) -> Result<(), Refusal> {
        self.shell.studio.resume_footage(footage).await
    }

    pub(super) async fn cancel_footage(&self, footage: &FootageId) -> Result<(), Refusal> {
        self.shell.studio.cancel_footage(footage).await
    }

    pub(super) async fn footage(&self, slug: &str) -> Result<Vec<FootageView>, Refusal> {
        self.shell.studio.footage(slug).await
    }
}
