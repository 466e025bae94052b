//! The finished video of a project.

use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use super::StepAnswer;
use crate::{Api, Session};

impl Api {
    /// `POST /api/editor/:slug/render`: **a paying call** where scenes are not generated yet, 5 credits
    /// each; else free. The same key is the same order for 24 hours.
    ///
    /// `hooks` is asked before anything leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::PromptRejected`] costs nothing.
    pub async fn render_editor(
        &self,
        session: &Session,
        slug: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/render")
            .by(session)
            .id("slug", slug)
            .named(key)
            .order(hooks)
            .await
    }
}
