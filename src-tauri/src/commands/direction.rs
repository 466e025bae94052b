//! The creative direction: what can be put into it, and what a text says and lacks.

use contract::{AidQuery, DirectionAid, DirectionMode, DirectionReview, Refusal};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn direction_aid(&self, query: AidQuery) -> Result<DirectionAid, Refusal> {
        self.shell.studio.direction_aid(query).await
    }

    pub(super) fn review_direction(
        &self,
        text: &str,
        mode: DirectionMode,
        image_names: &[String],
    ) -> Result<DirectionReview, Refusal> {
        Ok(self.shell.studio.review_direction(text, mode, image_names))
    }
}
