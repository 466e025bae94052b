//! Autopilot: the whole ad from its brief.

use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use super::Editor;
use crate::{Api, Cost, Session};

impl Api {
    /// `GET /api/editor/:slug/autopilot/cost`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn autopilot_cost(&self, session: &Session, slug: &str) -> Result<Cost, Failure> {
        self.get("/api/editor/{slug}/autopilot/cost")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/autopilot`: **a paying call**. The same key is the same order for 24
    /// hours.
    ///
    /// `hooks` is asked before anything leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::ScenarioPromptRequired`] for a brief that is too short.
    pub async fn start_autopilot(
        &self,
        session: &Session,
        slug: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<Editor, Failure> {
        self.post("/api/editor/{slug}/autopilot")
            .by(session)
            .id("slug", slug)
            .named(key)
            .order(hooks)
            .await
    }
}
