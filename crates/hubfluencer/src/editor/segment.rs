//! Scenes: written, ordered, generated, or taken from a clip.

use serde_json::Value;
use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use super::StepAnswer;
use crate::call::Fields;
use crate::{Api, Id, Session};

/// What a scene shows instead of its own video: exactly one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssetSource {
    /// A clip that was uploaded and is ready.
    Upload {
        /// Its id.
        upload_id: Id,
    },
    /// The video of a completed scene.
    Segment {
        /// Its id.
        source_segment_id: Id,
    },
}

impl AssetSource {
    fn fields(&self) -> Fields {
        match self {
            Self::Upload { upload_id } => Fields::of("upload_id", upload_id),
            Self::Segment { source_segment_id } => {
                Fields::of("source_segment_id", source_segment_id)
            }
        }
    }
}

impl Api {
    /// `POST /api/editor/:slug/segments`: one more scene, from 1 to 2,000 characters; 20 at most.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn add_segment(
        &self,
        session: &Session,
        slug: &str,
        prompt: &str,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/segments")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("prompt", prompt))
            .answer()
            .await
    }

    /// `PATCH /api/editor/:slug/segments/:id`: other words, 1 to 2,000 characters.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn edit_segment(
        &self,
        session: &Session,
        slug: &str,
        id: &Id,
        prompt: &str,
    ) -> Result<StepAnswer, Failure> {
        self.patch("/api/editor/{slug}/segments/{id}")
            .by(session)
            .id("slug", slug)
            .id("id", id)
            .body(Fields::of("prompt", prompt))
            .answer()
            .await
    }

    /// `DELETE /api/editor/:slug/segments/:id`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn delete_segment(
        &self,
        session: &Session,
        slug: &str,
        id: &Id,
    ) -> Result<StepAnswer, Failure> {
        self.delete("/api/editor/{slug}/segments/{id}")
            .by(session)
            .id("slug", slug)
            .id("id", id)
            .answer()
            .await
    }

    /// `PUT /api/editor/:slug/segments/reorder`: every scene's id, in the new order.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn reorder_segments(
        &self,
        session: &Session,
        slug: &str,
        order: &[Id],
    ) -> Result<StepAnswer, Failure> {
        let order: Vec<Value> = order.iter().map(Value::from).collect();
        self.put("/api/editor/{slug}/segments/reorder")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("order", order))
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/segments/:id/generate`: **a paying call**, 5 credits. The same key is
    /// the same order for 24 hours.
    ///
    /// `hooks` is asked before anything leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::PromptRejected`] costs nothing.
    pub async fn generate_segment(
        &self,
        session: &Session,
        slug: &str,
        id: &Id,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/segments/{id}/generate")
            .by(session)
            .id("slug", slug)
            .id("id", id)
            .named(key)
            .order(hooks)
            .await
    }

    /// `POST /api/editor/:slug/segments/:id/regenerate`: **a paying call**, 4 credits. The same key is
    /// the same order for 24 hours.
    ///
    /// `hooks` and failures: see [`Api::generate_segment`].
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::PromptRejected`] costs nothing.
    pub async fn regenerate_segment(
        &self,
        session: &Session,
        slug: &str,
        id: &Id,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/segments/{id}/regenerate")
            .by(session)
            .id("slug", slug)
            .id("id", id)
            .named(key)
            .order(hooks)
            .await
    }

    /// `POST /api/editor/:slug/batch-generate`: **a paying call**, 4 credits for each of 3 scenes or
    /// more. The same key is the same order for 24 hours.
    ///
    /// `hooks` and failures: see [`Api::generate_segment`].
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::PromptRejected`] costs nothing.
    pub async fn batch_generate(
        &self,
        session: &Session,
        slug: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/batch-generate")
            .by(session)
            .id("slug", slug)
            .named(key)
            .order(hooks)
            .await
    }

    /// `POST /api/editor/:slug/segments/:id/enhance-prompt`: takes 1 AI assist and no credits.
    ///
    /// # Errors
    /// See [`Failure`]; a 429 is [`crate::Problem::AssistQuotaExceeded`].
    pub async fn enhance_prompt(
        &self,
        session: &Session,
        slug: &str,
        id: &Id,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/segments/{id}/enhance-prompt")
            .by(session)
            .id("slug", slug)
            .id("id", id)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/suggest-next-scene`: takes 1 AI assist and no credits.
    ///
    /// # Errors
    /// See [`Failure`]; a 429 is [`crate::Problem::AssistQuotaExceeded`].
    pub async fn suggest_next_scene(
        &self,
        session: &Session,
        slug: &str,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/suggest-next-scene")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/segments/from-upload`: one more scene, showing a clip that is ready.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::UploadNotReady`] for a clip that isn't.
    pub async fn segment_from_upload(
        &self,
        session: &Session,
        slug: &str,
        upload_id: &Id,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/segments/from-upload")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("upload_id", upload_id))
            .answer()
            .await
    }

    /// `POST /api/editor/:slug/segments/:segment_id/use-asset`: what a scene shows.
    ///
    /// # Errors
    /// See [`Failure`]; [`crate::Problem::UploadNotReady`] for a clip that isn't.
    pub async fn use_asset(
        &self,
        session: &Session,
        slug: &str,
        segment_id: &Id,
        source: &AssetSource,
    ) -> Result<StepAnswer, Failure> {
        self.post("/api/editor/{slug}/segments/{segment_id}/use-asset")
            .by(session)
            .id("slug", slug)
            .id("segment_id", segment_id)
            .body(source.fields())
            .answer()
            .await
    }
}
