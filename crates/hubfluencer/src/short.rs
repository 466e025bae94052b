//! Shorts: one prompt, one rendered video of 12 seconds, or 14 with an end card.

use lenient::open_words;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire::upload::Hooks;
use wire::{Failure, IdempotencyKey};

use crate::call::Fields;
use crate::image::{PresignedImage, PresignedPoster};
use crate::style::{
    CreativeFormat, ShortFont, ShortTextAnimation, ShortTextPosition, VisualLanguage,
};
use crate::{Api, Cost, Extra, Id, Render, Session};

open_words! {
    /// How far a short is: what is polled for.
    Stage {
        /// Created, not generating.
        Draft => "draft",
        /// Being made.
        Rendering => "rendering",
        /// Done.
        VideoReady => "video_ready",
        /// Ended without a video.
        Failed => "failed",
    }
}

/// What makes a short one's own. Everything may be missing; what is `None` is not sent, and so stays
/// as it is in a change. An empty word (`Other("")`) is sent as `null`: back to Auto.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShortLook {
    /// Title on the picture, at most 160 characters.
    pub headline: Option<String>,
    /// Line below it, at most 200 characters.
    pub subheadline: Option<String>,
    /// More words on the picture, in the form that the service gave them; only in a change.
    pub text_beats: Option<Value>,
    /// Structure.
    pub creative_format: Option<CreativeFormat>,
    /// Look.
    pub visual_language: Option<VisualLanguage>,
    /// Deprecated: only heard where `visual_language` is unset.
    pub theme: Option<String>,
    /// Mood of the music, at most 80 characters; see [`crate::MUSIC_VIBES`].
    pub music_vibe: Option<String>,
    /// Instruments, as hints.
    pub music_instruments: Option<Vec<String>>,
    /// Where the words stand.
    pub short_text_position: Option<ShortTextPosition>,
    /// How they come.
    pub short_text_animation: Option<ShortTextAnimation>,
    /// Their letters.
    pub short_font_family: Option<ShortFont>,
}

impl ShortLook {
    fn onto(&self, fields: Fields) -> Fields {
        fields
            .maybe("headline", &self.headline)
            .maybe("subheadline", &self.subheadline)
            .maybe("text_beats", &self.text_beats)
            .maybe("creative_format", &self.creative_format)
            .maybe("visual_language", &self.visual_language)
            .maybe("theme", &self.theme)
            .maybe("music_vibe", &self.music_vibe)
            .maybe("music_instruments", &self.music_instruments)
            .maybe("short_text_position", &self.short_text_position)
            .maybe("short_text_animation", &self.short_text_animation)
            .maybe("short_font_family", &self.short_font_family)
    }
}

/// A short that is to be created.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShortRequest {
    /// What it is about, at least 10 characters.
    pub product_prompt: String,
    /// What makes it one's own.
    pub look: ShortLook,
}

/// A short.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Short {
    /// Its name in addresses.
    #[serde(deserialize_with = "lenient::handle")]
    pub slug: String,
    /// Id, where the service gives one.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub id: Option<Id>,
    /// How far it is.
    #[serde(default)]
    pub stage: Stage,
    /// What it is about.
    #[serde(default, deserialize_with = "lenient::text")]
    pub product_prompt: Option<String>,
    /// Title on the picture.
    #[serde(default, deserialize_with = "lenient::text")]
    pub headline: Option<String>,
    /// Line below it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub subheadline: Option<String>,
    /// More words on the picture, as they come: the contract names no shape.
    #[serde(default)]
    pub text_beats: Value,
    /// Structure.
    #[serde(default)]
    pub creative_format: CreativeFormat,
    /// Look.
    #[serde(default)]
    pub visual_language: VisualLanguage,
    /// Deprecated look.
    #[serde(default, deserialize_with = "lenient::text")]
    pub theme: Option<String>,
    /// Mood of the music.
    #[serde(default, deserialize_with = "lenient::text")]
    pub music_vibe: Option<String>,
    /// Instruments.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub music_instruments: Vec<String>,
    /// Where the words stand.
    #[serde(default)]
    pub short_text_position: ShortTextPosition,
    /// How they come.
    #[serde(default)]
    pub short_text_animation: ShortTextAnimation,
    /// Their letters.
    #[serde(default)]
    pub short_font_family: ShortFont,
    /// What was made last.
    #[serde(default, deserialize_with = "lenient::shape")]
    pub latest_render: Option<Render>,
    /// Where it failed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub failed_stage: Option<String>,
    /// Why.
    #[serde(default, deserialize_with = "lenient::text")]
    pub error_message: Option<String>,
    /// What else there is.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Api {
    /// `POST /api/shorts`. It costs nothing.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn create_short(
        &self,
        session: &Session,
        request: &ShortRequest,
        key: &IdempotencyKey,
    ) -> Result<Short, Failure> {
        let prompt = Fields::of("product_prompt", request.product_prompt.as_str());
        self.post("/api/shorts")
            .by(session)
            .named(key)
            .body(request.look.onto(prompt))
            .answer()
            .await
    }

    /// `GET /api/shorts/:slug`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn short(&self, session: &Session, slug: &str) -> Result<Short, Failure> {
        self.get("/api/shorts/{slug}")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `PATCH /api/shorts/:slug`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn update_short(
        &self,
        session: &Session,
        slug: &str,
        look: &ShortLook,
    ) -> Result<Short, Failure> {
        self.patch("/api/shorts/{slug}")
            .by(session)
            .id("slug", slug)
            .body(look.onto(Fields::default()))
            .answer()
            .await
    }

    /// `GET /api/shorts/:slug/cost`.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn short_cost(&self, session: &Session, slug: &str) -> Result<Cost, Failure> {
        self.get("/api/shorts/{slug}/cost")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `POST /api/shorts/:slug/generate`: **a paying call**. The same key is the same order for 24
    /// hours.
    ///
    /// `hooks` is asked before anything leaves. After a failure,
    /// [`Failure::may_have_been_taken`] says whether it may have been ordered all the same.
    ///
    /// # Errors
    /// See [`Failure`]; a 402 is [`crate::Problem::CreditsInsufficient`].
    pub async fn generate_short(
        &self,
        session: &Session,
        slug: &str,
        key: &IdempotencyKey,
        hooks: Hooks,
    ) -> Result<Short, Failure> {
        self.post("/api/shorts/{slug}/generate")
            .by(session)
            .id("slug", slug)
            .named(key)
            .order(hooks)
            .await
    }

    /// `POST /api/shorts/:slug/text/generate`: takes 1 AI assist and no credits; fills `headline`,
    /// `subheadline` and `text_beats`.
    ///
    /// # Errors
    /// See [`Failure`]; a 429 is [`crate::Problem::AssistQuotaExceeded`].
    pub async fn generate_short_text(
        &self,
        session: &Session,
        slug: &str,
    ) -> Result<Short, Failure> {
        self.post("/api/shorts/{slug}/text/generate")
            .by(session)
            .id("slug", slug)
            .answer()
            .await
    }

    /// `POST /api/shorts/:slug/product/presign`: jpeg or png, at most 20 MB.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn presign_short_product(
        &self,
        session: &Session,
        slug: &str,
        mime_type: &str,
        size_bytes: u64,
    ) -> Result<PresignedImage, Failure> {
        let fields = Fields::of("mime_type", mime_type).with("size_bytes", size_bytes);
        self.post("/api/shorts/{slug}/product/presign")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/shorts/:slug/product/confirm`. The description has at most 500 characters.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_short_product(
        &self,
        session: &Session,
        slug: &str,
        s3_key: &str,
        product_description: Option<&str>,
    ) -> Result<Short, Failure> {
        let fields =
            Fields::of("s3_key", s3_key).maybe("product_description", &product_description);
        self.post("/api/shorts/{slug}/product/confirm")
            .by(session)
            .id("slug", slug)
            .body(fields)
            .answer()
            .await
    }

    /// `POST /api/shorts/:slug/poster/presign`: the end card, jpeg or png, at most 20 MB.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn presign_short_poster(
        &self,
        session: &Session,
        slug: &str,
        content_type: Option<&str>,
    ) -> Result<PresignedPoster, Failure> {
        self.post("/api/shorts/{slug}/poster/presign")
            .by(session)
            .id("slug", slug)
            .body(Fields::default().maybe("content_type", &content_type))
            .answer()
            .await
    }

    /// `POST /api/shorts/:slug/poster/confirm`: the render is 14 seconds long from now on.
    ///
    /// # Errors
    /// See [`Failure`].
    pub async fn confirm_short_poster(
        &self,
        session: &Session,
        slug: &str,
        s3_key: &str,
    ) -> Result<Short, Failure> {
        self.post("/api/shorts/{slug}/poster/confirm")
            .by(session)
            .id("slug", slug)
            .body(Fields::of("s3_key", s3_key))
            .answer()
            .await
    }
}
