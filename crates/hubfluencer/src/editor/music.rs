//! The music below it.

use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use super::StepAnswer;
use crate::call::Fields;
use crate::{Api, Session};

impl Api {
    /// `POST /api/editor/:slug/suggest-music-prompt`: takes 1 AI assist and no credits.
    ///
    /// # Errors
    /// See [`Failure`]; a 429 is [`crate::Problem::AssistQuotaExceeded`].
    pub async fn suggest_music_prompt(
        &self,
        session: &Session,
        slug: &str,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/suggest-music-prompt")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/generate-music`: **a paying call**, 5 credits. The direction has at most
    /// 1,200 characters; more is cut off in silence. The same key is the same order for 24 hours.
    ///
    /// `hooks` is asked before any of the order leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; a 402 is [`crate::Problem::CreditsInsufficient`].
    pub async fn generate_music(
        &self,
        session: &Session,
        slug: &str,
        prompt: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/generate-music")
            .by(session)
            .id("slug", slug)
            .named(key)
            .body(Fields::of("prompt", prompt))
            .order(hooks)
            .await
    }
}
