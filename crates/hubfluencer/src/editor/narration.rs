//! The words that are spoken.

use wire::Failure;

use super::StepAnswer;
use crate::{Api, Session};

impl Api {
    /// `POST /api/editor/:slug/generate-narration`: takes 1 AI assist and no credits.
    ///
    /// # Errors
    /// See [`Failure`]; a 429 is [`crate::Problem::AssistQuotaExceeded`].
    pub async fn generate_narration(
        &self,
        session: &Session,
        slug: &str,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/generate-narration")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }
}
