//! The voice that speaks.

use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use super::StepAnswer;
use crate::call::Fields;
use crate::{Api, Session};

impl Api {
    /// `POST /api/editor/:slug/generate-voice`: **a paying call**, 3 credits. A `voice_id` has 1 to 64
    /// letters, digits, `_` or `-`. The same key is the same order for 24 hours.
    ///
    /// `hooks` is asked before any of the order leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; a 402 is [`crate::Problem::CreditsInsufficient`].
    pub async fn generate_voice(
        &self,
        session: &Session,
        slug: &str,
        voice_id: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/generate-voice")
            .by(session)
            .id("slug", slug)
            .named(key)
            .body(Fields::of("voice_id", voice_id))
            .order(hooks)
            .await
    }
}
